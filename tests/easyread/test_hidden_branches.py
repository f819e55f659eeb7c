"""Which pages are hidden is asked once while an answer only reads, and never remembered longer."""

from collections.abc import Iterator

import pytest
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from boards.models import BoardPage, MeetingPage
from boards.selectors.public import is_public, public_boards
from easyread.middleware import AskedOnceMiddleware
from easyread.visibility import hidden_branches_asked_once
from tests.borough import restrict


class Undone(Exception):
    """What was done in the transaction is taken back."""


@pytest.fixture
def asked(db: None) -> Iterator[CaptureQueriesContext]:
    with CaptureQueriesContext(connection) as queries:
        yield queries


def times(asked: CaptureQueriesContext) -> int:
    return sum(
        "wagtailcore_pageviewrestriction" in one["sql"] and "UNION" in one["sql"]
        for one in asked.captured_queries
    )


def test_within_an_answer_it_is_asked_once_and_elsewhere_each_time(
    carers_board: BoardPage, asked: CaptureQueriesContext
) -> None:
    with hidden_branches_asked_once():
        assert is_public(carers_board)
        assert carers_board in public_boards()
    assert times(asked) == 1
    assert is_public(carers_board)
    assert is_public(carers_board)
    assert times(asked) == 3


def test_a_page_of_the_site_asks_once(
    client: Client, carers_board: BoardPage, asked: CaptureQueriesContext
) -> None:
    assert client.get(carers_board.url).status_code == 200
    assert times(asked) == 1


def test_what_is_hidden_meanwhile_is_hidden_at_once(
    carers_board: BoardPage, coming_meeting: MeetingPage
) -> None:
    with hidden_branches_asked_once():
        assert is_public(coming_meeting)
        restrict(carers_board)
        assert not is_public(coming_meeting)
    assert not is_public(coming_meeting)


def test_what_is_taken_down_meanwhile_hides_what_stands_below(
    carers_board: BoardPage, coming_meeting: MeetingPage
) -> None:
    with hidden_branches_asked_once():
        assert is_public(coming_meeting)
        carers_board.unpublish()
        assert not is_public(coming_meeting)


def test_what_was_opened_and_taken_back_is_hidden_still(
    carers_board: BoardPage, coming_meeting: MeetingPage
) -> None:
    restrict(carers_board)
    with hidden_branches_asked_once():
        with pytest.raises(Undone), transaction.atomic():
            PageViewRestriction.objects.all().delete()
            assert is_public(coming_meeting)
            raise Undone
        assert not is_public(coming_meeting)


@pytest.mark.parametrize(("method", "asks"), [("GET", 1), ("HEAD", 1), ("POST", 2)])
def test_who_sends_something_is_told_what_holds_now(
    method: str, asks: int, carers_board: BoardPage, asked: CaptureQueriesContext
) -> None:
    def answer(request: HttpRequest) -> HttpResponse:
        assert is_public(carers_board)
        assert is_public(carers_board)
        return HttpResponse()

    AskedOnceMiddleware(answer)(RequestFactory().generic(method, "/"))
    assert times(asked) == asks
