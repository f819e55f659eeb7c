"""Whatever is changed by raw SQL in minutes, attendance or the trail is found: 100 of 100."""

import json
import random
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection, transaction

from boards.models import Attendance, BoardPage, MinutesPage, MinutesRecord
from boards.selectors.trail import trail_report
from boards.services import check_trail, withdraw_minutes
from tests.borough import make_meeting, make_minutes, publish_again, text_block
from tests.services.kept import kept

pytestmark = pytest.mark.django_db
CHANGES = 100

Spoil = Callable[[Any, random.Random], None]


@kept
def trail_of_many(carers_board: BoardPage, now: datetime) -> None:
    """Five published minutes with attendance, one corrected, one approved, one withdrawn."""
    meetings = [make_meeting(carers_board, now - timedelta(days=30 * n)) for n in range(6, 0, -1)]
    for meeting in meetings[:5]:
        minutes = make_minutes(meeting, publish=False)
        minutes.attendance = [
            Attendance(name="Mo Vale", role="Carer", is_citizen=True, sort_order=0),
            Attendance(name="Ola Penn", presence="apologies", sort_order=1),
        ]
        minutes.save_revision().publish()
    first, second, third, *_ = MinutesPage.objects.order_by("path")
    publish_again(first, text_block("Corrected."))
    second.status, second.approved_at, second.approved_item = "approved", meetings[5], 2
    second.corrections = "A name."
    second.save_revision().publish()
    withdraw_minutes(minutes=third, reason="A mistake.", withdrawn_by=None, now=now)
    assert MinutesRecord.objects.count() == 8


def public(chance: random.Random) -> int:
    return chance.choice(list(MinutesPage.objects.live().values_list("pk", flat=True)))


def line(chance: random.Random) -> int:
    return chance.choice(list(MinutesRecord.objects.values_list("pk", flat=True)))


def set_on(table: str, column: str, value: Any, where: str, key: int) -> tuple[str, list[Any]]:
    return f"UPDATE {table} SET {column} = %s WHERE {where} = %s", [value, key]


def spoil_page(cursor: Any, chance: random.Random) -> None:
    pk = public(chance)
    page = MinutesPage.objects.get(pk=pk)
    items = json.loads(json.dumps(list(page.items.raw_data)))
    items[0]["value"]["content"][0]["value"] += chance.choice([".", " not", "<b>!</b>"])
    other = MinutesPage.objects.exclude(pk=pk).first()
    assert other
    changes = [
        ("boards_minutespage", "items", json.dumps(items), "page_ptr_id"),
        ("boards_minutespage", "items", "[]", "page_ptr_id"),
        ("boards_minutespage", "items", "no JSON", "page_ptr_id"),
        ("boards_minutespage", "corrections", page.corrections + "More.", "page_ptr_id"),
        ("boards_minutespage", "approved_item", 77, "page_ptr_id"),
        ("wagtailcore_page", "title", page.title + "!", "id"),
        ("wagtailcore_page", "slug", "moved-away", "id"),
        ("wagtailcore_page", "live", False, "id"),
    ]
    table, column, value, key = chance.choice(changes)
    if column == "approved_item" and not page.is_approved:
        column, value = "corrections", "Made up"
    cursor.execute(*set_on(table, column, value, key, pk))


def spoil_withdrawal(cursor: Any, chance: random.Random) -> None:
    pk = MinutesPage.objects.filter(withdrawn_on__isnull=False).values_list("pk", flat=True)[0]
    changes = [
        ("wagtailcore_page", "live", True, "id"),
        ("boards_minutespage", "withdrawn_because", "Nothing", "page_ptr_id"),
        ("boards_minutespage", "withdrawn_on", "2025-01-01", "page_ptr_id"),
    ]
    table, column, value, key = chance.choice(changes)
    cursor.execute(*set_on(table, column, value, key, pk))


def spoil_attendance(cursor: Any, chance: random.Random) -> None:
    pks = Attendance.objects.filter(minutes__in=[public(chance)]).values_list("pk", flat=True)
    pk = chance.choice(list(pks))
    person = Attendance.objects.get(pk=pk)
    if chance.random() < 0.25:
        cursor.execute("DELETE FROM boards_attendance WHERE id = %s", [pk])
        return
    column, value = chance.choice(
        [
            ("name", "Somebody Else"),
            ("role", "Somebody"),
            ("presence", "apologies" if person.presence == "present" else "present"),
            ("is_citizen", not person.is_citizen),
            ("sort_order", 9 if person.sort_order == 0 else -1),
        ]
    )
    cursor.execute(*set_on("boards_attendance", column, value, "id", pk))


def take_guard_away(cursor: Any) -> None:
    """As someone would who may do everything in the database."""
    if connection.vendor == "sqlite":
        cursor.execute("DROP TRIGGER boards_trail_is_kept")
    else:
        cursor.execute("SET LOCAL session_replication_role = replica")


def spoil_line(cursor: Any, chance: random.Random) -> None:
    take_guard_away(cursor)
    pk = line(chance)
    record = MinutesRecord.objects.get(pk=pk)
    others = MinutesPage.objects.exclude(pk=record.minutes_id).values_list("pk", flat=True)
    column, value = chance.choice(
        [
            ("reason", record.reason + "x"),
            ("by", "Nobody"),
            ("at", "2020-01-01 00:00:00"),
            ("at", "some day"),
            ("kind", "approved" if record.kind != "approved" else "published"),
            ("content", json.dumps(record.content | {"title": "Made up"})),
            ("content", "{"),
            ("digest", "0" * 64),
            ("previous", "0" * 64),
            ("sequence", record.sequence + 100),
            ("version", record.version + 100),
            ("minutes_id", others[0]),
        ]
    )
    if column == "minutes_id":
        cursor.execute(
            "UPDATE boards_minutesrecord SET minutes_id = %s, version = 50 WHERE id = %s",
            [value, pk],
        )
    else:
        cursor.execute(*set_on("boards_minutesrecord", column, value, "id", pk))


def lose_line(cursor: Any, chance: random.Random) -> None:
    cursor.execute("DELETE FROM boards_minutesrecord WHERE id = %s", [line(chance)])


def lose_the_end(cursor: Any, chance: random.Random) -> None:
    last = MinutesRecord.objects.count() - chance.randint(1, 7)
    cursor.execute("DELETE FROM boards_minutesrecord WHERE sequence > %s", [last])


SPOILING: list[Spoil] = [
    spoil_page,
    spoil_withdrawal,
    spoil_attendance,
    spoil_line,
    lose_line,
    lose_the_end,
]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="columns are text in SQLite only")
def test_each_of_a_hundred_changes_by_raw_sql_is_found(trail_of_many: None, now: datetime) -> None:
    head = trail_report().head
    assert trail_report(expect=head).problems == []
    missed = []
    for seed in range(CHANGES):
        chance = random.Random(seed)
        spoil = SPOILING[seed % len(SPOILING)]
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("PRAGMA ignore_check_constraints = ON")
                spoil(cursor, chance)
                cursor.execute("PRAGMA ignore_check_constraints = OFF")
            if not trail_report(expect=head).problems:
                missed.append((seed, spoil.__name__))
            transaction.set_rollback(True)
    assert missed == []
    assert trail_report(expect=head).problems == []


def test_lines_lost_at_the_end_are_found_without_a_noted_digest(trail_of_many: None) -> None:
    with connection.cursor() as cursor:
        take_guard_away(cursor)
        cursor.execute("DELETE FROM boards_minutesrecord WHERE sequence > 4")
    assert any("public, but not on record" in problem for problem in trail_report().problems)


def test_a_check_that_went_well_is_a_noted_digest_too(trail_of_many: None, now: datetime) -> None:
    """Withdrawn minutes and their lines could be lost together without anything public missing."""
    assert check_trail(now=now).problems == []
    with connection.cursor() as cursor:
        take_guard_away(cursor)
        cursor.execute("DELETE FROM boards_minutesrecord WHERE sequence = 8")
        cursor.execute("UPDATE boards_minutespage SET withdrawn_on = NULL, withdrawn_because = ''")
        cursor.execute("UPDATE wagtailcore_page SET expired = %s", [True])
    assert trail_report().problems == ["Line 8 is not the one that was checked on 2026-04-16."]
