"""The screen on which boards are closed and merged, and addresses of boards with a new name."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from boards import services
from boards.models import BoardPage, MeetingPage, MinutesPage
from boards.permissions import can_close_boards
from portal.users.models import User
from tests.borough import make_meeting, restrict


@pytest.fixture
def keeper(db: None) -> User:
    """Looks after the whole site."""
    return User.objects.create_superuser("keeper", password="a long enough password")


def close_address(board: BoardPage) -> str:
    return reverse("boards_admin:close_board", args=[board.pk])


def closing_data(**changes: str) -> dict[str, str]:
    return {"on": timezone.localdate().isoformat(), "words": "Its work is done."} | changes


def is_open(board: BoardPage) -> bool:
    return not BoardPage.objects.get(pk=board.pk).has_ended


def test_who_looks_after_the_list_of_boards_closes_one_and_opens_it_again(
    client: Client, keeper: User, carers_board: BoardPage, autism_board: BoardPage
) -> None:
    client.force_login(keeper)
    address = close_address(carers_board)
    assert "What will happen" in client.get(address).content.decode()
    answer = client.post(address, closing_data(into=str(autism_board.pk)), follow=True)
    assert "The board has ended." in answer.content.decode()
    carers_board.refresh_from_db()
    assert carers_board.successor == autism_board
    client.post(reverse("boards_admin:reopen_board", args=[carers_board.pk]))
    assert is_open(carers_board)


def test_a_co_chair_reads_what_is_in_the_way_but_closes_nothing(
    client: Client, co_chair: User, other_co_chair: User, carers_board: BoardPage
) -> None:
    make_meeting(carers_board, timezone.now() + timedelta(days=9))
    address = close_address(carers_board)
    client.force_login(co_chair)
    page = client.get(address).content.decode()
    assert "Cancel them before you close the board" in page
    assert "Only the people who look after the list of all boards" in page
    assert client.post(address, closing_data()).status_code == 404
    assert (
        client.post(reverse("boards_admin:reopen_board", args=[carers_board.pk])).status_code == 404
    )
    client.force_login(other_co_chair)
    assert client.get(address).status_code == 404
    assert is_open(carers_board)


def test_only_who_may_publish_the_list_of_boards_may_close_one(
    keeper: User, co_chair: User, officer: User, member: User
) -> None:
    assert [can_close_boards(user) for user in (keeper, co_chair, officer, member)] == [
        True,
        False,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"words": ""}, "This is empty"),
        ({"on": "31/02/2026"}, "This is not a date"),
        ({"on": "2999-01-01"}, "still to come"),
        ({"into": "999999"}, "not in the list"),
        ({"into": "no\x00body"}, "There is a sign in it that cannot be kept"),
        ({"words": "x" * 1001}, "At most 1000, please"),
        ({"report": "999999"}, "not in the list"),
    ],
)
def test_nonsense_is_said_and_what_was_typed_stays(
    client: Client, keeper: User, carers_board: BoardPage, changes: dict[str, str], said: str
) -> None:
    client.force_login(keeper)
    answer = client.post(close_address(carers_board), closing_data(**changes))
    page = answer.content.decode()
    assert answer.status_code == 200
    assert said in page
    assert changes.get("words", "Its work is done.") in page
    assert is_open(carers_board)


def test_the_screen_lists_the_meetings_that_are_in_the_way(
    client: Client, keeper: User, carers_board: BoardPage
) -> None:
    coming = make_meeting(carers_board, timezone.now() + timedelta(days=9))
    client.force_login(keeper)
    answer = client.post(close_address(carers_board), closing_data())
    page = answer.content.decode()
    assert "still has meetings to come" in page
    assert reverse("wagtailadmin_pages:edit", args=[coming.pk]) in page
    assert is_open(carers_board)


Rename = Callable[[BoardPage, str], None]


@pytest.fixture
def rename(django_capture_on_commit_callbacks: Any) -> Rename:
    """Give a board another name in its address, as an editor does."""

    def give(board: BoardPage, slug: str) -> None:
        with django_capture_on_commit_callbacks(execute=True):
            board.slug = slug
            board.save_revision().publish()

    return give


def test_old_addresses_of_a_board_with_a_new_name_lead_to_the_new_ones(
    client: Client, carers_board: BoardPage, minutes: MinutesPage, rename: Rename
) -> None:
    old = [carers_board.url, minutes.get_parent().url, minutes.url]
    rename(BoardPage.objects.get(pk=carers_board.pk), "carers-and-families")
    for address in old:
        answer = client.get(address)
        assert answer.status_code == 301, address
        new = address.replace("/carers/", "/carers-and-families/")
        assert answer.headers["Location"].rstrip("/") == new.rstrip("/")
        assert client.get(new).status_code == 200


@pytest.mark.parametrize(
    "address", ["/past-meetings/{}/", "/attendance/{}/", "/visits/{}/", "/charter/boards/{}/"]
)
def test_our_own_addresses_follow_a_board_through_two_new_names(
    client: Client, carers_board: BoardPage, rename: Rename, address: str
) -> None:
    rename(carers_board, "carers-two")
    rename(carers_board, "carers-three")
    for name in ("carers", "carers-two"):
        answer = client.get(address.format(name) + "?page=1")
        assert answer.status_code == 301
        assert answer.headers["Location"] == address.format("carers-three") + "?page=1"
    assert client.get(address.format("carers-three")).status_code == 200
    assert client.get(address.format("arers")).status_code == 404
    restrict(carers_board)
    assert client.get(address.format("carers")).status_code == 404


def test_a_new_board_may_take_over_a_name_that_became_free(
    client: Client, carers_board: BoardPage, autism_board: BoardPage, rename: Rename
) -> None:
    rename(carers_board, "carers-two")
    rename(autism_board, "carers")
    assert client.get("/past-meetings/carers/").context["board"] == autism_board


def test_the_end_stands_in_the_history_of_the_page(
    client: Client, keeper: User, carers_board: BoardPage, now: datetime
) -> None:
    services.close_board(
        board=carers_board,
        on=timezone.localdate(now),
        reason="Done.",
        report=None,
        closed_by=keeper,
        now=now,
    )
    client.force_login(keeper)
    history = client.get(reverse("wagtailadmin_pages:history", args=[carers_board.pk]))
    assert "The board ended" in history.content.decode()
    assert MeetingPage.objects.count() == 0
