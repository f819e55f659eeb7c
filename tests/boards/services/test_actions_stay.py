"""An action keeps its place, its address and what became of it, whatever happens to its minutes."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from taggit.models import Tag

from boards.enums import ActionState
from boards.models import ActionPoint, BoardPage, Decision, MeetingPage, MinutesPage
from boards.services import fill_minutes_from_word, report_progress
from portal.search.selectors import search_everything
from portal.users.models import User
from tests.boards.services.test_word_minutes import READING
from tests.borough import make_minutes, publish_again, text_block
from tests.shown import without_explained_words


def test_an_action_is_found_by_search_as_soon_as_its_minutes_are_out(minutes: MinutesPage) -> None:
    found = [one for one in search_everything(words="timetable") if isinstance(one, ActionPoint)]
    assert [action.text for action in found] == ["Bring the timetable"]


def test_the_same_word_file_again_keeps_what_became_of_an_action(
    held_meeting: MeetingPage, co_chair: User, now: datetime
) -> None:
    def bring_and_publish() -> MinutesPage:
        minutes = fill_minutes_from_word(meeting=held_meeting, reading=READING, filled_by=co_chair)
        minutes.get_latest_revision().publish()
        return minutes

    bring_and_publish()
    action = ActionPoint.objects.get(text="Write")
    report_progress(
        action=action,
        state=ActionState.DONE,
        note="",
        outcome="They answered.",
        reported_by=co_chair,
        now=now,
    )
    bring_and_publish()
    action.refresh_from_db()
    assert (action.state, action.is_withdrawn) == (ActionState.DONE, False)
    assert ActionPoint.objects.count() == 3
    assert Decision.objects.count() == 1


def test_two_actions_of_the_same_words_stay_two(held_meeting: MeetingPage, co_chair: User) -> None:
    (item,) = READING.items
    twice = replace(READING, items=(replace(item, parts=(item.parts[5], item.parts[5])),))
    for _ in range(2):
        minutes = fill_minutes_from_word(meeting=held_meeting, reading=twice, filled_by=co_chair)
        minutes.get_latest_revision().publish()
    assert ActionPoint.objects.filter(text="Ring", is_withdrawn=False).count() == 2


def test_an_action_that_was_taken_out_still_answers_at_its_address(
    client: Client, minutes: MinutesPage
) -> None:
    action = ActionPoint.objects.get(text="Bring the timetable")
    before = client.get(action.get_absolute_url()).content.decode()
    assert "taken out of the minutes" not in without_explained_words(before)
    publish_again(minutes, text_block("Nothing was agreed after all."))
    answer = client.get(action.get_absolute_url())
    assert answer.status_code == 200
    assert "taken out of the minutes" in without_explained_words(answer.content.decode())
    assert "Bring the timetable" not in client.get("/actions/").content.decode()
    minutes.unpublish()
    assert client.get(action.get_absolute_url()).status_code == 404


def test_actions_go_with_a_meeting_that_moves_to_another_board(
    minutes: MinutesPage, held_meeting: MeetingPage, autism_board: BoardPage
) -> None:
    held_meeting.refresh_from_db()
    held_meeting.move(autism_board, pos="last-child")
    assert {action.board_id for action in ActionPoint.objects.all()} == {autism_board.pk}
    assert {decision.board_id for decision in Decision.objects.all()} == {autism_board.pk}


def test_actions_follow_the_corrected_day_of_their_meeting(
    minutes: MinutesPage, held_meeting: MeetingPage
) -> None:
    held_meeting.refresh_from_db()
    held_meeting.starts_at -= timedelta(days=2)
    held_meeting.save_revision().publish()
    days = {action.agreed_on for action in ActionPoint.objects.all()}
    assert days == {held_meeting.starts_at.date()}


@pytest.mark.parametrize("existing", ["Transport", "transport"])
def test_a_topic_in_capitals_is_no_second_topic(existing: str, held_meeting: MeetingPage) -> None:

    Tag.objects.create(name=existing, slug="transport")
    make_minutes(held_meeting)
    assert [tag.name for tag in ActionPoint.objects.all()[0].topics.all()] == [existing]
    assert Tag.objects.count() == 1


def test_a_board_can_be_copied_and_gets_editors_of_its_own(
    client: Client, carers_board: BoardPage, admin_user: User
) -> None:
    client.force_login(admin_user)
    form = {
        "new_title": "Young Carers Board",
        "new_slug": "young-carers",
        "new_parent_page": carers_board.get_parent().pk,
        "copy_subpages": "",
        "publish_copies": "",
    }
    answer = client.post(reverse("wagtailadmin_pages:copy", args=[carers_board.pk]), form)
    assert answer.status_code == 302
    copy = BoardPage.objects.get(slug="young-carers")
    carers_board.refresh_from_db()
    assert copy.editors
    assert copy.editors != carers_board.editors


def test_a_meeting_that_approved_minutes_cannot_be_deleted(
    client: Client, minutes: MinutesPage, coming_meeting: MeetingPage, co_chair: User
) -> None:
    client.force_login(co_chair)
    address = reverse("wagtailadmin_pages:delete", args=[coming_meeting.pk])
    MinutesPage.objects.update(status="approved", approved_at=coming_meeting)
    answer = client.post(address, follow=True)
    assert "approved the minutes" in answer.content.decode()
    assert MeetingPage.objects.filter(pk=coming_meeting.pk).exists()
    MinutesPage.objects.update(status="draft", approved_at=None)
    MeetingPage.objects.filter(pk=coming_meeting.pk).update(live=False)
    client.post(address)
    assert not MeetingPage.objects.filter(pk=coming_meeting.pk).exists()
