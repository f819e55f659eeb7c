"""Lines of both formats, the guard of their table, and lines about more than the words."""

from datetime import datetime, timedelta

import pytest
from django.core.management.sql import emit_post_migrate_signal
from django.db import DatabaseError, connection, models, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from boards.enums import ActionState
from boards.models import (
    ActionPoint,
    ActionUpdate,
    BoardPage,
    BoardsIndexPage,
    MeetingPage,
    MinutesPage,
    MinutesRecord,
    TrailCheck,
)
from boards.rules import chain
from boards.rules.chain import ON_RECORD_SINCE
from boards.selectors.contents import contents_of
from boards.selectors.trail import trail_report
from boards.services import (
    begin_trail,
    check_trail,
    record_minutes,
    record_visibility,
    report_progress,
)
from portal.users.models import User
from tests.borough import make_meeting, make_minutes, publish_again, restrict, text_block


def kinds() -> list[tuple[str, int | None]]:
    return list(MinutesRecord.objects.order_by("sequence").values_list("kind", "version"))


def report(action: ActionPoint, state: ActionState, now: datetime) -> None:
    report_progress(
        action=action, state=state, note="", outcome="It runs.", reported_by=None, now=now
    )


@pytest.mark.parametrize(
    ("number", "digest"),
    [
        (1, "c1223385500d5e2150ebf847b8417e4dd1dac45e07a488ec7859ae77a66ce5bf"),
        (2, "8a85046ccbfd0b9feed63f9613786498856687b494db140a2ffef42361984484"),
        (3, ""),
    ],
)
def test_each_format_has_its_own_seal_for_ever(number: int, digest: str) -> None:
    line = chain.TrailLine(
        sequence=1,
        minutes=12,
        version=1,
        kind="published",
        at="2026-04-16T11:00:00.000000+00:00",
        by="co_chair",
        reason="",
        content={"title": "Minutes", "items": []},
        previous="",
        digest=digest,
        format=number,
    )
    assert line.sealed() == digest
    problems = chain.Chain().read([line]).problems
    assert problems == ([] if digest else ["Line 1: its format is not known (3)."])


@pytest.fixture
def old_minutes(held_meeting: MeetingPage, now: datetime) -> MinutesPage:
    """Public minutes as an earlier portal left them: one line, without a format of its own, and
    nothing on record of what an owner reported."""
    minutes = make_minutes(held_meeting, publish=False)
    MinutesPage.objects.filter(pk=minutes.pk).update(live=True)
    minutes.refresh_from_db()
    action = record_minutes(minutes=minutes, now=timezone.now())[0]
    ActionPoint.objects.filter(pk=action.pk).update(state=ActionState.IN_PROGRESS)
    ActionUpdate.objects.create(action=action, at=now, state=ActionState.IN_PROGRESS)
    content = contents_of([minutes.pk])[minutes.pk]
    del content[chain.AROUND]
    line = chain.TrailLine(
        *(1, minutes.pk, 1, "published", chain.stamp(now), "", "", content, ""), format=1
    )
    MinutesRecord.objects.create(
        sequence=1,
        minutes=minutes,
        version=1,
        kind=line.kind,
        at=now,
        content=content,
        digest=line.sealed(),
    )
    return minutes


def test_old_lines_go_on_to_verify_and_what_they_did_not_hold_is_put_on_record_once(
    old_minutes: MinutesPage, now: datetime
) -> None:
    before = MinutesRecord.objects.get()
    assert before.format == 1
    assert trail_report().problems == []
    check = check_trail(now=now)
    assert (check.problems.count(), check.format) == (0, 2)
    assert kinds() == [("published", 1), ("visibility", None), ("progress", None)]
    added = MinutesRecord.objects.filter(version=None)
    assert {(line.format, line.reason) for line in added} == {(2, ON_RECORD_SINCE)}
    assert MinutesRecord.objects.get(sequence=1).digest == before.digest
    assert begin_trail(now=now) == 0
    ActionPoint.objects.update(state=ActionState.OPEN)
    restrict(old_minutes)
    assert check_trail(now=now + timedelta(days=1)).problems.count() == 2


def test_a_trail_that_was_checked_in_an_old_format_learns_only_what_its_old_lines_lack(
    old_minutes: MinutesPage, carers_board: BoardPage, now: datetime
) -> None:
    newer = make_minutes(make_meeting(carers_board, now - timedelta(days=60)))
    restrict(newer)
    TrailCheck.objects.create(at=now, records=2, format=1)
    assert begin_trail(now=now) == 2
    added = MinutesRecord.objects.filter(reason=ON_RECORD_SINCE)
    assert {line.minutes_id for line in added} == {old_minutes.pk}


def test_a_correction_of_old_minutes_is_in_todays_format(old_minutes: MinutesPage) -> None:
    old_minutes.save_revision().publish()
    assert kinds() == [("published", 1), ("visibility", None)]
    publish_again(old_minutes, text_block("We talked about trains."))
    assert kinds()[2:] == [("corrected", 2)]
    last = MinutesRecord.objects.get(version=2)
    assert last.format == 2
    assert last.content["around"]["closed_by"] == []


@pytest.mark.django_db(transaction=True)
def test_the_guard_survives_a_migration_that_makes_the_table_anew(minutes: MinutesPage) -> None:
    """As SQLite does for almost any change of a table: its triggers go with it."""
    reason = MinutesRecord._meta.get_field("reason")
    wider = models.TextField(null=True)
    wider.set_attributes_from_name("reason")
    with connection.schema_editor() as editor:
        editor.alter_field(MinutesRecord, reason, wider)
    with connection.schema_editor() as editor:
        editor.alter_field(MinutesRecord, wider, reason)
    emit_post_migrate_signal(verbosity=0, interactive=False, db="default")
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE boards_minutesrecord SET reason = 'Something else'")
    assert MinutesRecord.objects.get().reason == ""
    if connection.vendor == "postgresql":
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("DELETE FROM boards_minutesrecord")
    assert trail_report().problems == []


def test_a_restriction_is_told_by_one_line_and_so_is_its_end(
    minutes: MinutesPage, carers_board: BoardPage, client: Client, now: datetime
) -> None:
    board = Page.objects.get(pk=carers_board.pk)

    def follow(reason: str) -> int:
        return record_visibility(pages=[board], by="co_chair", reason=reason, now=now)

    assert follow("Nothing happened") == 0
    restrict(board)
    assert follow("A name stood there.") == 1
    assert follow("Again") == 0
    line = MinutesRecord.objects.get(kind="visibility")
    assert (line.reason, line.by) == ("A name stood there.", "co_chair")
    assert line.content["around"]["closed_by"] == [[board.pk, "login"]]
    assert trail_report().problems == []
    PageViewRestriction.objects.all().delete()
    (problem,) = trail_report().problems
    assert "they are public for all" in problem
    assert follow("The name is out.") == 1
    assert trail_report().problems == []
    assert "The name is out." not in client.get(minutes.url).content.decode()  # no new version


@pytest.mark.parametrize("above", [BoardsIndexPage, BoardPage, MeetingPage])
def test_what_is_published_or_taken_down_above_minutes_is_told(
    above: type[Page], minutes: MinutesPage
) -> None:
    page = above.objects.get()
    page.unpublish()
    line = MinutesRecord.objects.get(kind="visibility")
    assert line.content["around"]["closed_by"] == [[page.pk, "draft"]]
    assert line.reason == f"“{page.title}” is no longer public"
    page.save_revision().publish()
    assert kinds() == [("published", 1), ("visibility", None), ("visibility", None)]
    assert trail_report().problems == []


def test_minutes_tell_that_the_meeting_which_approved_them_was_on_another_day(
    minutes: MinutesPage, carers_board: BoardPage, now: datetime
) -> None:
    later = make_meeting(carers_board, now - timedelta(days=2))
    minutes.status, minutes.approved_at = "approved", later
    minutes.save_revision().publish()
    later.starts_at -= timedelta(days=1)
    later.save_revision().publish()
    line = MinutesRecord.objects.get(kind="visibility")
    assert line.content["around"]["approved_on"] == "2026-04-13"
    assert trail_report().problems == []


def test_what_happened_elsewhere_goes_not_on_record_by_the_way(
    minutes: MinutesPage, carers_board: BoardPage, autism_board: BoardPage, now: datetime
) -> None:
    elsewhere = make_minutes(make_meeting(autism_board, now - timedelta(days=9)))
    restrict(elsewhere)
    assert record_visibility(pages=[carers_board], by="", reason="A name.", now=now) == 0
    (problem,) = trail_report().problems
    assert problem.startswith(f"Minutes {elsewhere.pk}")


def test_a_report_is_sealed_without_its_words(
    minutes: MinutesPage, co_chair: User, now: datetime
) -> None:
    action = ActionPoint.objects.filter(minutes=minutes)[0]
    report(action, ActionState.DONE, now)
    line = MinutesRecord.objects.get(kind="progress")
    assert set(line.content) == {"action", "told"}
    assert trail_report().problems == []
    report(action, ActionState.OPEN, now + timedelta(days=1))
    assert trail_report().problems == []
    ActionPoint.objects.filter(pk=action.pk).update(
        state=ActionState.DONE, outcome="Nothing", closed_on="2026-04-17"
    )
    (problem,) = trail_report().problems
    assert problem.startswith(f"Action {action.pk}: how far it is")


def test_an_action_that_is_opened_again_is_late_by_the_rule_of_that_day(
    minutes: MinutesPage, now: datetime
) -> None:
    action = ActionPoint.objects.get(due_on=None)
    report(action, ActionState.DONE, now)
    board = BoardPage.objects.get()
    board.action_days = 30
    board.save_revision().publish()
    report(action, ActionState.OPEN, now + timedelta(days=1))
    action.refresh_from_db()
    assert action.late_from == action.agreed_on + timedelta(days=31)
    assert trail_report().problems == []


def test_many_minutes_are_checked_with_as_many_queries_as_one(
    minutes: MinutesPage, carers_board: BoardPage, now: datetime
) -> None:
    with CaptureQueriesContext(connection) as of_one:
        trail_report()
    for days in (60, 90, 120):
        more = make_minutes(make_meeting(carers_board, now - timedelta(days=days)))
        report(ActionPoint.objects.filter(minutes=more)[0], ActionState.DONE, now)
    with CaptureQueriesContext(connection) as of_four:
        assert trail_report().problems == []
    assert len(of_four) == len(of_one)
