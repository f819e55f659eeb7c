"""Matters that boards pass on, and the answers that come back."""

from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageLogEntry

from boards import selectors, services
from boards.models import BoardPage, BoardsIndexPage, Letter, MeetingPage, PassedMatter
from boards.selectors.matters import filtered_matters, public_matters
from portal.users.models import User
from tests.borough import make_board, restrict
from tests.services.kept import kept

ASKED = "Could buses wait for people who walk slowly?"


def pass_on(
    board: BoardPage,
    to: BoardPage | str,
    now: datetime,
    *,
    meeting: MeetingPage | None = None,
    by: User | None = None,
) -> PassedMatter:
    return services.pass_matter(
        board=board,
        to_board=None if isinstance(to, str) else to,
        to_outside=to if isinstance(to, str) else "",
        title="Buses that wait",
        words=ASKED,
        agreed_by_meeting=meeting,
        passed_by=by,
        now=now,
    )


def answer(matter: PassedMatter, now: datetime, *, on: date | None = None) -> PassedMatter:
    return services.answer_matter(
        matter=matter, answer="Yes, from June.", answered_by=None, now=now, answered_on=on
    )


def words_of(boards: list[BoardPage], now: datetime) -> list[list[str]]:
    to_dos = selectors.matters_to_do(boards, now=now)
    return [[to_do.words for to_do in to_dos[board.pk]] for board in boards]


@kept
def matter(
    carers_board: BoardPage, autism_board: BoardPage, held_meeting: MeetingPage, now: datetime
) -> PassedMatter:
    """The carers board asked the autism board twelve days ago."""
    return pass_on(carers_board, autism_board, now - timedelta(days=12), meeting=held_meeting)


def test_a_matter_waits_and_its_answer_comes_back(
    client: Client,
    matter: PassedMatter,
    carers_board: BoardPage,
    autism_board: BoardPage,
    now: datetime,
) -> None:
    boards = [autism_board, carers_board]
    to_do = (
        "Answer the matter that the Carers Partnership Board passed: Buses that wait, since 12 days"
    )
    assert words_of(boards, now) == [[to_do], []]
    page = client.get(matter.get_absolute_url()).content.decode()
    assert ASKED in page
    assert "Waiting for an answer" in page
    assert "the meeting on Tuesday 17 March 2026" in page
    answer(matter, now)
    news = "Read the answer of the Autism Partnership Board to: Buses that wait"
    assert words_of(boards, now) == [[], [news]]
    page = client.get(matter.get_absolute_url()).content.decode()
    assert "Yes, from June." in page
    assert "Waiting" not in page
    assert words_of(boards, now + timedelta(days=30)) == [[], []]


def test_each_secretary_gets_one_letter(matter: PassedMatter, now: datetime) -> None:
    answer(matter, now)
    letters = Letter.objects.order_by("pk").values_list("to", "subject", "link")
    link = f"/admin/my-boards/matters/{matter.pk}/"
    assert list(letters) == [
        (
            "sy.autism@example.org",
            "Carers Partnership Board passes a matter to you: Buses that wait",
            link,
        ),
        ("sy.carers@example.org", "Autism Partnership Board answered: Buses that wait", link),
    ]


def test_the_history_of_each_board_says_who_passed_and_who_answered(
    carers_board: BoardPage, autism_board: BoardPage, co_chair: User, now: datetime
) -> None:
    matter = pass_on(carers_board, autism_board, now, by=co_chair)
    answer(matter, now)
    acts = PageLogEntry.objects.filter(action__endswith="_matter").order_by("pk")
    assert list(acts.values_list("page", "action", "user")) == [
        (carers_board.pk, "boards.pass_matter", co_chair.pk),
        (autism_board.pk, "boards.answer_matter", None),
    ]


def test_the_first_answer_stays(matter: PassedMatter, now: datetime) -> None:
    stale = PassedMatter.objects.get(pk=matter.pk)
    answer(matter, now)
    with pytest.raises(services.CannotAnswer, match="came already"):
        services.answer_matter(matter=stale, answer="No.", answered_by=None, now=now)
    assert PassedMatter.objects.get().answer == "Yes, from June."


def test_the_answer_of_an_outside_body_is_entered_by_the_board_that_asked(
    carers_board: BoardPage, now: datetime
) -> None:
    matter = pass_on(carers_board, "Health and Wellbeing Board", now - timedelta(days=9))
    words = "Enter the answer of Health and Wellbeing Board when it comes: Buses that wait"
    assert words_of([carers_board], now) == [[f"{words}, since 9 days"]]
    assert not Letter.objects.exists()
    today = timezone.localdate(now)
    for day, said in ((today - timedelta(days=10), "only passed"), (today + timedelta(1), "come")):
        with pytest.raises(services.CannotAnswer, match=said):
            answer(matter, now, on=day)
    assert answer(matter, now, on=today - timedelta(days=3)).answered_on == date(2026, 4, 13)


def test_a_matter_goes_to_one_receiver_that_is_another_board_and_goes_on(
    carers_board: BoardPage, autism_board: BoardPage, now: datetime
) -> None:
    with pytest.raises(services.CannotPass, match="one of the two"):
        pass_on(carers_board, "  ", now)
    with pytest.raises(services.CannotPass, match="another board"):
        pass_on(carers_board, carers_board, now)
    services.close_board(
        board=autism_board,
        on=timezone.localdate(now),
        reason="Done.",
        report=None,
        closed_by=None,
        now=now,
    )
    autism_board.refresh_from_db()
    with pytest.raises(services.CannotPass, match="ended on"):
        pass_on(carers_board, autism_board, now)
    assert not PassedMatter.objects.exists()


def test_the_board_that_goes_on_answers_for_the_one_that_ended(
    matter: PassedMatter,
    autism_board: BoardPage,
    boards_index: BoardsIndexPage,
    client: Client,
    now: datetime,
) -> None:
    successor = make_board(boards_index, "Board for All", "all")
    services.merge_boards(
        boards=[autism_board],
        into=successor,
        on=timezone.localdate(now),
        reason="One board is enough.",
        merged_by=None,
        now=now,
    )
    assert [len(found) for found in words_of([autism_board, successor], now)] == [0, 1]
    assert "Buses that wait" in client.get(successor.url).content.decode()


def test_both_boards_pages_show_the_matter(
    client: Client, matter: PassedMatter, carers_board: BoardPage, autism_board: BoardPage
) -> None:
    for board in (carers_board, autism_board):
        assert matter.get_absolute_url() in client.get(board.url).content.decode()


def test_waiting_matters_come_first_and_a_board_can_be_chosen(
    carers_board: BoardPage, autism_board: BoardPage, boards_index: BoardsIndexPage, now: datetime
) -> None:
    other = make_board(boards_index, "Open Board", "open")
    old = pass_on(carers_board, "A hospital", now - timedelta(days=50))
    answered = pass_on(autism_board, other, now - timedelta(days=90))
    young = pass_on(other, carers_board, now - timedelta(days=2))
    answer(answered, now)
    assert list(public_matters()) == [old, young, answered]
    assert list(filtered_matters(board="carers")) == [old, young]
    assert list(filtered_matters(board="open")) == [young, answered]


@pytest.mark.parametrize("hidden", ["carers_board", "autism_board"])
def test_a_matter_of_a_restricted_board_is_not_there_for_strangers(
    client: Client, matter: PassedMatter, request: pytest.FixtureRequest, hidden: str
) -> None:
    assert "Buses that wait" in client.get("/matters/").content.decode()
    restrict(request.getfixturevalue(hidden))
    assert client.get(matter.get_absolute_url()).status_code == 404
    assert "Buses that wait" not in client.get("/matters/").content.decode()
    for slug in ("carers", "autism"):
        page = client.get(f"/boards/{slug}/").content.decode()
        assert "Buses that wait" not in page


def test_a_restricted_meeting_is_not_named_with_the_matter(
    client: Client, matter: PassedMatter, held_meeting: MeetingPage
) -> None:
    assert "17 March 2026" in client.get(matter.get_absolute_url()).content.decode()
    restrict(held_meeting)
    assert "17 March 2026" not in client.get(matter.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    "query", ["?board=nobody", "?board=%00", "?page=999", "?page=%00", "?board=" + "x" * 5000]
)
def test_nonsense_in_the_address_gets_a_page(
    client: Client, matter: PassedMatter, query: str
) -> None:
    assert client.get(f"/matters/{query}").status_code == 200


def test_many_matters_cost_what_one_costs_and_have_pages(
    client: Client, matter: PassedMatter, carers_board: BoardPage, now: datetime
) -> None:
    def cost(address: str) -> int:
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        return len(queries)

    pages = ["/matters/", carers_board.url]
    of_one = [cost(page) for page in pages]
    for _ in range(21):
        pass_on(carers_board, "A hospital", now)
    assert [cost(page) for page in pages] == of_one
    assert "Page 1 of 2" in client.get("/matters/").content.decode()
    assert "See all matters of this board" in client.get(carers_board.url).content.decode()
