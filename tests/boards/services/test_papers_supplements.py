"""What comes after the agenda is out is a late paper: its day is noted, its reason asked for."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.utils import timezone

from boards import services
from boards.models import AgendaPage, AgendaPaper, BoardPage, MeetingPage, Paper
from boards.rules.dates import short_date
from boards.selectors.papers_to_do import papers_to_do
from boards.views.admin.supplements import ask_for_reasons
from portal.users.models import User
from tests.paper_files import pdf
from tests.papers import make_agenda_with, make_paper, publish_with


@pytest.fixture
def first(carers_board: BoardPage) -> Paper:
    return make_paper(carers_board, "Bookings", "bookings.pdf", pdf())


@pytest.fixture
def second(carers_board: BoardPage) -> Paper:
    return make_paper(carers_board, "Prices", "prices.pdf", pdf(pages=2))


@pytest.fixture
def agenda(coming_meeting: MeetingPage, first: Paper) -> AgendaPage:
    return make_agenda_with(coming_meeting, first)


def placed(agenda: AgendaPage) -> dict[str, Any]:
    rows = AgendaPaper.objects.filter(agenda=agenda).select_related("paper")
    return {row.paper.title: (row.is_supplement, row.is_withdrawn) for row in rows}


def test_papers_of_the_first_publication_are_on_time(agenda: AgendaPage) -> None:
    assert placed(agenda) == {"Bookings": (False, False)}
    assert AgendaPaper.objects.get().added_on == timezone.localdate(agenda.first_published_at)


def test_later_ones_are_late_and_those_taken_off_come_back_as_they_were(
    agenda: AgendaPage, first: Paper, second: Paper
) -> None:
    publish_with(agenda, first, second)
    assert placed(agenda) == {"Bookings": (False, False), "Prices": (True, False)}
    publish_with(agenda, second)
    assert placed(agenda) == {"Bookings": (False, True), "Prices": (True, False)}
    publish_with(agenda, first, second)
    assert placed(agenda) == {"Bookings": (False, False), "Prices": (True, False)}


def test_the_reason_is_asked_for_until_it_is_given_and_everyone_reads_it(
    client: Client, agenda: AgendaPage, first: Paper, second: Paper, co_chair: User, now: datetime
) -> None:
    publish_with(agenda, first, second)
    board = BoardPage.objects.get()
    row = AgendaPaper.objects.get(paper=second)
    [to_do] = papers_to_do([board], now=now)[board.pk]
    assert to_do.url == f"/admin/my-boards/supplements/{row.pk}/"
    client.force_login(co_chair)
    assert "Prices" in client.get(to_do.url).content.decode()
    for empty in ("", "   ", "x" * 501):
        answer = client.post(to_do.url, {"reason": empty})
        assert answer.context["form"].errors["reason"]
        assert empty.strip() in answer.content.decode()
    reason = "because the prices changed on Monday."
    assert client.post(to_do.url, {"reason": reason}).status_code == 302
    assert papers_to_do([board], now=now) == {}
    client.logout()
    text = client.get(agenda.url).content.decode()
    assert f"<strong>Added on {short_date(row.added_on)}</strong>: {reason}" in text
    assert text.count("Added on") == 1


def test_publishing_again_says_where_to_give_the_reason(
    client: Client, agenda: AgendaPage, first: Paper, second: Paper, co_chair: User
) -> None:
    client.force_login(co_chair)
    request = client.get("/admin/").wsgi_request
    ask_for_reasons(request, agenda)
    assert not list(get_messages(request)), "nothing came late"
    publish_with(agenda, first, second)
    ask_for_reasons(request, agenda)
    [words] = [str(message) for message in get_messages(request)]
    assert "Please say why they are late" in words
    late = AgendaPaper.objects.get(paper=second)
    assert f"/admin/my-boards/supplements/{late.pk}/" in words


def test_only_those_who_look_after_the_board_give_reasons(
    client: Client,
    agenda: AgendaPage,
    first: Paper,
    second: Paper,
    other_co_chair: User,
    member: User,
) -> None:
    publish_with(agenda, first, second)
    late = AgendaPaper.objects.get(paper=second)
    client.force_login(other_co_chair)
    for pk in (late.pk, late.pk + 999, AgendaPaper.objects.get(paper=first).pk):
        answer = client.post(f"/admin/my-boards/supplements/{pk}/", {"reason": "because"})
        assert answer.status_code == 404
    late.refresh_from_db()
    assert late.reason == ""


def test_a_reason_is_needed(agenda: AgendaPage, now: datetime) -> None:
    placement = AgendaPaper.objects.get()
    with pytest.raises(services.ReasonIsMissing):
        services.explain_supplement(placement=placement, reason="  ", now=now)


def test_recording_twice_changes_nothing(agenda: AgendaPage, now: datetime) -> None:
    before = list(AgendaPaper.objects.values())
    services.record_agenda(agenda=agenda, now=now + timedelta(days=3))
    assert list(AgendaPaper.objects.values()) == before
