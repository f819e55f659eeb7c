"""Telling of a visit between boards."""

from datetime import date, datetime, timedelta
from typing import Any, TypedDict

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from boards.models import BoardPage, Visit

MADE, RECEIVED = "made", "received"
LONG_AGO = timedelta(days=10 * 366)


class ToldVisit(TypedDict):
    visitor: BoardPage
    visited: BoardPage
    visited_on: date
    words: str


class VisitForm(forms.Form):
    """Who went where, when, and what was told."""

    direction = forms.ChoiceField(
        label="Who visited?",
        choices=[(MADE, "We went to the other board"), (RECEIVED, "The other board came to us")],
        initial=MADE,
        widget=forms.RadioSelect,
    )
    other = forms.ChoiceField(label="Which board?")
    visited_on = forms.DateField(
        label="Day of the visit", widget=forms.DateInput(attrs={"type": "date"})
    )
    words = forms.CharField(
        label="What was told",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="In plain words. Everyone can read this, on both boards' pages.",
    )

    def __init__(
        self,
        *args: Any,
        board: BoardPage,
        others: list[BoardPage],
        now: datetime,
        visit: Visit | None = None,
        **kwargs: Any,
    ) -> None:
        if visit is not None:
            was_made = visit.visitor_id == board.pk
            kwargs["initial"] = {
                "direction": MADE if was_made else RECEIVED,
                "other": str(visit.visited_id if was_made else visit.visitor_id),
                "visited_on": visit.visited_on.isoformat(),
                "words": visit.words,
            }
        super().__init__(*args, **kwargs)
        self._board = board
        self._others = {str(other.pk): other for other in others}
        self._today = timezone.localdate(now)
        choices = [(key, other.title) for key, other in self._others.items()]
        field = self.fields["other"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", "Choose a board"), *choices]

    def clean_visited_on(self) -> date:
        day: date = self.cleaned_data["visited_on"]
        if day > self._today:
            raise ValidationError("This day is still to come. Tell of the visit when it was.")
        if day < self._today - LONG_AGO:
            raise ValidationError("This is more than ten years ago. Is the year right?")
        return day

    def told(self) -> ToldVisit:
        """What the services take."""
        other = self._others[self.cleaned_data["other"]]
        was_made = self.cleaned_data["direction"] == MADE
        visitor, visited = (self._board, other) if was_made else (other, self._board)
        return {
            "visitor": visitor,
            "visited": visited,
            "visited_on": self.cleaned_data["visited_on"],
            "words": self.cleaned_data["words"],
        }
