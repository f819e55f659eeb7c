"""The editor's own checks, where a model alone can't see what was chosen."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail.admin.forms import WagtailAdminPageForm


class MeetingForm(WagtailAdminPageForm):
    """A meeting as the editor sees it: its own board needs not be named among the others."""

    def clean_joint_with(self) -> Any:
        boards = self.cleaned_data["joint_with"]
        host = self.parent_page
        if host is not None and any(board.pk == host.pk for board in boards):
            raise ValidationError(
                "This is the meeting of this board already. Choose only the other boards."
            )
        before = (
            {board.pk for board in self.instance.joint_with.all()} if self.instance.pk else set()
        )
        ended = [board.title for board in boards if board.closed_on and board.pk not in before]
        if ended:
            raise ValidationError(f"Ended already: {', '.join(ended)}. Choose boards that go on.")
        return boards
