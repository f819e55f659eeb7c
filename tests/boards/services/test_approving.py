"""A later meeting approves the minutes: one screen, one publication, nothing lost."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from boards.enums import MeetingStatus
from boards.models import BoardPage, MeetingPage, MinutesPage, MinutesRecord
from boards.selectors.approving import approving_to_do
from boards.services import CannotApprove, approve_minutes, share_meeting
from easyread.publishing import NotPublished
from portal.users.models import User
from tests.boards.editing import publish_meeting, typed
from tests.borough import make_agenda, make_meeting, make_minutes
from tests.services.kept import kept

WRONG = "The sum was wrong."


@kept
def later_meeting(carers_board: BoardPage, now: datetime) -> MeetingPage:
    return make_meeting(carers_board, now - timedelta(days=2))


def approve(minutes: MinutesPage, meeting: MeetingPage, now: datetime, **more: Any) -> None:
    facts: dict[str, Any] = {
        "item": 2,
        "corrections": "",
        "with_draft": False,
        "approved_by": None,
    } | more
    approve_minutes(minutes=minutes, at_meeting=meeting, now=now, **facts)


def draft_with(minutes: MinutesPage, title: str) -> None:
    minutes.title = title
    minutes.save_revision()


def screen(minutes: MinutesPage) -> str:
    return reverse("boards_admin:approve_minutes", args=[minutes.pk])


def test_minutes_are_approved_by_a_later_meeting_with_its_corrections(
    client: Client, minutes: MinutesPage, later_meeting: MeetingPage, co_chair: User, now: datetime
) -> None:
    words = "Mo Vale was there too."
    draft_with(minutes, "With Mo Vale")
    minutes = MinutesPage.objects.get()
    corrected: dict[str, Any] = {"corrections": words, "with_draft": True}
    approve(minutes, later_meeting, now, approved_by=co_chair, **corrected)
    assert (minutes.status, minutes.approved_item) == ("approved", 2)
    assert minutes.approved_at == later_meeting
    assert minutes.approved_published_at == now
    record = MinutesRecord.objects.get(version=2)
    assert (record.kind, record.reason, record.by) == ("approved", words, "co_chair")
    assert record.content["approved"]["day"] == "2026-04-14"
    text = client.get(minutes.url).content.decode()
    assert "Approved on Tuesday 14 April 2026" in text
    assert "(item 2)" in text
    assert words in text


def test_minutes_approved_as_they_were_say_so(
    client: Client, minutes: MinutesPage, later_meeting: MeetingPage, now: datetime
) -> None:
    approve(minutes, later_meeting, now)
    assert "They were approved as they were." in client.get(minutes.url).content.decode()


def test_a_draft_with_other_words_is_kept_or_published_with_the_approval(
    minutes: MinutesPage, later_meeting: MeetingPage, now: datetime
) -> None:
    public = minutes.title
    draft_with(minutes, "What the meeting asked for")
    approve(MinutesPage.objects.get(), later_meeting, now)
    kept = MinutesPage.objects.get()
    assert (kept.title, kept.is_approved, kept.has_unpublished_changes) == (public, True, True)
    draft = kept.get_latest_revision_as_object()
    assert (draft.title, draft.status) == ("What the meeting asked for", "approved")


def test_a_draft_is_published_with_the_approval_when_that_is_asked_for(
    minutes: MinutesPage, later_meeting: MeetingPage, now: datetime
) -> None:
    draft_with(minutes, "What the meeting asked for")
    corrected: dict[str, Any] = {"corrections": "The title.", "with_draft": True}
    approve(MinutesPage.objects.get(), later_meeting, now, **corrected)
    public = MinutesPage.objects.get()
    assert (public.title, public.has_unpublished_changes) == ("What the meeting asked for", False)
    assert list(MinutesRecord.objects.order_by("version").values_list("kind", flat=True)) == [
        "published",
        "approved",
    ]


def test_corrections_that_the_text_does_not_have_are_not_told(
    client: Client, minutes: MinutesPage, later_meeting: MeetingPage, co_chair: User, now: datetime
) -> None:
    client.force_login(co_chair)
    sent = {"meeting": later_meeting.pk, "item": "2", "corrections": WRONG}
    answer = client.post(screen(minutes), sent).content.decode()
    assert "The text of the minutes is still as it was." in answer
    assert WRONG in answer
    for with_draft in (False, True):
        with pytest.raises(CannotApprove):
            approve(minutes, later_meeting, now, corrections=WRONG, with_draft=with_draft)
    assert not MinutesPage.objects.get().is_approved


def test_corrections_in_the_draft_are_published_once_somebody_says_that_they_are_there(
    client: Client, minutes: MinutesPage, later_meeting: MeetingPage, co_chair: User
) -> None:
    client.force_login(co_chair)
    sent = {"meeting": later_meeting.pk, "item": "2", "corrections": WRONG}
    draft_with(minutes, "With the right sum")
    asked = client.post(screen(minutes), sent).content.decode()
    assert "Are the corrections in the draft?" in asked
    silent = client.post(screen(minutes), sent | {"corrections": " ", "with_draft": "on"})
    assert "Say what the meeting corrected" in silent.content.decode()
    assert not MinutesPage.objects.get().is_approved
    client.post(screen(minutes), sent | {"with_draft": "on"})
    public = MinutesPage.objects.get()
    assert (public.is_approved, public.title) == (True, "With the right sum")


def test_only_a_later_meeting_of_the_board_that_took_place_approves(
    minutes: MinutesPage,
    held_meeting: MeetingPage,
    coming_meeting: MeetingPage,
    carers_board: BoardPage,
    autism_board: BoardPage,
    now: datetime,
) -> None:
    day = now - timedelta(days=3)
    cancelled = make_meeting(
        carers_board, day, status=MeetingStatus.CANCELLED, status_reason="Snow"
    )
    refused = {
        held_meeting: "Only a later meeting",
        make_meeting(carers_board, now - timedelta(days=60)): "Only a later meeting",
        make_meeting(autism_board, day): "Another board",
        cancelled: "was cancelled",
        coming_meeting: "has not begun yet",
    }
    for meeting, words in refused.items():
        with pytest.raises(CannotApprove, match=words):
            approve(minutes, meeting, now)
    assert not MinutesPage.objects.get().is_approved
    right = make_meeting(carers_board, now - timedelta(days=1))
    approve(minutes, right, now)
    with pytest.raises(CannotApprove, match="approved already"):
        approve(minutes, right, now)


def test_minutes_that_nobody_could_read_are_not_approved(
    held_meeting: MeetingPage, later_meeting: MeetingPage, now: datetime
) -> None:
    minutes = make_minutes(held_meeting, publish=False)
    with pytest.raises(CannotApprove, match="Publish the minutes first"):
        approve(minutes, later_meeting, now)


def test_the_screen_offers_the_latest_meeting_and_its_item_about_minutes(
    client: Client, minutes: MinutesPage, later_meeting: MeetingPage, co_chair: User
) -> None:
    make_agenda(later_meeting, "Welcome", "Money", "Minutes of the last meeting")
    client.force_login(co_chair)
    text = client.get(screen(minutes)).content.decode()
    assert f'<option value="{later_meeting.pk}" selected>' in text
    assert 'name="item" value="3"' in text
    sent = {"meeting": later_meeting.pk, "item": "3", "corrections": ""}
    client.post(screen(minutes), sent)
    approved = MinutesPage.objects.get()
    assert (approved.approved_item, approved.corrections) == (3, "")
    assert "approved already" in client.get(screen(minutes)).content.decode()


@pytest.mark.parametrize("wrong", ["0", "-1", "two", "\0", "9" * 30, ""])
def test_a_wrong_number_is_told_and_the_corrections_stay(
    client: Client,
    minutes: MinutesPage,
    later_meeting: MeetingPage,
    co_chair: User,
    wrong: str,
) -> None:
    client.force_login(co_chair)
    sent = {"meeting": later_meeting.pk, "item": wrong, "corrections": "Words that I typed"}
    answer = client.post(screen(minutes), sent)
    assert answer.status_code == 200
    assert "What you wrote is still there" in answer.content.decode()
    assert "Words that I typed" in answer.content.decode()
    client.post(screen(minutes), sent | {"item": "1", "meeting": "x" * 50})
    assert not MinutesPage.objects.get().is_approved


def test_without_a_later_meeting_the_screen_says_so(
    client: Client, minutes: MinutesPage, co_chair: User
) -> None:
    client.force_login(co_chair)
    assert "No later meeting" in client.get(screen(minutes)).content.decode()


def test_strangers_to_a_board_do_not_approve_its_minutes(
    client: Client,
    minutes: MinutesPage,
    later_meeting: MeetingPage,
    other_co_chair: User,
    officer: User,
) -> None:
    for user in (other_co_chair, officer):
        client.force_login(user)
        sent = {"meeting": later_meeting.pk, "item": "1"}
        assert client.post(screen(minutes), sent).status_code == 404
    assert not MinutesPage.objects.get().is_approved


def test_my_boards_asks_for_approval_after_a_later_meeting(
    minutes: MinutesPage,
    carers_board: BoardPage,
    autism_board: BoardPage,
    now: datetime,
    django_assert_num_queries: Any,
) -> None:
    boards = [carers_board, autism_board]
    assert approving_to_do(boards, now=now) == {}
    later = make_meeting(carers_board, now - timedelta(days=2))
    with django_assert_num_queries(2):
        [to_do] = approving_to_do(boards, now=now)[carers_board.pk]
    assert to_do.words == "Approve the minutes of Tuesday 17 March 2026"
    assert to_do.url == screen(minutes)
    approve(minutes, later, timezone.now())
    assert approving_to_do(boards, now=now) == {}


def test_a_joint_meeting_that_another_board_hosts_can_approve(
    client: Client,
    minutes: MinutesPage,
    autism_board: BoardPage,
    carers_board: BoardPage,
    co_chair: User,
    now: datetime,
) -> None:
    meeting = make_meeting(autism_board, now - timedelta(days=2))
    with pytest.raises(CannotApprove, match="Another board's meeting"):
        approve(minutes, meeting, now)
    share_meeting(meeting=meeting, boards=[carers_board])
    client.force_login(co_chair)
    client.post(screen(minutes), {"meeting": meeting.pk, "item": "1", "corrections": ""})
    assert MinutesPage.objects.get().approved_at == meeting


@pytest.mark.parametrize("away", [-60, 30])
def test_no_way_in_makes_an_earlier_or_a_coming_meeting_the_one_that_approved(
    client: Client,
    minutes: MinutesPage,
    carers_board: BoardPage,
    autism_board: BoardPage,
    co_chair: User,
    now: datetime,
    away: int,
) -> None:
    superuser = User.objects.create_superuser("super", password="a long enough password")
    before = now if away < 0 else timezone.now()
    meeting = make_meeting(carers_board, before + timedelta(days=away))
    approval = {"status": "approved", "approved_at": meeting.pk, "approved_item": "2"}
    address = reverse("wagtailadmin_pages:edit", args=[minutes.pk])
    client.force_login(superuser)
    answer = client.post(address, typed(minutes, **approval))
    assert ("Only a later meeting" if away < 0 else "has not begun yet") in answer.content.decode()
    assert not MinutesPage.objects.get().is_approved
    if away < 0:  # nor a draft that was made in another way
        minutes.status, minutes.approved_at = "approved", meeting
        with pytest.raises(NotPublished, match="Only a later meeting"):
            minutes.save_revision(clean=False).publish()
    minutes.status, minutes.approved_at = "approved", make_meeting(autism_board, now)
    with pytest.raises(NotPublished, match="Another board's meeting"):
        minutes.save_revision(clean=False).publish()
    client.force_login(co_chair)
    assert 'name="approved_at"' not in client.get(address).content.decode()


def test_the_meeting_that_approved_minutes_is_not_cancelled_or_moved_before_theirs(
    client: Client, minutes: MinutesPage, later_meeting: MeetingPage, co_chair: User, now: datetime
) -> None:
    approve(minutes, later_meeting, now)
    client.force_login(co_chair)
    for change in (
        {"status": "cancelled"},
        {"status": "changed", "starts_at": "2026-01-05 10:00", "ends_at": "2026-01-05 12:00"},
    ):
        answer = publish_meeting(client, later_meeting, status_reason="Snow", **change)
        assert "This meeting approved the minutes of Tuesday 17 March 2026." in answer
    later_meeting.refresh_from_db()
    assert (later_meeting.status, later_meeting.starts_at.year) == ("planned", 2026)
