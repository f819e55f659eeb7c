"""Closing a board, or merging it into another."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from wagtail.documents.widgets import AdminDocumentChooser

from boards.enums import BoardKind
from boards.models import BoardPage, Paper
from boards.permissions import papers_that_belong
from easyread.reach import WithinReach


class CloseBoardForm(forms.Form):
    """When a board ended, why, and who goes on with its work."""

    on = forms.DateField(label="It ended on", widget=forms.DateInput(attrs={"type": "date"}))
    words = forms.CharField(
        label="Why it ended",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Everyone can read this. For example: its work is done, and the report is out.",
    )
    into = WithinReach(
        label="Which board goes on with its work?",
        queryset=BoardPage.objects.none(),
        required=False,
        empty_label="None: the work is over",
        help_text="That board takes over the topics, and what is not finished yet.",
    )
    report = WithinReach(
        label="Its last report",
        queryset=Paper.objects.none(),
        required=False,
        widget=AdminDocumentChooser,
        help_text="Everyone can read it. A task and finish group always ends with its report.",
    )

    def __init__(
        self, *args: Any, board: BoardPage, others: QuerySet[BoardPage], **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self._board = board
        into, report = self.fields["into"], self.fields["report"]
        if isinstance(into, forms.ModelChoiceField):
            into.queryset = others
        if isinstance(report, forms.ModelChoiceField):
            report.queryset = papers_that_belong(to_board=board.path)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        needs_report = self._board.kind == BoardKind.TASK_AND_FINISH
        if needs_report and "report" not in self.errors and data.get("report") is None:
            self.add_error("report", ValidationError("Choose the report of the group."))
        return data
