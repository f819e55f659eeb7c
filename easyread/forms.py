"""What readers fill in."""

from django import forms

from easyread.enums import Format


class FormatRequestForm(forms.Form):
    """Ask for easy read or another format."""

    format = forms.ChoiceField(
        choices=Format.choices, widget=forms.RadioSelect, label="What do you need?"
    )
    contact = forms.CharField(
        max_length=200,
        required=False,
        label="How can we reach you? (you can leave this empty)",
        help_text="An e-mail address or a phone number. We only use it to answer you.",
    )
