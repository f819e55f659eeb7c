"""What is open from earlier meetings, in agendas and minutes.

In the item “Matters arising” stands a list with a link to each open action. Its lines with such
links are kept by the portal; every other line and all text around are people's own and stay.
"""

import uuid
from datetime import date
from typing import Any

import lxml.html
from django.db import transaction
from django.utils import timezone

from boards.models import AgendaPage, BoardPage, MeetingPage
from boards.rules.items import LISTS_ACTIONS, USUAL, kind_of, kind_of_title
from boards.selectors.carried import HEADING, kept_lines, open_list
from boards.services.stored_blocks import agenda_item
from easyread.accounts import Account

MOST_ITEMS = 30
LONGEST_TITLE = 160


class AgendaIsPublic(Exception):
    """The agenda is out: its text changes only by hand."""


def standing_items(board: BoardPage, *, on: date) -> list[dict[str, Any]]:
    """The items with which an agenda of ``board`` begins, as stored; “Matters arising” lists what
    is open."""
    titles = [" ".join(line.split())[:LONGEST_TITLE] for line in board.standing_items.splitlines()]
    items = []
    for title in [title for title in titles if title][:MOST_ITEMS]:
        summary = open_list(board, on=on) if kind_of_title(title) in LISTS_ACTIONS else ""
        items.append(usual_item(title, summary=summary))
    return items


def usual_item(title: str, **more: Any) -> dict[str, Any]:
    """An agenda item as stored, with the purpose and the minutes that such an item usually has."""
    purpose, minutes = USUAL[kind_of_title(title)]
    return agenda_item(title, purpose, minutes, **more)


def carried_into_minutes(board: BoardPage, item: Any, *, on: date) -> list[dict[str, Any]]:
    """The content with which an item of the minutes of that day begins, by its value on the agenda:
    under “Matters arising” what was open, with how far it is."""
    if kind_of(item) in LISTS_ACTIONS and (html := open_list(board, on=on)):
        return [{"type": "text", "id": str(uuid.uuid4()), "value": html}]
    return []


@transaction.atomic
def refresh_matters_arising(*, agenda: AgendaPage, by: Account | None) -> bool:
    """Bring the list in a draft agenda up to date, as a new version of the draft.

    Returns whether there was anything to change. Raises `AgendaIsPublic`.
    """
    agenda = AgendaPage.objects.select_for_update().get(pk=agenda.pk)  # with its latest version
    if agenda.live:
        raise AgendaIsPublic("This agenda is public. Change its text by hand.")
    meeting = MeetingPage.objects.parent_of(agenda).get()
    board = BoardPage.objects.parent_of(meeting).get()
    draft = agenda.get_latest_revision_as_object()
    items = list(draft.items.get_prep_value())
    item = next((each for each in items if kind_of(each["value"]) in LISTS_ACTIONS), None)
    if item is None:
        return False
    fresh = open_list(board, on=timezone.localdate(meeting.starts_at))
    before = item["value"]["summary"] or ""
    if kept_lines(before) == kept_lines(fresh):
        return False
    item["value"]["summary"] = _with_list(before, fresh)
    draft.items = items
    draft.save_revision(user=by)
    return True


def _with_list(summary: str, fresh: str) -> str:
    """``summary`` with the portal's lines as they are in ``fresh``; all else stays."""
    page = lxml.html.fragment_fromstring(summary, create_parent="div")
    found = [line for line in page.iter("li") if kept_lines(_html(line))]
    if not found:
        return summary + fresh
    old = found[0].getparent()
    own_lines = [line for line in old if line not in found]
    for line in found:
        line.drop_tree()
    heading = old.getprevious()
    new = lxml.html.fragment_fromstring(fresh, create_parent="div")
    lines = [*new.iter("li"), *own_lines]
    old[:] = lines
    if not lines:
        old.drop_tree()
        if heading is not None and heading.text_content().strip() == HEADING:
            heading.drop_tree()
    return _html(page).removeprefix("<div>").removesuffix("</div>")


def _html(element: Any) -> str:
    return str(lxml.html.tostring(element, encoding="unicode", with_tail=False))
