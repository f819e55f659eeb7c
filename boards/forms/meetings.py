"""Planning meetings."""

from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils import timezone

from boards.forms.doubts import ask_about_days
from boards.forms.places import ask_about_place, said_of_place, usual_words
from boards.models import BoardPage
from boards.selectors.joint import boards_to_ask
from easyread.reach import SeveralWithinReach

NOT_A_NUMBER = "Write a number, like 2 or 1.5."


def start_field() -> forms.TimeField:
    """When a meeting starts, in London time."""
    return forms.TimeField(
        label="Starts at",
        input_formats=["%H:%M", "%H.%M", "%I:%M%p", "%I%p"],
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
    )


def hours_field() -> forms.DecimalField:
    """How long a meeting lasts, in hours."""
    return forms.DecimalField(
        label="How many hours",
        min_value=0.25,
        max_value=12,
        initial=2,
        decimal_places=2,
        error_messages={
            "invalid": NOT_A_NUMBER,
            "min_value": "A meeting lasts a quarter of an hour (0.25) at least.",
            "max_value": "A meeting lasts 12 hours at most. Is this the number of hours?",
            "max_decimal_places": NOT_A_NUMBER,
        },
    )


class PlanMeetingForm(forms.Form):
    """Everything that one meeting needs, in one step."""

    day = forms.DateField(label="Day", widget=forms.DateInput(attrs={"type": "date"}))
    starts = start_field()
    hours = hours_field()
    place = forms.CharField(max_length=255, label="Where")
    access = forms.CharField(
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Way in, hearing loop, quiet room, whom to tell what you need and by when",
    )
    how_to_join = forms.CharField(required=False, widget=forms.Textarea(attrs={"rows": 2}))
    together_with = SeveralWithinReach(
        queryset=BoardPage.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label="Together with",
        help_text="For a joint meeting. These boards are asked. It stands on the page of each one "
        "that says yes.",
    )

    def __init__(self, *args: Any, board: BoardPage, now: datetime, **kwargs: Any) -> None:
        kwargs["initial"] = usual_words(board) | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        field = self.fields["together_with"]
        if isinstance(field, forms.ModelMultipleChoiceField):
            field.queryset = boards_to_ask(board)
        self._board = board
        self._today = timezone.localdate(now)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if day := data.get("day"):
            notice_days = self._board.notice_days
            ask_about_days(self, [day], after="day", today=self._today, notice_days=notice_days)
        ask_about_place(self, self._board)
        return data

    def said_of_place(self) -> bool:
        return said_of_place(self)

    def clean_day(self) -> date:
        day = self.cleaned_data["day"]
        if day < self._today:
            raise ValidationError("This day is over. Choose today or a day to come.")
        if day > self._today + timedelta(days=3 * 366):
            raise ValidationError("This is more than three years away. Is the year right?")
        return day

    def moments(self) -> tuple[datetime, datetime]:
        """When the meeting starts and ends, in London time."""
        data = self.cleaned_data
        starts = timezone.make_aware(datetime.combine(data["day"], data["starts"]))
        return starts, starts + timedelta(hours=float(data["hours"]))


class AskBoardsForm(forms.Form):
    """Which other boards to ask to hold a meeting together."""

    boards = SeveralWithinReach(
        queryset=BoardPage.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        label="Which boards do you ask?",
        error_messages={"required": "Tick at least one board."},
    )

    def __init__(self, *args: Any, boards: QuerySet[BoardPage], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["boards"]
        if isinstance(field, forms.ModelMultipleChoiceField):
            field.queryset = boards
