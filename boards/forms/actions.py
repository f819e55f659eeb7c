"""Choosing which actions to see, and saying how far one is."""

from typing import Any

from django import forms
from taggit.models import Tag

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

    def __init__(
        self, *args: Any, boards: list[BoardPage], topics: list[Tag], **kwargs: Any
    ) -> None:
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
