"""Choosing one board, or all."""

from typing import Any

from django import forms

from boards.models import BoardPage


class BoardFilterForm(forms.Form):
    """One board, or all; nonsense is said, and all are shown."""

    board = forms.ChoiceField(required=False)

    def __init__(self, *args: Any, boards: list[BoardPage], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["board"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", "All boards"), *((each.slug, each.title) for each in boards)]

    def chosen(self) -> str:
        """The slug of the board that was chosen; empty for all."""
        self.is_valid()
        return str(self.cleaned_data.get("board", ""))
