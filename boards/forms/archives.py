"""Bringing a folder of old minutes in."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from boards.old_minutes import MAX_ZIP_BYTES


class ArchiveForm(forms.Form):
    """A .zip of a folder with a manifest."""

    title = forms.CharField(
        max_length=160,
        label="What is it?",
        help_text="For example: Minutes of the Carers board, 2016 to 2025",
    )
    file = forms.FileField(
        label="The .zip file",
        help_text=f"At most {MAX_ZIP_BYTES // 2**20} MB: the folder with manifest.csv in it.",
        widget=forms.FileInput(attrs={"accept": ".zip,application/zip"}),
    )
    publishes = forms.BooleanField(
        required=False,
        label="Publish minutes at once in which nothing is uncertain",
        help_text="All others stay drafts, to be checked. Without this tick, all are drafts.",
    )

    def clean_file(self) -> "UploadedFile[bytes]":
        file = self.cleaned_data["file"]
        if file.size > MAX_ZIP_BYTES:
            raise ValidationError("This file is too large. Divide the folder into several.")
        return file
