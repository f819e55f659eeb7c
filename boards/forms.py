"""What visitors and editors fill in."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from boards.enums import FINISHED, ActionState
from boards.models import BoardPage
from boards.selectors.actions import LATE, UNFINISHED_WORD, ActionFilter

STATES = [
    ("", "Any"),
    (UNFINISHED_WORD, "Not finished"),
    (LATE, "Late"),
    *ActionState.choices,
]


class ActionFilterForm(forms.Form):
    """The filters over all actions; nonsense is said, and the rest still works."""

    board = forms.ChoiceField(required=False)
    state = forms.ChoiceField(required=False, choices=STATES, label="How far")
    topic = forms.ChoiceField(required=False)
    owner = forms.CharField(required=False, max_length=160, label="Who does it")
    agreed_from = forms.DateField(
        required=False, label="Agreed from", widget=forms.DateInput(attrs={"type": "date"})
    )
    agreed_to = forms.DateField(
        required=False, label="Agreed until", widget=forms.DateInput(attrs={"type": "date"})
    )

    def __init__(self, *args: Any, boards: list[Any], topics: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._choose("board", [(board.slug, board.title) for board in boards])
        self._choose("topic", [(topic.slug, topic.name) for topic in topics])

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", "Any"), *choices]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        first, last = data.get("agreed_from"), data.get("agreed_to")
        if first and last and last < first:
            self.add_error("agreed_to", "This day is before the first one.")
        return data

    def wanted(self) -> ActionFilter:
        """The filter that the valid fields give."""
        self.is_valid()
        return ActionFilter(**self.cleaned_data)


class PlanMeetingForm(forms.Form):
    """Everything that one meeting needs, in one step."""

    day = forms.DateField(label="Day", widget=forms.DateInput(attrs={"type": "date"}))
    starts = forms.TimeField(
        label="Starts at",
        input_formats=["%H:%M", "%H.%M", "%I:%M%p", "%I%p"],
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
    )
    hours = forms.DecimalField(
        label="How many hours", min_value=0.25, max_value=12, initial=2, decimal_places=2
    )
    place = forms.CharField(max_length=255, label="Where")
    access = forms.CharField(
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Way in, hearing loop, quiet room, whom to tell what you need and by when",
    )
    how_to_join = forms.CharField(required=False, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, board: BoardPage, now: datetime, **kwargs: Any) -> None:
        usual = {"place": board.place, "access": board.access, "how_to_join": board.how_to_join}
        kwargs["initial"] = usual | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        self._today = timezone.localdate(now)

    def clean_day(self) -> Any:
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


class WordFileForm(forms.Form):
    """A Word file with minutes."""

    file = forms.FileField(
        label="Word file",
        help_text="A .docx file of at most 20 MB. You can correct everything afterwards.",
        widget=forms.FileInput(
            attrs={
                "accept": ".docx,application/vnd.openxmlformats-officedocument"
                ".wordprocessingml.document"
            }
        ),
    )


class ProgressForm(forms.Form):
    """How far an action is."""

    state = forms.ChoiceField(
        choices=ActionState.choices, label="How far is it?", widget=forms.RadioSelect
    )
    note = forms.CharField(
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        label="What happened since the last time?",
        help_text="Everyone can read this.",
    )
    outcome = forms.CharField(
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        label="If it is done or dropped: what changed?",
        help_text="In plain words, for the people who raised it.",
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("state") in FINISHED and not data.get("outcome", "").strip():
            self.add_error("outcome", "Say what changed, or why it was dropped.")
        return data
