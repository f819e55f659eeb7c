"""What readers fill in."""

from typing import Any

from django import forms
from django.http import HttpRequest, QueryDict

from easyread.enums import Format


class FormatRequestForm(forms.Form):
    """Ask for easy read or another format."""

    format = forms.ChoiceField(
        choices=Format.choices,
        widget=forms.RadioSelect,
        label="What do you need?",
        error_messages={"required": "Choose what you need."},
    )
    language = forms.CharField(
        max_length=60,
        required=False,
        label="Which language?",
        help_text="Only if you chose another language. For example: Polish, or British Sign "
        "Language.",
    )
    contact = forms.CharField(
        max_length=200,
        required=False,
        label="How can we reach you? (you can leave this empty)",
        help_text="An e-mail address, a phone number or a postal address. We only use it to answer "
        "you. We delete it 90 days after our answer, and after a year at the latest.",
    )
    # People do not see this field; programs that fill in every field do.
    leave_empty = forms.CharField(max_length=200, required=False, label="Leave this empty")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("format") != Format.LANGUAGE:
            data["language"] = ""
        elif not data.get("language") and "language" not in self.errors:
            self.add_error("language", "Write which language you need.")
        if self.data.get("leave_empty"):
            raise forms.ValidationError(
                "We could not tell whether a person wrote this. Please press the button again."
            )
        return data


def posted(request: HttpRequest) -> QueryDict | None:
    """What a form sent, were it nothing at all; None where somebody only looks."""
    return request.POST if request.method == "POST" else None
