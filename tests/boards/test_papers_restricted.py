"""Of a paper that is not for everyone strangers learn that there is one, why, and until when."""

from datetime import date, datetime, timedelta

import pytest
from django.test import Client

from boards.models import AgendaPage, BoardPage, MeetingPage, Member, Paper
from boards.selectors.papers_to_do import papers_to_do
from portal.users.models import User
from tests.paper_files import pdf
from tests.papers import make_agenda_with, make_paper

WHY = "It is about the health of one person."
NEXT_YEAR = date(2027, 1, 4)


@pytest.fixture
def closed(carers_board: BoardPage) -> Paper:
    return make_paper(
        carers_board,
        "Zyzzyva report",
        "zyzzyva.pdf",
        pdf(),
        is_restricted=True,
        restricted_because=WHY,
        look_again_on=NEXT_YEAR,
    )


@pytest.fixture
def agenda(coming_meeting: MeetingPage, closed: Paper) -> AgendaPage:
    return make_agenda_with(coming_meeting, closed)


def seat(board: BoardPage, user: User, **term: date) -> Member:
    return Member.objects.create(board=board, name="Kit Moss", account=user, **term)


def addresses(paper: Paper) -> list[str]:
    own = f"/papers/{paper.pk}/"
    return [own, f"{own}file/", f"{own}versions/1/file/", paper.url]


def test_strangers_learn_why_and_until_when_and_nothing_else(
    client: Client, agenda: AgendaPage, closed: Paper, coming_meeting: MeetingPage
) -> None:
    for page in (agenda, coming_meeting):
        text = client.get(page.url).content.decode()
        assert "A paper that is not public" in text
        assert WHY in text
        assert "Monday 4 January 2027" in text
        assert "zyzzyva" not in text.lower()
        assert f"/papers/{closed.pk}/" not in text
    for address in addresses(closed):
        for method in (client.get, client.head):
            assert method(address).status_code == 404, address
    found = client.get("/search/?q=report").content.decode()
    assert "zyzzyva" not in found.lower()


def test_insiders_read_it_and_no_cache_keeps_it(
    client: Client,
    agenda: AgendaPage,
    closed: Paper,
    carers_board: BoardPage,
    autism_board: BoardPage,
    co_chair: User,
    other_co_chair: User,
    officer: User,
    member: User,
) -> None:
    sitting = User.objects.create_user("sitting")
    seat(carers_board, sitting)
    elsewhere = User.objects.create_user("elsewhere")
    seat(autism_board, elsewhere)
    gone = User.objects.create_user("gone")
    seat(carers_board, gone, until=date(2020, 1, 1))
    shut_out = User.objects.create_user("shut_out", is_active=False)
    seat(carers_board, shut_out)
    expected = {co_chair: 200, officer: 200, sitting: 200}
    expected |= dict.fromkeys((other_co_chair, member, elsewhere, gone, shut_out), 404)
    for user, status in expected.items():
        client.force_login(user)
        for address in addresses(closed):
            answer = client.get(address)
            assert answer.status_code == status, (user.username, address)
            if status == 200:
                assert answer["Cache-Control"] == "private, no-store"
        text = client.get(agenda.url).content.decode()
        assert ("Zyzzyva report" in text) is (status == 200), user.username


def test_members_wait_for_the_agenda(
    client: Client,
    coming_meeting: MeetingPage,
    closed: Paper,
    carers_board: BoardPage,
    member: User,
) -> None:
    seat(carers_board, member)
    agenda = make_agenda_with(coming_meeting, closed, publish=False)
    client.force_login(member)
    assert client.get(f"/papers/{closed.pk}/file/").status_code == 404
    agenda.get_latest_revision().publish()
    assert client.get(f"/papers/{closed.pk}/file/").status_code == 200


def test_on_the_day_the_board_is_asked_to_look_again(
    closed: Paper, carers_board: BoardPage, autism_board: BoardPage, now: datetime
) -> None:
    boards = [carers_board, autism_board]
    assert papers_to_do(boards, now=now) == {}
    later = now + timedelta(days=400)
    to_dos = papers_to_do(boards, now=later)
    assert [to_do.words for to_do in to_dos[carers_board.pk]] == [
        "Look again: can “Zyzzyva report” be public now?"
    ]
    assert autism_board.pk not in to_dos
