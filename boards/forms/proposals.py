"""Proposing an item, and answering a proposal."""

from datetime import datetime
from typing import Any

from django import forms

from boards.models import MeetingPage, Proposal
from boards.rules.dates import long_date
from boards.selectors.proposals import agendas_for

NO_AGENDA = ""


class ProposalForm(forms.Form):
    """What someone wants a board to talk about. Nobody has to say who they are."""

    title = forms.CharField(
        max_length=160,
        label="What should the board talk about?",
        help_text="A few words. For example: buses in the evening.",
        error_messages={"required": "Write a few words here."},
    )
    words = forms.CharField(
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 6}),
        label="Tell us more",
        help_text="What happens today? What should be different? Please name nobody.",
        error_messages={"required": "Write one or two sentences here."},
    )
    name = forms.CharField(
        max_length=120,
        required=False,
        label="Your name (you can leave this empty)",
        help_text="Only the secretary sees it.",
    )
    email = forms.EmailField(
        required=False,
        label="Your e-mail address (you can leave this empty)",
        help_text="Then we send you the answer. We delete it after that.",
        error_messages={"invalid": "Something is missing. It looks like name@example.org."},
    )


class AnswerProposalForm(forms.Form):
    """On an agenda, or answered without one."""

    meeting = forms.ChoiceField(required=False, label="Put it on an agenda")
    answer = forms.CharField(
        required=False,
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 5}),
        label="Your answer",
        help_text="Who proposed it reads this. With an agenda you can leave it empty.",
    )

    def __init__(self, *args: Any, proposal: Proposal, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = agendas_for(proposal, now=now)
        self.meetings = {str(meeting.pk): meeting for meeting in found}
        field = self.fields["meeting"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [
                (NO_AGENDA, "No agenda: I answer below"),
                *((key, long_date(meeting.starts_at)) for key, meeting in self.meetings.items()),
            ]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not data.get("meeting") and not data.get("answer", "").strip():
            self.add_error("answer", "Choose an agenda, or write an answer.")
        return data

    def chosen_meeting(self) -> MeetingPage | None:
        return self.meetings.get(self.cleaned_data["meeting"])
