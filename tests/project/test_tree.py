"""Arithmetic on the paths of the tree stands in one place."""

from pathlib import Path

import pytest

from boards.models import BoardPage, MeetingPage, MinutesPage
from boards.tree import path_of_board
from easyread.tree import children_of, depth_of, path_above, paths_above, upper_path

ROOT = Path(__file__).resolve().parents[2]


def test_paths_are_reckoned_as_the_tree_does(
    minutes: MinutesPage, held_meeting: MeetingPage, carers_board: BoardPage
) -> None:
    assert path_above(minutes.path) == held_meeting.path
    assert path_above(minutes.path, 2) == path_of_board(minutes.path) == carers_board.path
    assert path_of_board(carers_board.path) == carers_board.path
    assert depth_of(minutes.path) == minutes.depth
    above = [page.path for page in minutes.get_ancestors().order_by("depth")]
    assert paths_above(minutes.path) == above
    found = MinutesPage.objects.annotate(up=upper_path(), two_up=upper_path(2)).get()
    assert (found.up, found.two_up) == (held_meeting.path, carers_board.path)
    assert [page.above for page in children_of(MinutesPage.objects, [held_meeting.path])] == [
        held_meeting.path
    ]


@pytest.mark.parametrize("app", ["easyread", "boards", "charter", "portal"])
def test_nobody_else_knows_how_long_a_step_is(app: str) -> None:
    knowing = [
        str(file.relative_to(ROOT))
        for file in (ROOT / app).rglob("*.py")
        if "migrations" not in file.parts and "steplen" in file.read_text()
    ]
    assert knowing == (["easyread/tree.py"] if app == "easyread" else [])
