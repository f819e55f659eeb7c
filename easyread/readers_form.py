"""What is asked after readers went through an easy read together."""

from datetime import date
from typing import Any

from django import forms

from easyread.enums import ReadersQuestion, ReadersVerdict

_CHOICES = [(verdict.value, verdict.label) for verdict in ReadersVerdict]


class ReadersCheckForm(forms.Form):
    """Who read it and when, an answer to each question, and what they remarked."""

    readers = forms.CharField(
        max_length=200,
        label="Who read it?",
        help_text="Names or initials, as the readers wish, with commas between. When they say yes "
        "to all, everybody can see these on the easy read.",
        error_messages={"required": "Write who read it: names or initials."},
    )
    checked_on = forms.DateField(
        label="On which day?",
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={
            "required": "Say on which day they read it.",
            "invalid": "Write the day like this: 2026-03-12.",
        },
    )
    remarks = forms.CharField(
        required=False,
        max_length=2000,
        label="What did they say?",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Which words or pictures were hard? Only your colleagues see this.",
    )

    words = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, today: date, words_now: str, **kwargs: Any) -> None:
        """``words_now`` is the fingerprint of the words as they stand in the editor."""
        super().__init__(*args, **kwargs)
        self.today = today
        self.words_now = words_now
        for question in ReadersQuestion:
            self.fields[question.value] = forms.ChoiceField(
                choices=_CHOICES,
                widget=forms.RadioSelect,
                label=question.label,
                error_messages={"required": "Answer this question: yes, no or not sure."},
            )
        self.order_fields(["readers", "checked_on", *ReadersQuestion.values, "remarks", "words"])

    def clean_checked_on(self) -> date:
        day: date = self.cleaned_data["checked_on"]
        if day > self.today:
            raise forms.ValidationError("This day is still to come.")
        return day

    def clean(self) -> dict[str, Any]:
        """What was changed after the readers read it was not read."""
        cleaned = super().clean() or {}
        if cleaned.get("words") != self.words_now:
            self.data = {name: self.data[name] for name in self.data} | {"words": self.words_now}
            raise forms.ValidationError(
                "The words were changed after you opened this page. Look whether the readers read "
                "them as they are now; then keep the check once more."
            )
        return cleaned

    @property
    def answers(self) -> dict[ReadersQuestion, ReadersVerdict]:
        """The answer to each question; only of a form that is valid."""
        return {each: ReadersVerdict(self.cleaned_data[each.value]) for each in ReadersQuestion}

    @property
    def are_content(self) -> bool:
        return set(self.answers.values()) == {ReadersVerdict.YES}
