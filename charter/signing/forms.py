"""What co-chairs, secretaries and officers fill in when a board signs."""

from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from wagtail.documents.widgets import AdminDocumentChooser

from boards.enums import Role
from boards.models import BoardPage, MeetingPage, Paper
from boards.permissions import papers_that_belong
from boards.rules.dates import long_date
from boards.selectors.proposals import coming_agendas
from charter.enums import Answer
from charter.models import SignUp, SignUpEvent
from charter.signing.selectors import meetings_to_choose, mistakes_to_choose
from easyread.reach import WithinReach

DAY = {"type": "date"}
WHY = "Everyone can read it."


class AnswerForm(forms.Form):
    """What a co-chair says for her board. Nothing is ticked before."""

    answer = forms.ChoiceField(
        label="What do you want to do?", choices=Answer.choices, widget=forms.RadioSelect
    )
    has_read = forms.BooleanField(
        required=False, label="I have read the principles, or somebody read them to me"
    )
    reason = forms.CharField(
        required=False,
        max_length=1000,
        label="If your board says no: why?",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=WHY,
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("answer") == Answer.SIGN and not data.get("has_read"):
            self.add_error("has_read", "Read the principles first. Then tick this box.")
        if data.get("answer") == Answer.DECLINE and not data.get("reason", "").strip():
            self.add_error("reason", "Say why, in a few words.")
        return data


class StepForm(forms.Form):
    """One step of a board's signing."""

    def __init__(self, *args: Any, sign_up: SignUp, now: datetime, **more: Any) -> None:
        super().__init__(*args, **more)
        self.prepare(sign_up, now)

    def prepare(self, sign_up: SignUp, now: datetime) -> None:
        """Offer only what this board can choose."""


class AgendaForm(StepForm):
    """On which agenda the board talks about it."""

    meeting = forms.ChoiceField(label="Which meeting?", widget=forms.RadioSelect)

    def prepare(self, sign_up: SignUp, now: datetime) -> None:
        self.meetings: dict[str, MeetingPage] = {
            str(one.pk): one for one in coming_agendas(sign_up.board, now=now)
        }
        field = self.fields["meeting"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [
                (key, long_date(meeting.starts_at)) for key, meeting in self.meetings.items()
            ]

    def clean_meeting(self) -> MeetingPage:
        return self.meetings[self.cleaned_data["meeting"]]


class AgreedForm(StepForm):
    """At which meeting the board agreed."""

    meeting = WithinReach(
        queryset=MeetingPage.objects.none(),
        label="At which meeting did the board agree?",
        empty_label=None,
        widget=forms.RadioSelect,
        help_text="Only meetings that took place since this version is in force.",
    )

    def prepare(self, sign_up: SignUp, now: datetime) -> None:
        field = self.fields["meeting"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = meetings_to_choose(sign_up, now=now)


class PaperForm(StepForm):
    """Signatures that stand on paper."""

    citizen = forms.CharField(
        required=False, max_length=120, label="Name of the co-chair who is a citizen"
    )
    officer = forms.CharField(
        required=False, max_length=120, label="Name of the co-chair who is an officer"
    )
    on = forms.DateField(label="The day on the paper", widget=forms.DateInput(attrs=DAY))
    scan = WithinReach(
        queryset=Paper.objects.none(),
        label="The paper, scanned",
        widget=AdminDocumentChooser,
        help_text="Nobody else sees it, as long as it is on no agenda.",
    )

    def prepare(self, sign_up: SignUp, now: datetime) -> None:
        scan = self.fields["scan"]
        if isinstance(scan, forms.ModelChoiceField):
            scan.queryset = papers_that_belong(to_board=sign_up.board.path)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not data.get("citizen", "").strip() and not data.get("officer", "").strip():
            raise ValidationError("Whose name stands on the paper? Write at least one.")
        return data

    def names(self) -> dict[Role, str]:
        """Who signed, by seat."""
        told = {
            Role.CO_CHAIR_CITIZEN: self.cleaned_data["citizen"].strip(),
            Role.CO_CHAIR_OFFICER: self.cleaned_data["officer"].strip(),
        }
        return {role: name for role, name in told.items() if name}


class ReasonForm(StepForm):
    """Why a board says no."""

    reason = forms.CharField(
        label="Why?", max_length=1000, widget=forms.Textarea(attrs={"rows": 3}), help_text=WHY
    )


class WithdrawForm(ReasonForm):
    """From when a board takes its signature back, and why."""

    on = forms.DateField(label="From which day?", widget=forms.DateInput(attrs=DAY))
    field_order = ("on", "reason")


class ReviewForm(StepForm):
    """When a board looked at the charter again."""

    on = forms.DateField(
        label="On which day did the board look at it again?", widget=forms.DateInput(attrs=DAY)
    )


class NoteForm(StepForm):
    """What officers want to remember."""

    note = forms.CharField(
        required=False,
        max_length=2000,
        label="Note",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Only officers see it.",
    )

    def prepare(self, sign_up: SignUp, now: datetime) -> None:
        self.initial.setdefault("note", sign_up.note)


class PutRightForm(StepForm):
    """What was entered by mistake."""

    event = WithinReach(
        queryset=SignUpEvent.objects.none(),
        label="What was a mistake?",
        empty_label=None,
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(label="What happened?", max_length=1000, help_text=WHY)

    def prepare(self, sign_up: SignUp, now: datetime) -> None:
        field = self.fields["event"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = mistakes_to_choose(sign_up)


class AskForm(forms.Form):
    """Which boards an officer asks."""

    boards = forms.TypedMultipleChoiceField(
        coerce=int,
        label="Boards",
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Tick the boards that you want to ask.",
            "invalid_choice": "One of these boards is asked already, has signed, or has ended. "
            "Nobody was asked: look at the list again.",
        },
    )

    def __init__(self, *args: Any, boards: list[BoardPage], **more: Any) -> None:
        super().__init__(*args, **more)
        self._boards = {board.pk: board for board in boards}
        field = self.fields["boards"]
        if isinstance(field, forms.TypedMultipleChoiceField):
            field.choices = [(board.pk, board.title) for board in boards]

    def chosen(self) -> list[BoardPage]:
        return [self._boards[pk] for pk in self.cleaned_data["boards"]]
