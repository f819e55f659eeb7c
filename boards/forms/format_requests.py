"""Answering what a reader asked for."""

from django import forms


class AnswerFormatRequestForm(forms.Form):
    """What was done, in words."""

    answer = forms.CharField(
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
        label="What did you do?",
        help_text="For example: “We sent the minutes in large print by post on 3 March.” Who asked "
        "reads this, where there is an e-mail address.",
        error_messages={"required": "Write what you did."},
    )
