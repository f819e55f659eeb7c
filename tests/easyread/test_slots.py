"""What apps above show on a page that knows nothing of them."""

import pytest
from django.test import Client
from django.urls import reverse

from boards.models import BoardPage
from charter.enums import Signatories
from charter.models import Charter
from easyread import slots


def test_a_board_shows_how_it_stands_to_the_charter(
    client: Client, carers_board: BoardPage
) -> None:
    address = reverse("charter:board", args=[carers_board.slug])
    assert address in client.get(carers_board.url).content.decode()
    Charter.objects.update(signed_by=Signatories.ORGANISATIONS)
    assert address not in client.get(carers_board.url).content.decode()


def test_the_senate_shows_its_digests_and_no_other_board_does(
    client: Client, carers_board: BoardPage
) -> None:
    assert "Read the digests" not in client.get(carers_board.url).content.decode()
    BoardPage.objects.update(kind="senate")
    assert "Read the digests" in client.get(carers_board.url).content.decode()


def test_a_place_that_nobody_fills_is_empty(carers_board: BoardPage) -> None:
    assert slots.shown_at("nowhere", carers_board) == ""


def test_who_came_first_stands_first_and_who_has_nothing_to_say_is_not_there(
    carers_board: BoardPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slots, "_filled", {})
    slots.fills("here", "charter/on_board_page.html", lambda page: None)
    slots.fills("here", "digests/on_board_page.html", lambda page: {})
    slots.fills("here", "components/empty.html", lambda page: {"words": f"No {page.title}"})
    shown = slots.shown_at("here", carers_board)
    assert 0 < shown.index("The digest") < shown.index(f"No {carers_board.title}")
    assert "The charter" not in shown
