"""What stands above the rows while somebody writes an easy read."""

from typing import Any

from django.forms import Media
from wagtail.admin.panels import Panel

from easyread.enums import EasyReadState


class WritingPanel(Panel):
    """How far the easy read is, and what the checks say of the whole; the script fills it live."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "easyread/admin/writing_panel.html"

        @property
        def media(self) -> Media:
            return Media(
                js=["easyread/writing.js"],
                css={"all": ["easyread/writing.css"]},
            )

        def get_context_data(self, parent_context: Any = None) -> Any:
            from easyread import selectors

            context = super().get_context_data(parent_context)
            state = selectors.state_of(self.instance) if self.instance.pk else None
            return context | {
                "easy_read": self.instance,
                "state": state,
                "is_out_of_date": state == EasyReadState.OUT_OF_DATE,
            }
