"""Whatever readers see of minutes, and is changed by raw SQL, is found: 100 of 100."""

import random
from datetime import datetime, timedelta

import pytest
from django.db import transaction
from wagtail.models import Page, PageViewRestriction

from boards.enums import ActionState
from boards.models import (
    ActionPoint,
    Attendance,
    BoardPage,
    MeetingPage,
    MinutesPage,
)
from boards.selectors.trail import trail_report
from boards.services import (
    approve_minutes,
    check_trail,
    publish_with_reason,
    record_visibility,
    report_progress,
    withdraw_minutes,
)
from portal.users.models import User
from tests.boards.services.spoiling import SPOILING, spoil
from tests.borough import action_block, make_meeting, make_minutes, restrict

pytestmark = pytest.mark.django_db
CHANGES = 100


@pytest.fixture
def trail_of_many(
    carers_board: BoardPage, autism_board: BoardPage, co_chair: User, now: datetime
) -> list[MinutesPage]:
    """Seven minutes with all that the portal itself does to them: corrected, approved, withdrawn,
    moved to another board, restricted, opened again, progress reported and closed."""
    meetings = [make_meeting(carers_board, now - timedelta(days=30 * n)) for n in range(8, 0, -1)]
    pages = []
    for meeting in meetings[:7]:
        page = make_minutes(meeting, publish=False)
        page.attendance = [
            Attendance(name="Mo Vale", role="Carer", is_citizen=True, sort_order=0),
            Attendance(name="Ola Penn", presence="apologies", sort_order=1),
        ]
        page.save_revision().publish()
        pages.append(MinutesPage.objects.get(pk=page.pk))
    corrected, approved, withdrawn, *_, told = pages
    corrected.items[0].value["content"].pop()
    corrected.save_revision()
    publish_with_reason(minutes=corrected, reason="A mistake.", published_by=co_chair, now=now)
    approve_minutes(
        minutes=approved,
        at_meeting=meetings[7],
        item=2,
        corrections="",
        with_draft=False,
        approved_by=co_chair,
        now=now,
    )
    withdraw_minutes(minutes=withdrawn, reason="A mistake.", withdrawn_by=co_chair, now=now)
    moving = MeetingPage.objects.get(pk=meetings[3].pk)
    moving.move(BoardPage.objects.get(pk=autism_board.pk), pos="last-child")
    for page in (meetings[4], meetings[5]):
        restrict(page)
    record_visibility(pages=meetings[4:6], by="co_chair", reason="A name.", now=now)
    PageViewRestriction.objects.filter(page=meetings[5]).delete()
    record_visibility(pages=[meetings[5]], by="co_chair", reason="It is out.", now=now)
    meetings[6].place = "Library"
    meetings[6].save_revision().publish()
    report(told, ActionState.IN_PROGRESS, now)
    report(told, ActionState.DONE, now + timedelta(hours=1))
    return pages


def report(minutes: MinutesPage, state: ActionState, now: datetime) -> None:
    action = ActionPoint.objects.filter(minutes=minutes).order_by("position")[0]
    report_progress(
        action=action,
        state=state,
        note=f"Now {state}.",
        outcome="A later bus.",
        reported_by=None,
        now=now,
    )


def test_what_the_portal_does_itself_is_no_problem(
    trail_of_many: list[MinutesPage], now: datetime
) -> None:
    assert trail_report().problems == []
    assert not check_trail(now=now).problems.exists()


def test_each_of_a_hundred_changes_by_raw_sql_is_found(
    trail_of_many: list[MinutesPage], now: datetime
) -> None:
    assert not check_trail(now=now).problems.exists()
    missed, found = [], 0
    for seed in range(CHANGES):
        chance = random.Random(seed)
        changes = SPOILING[seed % len(SPOILING)](chance)
        chance.shuffle(changes)
        with transaction.atomic():
            change = next(change for change in changes if spoil(change))
            if trail_report().problems:
                found += 1
            else:
                missed.append((seed, change))
            transaction.set_rollback(True)
    assert (found, missed) == (CHANGES, [])
    assert trail_report().problems == []


def test_lines_lost_at_the_end_are_found_without_a_noted_digest(
    trail_of_many: list[MinutesPage],
) -> None:
    assert spoil(("DELETE FROM boards_minutesrecord WHERE sequence > 4", []))
    assert any("public, but not on record" in problem for problem in trail_report().problems)


@pytest.mark.parametrize("was_wrong_before", [False, True])
def test_every_check_is_a_noted_digest_also_while_something_else_is_wrong(
    carers_board: BoardPage, now: datetime, was_wrong_before: bool
) -> None:
    """Withdrawn minutes and their lines could be lost together without anything public missing."""
    for days in (60, 30):
        minutes = make_minutes(make_meeting(carers_board, now - timedelta(days=days)))
    if was_wrong_before:
        MinutesPage.objects.exclude(pk=minutes.pk).update(corrections="Made up")
    withdraw_minutes(minutes=minutes, reason="A mistake.", withdrawn_by=None, now=now)
    before = list(check_trail(now=now).problems.values_list("words", flat=True))
    assert len(before) == was_wrong_before
    assert spoil(("DELETE FROM boards_minutesrecord WHERE sequence = 3", []))
    MinutesPage.objects.filter(pk=minutes.pk).update(
        withdrawn_on=None, withdrawn_because="", expired=True
    )
    lost = "Line 3 is not the one that was checked on 2026-04-16."
    assert trail_report().problems == [lost, *before]
    check_trail(now=now + timedelta(days=1))
    make_minutes(make_meeting(carers_board, now - timedelta(days=90)))
    assert trail_report().problems == [lost, *before]


def test_a_page_that_no_version_ever_held_is_not_among_the_actions(minutes: MinutesPage) -> None:
    row = ActionPoint.objects.filter(minutes=minutes)[0]
    block = action_block("Never agreed")
    row.pk, row.block_id, row.text = None, block["id"], "Never agreed"
    row.is_withdrawn = True
    row.save()
    (problem,) = trail_report().problems
    assert problem.startswith(f"Action {row.pk} of minutes {minutes.pk}: the minutes do not hold")


def test_what_strangers_see_is_told_when_it_is_changed_by_hand(
    minutes: MinutesPage, held_meeting: MeetingPage
) -> None:
    restrict(Page.objects.get(pk=held_meeting.pk))
    (problem,) = trail_report().problems
    assert "not on record: they are hidden from strangers (closed_by)." in problem
