"""How the boards do with easy read: each figure by itself, public, and without a score."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from boards.models import BoardPage, MinutesPage
from boards.rules.charts import easy_read_chart
from boards.selectors.easy_read_figures import Figures, RequestFigures, Shares, parity, parity_of
from easyread.enums import Format
from easyread.models import EasyReadPage, EasyReadRecord, FormatRequest
from portal.users.models import User
from tests.borough import (
    check_with_readers,
    make_agenda,
    make_easy_read,
    make_meeting,
    make_minutes,
    restrict,
)

ADDRESS = "/easy-reads/"


def out(page: Any, moment: datetime | None) -> Any:
    """As if the page had come out then."""
    Page.objects.filter(pk=page.pk).update(first_published_at=moment)
    return page


def minutes_of(board: BoardPage, now: datetime, *, days: int) -> MinutesPage:
    """Minutes that came out so many days ago, of a meeting ten days before that."""
    page = make_minutes(make_meeting(board, now - timedelta(days=days + 10)))
    out(page, now - timedelta(days=days))
    return page


def figures_of(board: BoardPage, now: datetime) -> Figures:
    return next(each.figures for each in parity(now=now).boards if each.board == board)


def test_each_state_is_counted_by_itself(carers_board: BoardPage, now: datetime) -> None:
    easy = {
        days: make_easy_read(minutes_of(carers_board, now, days=days))
        for days in (300, 200, 100, 60)
    }
    minutes_of(carers_board, now, days=20)
    check_with_readers(easy[300])
    check_with_readers(easy[200])
    EasyReadRecord.objects.filter(easy_read=easy[200]).update(original_changed_at=now)
    EasyReadPage.objects.filter(pk=easy[60].pk).update(live=False)
    agenda = make_agenda(make_meeting(carers_board, now + timedelta(days=10)))
    out(agenda, now - timedelta(days=1))
    figures = figures_of(carers_board, now)
    assert figures.minutes == Shares(checked=1, ready=1, out_of_date=1, in_preparation=1, none=1)
    assert (figures.minutes.have_one, figures.minutes.all) == (3, 5)
    assert figures.agendas == Shares(none=1)


def test_the_lag_is_that_between_first_publishings_and_what_waits_is_told(
    carers_board: BoardPage, now: datetime
) -> None:
    for days, lag in ((300, 0), (200, 4), (100, 30)):
        original = minutes_of(carers_board, now, days=days)
        out(make_easy_read(original), now - timedelta(days=days - lag))
    minutes_of(carers_board, now, days=83)
    minutes_of(carers_board, now, days=5)
    figures = figures_of(carers_board, now)
    assert (figures.lag, figures.waiting, figures.longest) == (4, 2, 83)


def test_months_before_the_first_easy_read_count_and_older_years_do_not(
    carers_board: BoardPage, now: datetime
) -> None:
    for days in (380, 350, 200):
        minutes_of(carers_board, now, days=days)
    out(make_easy_read(minutes_of(carers_board, now, days=10)), now - timedelta(days=10))
    archive = make_minutes(make_meeting(carers_board, now - timedelta(days=1500)))
    out(archive, now - timedelta(days=3))
    figures = figures_of(carers_board, now)
    assert figures.minutes == Shares(ready=1, none=2)
    assert figures.lag == 0


def test_drafts_and_restricted_pages_count_nowhere_and_are_not_named(
    client: Client, carers_board: BoardPage, autism_board: BoardPage
) -> None:
    now = timezone.now()
    shown = minutes_of(autism_board, now, days=9)
    hidden = minutes_of(carers_board, now, days=9)
    draft = make_minutes(make_meeting(carers_board, now - timedelta(days=3)), publish=False)
    out(draft, now - timedelta(days=1))
    restrict(hidden.get_parent())
    assert figures_of(carers_board, now).all == 0
    page = client.get(ADDRESS).content.decode()
    assert shown.title in page
    assert hidden.title not in page
    assert draft.title not in page


def test_what_people_asked_for_is_counted_with_the_days_to_the_answer(
    carers_board: BoardPage, autism_board: BoardPage, home: Page, now: datetime
) -> None:
    minutes = minutes_of(carers_board, now, days=50)

    def ask(page: Page, days: int, after: int | None) -> None:
        asked_at = now - timedelta(days=days)
        answered_at = None if after is None else asked_at + timedelta(days=after)
        FormatRequest.objects.create(
            page=page,
            format=Format.AUDIO,
            asked_at=asked_at,
            answered_at=answered_at,
            answer="" if after is None else "Sent.",
        )

    for days, after in ((400, 1), (40, 2), (30, 6), (20, 20), (10, None)):
        ask(minutes, days, after)
    ask(home, 5, None)
    assert figures_of(carers_board, now).requests == RequestFigures(asked=4, answered=3, days=6)
    assert figures_of(autism_board, now).requests == RequestFigures()
    assert parity(now=now).together.requests == RequestFigures(asked=5, answered=3, days=6)


def test_an_ended_boards_papers_count_for_the_board_that_goes_on(
    carers_board: BoardPage, autism_board: BoardPage, now: datetime
) -> None:
    minutes_of(carers_board, now, days=20)
    BoardPage.objects.filter(pk=carers_board.pk).update(
        closed_on=now.date(), closing_words="Done.", successor=autism_board
    )
    assert [each.board for each in parity(now=now).boards] == [autism_board]
    assert figures_of(autism_board, now).minutes.none == 1
    alone = parity_of(autism_board, forerunners=[carers_board], now=now)
    assert alone.minutes.none == 1


def test_the_page_and_the_boards_page_say_the_same(client: Client, carers_board: BoardPage) -> None:
    now = timezone.now()
    assert "No agendas or minutes came out" in client.get(ADDRESS).content.decode()
    make_easy_read(minutes_of(carers_board, now, days=40))
    missing = minutes_of(carers_board, now, days=20)
    page = client.get(ADDRESS).content.decode()
    assert "<strong>1 of 2</strong> have an easy read" in page
    assert reverse("easyread:ask", args=[missing.pk]) in page
    board = client.get(carers_board.url).content.decode()
    assert "1 of 2 minutes have one" in board
    assert f"{ADDRESS}#board-{carers_board.pk}" in board
    assert f'id="board-{carers_board.pk}"' in page


def test_what_has_no_easy_read_has_pages(client: Client, carers_board: BoardPage) -> None:
    now = timezone.localtime()  # London days: each meeting has a day of its own
    titles = [minutes_of(carers_board, now, days=days).title for days in range(1, 23)]
    first, second = (client.get(f"{ADDRESS}?page={number}").content.decode() for number in (1, 2))
    assert titles[0] in first
    assert titles[-1] not in first
    assert titles[-1] in second
    assert client.get(f"{ADDRESS}?page=nonsense").status_code == 200


def test_the_bars_add_up_and_an_empty_kind_has_none() -> None:
    chart = easy_read_chart(
        [("Minutes", Shares(checked=1, out_of_date=1, none=2)), ("Agendas", Shares())]
    )
    assert chart is not None
    (bar,) = chart.bars
    assert (bar.have_one, bar.all) == (2, 4)
    assert [(each.kind, each.x, each.width) for each in bar.pieces] == [
        ("checked", "0.00", "25.00"),
        ("out_of_date", "25.00", "25.00"),
        ("none", "50.00", "50.00"),
    ]
    assert easy_read_chart([("Agendas", Shares())]) is None


@pytest.mark.parametrize("has_easy_read", [False, True])
def test_publishing_without_an_easy_read_is_pointed_out(
    client: Client, co_chair: User, carers_board: BoardPage, has_easy_read: bool
) -> None:
    now = timezone.now()
    agenda = make_agenda(make_meeting(carers_board, now + timedelta(days=30)))
    for number in range(2):
        FormatRequest.objects.create(page=agenda, asked_at=now, contact=f"{number}")
    if has_easy_read:
        make_easy_read(agenda)
    client.force_login(co_chair)
    form = {
        "title": agenda.title,
        "slug": agenda.slug,
        "items-count": "0",
        "action-publish": "yes",
    }
    answer = client.post(reverse("wagtailadmin_pages:edit", args=[agenda.pk]), form)
    said = " ".join(str(message) for message in get_messages(answer.wsgi_request))
    warning = "There is no easy read of this yet. 2 people asked for one."
    assert (warning in said) == (not has_easy_read)
