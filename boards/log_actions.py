"""What Wagtail's history of a page calls the portal's own doings."""

from typing import Any

ACTIONS = (
    ("boards.close", "Close the board", "The board ended"),
    ("boards.reopen", "Reopen the board", "The board goes on again"),
    ("boards.pass_matter", "Pass a matter on", "A matter was passed on"),
    ("boards.answer_matter", "Answer a matter", "A matter was answered"),
)


def name_actions(actions: Any) -> None:
    for name, label, message in ACTIONS:
        actions.register_action(name, label, message)
