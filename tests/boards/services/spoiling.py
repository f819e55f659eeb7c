"""What somebody with a way into the database might change by raw SQL, subject by subject."""

import json
import random
from collections.abc import Callable
from typing import Any

from django.db import DatabaseError, connection, transaction
from wagtail.models import PageViewRestriction

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

IS_SQLITE = connection.vendor == "sqlite"

Change = tuple[str, list[Any]]
Spoil = Callable[[random.Random], list[Change]]


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
        update(table, row.pk, item_position=9),
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
