"""Boards that ended one in the other, over many steps: the last one is told and answers."""

from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from boards import services
from boards.enums import ActionState, LetterState
from boards.models import (
    ActionPoint,
    BoardPage,
    BoardsIndexPage,
    Letter,
    Lineage,
    MinutesPage,
    PassedMatter,
)
from boards.selectors import board_to_do, kin_of
from boards.selectors.carried import carried_actions
from portal.users.models import User
from tests.borough import make_board

WHY = "Its work is done."
HOUR = timedelta(hours=1)


def merge(board: BoardPage, into: BoardPage, now: datetime) -> None:
    on = timezone.localdate(now) - timedelta(days=1)
    services.merge_boards(boards=[board], into=into, on=on, reason=WHY, merged_by=None, now=now)


def pass_on(board: BoardPage, to: BoardPage | None, now: datetime) -> PassedMatter:
    return services.pass_matter(
        board=board,
        to_board=to,
        to_outside="" if to else "A hospital",
        title="Ramps",
        words="Why?",
        agreed_by_meeting=None,
        passed_by=None,
        now=now,
    )


@pytest.fixture
def action(minutes: MinutesPage) -> ActionPoint:
    return minutes.actions.get(text="Write to the bus company")


def test_the_board_at_the_end_of_a_long_line_is_told_what_comes_in_and_answers_it(
    client: Client,
    carers_board: BoardPage,
    autism_board: BoardPage,
    boards_index: BoardsIndexPage,
    minutes: MinutesPage,
    action: ActionPoint,
    other_co_chair: User,
    now: datetime,
) -> None:
    matter = pass_on(carers_board, None, now)
    proposal = services.propose_item(
        board=carers_board, title="A later bus", words="Why?", name="", email="", now=now
    )
    between = [make_board(boards_index, f"Board {n}", f"board-{n}") for n in range(5)]
    for board, into in pairwise([carers_board, *between, autism_board]):
        merge(board, into, now)
    for one in minutes.actions.all():
        services.set_owner_email(action=one, email="owner@example.org", now=timezone.now())
    letter = services.send_report_link(action=action, now=now)
    Letter.objects.filter(pk=letter.pk).update(state=LetterState.FAILED)
    services.report_by_link(
        token=letter.link.split("/")[-2],
        state=ActionState.IN_PROGRESS,
        note="Soon.",
        outcome="",
        now=now,
    )
    told = "\n".join(to_do.words for to_do in board_to_do(autism_board, now=now + HOUR))
    for words in ("said how far", "could not be delivered", "1 action is late", "A hospital"):
        assert words in told
    assert action in carried_actions(autism_board, on=timezone.localdate(now))
    assert set(kin_of(autism_board).goes_on_from) == {carers_board, *between}
    client.force_login(other_co_chair)
    screens = {"report_progress": action, "answer_proposal": proposal, "answer_matter": matter}
    for screen, row in screens.items():
        assert client.get(reverse(f"boards_admin:{screen}", args=[row.pk])).status_code == 200


def test_the_answer_to_an_ended_boards_matter_is_told_to_the_one_that_goes_on(
    client: Client,
    carers_board: BoardPage,
    autism_board: BoardPage,
    boards_index: BoardsIndexPage,
    other_co_chair: User,
    now: datetime,
) -> None:
    other = make_board(boards_index, "Board for All", "all")
    matter = pass_on(carers_board, other, now)
    merge(carers_board, autism_board, now)
    services.answer_matter(matter=matter, answer="From June.", answered_by=None, now=now)
    assert Letter.objects.get(key__endswith=":answered").to == "sy.autism@example.org"
    assert "Ramps" in str(board_to_do(autism_board, now=now))
    client.force_login(other_co_chair)
    screen = reverse("boards_admin:answer_matter", args=[matter.pk])
    assert client.get(screen).status_code == 200


def test_boards_that_go_on_in_each_other_hold_nothing_up(
    carers_board: BoardPage, autism_board: BoardPage, action: ActionPoint, now: datetime
) -> None:
    merge(carers_board, autism_board, now)
    BoardPage.objects.filter(pk=autism_board.pk).update(
        closed_on=now.date(), closing_words=WHY, successor=carers_board
    )
    lineage = Lineage.read()
    assert lineage.line_from(carers_board.pk) == [carers_board.pk, autism_board.pk]
    assert lineage.ending_in([autism_board.pk]) == {carers_board.pk, autism_board.pk}
    assert action in carried_actions(autism_board, on=timezone.localdate(now))
