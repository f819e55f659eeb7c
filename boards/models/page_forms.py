"""The editor's own checks, where a model alone can't see what was chosen."""

from typing import Any

from django.core.exceptions import ValidationError

from easyread.reach import ReachCheckedPageForm


class AgendaForm(ReachCheckedPageForm):
    """An agenda holds the papers of its own board, and those that were shared with it."""

    def clean_items(self) -> Any:
        from boards import selectors

        items = self.cleaned_data["items"]
        meeting = self.parent_page or self.instance.get_parent()
        papers = [paper for item in items for paper in item.value["papers"] if paper]
        board = meeting.path[: -meeting.steplen]
        if strangers := selectors.strangers_among(papers, board_path=board):
            titles = ", ".join(f"“{paper.title}”" for paper in strangers)
            raise ValidationError(
                f"Another board's paper: {titles}. Ask that board to share it with this one (My "
                "boards, “Papers, and who may use them”), or take it off the agenda."
            )
        return items
