"""The editor's own checks, where a model alone can't see what was chosen. They read more than
models may know, so `boards.apps` gives them to the pages."""

from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.models import Page

from boards import selectors
from boards.models.items import with_keys
from boards.page_form import BoardsPageForm
from easyread.tree import path_above

ACCESS_OF_ANOTHER_PLACE = (
    "This was written for {place}. Write what is true of the new place, or leave it empty. If it "
    "is true there too, tick the box below."
)
SAY_WHY = (
    "You changed the day, the time or the place, and everyone could read the old one. Choose "
    "“Changed”, and say why it is different now."
)


class ForEveryone(BoardsPageForm):
    """Checks of what is about to be public; a draft may wait for its answers."""

    def _post_clean(self) -> None:
        super()._post_clean()
        if "action-publish" in self.data and not self.errors:
            self.check_for_everyone()

    def check_for_everyone(self) -> None:
        raise NotImplementedError


class MeetingForm(ForEveryone):
    """A meeting as the editor sees it."""

    access_holds = forms.BooleanField(
        required=False,
        label="The words on access are true of this place",
        help_text="Tick it if you chose another place and left the words as they were.",
    )

    def check_for_everyone(self) -> None:
        meeting = self.instance
        before = selectors.as_stored(meeting) if meeting.pk else None
        if self.cleaned_data.get("access_holds"):
            meeting.access_said_for = meeting.place
        board = self.parent_page.specific if self.parent_page is not None else None
        place = meeting.place_of_access(before, board)
        meeting.access_said_for = place
        if meeting.access and not meeting.access_here:
            self.add_error("access", ACCESS_OF_ANOTHER_PLACE.format(place=place or "another place"))
        now = timezone.now()
        if before is not None and meeting.moved_without_reason(before, now=now):
            self.add_error("status", SAY_WHY)
        if before is not None and (words := _spoils_an_approval(meeting, now)):
            self.add_error(None, words)


class MinutesForm(ForEveryone):
    """Minutes as the editor sees them. Those who may set the approval by hand are held to its
    rule too; everybody else approves on the screen that asks for all that belongs to it."""

    def clean_items(self) -> Any:
        return with_keys(self.cleaned_data["items"])

    def check_for_everyone(self) -> None:
        approving = self.instance.approved_at
        if approving is not None and self.parent_page is not None:
            meeting = self.parent_page.specific
            if words := approving.why_it_cannot_approve(meeting, now=timezone.now()):
                self.add_error(None, words)


class AgendaForm(BoardsPageForm):
    """An agenda holds the papers of its own board, and those that were shared with it."""

    def clean_items(self) -> Any:
        items = with_keys(self.cleaned_data["items"])
        meeting = self.parent_page or self.instance.get_parent()
        papers = [paper for item in items for paper in item.value["papers"] if paper]
        board = path_above(meeting.path)
        if strangers := selectors.strangers_among(papers, board_path=board):
            titles = ", ".join(f"“{paper.title}”" for paper in strangers)
            raise ValidationError(
                f"Another board's paper: {titles}. Ask that board to share it with this one (My "
                "boards, “Papers, and who may use them”), or take it off the agenda."
            )
        return items


def _spoils_an_approval(meeting: Page, now: datetime) -> str:
    """What would be wrong with an approval, of other minutes or of its own, after this change."""
    for minutes in meeting.approved_minutes.all():
        of = selectors.meeting_of(minutes)
        if words := meeting.why_it_cannot_approve(of, now=now):
            return f"This meeting approved the minutes of {of.days}. {words}"
    for own in meeting.get_children().type(meeting.approved_minutes.model).specific():
        if own.approved_at and (words := own.approved_at.why_it_cannot_approve(meeting, now=None)):
            return f"Its minutes were approved by the meeting of {own.approved_at.days}. {words}"
    return ""
