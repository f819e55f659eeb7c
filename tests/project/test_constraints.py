"""Each rule that the database holds: refused by it, and said in plain words before that."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from wagtail.models import Site

from boards.models import (
    ActionPoint,
    ActionUpdate,
    Attendance,
    BoardPage,
    Decision,
    MeetingPage,
    Member,
    MinutesPage,
)
from boards.services import start_minutes
from charter.models import Assessment, Evidence, Principle, SignUp
from charter.services import open_assessment
from charter.versions.selectors import current_version
from easyread.models import FormatRequest, Picture
from easyread.senders.models import Count
from portal.digests.models import Delivery, DigestList, Edition, Subscriber
from portal.home.models import SiteLook
from tests.borough import FIRST_DAY, decision_block, make_easy_read, make_meeting, make_minutes
from tests.project.rules import Case, Cases, World, nonsense, row, twin
from tests.project.rules_of_charter import CHARTER_CASES
from tests.project.rules_of_easy_read import EASY_READ_CASES
from tests.project.rules_of_meetings import MEETING_CASES
from tests.services.kept import kept

APPS = ("boards", "charter", "easyread", "senders", "home", "users", "digests")


@kept
def world(
    carers_board: BoardPage, autism_board: BoardPage, minutes: MinutesPage, now: datetime
) -> World:
    meeting = MeetingPage.objects.get()
    extra = make_meeting(autism_board, now)
    start_minutes(meeting=extra, started_by=None)
    version, (first, second) = (
        current_version(today=FIRST_DAY),
        Principle.objects.order_by("number")[:2],
    )
    assert version
    for board in (carers_board, autism_board):
        SignUp.objects.create(board=board, version=version)
    for principle in (first, second):
        assessment = open_assessment(board=carers_board, principle=principle, today=now.date())
        Evidence.objects.create(assessment=assessment, title="A ramp", dated_on=now.date())
    FormatRequest.objects.create(page=minutes, asked_at=now)
    make_easy_read(minutes)
    digest_list = DigestList.objects.get()
    for number in (1, 2):
        subscriber = Subscriber.objects.create(list=digest_list, email=f"{number}@example.org")
        edition = Edition.objects.create(
            list=digest_list,
            period_start=now + timedelta(days=number),
            period_end=now + timedelta(days=number + 1),
            state="done",
            content={"boards": []},
            frozen_at=now,
        )
        Delivery.objects.create(edition=edition, subscriber=subscriber, next_at=now)
    return World(carers_board, autism_board, meeting, minutes, now)


def two_decisions(world: World) -> Case:
    meeting = make_meeting(world.board, world.now + timedelta(days=3))
    minutes = make_minutes(meeting, decision_block("One"), decision_block("Two"))
    first, second = Decision.objects.filter(minutes=minutes).order_by("position")
    return Case(second, {"block_id": first.block_id})


def two_counts(world: World) -> Case:
    for who in ("kit", "mo"):
        Count.objects.create(purpose="letters", who=who, until=world.now)
    return twin(Count, "who")


def look() -> SiteLook:
    return SiteLook.for_site(Site.objects.get())


CASES: Cases = {
    **MEETING_CASES,
    **EASY_READ_CASES,
    "board_kind_known": nonsense(BoardPage, "kind"),
    "board_task_group_has_question_and_end": lambda w: Case(
        w.board, {"kind": "task_and_finish", "question": "Why?"}
    ),
    "meeting_ends_after_start": lambda w: Case(w.meeting, {"ends_at": w.meeting.starts_at}),
    "meeting_change_has_reason": lambda w: Case(w.meeting, {"status": "cancelled"}),
    "meeting_status_known": lambda w: Case(w.meeting, {"status": "so", "status_reason": "so"}),
    "member_role_known": nonsense(Member, "role"),
    "member_chosen_known": nonsense(Member, "chosen"),
    "member_term_in_order": lambda w: Case(
        row(Member), {"since": date(2026, 2, 2), "until": date(2026, 2, 1)}
    ),
    "minutes_approved_say_by_which_meeting": lambda w: Case(w.minutes, {"status": "approved"}),
    "attendance_presence_known": nonsense(Attendance, "presence"),
    "action_once_per_block": lambda w: twin(ActionPoint, "block_id"),
    "action_state_known": nonsense(ActionPoint, "state"),
    "action_update_state_known": lambda w: Case(
        ActionUpdate(action_id=row(ActionPoint).pk, at=w.now), {"state": "nonsense"}
    ),
    "action_closed_says_what_changed": lambda w: Case(
        row(ActionPoint), {"state": "done", "closed_on": w.now.date()}
    ),
    "decision_once_per_block": two_decisions,
    **CHARTER_CASES,
    "assessment_once_per_board_and_principle": lambda w: twin(Assessment, "principle"),
    "assessment_state_known": nonsense(Assessment, "state"),
    "evidence_kind_known": nonsense(Evidence, "kind"),
    "sign_up_once_per_board_and_version": lambda w: twin(SignUp, "board"),
    "sign_up_state_known": nonsense(SignUp, "state"),
    "sign_up_signed_by_both_at_a_meeting": lambda w: Case(
        row(SignUp),
        {
            "state": "signed",
            "signed_on": w.now.date(),
            "meeting": w.meeting,
            "signed_by_officer": "Ola Penn",
        },
    ),
    "format_request_format_known": nonsense(FormatRequest, "format"),
    "format_request_answered_after_asked": lambda w: Case(
        row(FormatRequest), {"answered_at": w.now - timedelta(seconds=1), "answer": "Sent."}
    ),
    "count_once_per_purpose_and_sender": two_counts,
    "picture_has_one_source": lambda w: Case(row(Picture), {"static_file": ""}),
    "digest_cadence_known": nonsense(DigestList, "cadence"),
    "subscriber_once_per_list": lambda w: twin(Subscriber, "email"),
    "subscriber_state_known": nonsense(Subscriber, "state"),
    "edition_state_known": nonsense(Edition, "state"),
    "delivery_state_known": nonsense(Delivery, "state"),
    "delivery_sent_says_when": lambda w: Case(row(Delivery), {"state": "sent"}),
    "site_look_colour_is_a_colour": lambda w: Case(look(), {"colour": "red"}),
    "site_look_accent_is_a_colour": lambda w: Case(look(), {"accent": "red"}),
    "edition_once_per_period": lambda w: twin(Edition, "period_start"),
    "edition_period_in_order": lambda w: Case(row(Edition), {"period_end": w.now}),
    "delivery_once_per_edition_and_subscriber": lambda w: twin(Delivery, "edition", "subscriber"),
}


def constraints() -> dict[str, Any]:
    return {
        constraint.name: constraint
        for app in APPS
        for model in apps.get_app_config(app).get_models()
        for constraint in model._meta.constraints
    }


@pytest.mark.parametrize("name", CASES)
def test_the_rule_is_held_by_the_database_and_said_in_plain_words(name: str, world: World) -> None:
    case = CASES[name](world)
    is_stored = not case.row._state.adding
    for field, value in case.changes.items():
        setattr(case.row, field, value)
    with pytest.raises(IntegrityError), transaction.atomic():
        if is_stored:
            rows = type(case.row)._default_manager.filter(pk=case.row.pk)
            rows.update(**case.changes)
        else:
            case.row.save()
    with pytest.raises(ValidationError) as refusal:
        case.row.validate_constraints()
    message = str(constraints()[name].violation_error_message)
    assert message in refusal.value.messages
    assert "constraint" not in message.lower()
    assert message.endswith(".")


def test_every_rule_of_the_database_has_its_case() -> None:
    assert set(constraints()) == set(CASES)


@contextmanager
def rule_away(table: str, name: str) -> Iterator[None]:
    """As before the migration that brought the rule."""
    with connection.cursor() as cursor:
        if connection.vendor != "sqlite":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
            yield  # the end of the test brings it back
            return
        cursor.execute("PRAGMA ignore_check_constraints = ON")
        try:
            yield
        finally:
            cursor.execute("PRAGMA ignore_check_constraints = OFF")


@pytest.mark.parametrize("name", ["archive_file_ended_says_when", "reading_ended_keeps_no_words"])
def test_an_update_mends_rows_that_a_new_rule_forbids(name: str, world: World) -> None:
    case = CASES[name](world)
    rows = type(case.row)._default_manager.filter(pk=case.row.pk)
    with rule_away(case.row._meta.db_table, name):
        rows.update(**case.changes)
    with pytest.raises(ValidationError):
        rows.get().validate_constraints()
    import_module("boards.migrations.0028_files_that_ended").mend(apps, None)
    rows.get().validate_constraints()


def test_a_block_may_stand_in_the_minutes_of_two_meetings(world: World) -> None:
    first = row(ActionPoint)
    other = MinutesPage.objects.exclude(pk=world.minutes.pk).get()
    copy = ActionPoint.objects.get(pk=first.pk)
    copy.pk, copy.minutes = None, other
    copy.save()
    assert ActionPoint.objects.filter(block_id=copy.block_id).count() == 2
    assert isinstance(copy.block_id, uuid.UUID)
