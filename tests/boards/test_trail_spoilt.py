"""Whatever readers see of minutes, and is changed by raw SQL, is found: 100 of 100."""

import json
import random
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from wagtail.models import Page, PageViewRestriction

from boards.enums import ActionState
from boards.models import (
    ActionPoint,
    ActionUpdate,
    Attendance,
    BoardPage,
    Decision,
    MeetingPage,
    MinutesPage,
    MinutesRecord,
)
from boards.selectors.trail import trail_report
from boards.services import (
    approve_minutes,
    check_trail,
    follow_visibility,
    publish_with_reason,
    report_progress,
    withdraw_minutes,
)
from portal.users.models import User
from tests.borough import action_block, make_meeting, make_minutes, restrict

pytestmark = pytest.mark.django_db
CHANGES = 100
IS_SQLITE = connection.vendor == "sqlite"

Change = tuple[str, list[Any]]
Spoil = Callable[[random.Random], list[Change]]


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
        corrections="A name.",
        with_draft=False,
        approved_by=co_chair,
        now=now,
    )
    withdraw_minutes(minutes=withdrawn, reason="A mistake.", withdrawn_by=co_chair, now=now)
    moving = MeetingPage.objects.get(pk=meetings[3].pk)
    moving.move(BoardPage.objects.get(pk=autism_board.pk), pos="last-child")
    for page in (meetings[4], meetings[5]):
        restrict(page)
    follow_visibility(pages=meetings[4:6], by="co_chair", reason="A name.", now=now)
    PageViewRestriction.objects.filter(page=meetings[5]).delete()
    follow_visibility(pages=[meetings[5]], by="co_chair", reason="It is out.", now=now)
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
    assert check_trail(now=now).problems == []


def any_of(chance: random.Random, rows: Any) -> Any:
    return chance.choice(list(rows.order_by("pk")))


def update(table: str, pk: Any, *, key: str = "id", **columns: Any) -> Change:
    names = ", ".join(f"{name} = %s" for name in columns)
    return f"UPDATE {table} SET {names} WHERE {key} = %s", [*columns.values(), pk]


def page_row(pk: Any, **columns: Any) -> Change:
    return update("wagtailcore_page", pk, **columns)


def minutes_row(pk: Any, **columns: Any) -> Change:
    return update("boards_minutespage", pk, key="page_ptr_id", **columns)


def spoil_minutes(chance: random.Random) -> list[Change]:
    page = any_of(chance, MinutesPage.objects.live())
    items = json.loads(json.dumps(list(page.items.raw_data)))
    items[0]["value"]["content"][0]["value"] += chance.choice([".", " not", "<b>!</b>"])
    changes = [
        minutes_row(page.pk, items=json.dumps(items)),
        minutes_row(page.pk, items="[]"),
        minutes_row(page.pk, corrections=page.corrections + "More."),
        page_row(page.pk, title=page.title + "!"),
        page_row(page.pk, slug="moved-away"),
        page_row(page.pk, live=False),
    ]
    if page.is_approved:
        changes.append(minutes_row(page.pk, approved_item=77))
        changes.append(minutes_row(page.pk, status="draft", approved_at_id=None))
    return changes + [minutes_row(page.pk, items="no JSON")] * IS_SQLITE


def spoil_withdrawal(chance: random.Random) -> list[Change]:
    page = MinutesPage.objects.get(withdrawn_on__isnull=False)
    return [
        page_row(page.pk, live=True),
        minutes_row(page.pk, withdrawn_because="Nothing"),
        minutes_row(page.pk, withdrawn_on="2025-01-01"),
        minutes_row(page.pk, withdrawn_on=None, withdrawn_because=""),
    ]


def spoil_attendance(chance: random.Random) -> list[Change]:
    person = any_of(chance, Attendance.objects.filter(minutes__live=True))
    other = "apologies" if person.presence == "present" else "present"
    table = "boards_attendance"
    return [
        update(table, person.pk, name="Somebody Else"),
        update(table, person.pk, role="Somebody"),
        update(table, person.pk, presence=other),
        update(table, person.pk, is_citizen=not person.is_citizen),
        update(table, person.pk, sort_order=9 if person.sort_order == 0 else -1),
        (f"DELETE FROM {table} WHERE id = %s", [person.pk]),
    ]


def spoil_decision(chance: random.Random) -> list[Change]:
    row = any_of(chance, Decision.objects.filter(minutes__live=True))
    return _agreed("boards_decision", row, chance)


def _agreed(table: str, row: Any, chance: random.Random) -> list[Change]:
    other = any_of(chance, MinutesPage.objects.live().exclude(pk=row.minutes_id))
    changes = [
        update(table, row.pk, text=row.text + " Not."),
        update(table, row.pk, item_title="Trains"),
        update(table, row.pk, position=row.position + 7),
        update(table, row.pk, is_withdrawn=not row.is_withdrawn),
        update(table, row.pk, minutes_id=other.pk),
        (f"DELETE FROM {table} WHERE id = %s", [row.pk]),
    ]
    if not row.is_withdrawn:
        board = BoardPage.objects.exclude(pk=row.board_id)[0]
        changes.append(update(table, row.pk, board_id=board.pk))
    return changes


def spoil_action(chance: random.Random) -> list[Change]:
    row = any_of(chance, ActionPoint.objects.filter(minutes__live=True))
    table = "boards_actionpoint"
    changes = [
        update(table, row.pk, owner="Somebody Else"),
        update(table, row.pk, due_on="2031-01-01"),
        update(table, row.pk, due_words="one day"),
        update(table, row.pk, item_number=9),
    ]
    if not row.is_withdrawn:
        changes.append(update(table, row.pk, agreed_on="2020-01-01"))
        meeting = MeetingPage.objects.exclude(pk=row.meeting_id)[0]
        changes.append(update(table, row.pk, meeting_id=meeting.pk))
        if row.due_on or not row.is_finished:
            changes.append(update(table, row.pk, late_from="2031-01-01"))
    return changes + _agreed(table, row, chance)


def spoil_progress(chance: random.Random) -> list[Change]:
    row = any_of(chance, ActionPoint.objects.all())
    table = "boards_actionpoint"
    done = {"state": "done", "outcome": "All is well.", "closed_on": "2026-01-01"}
    return [
        update(table, row.pk, **done),
        update(table, row.pk, state="open", outcome="", closed_on=None)
        if row.is_finished
        else update(table, row.pk, state="in_progress"),
        (
            "INSERT INTO boards_actionupdate (action_id, at, by_owner, state, note)"
            " VALUES (%s, '2026-01-01 00:00:00', %s, 'open', 'I did it.')",
            [row.pk, True],
        ),
    ]


def spoil_history(chance: random.Random) -> list[Change]:
    row = any_of(chance, ActionUpdate.objects.all())
    table, closed = "boards_actionupdate", ActionPoint.objects.get(pk=row.action_id)
    other = ActionPoint.objects.exclude(pk=row.action_id)[0]
    return [
        update(table, row.pk, note="We never said that."),
        update(table, row.pk, state="open"),
        update(table, row.pk, at="2020-01-01 00:00:00"),
        update(table, row.pk, by_owner=not row.by_owner),
        update(table, row.pk, action_id=other.pk),
        (f"DELETE FROM {table} WHERE id = %s", [row.pk]),
        update("boards_actionpoint", closed.pk, outcome="Nothing."),
        update("boards_actionpoint", closed.pk, closed_on="2026-01-01"),
    ]


def spoil_place(chance: random.Random) -> list[Change]:
    page = any_of(chance, MinutesPage.objects.live())
    meeting = MeetingPage.objects.parent_of(page).get()
    board = BoardPage.objects.parent_of(meeting).get()
    elsewhere = any_of(chance, MeetingPage.objects.exclude(pk=meeting.pk))
    other = BoardPage.objects.exclude(pk=board.pk)[0]
    return [
        page_row(page.pk, path=f"{elsewhere.path}0009"),
        page_row(page.pk, depth=page.depth + 1),
        page_row(page.pk, url_path="/home/elsewhere/"),
        page_row(meeting.pk, path=f"{other.path}0099"),
        page_row(meeting.pk, numchild=0),
        page_row(meeting.pk, title="Another meeting"),
        page_row(board.pk, url_path="/home/elsewhere/"),
        page_row(board.pk, slug="another"),
        page_row(board.pk, title="Another board"),
        page_row(board.get_parent().pk, path="0009"),
        update("boards_meetingpage", meeting.pk, key="page_ptr_id", place="Elsewhere"),
        update(
            "boards_meetingpage", meeting.pk, key="page_ptr_id", starts_at="2020-01-01 00:00:00"
        ),
    ]


def spoil_restriction(chance: random.Random) -> list[Change]:
    kept = PageViewRestriction.objects.get()
    closed = MinutesPage.objects.get(path__startswith=kept.page.path)
    public = any_of(chance, MinutesPage.objects.live().exclude(pk=closed.pk))
    page = any_of(chance, public.get_ancestors(inclusive=True))
    table, holder = "wagtailcore_pageviewrestriction", any_of(chance, public.get_ancestors())
    return [
        (
            f"INSERT INTO {table} (page_id, restriction_type, password) VALUES (%s, 'login', '')",
            [page.pk],
        ),
        (f"DELETE FROM {table}", []),
        update(table, kept.pk, restriction_type="groups"),
        update(table, kept.pk, page_id=page.pk),
        page_row(holder.pk, live=False),
    ]


def take_guard_away(cursor: Any) -> None:
    """As someone would who may do everything in the database."""
    if IS_SQLITE:
        cursor.execute("DROP TRIGGER IF EXISTS boards_trail_is_kept")
        cursor.execute("PRAGMA ignore_check_constraints = ON")
    else:
        cursor.execute("SET LOCAL session_replication_role = replica")


def spoil_line(chance: random.Random) -> list[Change]:
    row = any_of(chance, MinutesRecord.objects.all())
    other = MinutesPage.objects.exclude(pk=row.minutes_id)[0]
    table = "boards_minutesrecord"
    rough = [update(table, row.pk, at="some day"), update(table, row.pk, content="{")]
    return [
        update(table, row.pk, reason=row.reason + "x"),
        update(table, row.pk, by="Nobody"),
        update(table, row.pk, at="2020-01-01 00:00:00"),
        update(table, row.pk, kind="approved" if row.kind != "approved" else "published"),
        update(table, row.pk, content=json.dumps(row.content | {"title": "Made up"})),
        update(table, row.pk, digest="0" * 64),
        update(table, row.pk, previous="0" * 64),
        update(table, row.pk, sequence=row.sequence + 100),
        update(table, row.pk, version=(row.version or 0) + 100),
        update(table, row.pk, minutes_id=other.pk, version=row.version and 50),
        update(table, row.pk, format=1),
    ] + rough * IS_SQLITE


def lose_line(chance: random.Random) -> list[Change]:
    row = any_of(chance, MinutesRecord.objects.all())
    return [("DELETE FROM boards_minutesrecord WHERE id = %s", [row.pk])]


def lose_the_end(chance: random.Random) -> list[Change]:
    last = MinutesRecord.objects.count() - chance.randint(1, 12)
    return [("DELETE FROM boards_minutesrecord WHERE sequence > %s", [last])]


SPOILING: list[Spoil] = [
    spoil_minutes,
    spoil_withdrawal,
    spoil_attendance,
    spoil_decision,
    spoil_action,
    spoil_progress,
    spoil_history,
    spoil_place,
    spoil_restriction,
    spoil_line,
    lose_line,
    lose_the_end,
]


def spoil(change: Change) -> bool:
    """False where the database itself refuses."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            take_guard_away(cursor)
            cursor.execute(*change)
            return bool(cursor.rowcount)
    except DatabaseError:
        return False
    finally:
        if IS_SQLITE:
            with connection.cursor() as cursor:
                cursor.execute("PRAGMA ignore_check_constraints = OFF")


def test_each_of_a_hundred_changes_by_raw_sql_is_found(
    trail_of_many: list[MinutesPage], now: datetime
) -> None:
    assert check_trail(now=now).problems == []
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
    before = check_trail(now=now).problems
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
