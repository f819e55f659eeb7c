"""Bringing minutes in."""

from django import forms

WORD_KINDS = (
    ".docx",
    ".odt",
    ".doc",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.oasis.opendocument.text",
    "application/msword",
)


class WordFileForm(forms.Form):
    """A Word file with minutes."""

    file = forms.FileField(
        label="Word file",
        help_text="A .docx, .odt or .doc file of at most 20 MB. "
        "You check what was found in it before anything goes into the minutes.",
        widget=forms.FileInput(attrs={"accept": ",".join(WORD_KINDS)}),
        error_messages={
            "required": "Choose the file first.",
            "empty": "This file is empty. Open it in Word, look whether it is the right one, "
            "and save it again.",
        },
    )
