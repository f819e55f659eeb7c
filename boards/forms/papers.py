"""Bringing papers: what is inside counts, whatever the file is called."""

from typing import Any, BinaryIO, cast

from django import forms
from django.core.files import File
from django.core.files.uploadedfile import UploadedFile
from wagtail.documents.forms import BaseDocumentForm

from boards.files.kinds import UnacceptableFile, kind_of
from boards.models import Paper
from boards.selectors.papers import is_on_public_agenda

CHOOSE_AGAIN = "Choose the file again, please."
REFUSALS = {
    "required": "Choose the file first.",
    "empty": "This file is empty. Look whether it is the right one, and save it again.",
    "file_too_large": "This file is too big: it has %(file_size)s, and %(max_filesize)s is the "
    "most. Make its pictures smaller, or bring it in two parts.",
}


class BasePaperForm(BaseDocumentForm):
    """Wherever Wagtail takes a document in: one, several at once, in a chooser, or in place of
    another. A file that replaces one on a published agenda needs a reason."""

    change_reason = forms.CharField(
        required=False,
        max_length=300,
        label="What is different in the new file?",
        help_text="If you bring another file. Everyone reads this beside the paper: "
        "“The figures for March were corrected”",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        user = kwargs.get("user")
        self._user = user if user is not None and user.is_authenticated else None
        if "file" in self.fields:
            self.fields["file"].error_messages |= REFUSALS
        if self.instance.pk is None or "file" not in self.fields:
            del self.fields["change_reason"]
        elif "file" in self.fields:
            order = [name for name in self.fields if name != "change_reason"]
            order.insert(order.index("file") + 1, "change_reason")
            self.order_fields(order)

    def clean_file(self) -> "File[bytes]":
        file = self.cleaned_data["file"]
        if isinstance(file, UploadedFile):
            try:
                kind_of(cast(BinaryIO, file), name=file.name or "")
            except UnacceptableFile as problem:
                raise forms.ValidationError(str(problem)) from problem
            file.seek(0)
        return file

    def add_error(self, field: str | None, error: Any) -> None:
        """The paper is validated without a file that was refused: it says nothing of it."""
        told = getattr(error, "error_dict", {})
        if field is None and "file" in told and "file" in self.errors:
            told = {name: errors for name, errors in told.items() if name != "file"}
            if not told:
                return
            error = forms.ValidationError(told)
        super().add_error(field, error)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if data.get("is_restricted"):
            if not data.get("restricted_because"):
                self.add_error("restricted_because", "Say why not everyone may read this paper.")
            if not data.get("look_again_on"):
                self.add_error("look_again_on", "Say when you will look at this again.")
        if self._replaces_public_file(data) and not data.get("change_reason", "").strip():
            self.add_error("change_reason", "Say what is different in the new file.")
            self.add_error("file", CHOOSE_AGAIN)
        return data

    def _replaces_public_file(self, data: dict[str, Any]) -> bool:
        if self.instance.pk is None or not isinstance(data.get("file"), UploadedFile):
            return False
        return is_on_public_agenda(self.instance)

    def save(self, commit: bool = True) -> Paper:
        self.instance.changed_by = self._user
        self.instance.change_reason = self.cleaned_data.get("change_reason", "").strip()
        file = self.cleaned_data.get("file")
        if isinstance(file, UploadedFile):
            self.instance.brought_as = file.name or ""
        saved: Paper = super().save(commit=commit)
        return saved


class SupplementForm(forms.Form):
    """Why a paper came after the agenda."""

    reason = forms.CharField(
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        label="Why did it come late?",
        help_text="“Added on 3 March, because …”: everyone reads this beside the paper",
        error_messages={"required": "Say why this paper came late."},
    )
