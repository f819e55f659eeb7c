"""Passing a matter on, and answering it."""

from datetime import date
from typing import Any, TypedDict

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from boards.models import BoardPage, MeetingPage, PassedMatter
from boards.rules.dates import short_date
from easyread.reach import WithinReach


class ToldMatter(TypedDict):
    to_board: BoardPage | None
    to_outside: str
    title: str
    words: str
    agreed_by_meeting: MeetingPage | None


class ToldAnswer(TypedDict):
    answer: str
    answered_on: date | None


class PassMatterForm(forms.Form):
    """To whom a matter goes, and what is asked."""

    to_board = WithinReach(
        label="To which board?",
        queryset=BoardPage.objects.none(),
        required=False,
        empty_label="To none of the boards here",
    )
    to_outside = forms.CharField(
        label="Or to whom outside?",
        max_length=160,
        required=False,
        help_text="For example: the Health and Wellbeing Board. No names of people.",
    )
    title = forms.CharField(max_length=160, label="What is it about?", help_text="In a few words")
    words = forms.CharField(
        label="What do you ask?",
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="In plain words. Everyone can read this.",
    )
    agreed_by_meeting = forms.ChoiceField(label="At which meeting was that agreed?", required=False)

    def __init__(
        self, *args: Any, boards: QuerySet[BoardPage], meetings: list[MeetingPage], **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self._meetings = {str(each.pk): each for each in meetings}
        to_board, agreed_by_meeting = self.fields["to_board"], self.fields["agreed_by_meeting"]
        if isinstance(to_board, forms.ModelChoiceField):
            to_board.queryset = boards
        if isinstance(agreed_by_meeting, forms.ChoiceField):
            days = [(pk, short_date(each.starts_at)) for pk, each in self._meetings.items()]
            agreed_by_meeting.choices = [("", "At none"), *days]

    def clean_agreed_by_meeting(self) -> MeetingPage | None:
        return self._meetings.get(self.cleaned_data["agreed_by_meeting"])

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if "to_board" in self.errors or "to_outside" in self.errors:
            return data
        if data.get("to_board") and data.get("to_outside"):
            self.add_error(
                "to_outside", ValidationError("Choose a board or write a name: not both.")
            )
        if not data.get("to_board") and not data.get("to_outside"):
            self.add_error("to_board", ValidationError("Choose a board, or name a body outside."))
        return data

    def told(self) -> ToldMatter:
        """What the service takes."""
        return {
            "to_board": self.cleaned_data["to_board"],
            "to_outside": self.cleaned_data["to_outside"],
            "title": self.cleaned_data["title"],
            "words": self.cleaned_data["words"],
            "agreed_by_meeting": self.cleaned_data["agreed_by_meeting"],
        }


class AnswerMatterForm(forms.Form):
    """The answer to a matter; of a body outside also the day on which it came."""

    answer = forms.CharField(
        label="The answer",
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="In plain words. Everyone can read this, and it stays as it is.",
    )
    answered_on = forms.DateField(
        label="When did the answer come?",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text="Leave this empty if it came today.",
    )

    def __init__(self, *args: Any, matter: PassedMatter, today: date, **more: Any) -> None:
        super().__init__(*args, **more)
        self._matter, self._today = matter, today
        if matter.to_board_id is not None:
            del self.fields["answered_on"]

    def clean_answered_on(self) -> date | None:
        day: date | None = self.cleaned_data["answered_on"]
        if day is not None and day < self._matter.passed_on:
            raise ValidationError(
                f"The matter was only passed on {short_date(self._matter.passed_on)}."
            )
        if day is not None and day > self._today:
            raise ValidationError("This day is still to come.")
        return day

    def told(self) -> ToldAnswer:
        """What the service takes."""
        return {
            "answer": self.cleaned_data["answer"],
            "answered_on": self.cleaned_data.get("answered_on"),
        }


class MatterFilterForm(forms.Form):
    """Whose matters to see."""

    board = forms.ChoiceField(required=False, label="Passed or received by")

    def __init__(self, *args: Any, boards: list[BoardPage], **more: Any) -> None:
        super().__init__(*args, **more)
        field = self.fields["board"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", "Any board"), *((each.slug, each.title) for each in boards)]

    def wanted(self) -> str:
        """The board's slug, or nothing where any will do or nonsense was asked for."""
        self.is_valid()
        return str(self.cleaned_data.get("board", ""))
