"""A meeting that moves says so and why, and promises nothing of its old place."""

from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from boards import services
from boards.models import BoardPage, MeetingPage
from easyread.publishing import NotPublished
from portal.users.models import User
from tests.boards.editing import publish_meeting
from tests.borough import day_to_come, make_meeting

LIFT = "There is a lift to the upper hall."
NOT_KNOWN = "is not written down here yet"


@pytest.fixture
def board(carers_board: BoardPage) -> BoardPage:
    carers_board.access = LIFT
    carers_board.how_to_join = "Just come in by the side door."
    carers_board.save()
    return carers_board


@pytest.fixture
def secretary(client: Client, board: BoardPage, co_chair: User) -> Client:
    client.force_login(co_chair)
    return client


@pytest.fixture
def coming(board: BoardPage) -> MeetingPage:
    day = day_to_come(40)
    return services.plan_meeting(
        board=board,
        starts_at=datetime.fromisoformat(f"{day}T10:00+00:00"),
        ends_at=datetime.fromisoformat(f"{day}T12:00+00:00"),
        place=board.place,
        access=board.access,
        how_to_join="",
        planned_by=None,
    )


def told(address: str) -> str:
    return Client().get(address).content.decode()


def plan(secretary: Client, board: BoardPage, screen: str, **more: object) -> str:
    day = day_to_come(40).isoformat()
    usual = {"access": board.access, "how_to_join": board.how_to_join, "starts": "10:00"}
    sent = usual | {"hours": "2", "day": day, "day_0": day, "place": "The Library"} | more
    answer = secretary.post(reverse(f"boards_admin:{screen}", args=[board.pk]), sent)
    return "" if answer.status_code == 302 else answer.content.decode()


@pytest.mark.parametrize("screen", ["plan_meeting", "plan_year"])
def test_planning_elsewhere_asks_whether_the_usual_words_are_true_there(
    secretary: Client, board: BoardPage, screen: str
) -> None:
    asked = plan(secretary, board, screen)
    assert "Access and How to join: this was written for “Town Hall”." in asked
    ticked = ["access The Library", "how_to_join The Library"]
    assert "this was written for" in plan(
        secretary, board, screen, place="The Church", true_here=ticked
    )
    assert not MeetingPage.objects.exists()
    assert plan(secretary, board, screen, true_here=ticked) == ""
    assert LIFT in told(MeetingPage.objects.get().url)


def test_planning_elsewhere_with_own_words_or_none_asks_nothing(
    secretary: Client, board: BoardPage
) -> None:
    assert plan(secretary, board, "plan_meeting", access="A ramp.", how_to_join="") == ""
    assert "A ramp." in told(MeetingPage.objects.get().url)
    assert plan(secretary, board, "plan_meeting", day=day_to_come(60), place="town  hall") == ""


def test_what_a_service_copies_from_the_board_is_not_told_of_another_place(
    board: BoardPage, autism_board: BoardPage
) -> None:
    day = timezone.now() + timedelta(days=40)
    meeting = make_meeting(board, day, access=LIFT)
    assert LIFT in told(meeting.url)
    MeetingPage.objects.all().delete()
    meeting = services.plan_meeting(
        board=board,
        starts_at=day,
        ends_at=day + timedelta(hours=1),
        place="The Library",
        access=f" {LIFT}\r\n",
        how_to_join="",
        planned_by=None,
    )
    services.share_meeting(meeting=meeting, boards=[autism_board])
    for address in (meeting.url, board.url, reverse("boards:calendar")):
        assert "lift" not in told(address), address
    assert NOT_KNOWN in told(meeting.url)


def test_words_on_access_do_not_move_with_the_meeting_until_somebody_says_so(
    secretary: Client, coming: MeetingPage
) -> None:
    moved = {"place": "The Library", "status": "changed", "status_reason": "The hall is booked."}
    answer = publish_meeting(secretary, coming, **moved)
    assert "This was written for Town Hall." in answer
    assert MeetingPage.objects.get().place == "Town Hall"
    assert publish_meeting(secretary, coming, **moved, access_holds="on") == ""
    assert LIFT in told(coming.url)
    coming.refresh_from_db()
    again = {"place": "The Church", "status_reason": "The library is closed."}
    assert "This was written for The Library." in publish_meeting(secretary, coming, **again)
    assert publish_meeting(secretary, coming, **again, access="A ramp.") == ""
    assert "A ramp." in told(coming.url)
    page = MeetingPage.objects.get()
    page.place, page.status_reason = "The School", "The church is cold."
    page.save_revision().publish()
    assert "A ramp." not in told(coming.url)
    assert NOT_KNOWN in told(coming.url)


@pytest.mark.parametrize("change", [{"place": "The Library"}, {"ends_at": "2099-01-01 10:00"}])
def test_a_public_meeting_is_not_moved_in_silence(
    secretary: Client, coming: MeetingPage, change: dict[str, str]
) -> None:
    silent = publish_meeting(secretary, coming, **change, access="")
    assert "You changed the day, the time or the place" in silent
    page = MeetingPage.objects.get()
    assert "This meeting is planned" in told(page.url)
    reason = {"status": "changed", "status_reason": "The hall is booked."}
    assert publish_meeting(secretary, coming, **change, **reason, access="") == ""
    assert "The hall is booked." in told(page.url)
    page = MeetingPage.objects.get()
    old_reason = publish_meeting(secretary, page, place="The Church", access="")
    assert "You changed the day, the time or the place" in old_reason


def test_no_other_way_in_moves_it_in_silence_either(secretary: Client, coming: MeetingPage) -> None:
    coming.place = "The Library"
    revision = coming.save_revision()
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    answer = secretary.post(f"{bulk}?id={coming.pk}", follow=True)
    assert "has another day, time or place" in answer.content.decode()
    with pytest.raises(NotPublished, match="say why"):
        revision.publish()
    assert MeetingPage.objects.get().place == "Town Hall"


def test_the_day_of_a_meeting_that_is_over_is_put_right_without_a_change(
    secretary: Client, held_meeting: MeetingPage
) -> None:
    right = {"starts_at": "2026-03-16 12:00", "ends_at": "2026-03-16 14:00"}
    assert publish_meeting(secretary, held_meeting, **right) == ""
    held_meeting.refresh_from_db()
    assert held_meeting.starts_at.day == 16


def test_a_meeting_that_once_moved_does_not_say_that_it_is_as_planned(
    coming: MeetingPage,
) -> None:
    MeetingPage.objects.update(sequence=1)
    page = told(coming.url)
    assert "This meeting is planned" not in page
    assert "This meeting changed after it was first told." in page
    assert "Changed" in told("/meetings/")
    assert "changed" in told(reverse("boards:feed"))
