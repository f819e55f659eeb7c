"""The editor for formatted text, with a name that a screen reader can say."""

from typing import Any

from wagtail.admin.rich_text import DraftailRichTextArea


class NamedRichTextArea(DraftailRichTextArea):
    """Wagtail's own editor leaves its field without a name; its options reach the field."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.options["ariaLabel"] = "Text"
