"""Reaching the owner of an action, and what an owner says by the link in an e-mail."""

from typing import Any

from django import forms

from boards.enums import FINISHED, ActionState

LONGEST = 2000


class OwnerForm(forms.Form):
    """Where the owner of an action is reached."""

    email = forms.EmailField(
        required=False,
        max_length=254,
        label="E-mail of who does it",
        help_text="Never shown to the public. It is deleted when the action is finished.",
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if "send" in self.data and not data.get("email") and not self.errors:
            self.add_error("email", "Give the e-mail address to which the link goes.")
        return data


class OwnerReportForm(forms.Form):
    """How far an action is, in the words of who does it."""

    state = forms.ChoiceField(
        choices=[
            (ActionState.OPEN, "Not begun"),
            (ActionState.IN_PROGRESS, "I am working on it"),
            (ActionState.DONE, "It is done"),
            (ActionState.DROPPED, "It will not be done"),
        ],
        label="How far is it?",
        widget=forms.RadioSelect,
    )
    note = forms.CharField(
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        label="What happened?",
        help_text="Everyone can read this on the website.",
    )
    outcome = forms.CharField(
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        label="If it is done: what changed for people? If not: why?",
        help_text="Only if it is done, or will not be done. Everyone can read this too.",
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if (
            data.get("state") in FINISHED
            and not data.get("outcome")
            and "outcome" not in self.errors
        ):
            self.add_error("outcome", "Say what changed, or why it will not be done.")
        if data.get("state") not in {None, *FINISHED} and data.get("outcome"):
            self.add_error(
                "outcome",
                "Is it done? Then choose “It is done”. If not, move this to “What happened?”.",
            )
        return data
