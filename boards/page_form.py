"""What the editor asks of every page of a board."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils import timezone

from easyread.reach import ReachCheckedPageForm

IS_PUBLIC = (
    "This page is public already: it can't wait for a day. Publish the change when the day is "
    "there."
)
WAS_PUBLIC = (
    "These minutes were withdrawn: they can't wait for a day. Publish them again when the day is "
    "there, and say what you changed and why."
)


class BoardsPageForm(ReachCheckedPageForm):
    """A page of a board does not go by itself, without anybody saying why."""

    def clean_expire_at(self) -> None:
        if self.cleaned_data["expire_at"]:
            raise ValidationError(
                "Pages of boards do not end by themselves. When the day is there, take it down and "
                "say why."
            )

    def clean_go_live_at(self) -> datetime | None:
        moment = self.cleaned_data["go_live_at"]
        if moment and moment > timezone.now():
            if self.instance.live:
                raise ValidationError(IS_PUBLIC)
            if getattr(self.instance, "is_withdrawn", False):
                raise ValidationError(WAS_PUBLIC)
        return moment
