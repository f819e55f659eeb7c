"""Fixtures that are made once: each test finds what its own make, and nothing that others did."""

import pytest

from boards.models import BoardPage, MinutesPage
from portal.home.models import HomePage
from tests.services.kept import steps_to


@pytest.mark.parametrize("turn", ["first", "second"])
def test_what_a_test_changes_is_undone_for_the_next(
    carers_board: BoardPage, minutes: MinutesPage, turn: str
) -> None:
    assert carers_board.title == "Carers Partnership Board"
    assert BoardPage.objects.get() == carers_board
    assert MinutesPage.objects.get().title == minutes.title != "Changed"
    assert not minutes.actions.filter(text="Changed").exists()
    carers_board.title = minutes.title = "Changed"
    carers_board.save()
    minutes.save()
    minutes.actions.update(text="Changed")


def test_a_site_without_boards_has_none(home: HomePage) -> None:
    assert not BoardPage.objects.exists()


def test_what_is_named_only_while_a_test_runs_is_made_then(
    carers_board: BoardPage, request: pytest.FixtureRequest
) -> None:
    autism_board = request.getfixturevalue("autism_board")
    assert set(BoardPage.objects.all()) == {carers_board, autism_board}


def test_a_fixture_comes_after_those_that_it_is_made_of(
    minutes: MinutesPage, request: pytest.FixtureRequest
) -> None:
    names = [step.name for step in steps_to(request.node)]
    assert names == ["home", "boards_index", "carers_board", "held_meeting", "minutes"]
