"""Who may see a page."""

from typing import Any

from django import forms

from boards.enums import Audience


class AudienceForm(forms.Form):
    """Who may see it, and why that changes."""

    audience = forms.ChoiceField(
        choices=Audience.choices,
        widget=forms.RadioSelect,
        label="Who may see it?",
        help_text="This is for the page and all that stands below it.",
    )
    reason = forms.CharField(
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        label="Why?",
        help_text="It is kept with the trail of the minutes, with your name and the day.",
        error_messages={"required": "Say why."},
    )

    def __init__(self, *args: Any, of_a_board: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        field = self.fields["audience"]
        if not of_a_board and isinstance(field, forms.ChoiceField):
            field.choices = [each for each in Audience.choices if each[0] != Audience.THE_BOARD]
