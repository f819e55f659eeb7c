"""The editor's own checks, where a model alone can't see what was chosen."""

from typing import Any

from django.core.exceptions import ValidationError

from easyread.reach import ReachCheckedPageForm


class MeetingForm(ReachCheckedPageForm):
    """A meeting as the editor sees it: its own board needs not be named among the others."""

    def clean_joint_with(self) -> Any:
        boards = self.cleaned_data["joint_with"]
        host = self.parent_page
        if host is not None and any(board.pk == host.pk for board in boards):
            raise ValidationError(
                "This is the meeting of this board already. Choose only the other boards."
            )
        before = (
            {board.pk for board in self.instance.joint_with.all()} if self.instance.pk else set()
        )
        ended = [board.title for board in boards if board.closed_on and board.pk not in before]
        if ended:
            raise ValidationError(f"Ended already: {', '.join(ended)}. Choose boards that go on.")
        return boards


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
