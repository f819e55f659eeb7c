"""The screens on which matters are passed on and answered."""

from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from boards import services
from boards.models import BoardPage, MeetingPage, PassedMatter
from portal.users.models import User
from tests.services.kept import kept


def new_address(board: BoardPage) -> str:
    return reverse("boards_admin:pass_matter", args=[board.pk])


def answer_address(matter: PassedMatter) -> str:
    return reverse("boards_admin:answer_matter", args=[matter.pk])


@kept
def matter(carers_board: BoardPage, autism_board: BoardPage, now: datetime) -> PassedMatter:
    return services.pass_matter(
        board=carers_board,
        to_board=autism_board,
        to_outside="",
        title="Buses that wait",
        words="Could buses wait?",
        agreed_by_meeting=None,
        passed_by=None,
        now=now - timedelta(days=5),
    )


def new_data(board: BoardPage, **changes: str) -> dict[str, str]:
    data = {"to_board": str(board.pk), "title": "Quiet rooms", "words": "Can we share one?"}
    return data | changes


def test_a_co_chair_passes_a_matter_on_and_the_other_boards_answers_it(
    client: Client,
    co_chair: User,
    other_co_chair: User,
    carers_board: BoardPage,
    autism_board: BoardPage,
    held_meeting: MeetingPage,
) -> None:
    client.force_login(co_chair)
    data = new_data(autism_board, agreed_by_meeting=str(held_meeting.pk))
    client.post(new_address(carers_board), data)
    matter = PassedMatter.objects.get()
    assert (matter.to_board, matter.agreed_by_meeting) == (autism_board, held_meeting)
    address = answer_address(matter)
    assert client.get(address).status_code == 200
    assert client.post(address, {"answer": "Yes."}).status_code == 404
    client.force_login(other_co_chair)
    client.post(address, {"answer": "Yes."})
    matter.refresh_from_db()
    assert (matter.answer, matter.answered_on) == ("Yes.", timezone.localdate())
    again = client.post(address, {"answer": "No."}).content.decode()
    assert "The answer came already" in again
    assert "No." in again


def test_strangers_to_the_boards_find_neither_screen(
    client: Client,
    other_co_chair: User,
    officer: User,
    carers_board: BoardPage,
    autism_board: BoardPage,
    matter: PassedMatter,
) -> None:
    client.force_login(other_co_chair)
    assert client.get(new_address(carers_board)).status_code == 404
    assert client.post(new_address(carers_board), new_data(autism_board)).status_code == 404
    client.force_login(officer)
    assert client.post(answer_address(matter), {"answer": "Yes."}).status_code == 404
    PassedMatter.objects.update(board=autism_board, to_board=None, to_outside="A hospital")
    client.force_login(User.objects.get(username="other_co_chair"))
    assert client.get(answer_address(matter)).status_code == 200
    client.logout()
    assert client.get(answer_address(matter)).status_code == 302
    assert PassedMatter.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"to_board": ""}, "Choose a board, or name a body outside"),
        ({"to_outside": "A hospital"}, "not both"),
        ({"to_board": "999999"}, "not in the list"),
        ({"to_board": "n\x00"}, "There is a sign in it that cannot be kept"),
        ({"title": "x" * 161}, "At most 160, please"),
        ({"title": "a\x00b"}, "There is a sign in it that cannot be kept"),
        ({"words": ""}, "This is empty"),
        ({"words": "x" * 3001}, "At most 3000, please"),
        ({"agreed_by_meeting": "12345678901234567890123"}, "not in the list"),
    ],
)
def test_nonsense_is_said_and_nothing_typed_is_lost(
    client: Client,
    co_chair: User,
    carers_board: BoardPage,
    autism_board: BoardPage,
    changes: dict[str, str],
    said: str,
) -> None:
    client.force_login(co_chair)
    answer = client.post(new_address(carers_board), new_data(autism_board, **changes))
    assert answer.status_code == 200
    page = answer.content.decode()
    assert said in page
    assert changes.get("words", "Can we share one?") in page
    assert not PassedMatter.objects.exists()


def test_the_day_of_an_outside_answer_lies_between_the_asking_and_today(
    client: Client, co_chair: User, carers_board: BoardPage, matter: PassedMatter
) -> None:
    PassedMatter.objects.update(to_board=None, to_outside="A hospital")
    client.force_login(co_chair)
    today = timezone.localdate()
    for day, said in (
        ("2026-01-01", "only passed on"),
        ((today + timedelta(days=2)).isoformat(), "still to come"),
        ("never", "This is not a date"),
    ):
        data = {"answer": "Yes.", "answered_on": day}
        assert said in client.post(answer_address(matter), data).content.decode()
    client.post(answer_address(matter), {"answer": "Yes.", "answered_on": "2026-04-12"})
    matter.refresh_from_db()
    assert matter.answered_on is not None
    assert matter.answered_on.isoformat() == "2026-04-12"


def test_a_restricted_or_ended_board_and_ones_own_are_not_offered(
    client: Client, co_chair: User, carers_board: BoardPage, autism_board: BoardPage, now: datetime
) -> None:
    client.force_login(co_chair)
    choices = client.get(new_address(carers_board)).context["form"].fields["to_board"].queryset
    assert list(choices) == [autism_board]
    services.close_board(
        board=autism_board,
        on=timezone.localdate(now),
        reason="Done.",
        report=None,
        closed_by=None,
        now=now,
    )
    choices = client.get(new_address(carers_board)).context["form"].fields["to_board"].queryset
    assert list(choices) == []
