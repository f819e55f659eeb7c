"""Publishing minutes makes action points and decisions, and never undoes what became of them."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, datetime
from typing import Any

import pytest

from boards.enums import ActionState
from boards.models import ActionPoint, BoardPage, Decision, MeetingPage, MinutesPage
from boards.selectors import public_actions
from boards.services import report_progress
from boards.services.stored_blocks import minute_item
from tests.borough import (
    action_block,
    decision_block,
    make_minutes,
    publish_again,
    text_block,
)

Capture = Callable[..., AbstractContextManager[list[Callable[[], object]]]]


def finish(action: ActionPoint, now: datetime, outcome: str = "There is a later bus.") -> None:
    report_progress(
        action=action,
        state=ActionState.DONE,
        note="",
        outcome=outcome,
        reported_by=None,
        now=now,
    )


def test_publishing_minutes_makes_their_actions_and_decisions(
    minutes: MinutesPage, held_meeting: MeetingPage, carers_board: BoardPage
) -> None:
    first, second = ActionPoint.objects.order_by("position")
    assert (first.text, first.owner) == ("Write to the bus company", "Sy Reed")
    assert first.due_on == date(2026, 4, 1)
    assert first.agreed_on == date(2026, 3, 17)
    assert (first.board, first.meeting, first.minutes) == (carers_board, held_meeting, minutes)
    assert (first.item_position, first.item_title) == (1, "Buses in the evening")
    assert first.state == ActionState.OPEN
    assert (second.owner, second.due_on) == ("Mo Vale", None)
    decision = Decision.objects.get()
    assert (decision.text, decision.board) == ("Ask for a later bus.", carers_board)
    assert [decision.position, first.position, second.position] == [1, 2, 3]


def test_a_draft_makes_no_actions(held_meeting: MeetingPage) -> None:
    make_minutes(held_meeting, publish=False)
    assert not ActionPoint.objects.exists()
    assert not Decision.objects.exists()


def test_publishing_minutes_again_keeps_what_became_of_an_action(
    held_meeting: MeetingPage, now: datetime
) -> None:
    block = action_block("Write to the bus company", owner="Sy Reed", due_on="2026-04-01")
    minutes = make_minutes(held_meeting, block)
    action = ActionPoint.objects.get()
    finish(action, now)
    changed = {"text": "Write to both bus companies", "owner": "Mo Vale", "due_on": "2026-05-02"}
    publish_again(minutes, text_block("New words."), block | {"value": block["value"] | changed})
    again = ActionPoint.objects.get()
    assert again.pk == action.pk
    assert (again.text, again.owner) == ("Write to both bus companies", "Mo Vale")
    assert again.due_on == date(2026, 5, 2)
    assert (again.state, again.outcome) == (ActionState.DONE, "There is a later bus.")
    assert again.closed_on == date(2026, 4, 16)
    assert again.updates.count() == 1


def test_an_action_that_leaves_the_text_is_withdrawn_and_comes_back_with_it(
    held_meeting: MeetingPage, now: datetime
) -> None:
    stays, goes = action_block("Book the hall"), action_block("Ring the school")
    decided = decision_block("Meet at noon.")
    minutes = make_minutes(held_meeting, stays, goes, decided)
    gone = ActionPoint.objects.get(text="Ring the school")
    finish(gone, now)
    publish_again(minutes, stays)
    gone.refresh_from_db()
    assert gone.is_withdrawn
    assert Decision.objects.get().is_withdrawn
    assert [action.text for action in public_actions()] == ["Book the hall"]
    publish_again(minutes, goes, stays, decided)
    back = ActionPoint.objects.get(pk=gone.pk)
    assert (back.is_withdrawn, back.state) == (False, ActionState.DONE)
    assert not Decision.objects.get().is_withdrawn
    assert ActionPoint.objects.count() == 2


def test_minutes_without_any_action_left_withdraw_them_all(minutes: MinutesPage) -> None:
    publish_again(minutes, text_block("We only talked."))
    assert ActionPoint.objects.filter(is_withdrawn=True).count() == 2
    assert not public_actions().exists()


def test_a_copy_of_the_minutes_does_not_take_the_actions_of_the_original(
    minutes: MinutesPage, coming_meeting: MeetingPage, now: datetime
) -> None:
    original = ActionPoint.objects.get(text="Bring the timetable")
    finish(original, now)
    copy = minutes.copy(to=coming_meeting, keep_live=False)
    copy.get_latest_revision().publish()
    original.refresh_from_db()
    assert (original.minutes, original.state) == (minutes, ActionState.DONE)
    own = ActionPoint.objects.filter(minutes=copy)
    assert own.count() == 2
    assert {action.state for action in own} == {ActionState.OPEN}
    publish_again(copy, text_block("Nothing of that was agreed here."))
    original.refresh_from_db()
    assert not original.is_withdrawn


def test_unpublished_minutes_hide_their_actions(minutes: MinutesPage, client: Any) -> None:
    action = ActionPoint.objects.get(text="Bring the timetable")
    assert client.get(action.get_absolute_url()).status_code == 200
    assert b"Bring the timetable" in client.get("/actions/").content
    minutes.unpublish()
    assert client.get(action.get_absolute_url()).status_code == 404
    assert b"Bring the timetable" not in client.get("/actions/").content
    minutes.get_latest_revision().publish()
    assert client.get(action.get_absolute_url()).status_code == 200


def test_an_action_takes_the_topics_of_its_item_or_else_those_of_the_board(
    carers_board: BoardPage, held_meeting: MeetingPage
) -> None:
    carers_board.topics.add("health")
    carers_board.save()
    minutes = make_minutes(held_meeting, action_block("Book the hall"))
    action = ActionPoint.objects.get()
    assert [tag.name for tag in action.topics.all()] == ["transport"]
    block = {"type": "action", "id": str(action.block_id), "value": {"text": "Book the hall"}}
    minutes.items = [minute_item("Any other business", [block])]
    minutes.save_revision().publish()
    assert [tag.name for tag in ActionPoint.objects.get().topics.all()] == ["health"]


def test_topics_are_read_with_commas_between_whatever_their_case(
    held_meeting: MeetingPage,
) -> None:
    minutes = make_minutes(held_meeting, action_block("Book the hall"))
    block = action_block("Ring the school")
    minutes.items = [minute_item("Schools", [block], " Schools ,, TRANSPORT,schools ")]
    minutes.save_revision().publish()
    action = ActionPoint.objects.get(text="Ring the school")
    assert sorted(tag.name.lower() for tag in action.topics.all()) == ["schools", "transport"]


@pytest.mark.parametrize("title", ["<script>", "Café “Ünï” 🚌", "a" * 200])
def test_any_title_of_an_item_comes_through(held_meeting: MeetingPage, title: str) -> None:
    minutes = make_minutes(held_meeting, action_block("Book the hall"))
    block = action_block("Ring the school")
    minutes.items = [minute_item(title, [block])]
    minutes.save_revision().publish()
    assert ActionPoint.objects.get(text="Ring the school").item_title == title
