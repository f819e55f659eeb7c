"""The admin's screens for boards: for those who look after the board, and nobody else."""

import uuid
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from boards.enums import ActionState
from boards.models import ActionPoint, AgendaPage, BoardPage, MeetingPage, MinutesPage
from portal.users.models import User
from tests.borough import day_to_come, make_agenda, not_late


def plan_address(board: BoardPage) -> str:
    return reverse("boards_admin:plan_meeting", args=[board.pk])


def plan_data(**changes: str) -> dict[str, str]:
    day = day_to_come(30).isoformat()
    data = {"day": day, "starts": "14:00", "hours": "2", "place": "Moss Lane Centre"}
    return data | changes


@pytest.fixture
def addresses(carers_board: BoardPage, minutes: MinutesPage) -> list[tuple[str, dict[str, str]]]:
    """Each screen of the carers board with what it is sent."""
    meeting = minutes.get_parent()
    action = ActionPoint.objects.first()
    assert action
    return [
        (plan_address(carers_board), plan_data()),
        (reverse("boards_admin:start_minutes", args=[meeting.pk]), {}),
        (reverse("boards_admin:bring_word", args=[meeting.pk]), {}),
        (
            reverse("boards_admin:report_progress", args=[action.pk]),
            {"state": "dropped", "outcome": "Not needed."},
        ),
    ]


def snapshot() -> list[object]:
    return [
        list(MeetingPage.objects.order_by("pk").values_list("pk", "title")),
        list(MinutesPage.objects.order_by("pk").values_list("pk", "latest_revision")),
        list(ActionPoint.objects.order_by("pk").values_list("pk", "state")),
    ]


def test_the_other_boards_co_chair_finds_none_of_the_screens(
    client: Client, other_co_chair: User, addresses: list[tuple[str, dict[str, str]]]
) -> None:
    before = snapshot()
    client.force_login(other_co_chair)
    for address, data in addresses:
        assert client.get(address).status_code in {404, 405}, address
        assert client.post(address, data).status_code == 404, address
    assert snapshot() == before


def test_an_officer_finds_none_of_the_screens(
    client: Client, officer: User, addresses: list[tuple[str, dict[str, str]]]
) -> None:
    before = snapshot()
    client.force_login(officer)
    for address, data in addresses:
        assert client.post(address, data).status_code == 404, address
    assert snapshot() == before


def test_members_and_strangers_are_asked_to_sign_in(
    client: Client, member: User, addresses: list[tuple[str, dict[str, str]]]
) -> None:
    before = snapshot()
    for _ in ("stranger", "member"):
        for address, data in addresses:
            for answer in (client.get(address), client.post(address, data)):
                assert answer.status_code == 302, address
                assert answer.headers["Location"].startswith("/admin/login/")
        client.force_login(member)
    assert snapshot() == before


def test_the_co_chair_finds_every_screen(
    client: Client, co_chair: User, addresses: list[tuple[str, dict[str, str]]]
) -> None:
    client.force_login(co_chair)
    assert [client.get(address).status_code for address, _ in addresses] == [200, 200, 405, 200]


def test_my_boards_shows_ones_own_boards_only(
    client: Client, co_chair: User, carers_board: BoardPage, autism_board: BoardPage
) -> None:
    client.force_login(co_chair)
    for address in ("/admin/", reverse("boards_admin:my_boards")):
        page = client.get(address).content.decode()
        assert "Carers Partnership Board" in page
        assert "Autism Partnership Board" not in page


def test_my_boards_says_so_to_whom_looks_after_none(client: Client, officer: User) -> None:
    client.force_login(officer)
    page = client.get(reverse("boards_admin:my_boards")).content.decode()
    assert "You look after no board at the moment." in page


def test_the_co_chair_plans_a_meeting_in_one_step(
    client: Client, co_chair: User, carers_board: BoardPage
) -> None:
    client.force_login(co_chair)
    answer = client.post(plan_address(carers_board), plan_data())
    meeting, agenda = MeetingPage.objects.get(), AgendaPage.objects.get()
    assert answer.headers["Location"] == reverse("wagtailadmin_pages:edit", args=[agenda.pk])
    assert timezone.localtime(meeting.starts_at).hour == 14
    assert meeting.ends_at - meeting.starts_at == timedelta(hours=2)
    assert client.get(meeting.url).status_code == 200


def test_planning_twice_on_a_day_is_refused_in_words_and_keeps_what_was_written(
    client: Client, co_chair: User, carers_board: BoardPage
) -> None:
    client.force_login(co_chair)
    data = plan_data()
    client.post(plan_address(carers_board), data)
    answer = client.post(plan_address(carers_board), data | {"place": "Library"})
    assert answer.status_code == 200
    page = answer.content.decode()
    assert "There is already a meeting on" in page
    assert 'value="Library"' in page
    assert MeetingPage.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"day": "2020-01-01"}, "This day is over"),
        ({"day": "2199-01-01"}, "Is the year right?"),
        ({"day": "31 February"}, "This is not a date"),
        ({"starts": "half past teatime"}, "This is not a time"),
        ({"hours": "0"}, "a quarter of an hour (0.25) at least"),
        ({"hours": "-2"}, "a quarter of an hour (0.25) at least"),
        ({"hours": "NaN"}, "Write a number, like 2 or 1.5."),
        ({"hours": "40"}, "12 hours at most"),
        ({"place": ""}, "This is empty"),
        ({"place": "a\x00b"}, "There is a sign in it that cannot be kept"),
    ],
)
def test_nonsense_in_a_plan_is_said_and_plans_nothing(
    client: Client,
    co_chair: User,
    carers_board: BoardPage,
    changes: dict[str, str],
    words: str,
) -> None:
    client.force_login(co_chair)
    answer = client.post(plan_address(carers_board), plan_data(**changes))
    assert answer.status_code == 200
    assert words in answer.content.decode()
    assert not MeetingPage.objects.exists()


def test_starting_minutes_twice_leads_to_the_same_draft(
    client: Client, co_chair: User, held_meeting: MeetingPage
) -> None:
    make_agenda(held_meeting)
    client.force_login(co_chair)
    address = reverse("boards_admin:start_minutes", args=[held_meeting.pk])
    first = client.post(address).headers["Location"]
    MinutesPage.objects.update(slug="our-minutes")
    assert client.post(address).headers["Location"] == first
    assert MinutesPage.objects.count() == 1


def test_the_co_chair_reports_progress(
    client: Client, co_chair: User, minutes: MinutesPage
) -> None:
    action = ActionPoint.objects.get(text="Bring the timetable")
    address = reverse("boards_admin:report_progress", args=[action.pk])
    client.force_login(co_chair)
    refused = client.post(address, {"state": "done", "note": "It was quick", "outcome": " "})
    assert "Say what changed, or why it was dropped." in refused.content.decode()
    assert "It was quick" in refused.content.decode()
    nonsense = client.post(address, {"state": "nearly", "outcome": "x"})
    assert nonsense.status_code == 200
    action.refresh_from_db()
    assert action.state == ActionState.OPEN
    answer = client.post(address, {"state": "done", "outcome": "Everyone has it."})
    assert answer.headers["Location"] == reverse("boards_admin:actions")
    action.refresh_from_db()
    assert action.state == ActionState.DONE
    assert action.updates.get().by == co_chair


def test_the_list_of_actions_holds_those_of_ones_own_boards(
    client: Client, co_chair: User, other_co_chair: User, minutes: MinutesPage
) -> None:
    address = reverse("boards_admin:actions")
    not_late("Bring the timetable")
    client.force_login(co_chair)
    assert "Bring the timetable" in client.get(address).content.decode()
    late = client.get(address, {"state": "late"}).content.decode()
    assert "Write to the bus company" in late
    assert "Bring the timetable" not in late
    client.force_login(other_co_chair)
    assert "Bring the timetable" not in client.get(address).content.decode()


@pytest.mark.parametrize("board", ["x", "-1", "9" * 30, "9" * 5000, "²", "٣", "1\x00", ""])
@pytest.mark.parametrize("page", ["0", "99999", "x"])
def test_nonsense_in_the_address_of_the_list_breaks_nothing(
    client: Client, co_chair: User, minutes: MinutesPage, board: str, page: str
) -> None:
    client.force_login(co_chair)
    answer = client.get(reverse("boards_admin:actions"), {"board": board, "p": page})
    assert answer.status_code == 200


def test_many_actions_come_in_pages_that_keep_what_was_chosen(
    client: Client, co_chair: User, minutes: MinutesPage
) -> None:
    not_late("Bring the timetable")
    action = ActionPoint.objects.get(text="Write to the bus company")
    for _ in range(59):
        action.pk, action.block_id = None, uuid.uuid4()
        action.save()
    client.force_login(co_chair)
    answer = client.get(reverse("boards_admin:actions"), {"state": "late", "p": "2"})
    assert len(answer.context["rows"]) == 10
    assert "state=late&amp;p=1" in answer.content.decode()
