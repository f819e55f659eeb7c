"""Planning a year of meetings, and saying why something was late."""

from calendar import monthcalendar
from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from boards.forms.doubts import ask_about_days
from boards.forms.meetings import hours_field, start_field
from boards.forms.places import ask_about_place, said_of_place, usual_words
from boards.models import BoardPage
from boards.rules.dates import long_date
from boards.rules.working_days import bank_holiday

MOST_DAYS = 14
EVERY = [("1", "Every month"), ("2", "Every two months"), ("3", "Every three months")]


def same_weekday(first: date, months: int) -> date:
    """The day so many months on that has the same place: the second Thursday stays one."""
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    weeks = monthcalendar(year, month + 1)  # 0 for days of other months
    days = [day for week in weeks if (day := week[first.weekday()])]
    return date(year, month + 1, days[: (first.day - 1) // 7 + 1][-1])


class SuggestDaysForm(forms.Form):
    """From the first day and how often: a year's days, to be corrected."""

    first = forms.DateField(
        label="First day", widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    )
    every = forms.ChoiceField(choices=EVERY, initial="3", label="How often")

    def clean_first(self) -> date:
        first: date = self.cleaned_data["first"]
        if abs(first - timezone.localdate()) > timedelta(days=3 * 366):
            raise ValidationError("This is more than three years away. Is the year right?")
        return first

    def days(self) -> list[date]:
        first, step = self.cleaned_data["first"], int(self.cleaned_data["every"])
        return [same_weekday(first, months) for months in range(0, 12, step)]


class PlanYearForm(forms.Form):
    """The days of a year's meetings; what is the same for all is asked once."""

    starts = start_field()
    hours = hours_field()
    place = forms.CharField(max_length=255, label="Where")
    access = forms.CharField(required=False, widget=forms.Textarea(attrs={"rows": 3}))
    how_to_join = forms.CharField(required=False, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(
        self, *args: Any, board: BoardPage, now: datetime, days: list[date] | None, **kwargs: Any
    ) -> None:
        kwargs["initial"] = usual_words(board) | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        self._board = board
        self._today = timezone.localdate(now)
        suggested = days or []
        for number in range(MOST_DAYS):
            self.fields[f"day_{number}"] = forms.DateField(
                required=False,
                label=f"Day {number + 1}",
                initial=suggested[number] if number < len(suggested) else None,
                help_text=_remark(suggested[number]) if number < len(suggested) else "",
                widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
            )
        self.order_fields([*self._day_names(), "starts"])

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        seen: set[date] = set()
        for name in self._day_names():
            day = data.get(name)
            if day is None:
                continue
            try:
                self._check(day, seen)
            except ValidationError as problem:
                self.add_error(name, problem)  # which takes the day out of ``data``
            seen.add(day)
        if not seen and not any(name.startswith("day_") for name in self.errors):
            self.add_error("day_0", "Give at least one day.")
        ask_about_days(
            self,
            sorted(data[name] for name in self._day_names() if data.get(name)),
            after=f"day_{MOST_DAYS - 1}",
            today=self._today,
            notice_days=self._board.notice_days,
        )
        ask_about_place(self, self._board)
        return data

    def said_of_place(self) -> bool:
        return said_of_place(self)

    def _day_names(self) -> list[str]:
        return [f"day_{number}" for number in range(MOST_DAYS)]

    def _check(self, day: date, seen: set[date]) -> None:
        if day < self._today:
            raise ValidationError("This day is over. Choose a day to come.")
        if day > self._today + timedelta(days=3 * 366):
            raise ValidationError("This is more than three years away. Is the year right?")
        if day in seen:
            raise ValidationError("This day stands here twice.")

    def days(self) -> list[date]:
        """The days that were given, in order."""
        given = [self.cleaned_data.get(name) for name in self._day_names()]
        return sorted(day for day in given if day)

    def field_of(self, day: date) -> str:
        """The name of the field in which ``day`` stands."""
        return next(name for name in self._day_names() if self.cleaned_data.get(name) == day)


def _remark(day: date) -> str:
    holiday = bank_holiday(day)
    return f"{long_date(day)}. Beware: {holiday}, a bank holiday" if holiday else long_date(day)


class ReasonForm(forms.Form):
    """Why something was late."""

    reason = forms.CharField(
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
        label="Why was it late?",
        help_text="One sentence. Everyone can read it beside the agenda or the minutes.",
    )
