"""Who leads a board, which seats are empty, and whose term ends."""

from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from boards.enums import BoardKind, Role
from boards.models import BoardPage, BoardsIndexPage, Member
from boards.selectors.people import Gap, ending_terms, leaders_of, people_to_do
from tests.borough import make_board
from tests.services.kept import kept
from tests.shown import without_explained_words

TODAY = date(2026, 4, 16)


def serving(board: BoardPage) -> list[Member]:
    return list(Member.objects.serving(on=TODAY).filter(board=board).order_by("pk"))


def gaps(board: BoardPage) -> list[Gap]:
    return leaders_of(board, serving(board)).gaps


def liaisons(board: BoardPage) -> list[str]:
    people = leaders_of(board, serving(board)).people
    return [leader.member.name for leader in people if leader.is_liaison]


def page_of(board: BoardPage) -> str:
    answer = Client().get(board.url)
    assert answer.status_code == 200
    return without_explained_words(answer.content.decode())


def seat(board: BoardPage, role: str) -> Member:
    return Member.objects.get(board=board, role=role)


def test_a_full_board_has_no_gap_and_its_officer_is_the_liaison(carers_board: BoardPage) -> None:
    assert gaps(carers_board) == []
    assert liaisons(carers_board) == ["Ola Penn"]
    page = page_of(carers_board)
    assert page.count("Liaison officer: speaks for the board with the council") == 1
    assert "This seat is empty" not in page


def test_who_is_ticked_is_the_liaison_in_place_of_the_officer(carers_board: BoardPage) -> None:
    Member.objects.create(board=carers_board, name="Ren Ash", is_liaison=True, is_citizen=False)
    assert liaisons(carers_board) == ["Ren Ash"]
    Member.objects.filter(role=Role.CO_CHAIR_OFFICER).delete()
    assert gaps(carers_board) == [Gap.OFFICER_CO_CHAIR]


@pytest.mark.parametrize(
    ("role", "empty"),
    [
        (Role.CO_CHAIR_CITIZEN, [Gap.CITIZEN_CO_CHAIR]),
        (Role.CO_CHAIR_OFFICER, [Gap.OFFICER_CO_CHAIR, Gap.LIAISON]),
        (Role.SECRETARY, [Gap.SECRETARY]),
    ],
)
@pytest.mark.parametrize("kind", [BoardKind.PARTNERSHIP_BOARD, BoardKind.FORUM])
def test_an_empty_seat_is_said_in_public_in_plain_words(
    carers_board: BoardPage, role: Role, empty: list[Gap], kind: BoardKind
) -> None:
    BoardPage.objects.filter(pk=carers_board.pk).update(kind=kind)
    carers_board.refresh_from_db()
    Member.objects.filter(board=carers_board, role=role).update(until=date(2020, 1, 1))
    assert gaps(carers_board) == empty
    page = page_of(carers_board)
    for gap in Gap:
        assert (gap.words in page) == (gap in empty), gap


def test_a_term_that_is_still_to_begin_fills_no_seat(carers_board: BoardPage) -> None:
    chair = seat(carers_board, Role.CO_CHAIR_CITIZEN)
    chair.since = TODAY + timedelta(days=1)
    chair.save()
    assert gaps(carers_board) == [Gap.CITIZEN_CO_CHAIR]
    chair.since = TODAY
    chair.save()
    assert gaps(carers_board) == []


@kept
def group(boards_index: BoardsIndexPage) -> BoardPage:
    return make_board(
        boards_index,
        "Falls Group",
        "falls",
        kind=BoardKind.TASK_AND_FINISH,
        question="Why do people fall?",
        ends_on=date(2099, 1, 1),
    )


def test_a_group_needs_one_chair_and_a_secretary_or_facilitator(group: BoardPage) -> None:
    seat(group, Role.CO_CHAIR_OFFICER).delete()
    assert gaps(group) == []
    seat(group, Role.CO_CHAIR_CITIZEN).delete()
    assert gaps(group) == [Gap.CHAIR]
    seat(group, Role.SECRETARY).delete()
    assert gaps(group) == [Gap.CHAIR, Gap.SECRETARY]
    Member.objects.create(board=group, name="Ren Ash", role=Role.FACILITATOR)
    assert gaps(group) == [Gap.CHAIR]
    assert liaisons(group) == []
    assert "Facilitator" in page_of(group)


def test_a_facilitator_does_not_stand_in_for_a_boards_secretary(carers_board: BoardPage) -> None:
    Member.objects.filter(role=Role.SECRETARY).update(role=Role.FACILITATOR)
    assert gaps(carers_board) == [Gap.SECRETARY]


def test_a_board_that_ended_has_no_empty_seats_and_no_to_do(
    carers_board: BoardPage, now: datetime
) -> None:
    carers_board.members.all().delete()
    assert len(people_to_do([carers_board], now=now)[carers_board.pk]) == 4
    carers_board.closed_on = TODAY
    assert gaps(carers_board) == []
    assert people_to_do([carers_board], now=now) == {carers_board.pk: []}


def test_contact_details_are_public_only_where_ticked(carers_board: BoardPage) -> None:
    member = seat(carers_board, Role.SECRETARY)
    member.phone = "01632 960999"
    member.save()
    page = page_of(carers_board)
    assert member.email not in page
    assert member.phone not in page
    member.show_email = True
    member.save()
    page = page_of(carers_board)
    assert f'<a href="mailto:{member.email}">' in page
    assert member.phone not in page
    member.show_email, member.show_phone = False, True
    member.save()
    page = page_of(carers_board)
    assert member.email not in page
    assert f">{member.phone}</a>" in page
    for other in Member.objects.exclude(pk=member.pk).exclude(email=""):
        assert other.email not in page


def test_a_member_is_shown_with_group_way_of_choosing_and_end_of_term(
    carers_board: BoardPage,
) -> None:
    Member.objects.create(
        board=carers_board,
        name="Kit Bell",
        speaks_for="Young carers",
        chosen="elected",
        until=date(2199, 3, 31),
    )
    page = page_of(carers_board)
    assert "Speaks for: Young carers" in page
    assert "Elected until March 2199" in page
    assert ">Kit Bell</a>" not in page


def test_terms_that_end_are_named_on_my_boards(carers_board: BoardPage, now: datetime) -> None:
    chair = seat(carers_board, Role.CO_CHAIR_CITIZEN)
    edit = reverse("wagtailadmin_pages:edit", args=[carers_board.pk])

    def lines(days: int) -> list[tuple[str, str]]:
        chair.until = TODAY + timedelta(days=days)
        chair.save()
        to_dos = people_to_do([carers_board], now=now)[carers_board.pk]
        assert {to_do.url for to_do in to_dos} <= {edit}
        return [(to_do.words, to_do.tone) for to_do in to_dos]

    assert lines(91) == []
    assert lines(90) == [("Mo Vale’s term ends on 15 July 2026", "soon")]
    assert lines(0) == [("Mo Vale’s term ends on 16 April 2026", "soon")]
    assert lines(-1) == [
        ("Nobody is citizen co-chair", "now"),
        ("Mo Vale’s term ended on 15 April 2026: give a new one, or remove it", "now"),
    ]


def test_many_terms_that_end_are_one_line(carers_board: BoardPage, now: datetime) -> None:
    for name in ("A", "B", "C", "D"):
        Member.objects.create(board=carers_board, name=name, until=TODAY + timedelta(days=5))
    (to_do,) = people_to_do([carers_board], now=now)[carers_board.pk]
    assert to_do.words == "4 terms are over or end within three months"
    assert to_do.url == f"{reverse('boards_admin:people')}#board-{carers_board.pk}"
    assert to_do.tone == "soon"


def test_who_goes_on_in_another_term_is_not_named() -> None:
    soon, later = TODAY + timedelta(days=9), TODAY + timedelta(days=900)
    old = Member(pk=1, name="Mo Vale", until=soon)
    again = Member(pk=2, name="mo vale", since=soon, until=later)
    assert [term.until for term in ending_terms([old], by=soon)] == [soon]
    assert ending_terms([old, again], by=soon) == []


def test_the_tasks_of_twenty_boards_cost_one_query(
    boards_index: BoardsIndexPage, carers_board: BoardPage, now: datetime
) -> None:
    boards = [make_board(boards_index, f"Board {n}", f"b{n}") for n in range(5)]
    with CaptureQueriesContext(connection) as queries:
        assert len(people_to_do([carers_board, *boards], now=now)) == 6
    assert len(queries) == 1
