"""Visits between boards: told by either board, read on both boards' pages."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from boards.models import BoardPage, BoardsIndexPage, Visit
from boards.services.visits import (
    VisitStillToCome,
    VisitToItself,
    correct_visit,
    remove_visit,
    tell_visit,
)
from portal.users.models import User
from tests.borough import make_board, restrict
from tests.services.kept import kept

TODAY = date(2026, 4, 16)
WORDS = "They showed us their quiet room."


@kept
def visit(carers_board: BoardPage, autism_board: BoardPage) -> Visit:
    """The carers were at the autism board."""
    return tell_visit(
        visitor=carers_board,
        visited=autism_board,
        visited_on=TODAY,
        words=WORDS,
        told_by=None,
        today=TODAY,
    )


def data(board: BoardPage, /, **changes: str) -> dict[str, str]:
    filled = {
        "direction": "made",
        "other": str(board.pk),
        "visited_on": timezone.localdate().isoformat(),
        "words": "We told them of the late bus.",
    }
    return filled | changes


def new(board: BoardPage) -> str:
    return reverse("boards_admin:new_visit", args=[board.pk])


def test_both_boards_tell_a_visit_each_in_its_own_words(client: Client, visit: Visit) -> None:
    for address in ("/boards/carers/", "/visits/carers/"):
        page = client.get(address).content.decode()
        assert 'We went to the <a href="/boards/autism/">' in page
        assert WORDS in page
    for address in ("/boards/autism/", "/visits/autism/"):
        page = client.get(address).content.decode()
        assert 'The <a href="/boards/carers/">Carers Partnership Board</a> came to us' in page
        assert WORDS in page


def test_a_board_page_shows_the_latest_three_and_the_list_has_pages(
    client: Client, visit: Visit, carers_board: BoardPage, autism_board: BoardPage
) -> None:
    for number in range(1, 12):
        Visit.objects.create(
            visitor=autism_board,
            visited=carers_board,
            visited_on=TODAY - timedelta(days=number),
            words=f"Visit {number}.",
        )
    page = client.get(carers_board.url).content.decode()
    assert [words in page for words in (WORDS, "Visit 1.", "Visit 2.", "Visit 3.")] == [
        True,
        True,
        True,
        False,
    ]
    first = client.get("/visits/carers/").content.decode()
    assert "Page 1 of 2" in first
    assert "Visit 11." not in first
    assert "Visit 11." in client.get("/visits/carers/?page=2").content.decode()
    assert client.get("/visits/carers/?page=nonsense").status_code == 200


def test_no_visit_is_said(client: Client, carers_board: BoardPage) -> None:
    assert "There is no visit to read about yet." in client.get("/visits/carers/").content.decode()
    assert "Visits between boards" not in client.get(carers_board.url).content.decode()


def test_a_visit_to_a_board_that_strangers_may_not_see_is_not_told(
    client: Client, visit: Visit, autism_board: BoardPage
) -> None:
    restrict(autism_board)
    for address in ("/boards/carers/", "/visits/carers/"):
        page = client.get(address).content.decode()
        assert WORDS not in page
        assert "Autism" not in page


def test_the_services_refuse_what_cannot_be(visit: Visit, autism_board: BoardPage) -> None:
    tomorrow = TODAY + timedelta(days=1)

    def tell(visitor: BoardPage, on: date) -> None:
        visited = visit.visited
        tell_visit(
            visitor=visitor, visited=visited, visited_on=on, words="x", told_by=None, today=TODAY
        )

    def correct(visitor: BoardPage, on: date) -> None:
        visited = visit.visited
        correct_visit(
            visit=visit, visitor=visitor, visited=visited, visited_on=on, words="x", today=TODAY
        )

    for verb in (tell, correct):
        with pytest.raises(VisitStillToCome, match="still to come"):
            verb(visit.visitor, tomorrow)
        with pytest.raises(VisitToItself, match="another board"):
            verb(autism_board, TODAY)
    assert Visit.objects.get().words == WORDS
    remove_visit(visit=visit)
    remove_visit(visit=visit)
    assert not Visit.objects.exists()


def test_a_co_chair_tells_of_a_visit_made_and_of_one_received(
    client: Client, co_chair: User, carers_board: BoardPage, autism_board: BoardPage
) -> None:
    client.force_login(co_chair)
    assert client.get(new(carers_board)).status_code == 200
    answer = client.post(new(carers_board), data(autism_board))
    assert answer.headers["Location"] == reverse("boards_admin:visits", args=[carers_board.pk])
    client.post(new(carers_board), data(autism_board, direction="received"))
    made, received = Visit.objects.order_by("pk")
    assert (made.visitor, made.visited) == (carers_board, autism_board)
    assert (received.visitor, received.visited) == (autism_board, carers_board)
    assert made.told_by == co_chair
    page = client.get(answer.headers["Location"]).content.decode()
    assert "We went to the Autism Partnership Board" in page
    assert "The Autism Partnership Board came to us" in page


def test_either_board_corrects_and_removes_a_visit(
    client: Client, co_chair: User, other_co_chair: User, visit: Visit
) -> None:
    addresses = [
        (user, reverse("boards_admin:visit", args=[board.pk, visit.pk]), board, other)
        for user, board, other in (
            (co_chair, visit.visitor, visit.visited),
            (other_co_chair, visit.visited, visit.visitor),
        )
    ]
    for user, address, board, other in addresses:
        client.force_login(user)
        assert WORDS in client.get(address).content.decode()
        direction = "made" if board == visit.visitor else "received"
        client.post(address, data(other, direction=direction, words=f"Put right by {user}."))
        visit.refresh_from_db()
        assert visit.words == f"Put right by {user}."
        assert visit.visitor.slug == "carers"
        Visit.objects.update(words=WORDS)
    remove = reverse("boards_admin:remove_visit", args=[visit.visited.pk, visit.pk])
    assert client.get(remove).status_code == 405
    client.post(remove)
    assert not Visit.objects.exists()
    assert client.post(remove).status_code == 404


def test_strangers_to_both_boards_find_nothing_and_change_nothing(
    client: Client,
    boards_index: BoardsIndexPage,
    co_chair: User,
    officer: User,
    member: User,
    visit: Visit,
) -> None:
    third = make_board(boards_index, "Forum", "forum")
    fourth = make_board(boards_index, "Group", "group")
    Visit.objects.create(visitor=third, visited=fourth, visited_on=TODAY, words="Secret")
    of_others = Visit.objects.get(words="Secret")
    tries = [
        (co_chair, new(third), 404),
        (co_chair, reverse("boards_admin:visits", args=[third.pk]), 404),
        (co_chair, reverse("boards_admin:visit", args=[third.pk, of_others.pk]), 404),
        (co_chair, reverse("boards_admin:visit", args=[visit.visitor_id, of_others.pk]), 404),
        (
            co_chair,
            reverse("boards_admin:remove_visit", args=[visit.visitor_id, of_others.pk]),
            404,
        ),
        (officer, new(third), 404),
        (officer, reverse("boards_admin:remove_visit", args=[third.pk, of_others.pk]), 404),
        (member, new(third), 302),
    ]
    for user, address, status in tries:
        client.force_login(user)
        assert client.post(address, data(visit.visited)).status_code in {status, 405}, address
        assert client.get(address).status_code in {status, 405}, address
    assert set(Visit.objects.values_list("words", flat=True)) == {WORDS, "Secret"}


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"visited_on": "2199-01-01"}, "This day is still to come"),
        ({"visited_on": "1066-10-14"}, "Is the year right?"),
        ({"visited_on": "31 February"}, "This is not a date"),
        ({"other": ""}, "This is empty"),
        ({"other": "999999999999999999999"}, "not in the list"),
        ({"other": "self"}, "not in the list"),
        ({"direction": "sideways"}, "not in the list"),
        ({"words": " "}, "This is empty"),
        ({"words": "x" * 2001}, "At most 2000, please"),
        ({"words": "a\x00b"}, "There is a sign in it that cannot be kept"),
    ],
)
def test_nonsense_is_said_and_loses_nothing(
    client: Client,
    co_chair: User,
    carers_board: BoardPage,
    autism_board: BoardPage,
    changes: dict[str, str],
    words: str,
) -> None:
    if changes.get("other") == "self":
        changes = {"other": str(carers_board.pk)}
    client.force_login(co_chair)
    answer = client.post(new(carers_board), data(autism_board, **changes))
    assert answer.status_code == 200
    page = answer.content.decode()
    assert words in page
    if "words" not in changes:
        assert "We told them of the late bus." in page
    assert not Visit.objects.exists()


def test_boards_that_ended_or_are_hidden_cannot_be_named(
    client: Client, co_chair: User, carers_board: BoardPage, autism_board: BoardPage
) -> None:
    client.force_login(co_chair)
    assert "Autism Partnership Board" in client.get(new(carers_board)).content.decode()
    restrict(autism_board)
    assert "Autism Partnership Board" not in client.get(new(carers_board)).content.decode()
    client.post(new(carers_board), data(autism_board))
    assert not Visit.objects.exists()


def test_a_visit_can_be_corrected_after_the_other_board_ended(
    client: Client, co_chair: User, visit: Visit
) -> None:
    BoardPage.objects.filter(pk=visit.visited_id).update(closed_on=TODAY, closing_words="Done.")
    client.force_login(co_chair)
    address = reverse("boards_admin:visit", args=[visit.visitor_id, visit.pk])
    client.post(address, data(visit.visited, words="Put right."))
    visit.refresh_from_db()
    assert visit.words == "Put right."


def test_ten_visits_cost_what_one_costs(client: Client, visit: Visit) -> None:
    def queries(address: str) -> int:
        client.get(address)
        with CaptureQueriesContext(connection) as made:
            assert client.get(address).status_code == 200
        return len(made)

    addresses = ("/visits/carers/", "/boards/carers/")
    of_one = [queries(address) for address in addresses]
    for number in range(9):
        Visit.objects.create(
            visitor=visit.visited, visited=visit.visitor, visited_on=TODAY, words=f"{number}"
        )
    assert [queries(address) for address in addresses] == of_one
