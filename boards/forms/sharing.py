"""Which other boards may use a paper."""

from typing import Any

from django import forms

from boards.models import BoardPage


class SharePaperForm(forms.Form):
    """A tick for each board that may show the paper."""

    boards = forms.MultipleChoiceField(
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label="Which other boards may use it?",
        help_text="They can put it on their agendas. Take a tick away, and it is gone from there.",
    )

    def __init__(self, *args: Any, boards: list[BoardPage], **more: Any) -> None:
        super().__init__(*args, **more)
        self._boards = {str(board.pk): board for board in boards}
        field = self.fields["boards"]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = [(pk, board.title) for pk, board in self._boards.items()]

    def chosen(self) -> list[BoardPage]:
        return [self._boards[pk] for pk in self.cleaned_data["boards"]]
