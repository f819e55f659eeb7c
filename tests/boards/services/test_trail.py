"""Each publication of minutes leaves a sealed line, and no line is ever changed."""

from datetime import datetime, timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from boards.enums import RecordKind
from boards.models import BoardPage, MeetingPage, MinutesPage, MinutesRecord, TrailCheck
from boards.models.trail import TrailIsKept
from boards.rules import chain
from boards.rules.chain import ON_RECORD_SINCE
from boards.selectors.trail import trail_report
from boards.services import (
    begin_trail,
    check_trail,
    publish_with_reason,
    record_minutes,
    withdraw_minutes,
)
from boards.services.trail import NO_REASON
from boards.tasks import verify_trail
from portal.users.models import User
from tests.borough import make_meeting, make_minutes, publish_again, text_block


def lines(minutes: MinutesPage) -> list[tuple[str, str]]:
    records = MinutesRecord.objects.filter(minutes=minutes).order_by("version")
    return [(record.kind, record.reason) for record in records]


def test_the_first_publication_is_on_record_with_all_its_content(
    minutes: MinutesPage, carers_board: BoardPage, held_meeting: MeetingPage
) -> None:
    record = MinutesRecord.objects.get()
    assert (record.sequence, record.version, record.kind) == (1, 1, RecordKind.PUBLISHED)
    assert record.content["meeting"] == {"id": held_meeting.pk, "day": "2026-03-17"}
    assert record.content["board"] == {"id": carers_board.pk, "title": carers_board.title}
    assert record.content["items"][0]["value"]["content"][1]["value"] == "Ask for a later bus."
    assert record.previous == ""
    assert trail_report().problems == []


def test_a_draft_is_not_on_record(held_meeting: MeetingPage) -> None:
    make_minutes(held_meeting, publish=False)
    assert not MinutesRecord.objects.exists()


def test_publishing_again_without_a_change_adds_nothing(minutes: MinutesPage) -> None:
    minutes.save_revision().publish()
    assert MinutesRecord.objects.count() == 1


def test_changed_minutes_that_nobody_asked_about_say_so(minutes: MinutesPage) -> None:
    publish_again(minutes, text_block("We talked about trains."))
    assert lines(minutes) == [("published", ""), ("corrected", NO_REASON)]
    assert trail_report().problems == []


def test_a_correction_keeps_its_reason_and_who_made_it(
    minutes: MinutesPage, co_chair: User, now: datetime
) -> None:
    minutes.title = "Minutes, put right"
    minutes.save_revision()
    publish_with_reason(
        minutes=minutes, reason="The title was wrong.", published_by=co_chair, now=now
    )
    last = MinutesRecord.objects.get(version=2)
    assert (last.kind, last.reason, last.by) == ("corrected", "The title was wrong.", "co_chair")
    assert last.at == now
    assert last.previous == MinutesRecord.objects.get(version=1).digest


def test_approved_minutes_are_on_record_as_approved_and_know_since_when(
    minutes: MinutesPage, coming_meeting: MeetingPage
) -> None:
    minutes.status, minutes.approved_at, minutes.approved_item = "approved", coming_meeting, 2
    minutes.save_revision().publish()
    minutes.refresh_from_db()
    since = minutes.approved_published_at
    assert lines(minutes) == [("published", ""), ("approved", "")]
    assert since == MinutesRecord.objects.get(version=2).at
    publish_again(minutes, text_block("One word less."))
    assert minutes.approved_published_at == since
    assert lines(minutes)[-1] == ("corrected", NO_REASON)


def test_an_old_draft_does_not_make_approved_minutes_forget_since_when(
    minutes: MinutesPage, coming_meeting: MeetingPage
) -> None:
    minutes.status, minutes.approved_at = "approved", coming_meeting
    minutes.save_revision().publish()
    since = MinutesPage.objects.get().approved_published_at
    assert since
    minutes.title = "Saved by someone whose screen was open"
    assert minutes.approved_published_at is None
    minutes.save_revision().publish()
    assert MinutesPage.objects.get().approved_published_at == since


def test_what_is_scheduled_goes_on_record_when_its_day_comes(held_meeting: MeetingPage) -> None:
    minutes = make_minutes(held_meeting, publish=False)
    minutes.go_live_at = timezone.now() + timedelta(days=1)
    revision = minutes.save_revision()
    revision.publish()
    assert not MinutesRecord.objects.exists()
    revision.approved_go_live_at = timezone.now() - timedelta(minutes=1)
    revision.content["go_live_at"] = revision.approved_go_live_at.isoformat()
    revision.save()
    call_command("publish_scheduled", verbosity=0)
    assert lines(minutes) == [("published", "")]


def test_a_meeting_whose_day_was_put_right_takes_its_minutes_trail_along(
    minutes: MinutesPage, held_meeting: MeetingPage
) -> None:
    held_meeting.starts_at -= timedelta(days=1)
    held_meeting.save_revision().publish()
    assert MinutesRecord.objects.get(version=2).content["meeting"]["day"] == "2026-03-16"
    assert trail_report().problems == []


def test_a_board_may_change_its_name_without_a_correction(
    minutes: MinutesPage, carers_board: BoardPage
) -> None:
    carers_board.title = "Carers Board"
    carers_board.save_revision().publish()
    minutes.save_revision().publish()
    assert MinutesRecord.objects.versions().count() == 1
    assert trail_report().problems == []


def test_a_line_is_neither_changed_nor_deleted(minutes: MinutesPage) -> None:
    record = MinutesRecord.objects.get()
    record.reason = "Something else"
    with pytest.raises(TrailIsKept):
        record.save()
    with pytest.raises(TrailIsKept):
        record.delete()
    with pytest.raises(TrailIsKept):
        MinutesRecord.objects.update(reason="Something else")
    with pytest.raises(TrailIsKept):
        MinutesRecord.objects.all().delete()


def test_the_database_refuses_a_change_too(minutes: MinutesPage) -> None:
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE boards_minutesrecord SET reason = 'Something else'")
    assert MinutesRecord.objects.get().reason == ""


def test_a_line_that_is_deleted_is_refused_by_postgresql_and_found_on_sqlite(
    minutes: MinutesPage,
) -> None:
    delete = "DELETE FROM boards_minutesrecord"
    if connection.vendor == "postgresql":
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(delete)
        assert MinutesRecord.objects.count() == 1
    else:
        with connection.cursor() as cursor:
            cursor.execute(delete)
        assert trail_report().problems == [f"Minutes {minutes.pk}: public, but not on record."]


def test_what_was_public_before_the_trail_is_put_on_record_once(
    held_meeting: MeetingPage, carers_board: BoardPage, now: datetime
) -> None:
    minutes = make_minutes(held_meeting, publish=False)
    MinutesPage.objects.filter(pk=minutes.pk).update(live=True)
    record_minutes(minutes=minutes, now=timezone.now())
    make_minutes(make_meeting(carers_board, now - timedelta(days=60)), publish=False)
    assert begin_trail(now=now) == 1
    assert begin_trail(now=now) == 0
    assert lines(minutes) == [("published", ON_RECORD_SINCE)]
    assert trail_report().problems == []


def test_after_the_first_check_minutes_without_a_line_are_told_not_mended(
    minutes: MinutesPage, carers_board: BoardPage, now: datetime
) -> None:
    assert not check_trail(now=now).problems.exists()
    other = make_minutes(make_meeting(carers_board, now - timedelta(days=60)), publish=False)
    MinutesPage.objects.filter(pk=other.pk).update(live=True)
    check = check_trail(now=now + timedelta(days=1))
    assert check.problems.get().words == f"Minutes {other.pk}: public, but not on record."


def test_the_nightly_task_keeps_what_it_found_for_officers(
    client: Client, minutes: MinutesPage, officer: User, co_chair: User
) -> None:
    address = reverse("boards_admin:trail")
    client.force_login(co_chair)
    assert client.get(address).status_code == 404
    assert client.post(address).status_code == 404
    client.force_login(officer)
    assert "There was no check yet" in client.get(address).content.decode()
    verify_trail()
    text = client.get(address).content.decode()
    assert "Nothing is wrong" in text
    assert MinutesRecord.objects.get().digest in text
    MinutesPage.objects.update(corrections="Not on record")
    text = client.post(address, follow=True).content.decode()
    assert "1 problem found" in text
    assert f"Minutes {minutes.pk}: not as they are on record (corrections)." in text
    assert TrailCheck.objects.count() == 2


def test_the_command_prints_head_and_count_and_fails_on_a_problem(minutes: MinutesPage) -> None:
    head = MinutesRecord.objects.get().digest
    out = StringIO()
    call_command("verify_minutes", expect=head, stdout=out)
    assert out.getvalue().splitlines() == [
        "Lines: 1",
        f"Digest of the last line: {head}",
        "Problems: 0",
    ]
    MinutesPage.objects.update(live=False)
    out = StringIO()
    with pytest.raises(SystemExit) as end:
        call_command("verify_minutes", expect="f" * 64, json=True, stdout=out)
    assert end.value.code == 1
    assert out.getvalue().count("no longer public, but no withdrawal is on record") == 1
    assert out.getvalue().count("is not in the trail") == 1


def test_withdrawn_minutes_stay_whole_in_the_trail(
    minutes: MinutesPage, co_chair: User, now: datetime
) -> None:
    withdraw_minutes(minutes=minutes, reason="A name.", withdrawn_by=co_chair, now=now)
    assert lines(minutes) == [("published", ""), ("withdrawn", "A name.")]
    assert trail_report().problems == []


def test_the_seal_does_not_depend_on_how_a_value_was_written() -> None:
    assert chain.canonical({"b": "é", "a": [1, None]}) == '{"a":[1,null],"b":"\\u00e9"}'
    assert chain.stamp("2026-04-16 12:00:00+01") == chain.stamp("2026-04-16 11:00:00")
    assert chain.stamp("never") == "never"


def test_what_the_editor_adds_by_itself_is_no_change() -> None:
    before = [{"id": "1", "type": "text", "value": "<p>Buses.</p>"}]
    after = [{"id": "1", "type": "text", "value": '<p data-block-key="x1">Buses.</p>', "more": ""}]
    assert chain.plain_items(before) == chain.plain_items(after)
    assert chain.plain_items(before) != chain.plain_items([{**after[0], "value": "<p>Cars.</p>"}])


def test_minutes_are_held_against_their_own_last_version(
    minutes: MinutesPage, carers_board: BoardPage, now: datetime
) -> None:
    other = make_minutes(make_meeting(carers_board, now - timedelta(days=60)))
    publish_again(other, text_block("We talked about trains."))
    minutes.save_revision().publish()
    assert lines(minutes) == [("published", "")]
