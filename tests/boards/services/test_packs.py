"""The pack: made in the background, kept by revision, never holding what is not public."""

from datetime import date, datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader

from boards import services
from boards.models import AgendaPage, BoardPage, MeetingPage, Pack, Paper
from boards.packing import make_pdf
from boards.selectors.packs import PackPlan, pack_plan
from boards.selectors.papers_to_do import papers_to_do
from boards.services import packs
from easyread.enums import FileState
from easyread.services import workshop
from easyread.services.workshop import FilePlan, Product, Taken
from portal.users.models import User
from tests.borough import make_meeting
from tests.paper_files import pdf
from tests.papers import make_agenda_with, make_paper, publish_with


@pytest.fixture
def paper(carers_board: BoardPage) -> Paper:
    return make_paper(carers_board, "Bookings", "bookings.pdf", pdf(pages=3))


@pytest.fixture
def meeting(carers_board: BoardPage) -> MeetingPage:
    """A week from the real today: what the clock of the views takes for coming."""
    return make_meeting(carers_board, timezone.now() + timedelta(days=7))


@pytest.fixture
def agenda(meeting: MeetingPage, paper: Paper) -> AgendaPage:
    return make_agenda_with(meeting, paper)


def make(agenda: AgendaPage) -> Pack | None:
    kept = services.make_pack(agenda=agenda, clock=timezone.now)
    return Pack.objects.order_by("-asked_at", "-pk").first() if kept else None


def keep(pack: Pack, plan: PackPlan) -> int:
    """What a worker does that took and made the pack by this plan."""
    lease = timezone.now() + workshop.GIVES_UP_AFTER
    Pack.objects.filter(pk=pack.pk).update(lease_until=lease)
    current = FilePlan(plan.content, plan.fingerprint)
    taken = Taken(pack.agenda_id, current, lease, frozenset({"pdf"}))
    return packs.PACKS._keep(taken, {"pdf": Product(b"%PDF-", 1, "pdf")}, timezone.now())


def close(paper: Paper) -> None:
    paper.is_restricted = True
    paper.restricted_because = "It is about one person."
    paper.look_again_on = date(2027, 3, 1)
    paper.save()


def reader(client: Client, agenda: AgendaPage) -> PdfReader:
    return PdfReader(BytesIO(b"".join(client.get(f"/agendas/{agenda.pk}/pack.pdf"))))


def test_publishing_asks_for_the_pack_and_the_worker_makes_it(
    client: Client,
    meeting: MeetingPage,
    paper: Paper,
    django_capture_on_commit_callbacks: Any,
) -> None:
    agenda = make_agenda_with(meeting, paper)
    address = f"/agendas/{agenda.pk}/pack.pdf"
    assert Pack.objects.get().state == FileState.MAKING
    assert "is being made" in client.get(agenda.url).content.decode()
    assert client.get(address).status_code == 404
    with django_capture_on_commit_callbacks(execute=True):
        publish_with(agenda, paper)
    pack = Pack.objects.get()
    assert (pack.state, pack.pages) == (FileState.READY, 6)  # cover, agenda, a sheet, three
    for page in (agenda, meeting):
        text = client.get(page.url).content.decode()
        assert "The whole pack as one PDF" in text
        assert "6 pages" in text
        assert address in text
    answer = client.get(address)
    assert answer["Content-Type"] == "application/pdf"
    assert len(reader(client, agenda).pages) == 6


def test_the_same_pack_is_made_once(agenda: AgendaPage, paper: Paper) -> None:
    made = make(agenda)
    assert made is not None
    assert make(agenda) is None
    publish_with(agenda, paper)
    assert Pack.objects.get() == made, "nothing changed"


def test_a_correction_makes_another_and_until_then_the_old_one_is_there(
    client: Client, agenda: AgendaPage, paper: Paper
) -> None:
    make(agenda)
    paper.title = "Bookings of the year"
    paper.save()
    text = client.get(agenda.url).content.decode()
    assert "A newer pack is being made" in text
    assert len(reader(client, agenda).pages) == 6
    make(agenda)
    assert "is being made" not in client.get(agenda.url).content.decode()
    assert "Bookings of the year" in reader(client, agenda).pages[0].extract_text()
    assert Pack.objects.count() == 2


def test_what_is_closed_is_gone_from_the_pack_at_once(
    client: Client, agenda: AgendaPage, paper: Paper, django_capture_on_commit_callbacks: Any
) -> None:
    made = make(agenda)
    assert made is not None
    stored = made.file.storage
    with django_capture_on_commit_callbacks() as callbacks:
        close(paper)
    assert client.get(f"/agendas/{agenda.pk}/pack.pdf").status_code == 404
    for callback in callbacks:
        callback()
    assert not stored.exists(str(made.file.name))
    make(agenda)
    found = reader(client, agenda)
    words = "".join(page.extract_text() for page in found.pages) + str(found.outline)
    assert "Bookings" not in words
    assert "It is about one person." in words
    assert "1 March 2027" in words
    assert len(found.pages) == 3


def test_what_is_taken_off_the_agenda_is_gone_at_once(
    client: Client, agenda: AgendaPage, paper: Paper, carers_board: BoardPage
) -> None:
    make(agenda)
    other = make_paper(carers_board, "Prices", "prices.pdf", pdf())
    publish_with(agenda, other)
    assert client.get(f"/agendas/{agenda.pk}/pack.pdf").status_code == 404
    make(agenda)
    assert "Bookings" not in reader(client, agenda).pages[0].extract_text()


def test_a_pack_is_as_public_as_its_agenda(
    client: Client, agenda: AgendaPage, other_co_chair: User
) -> None:
    make(agenda)
    agenda.unpublish()
    client.force_login(other_co_chair)
    for pk in (agenda.pk, agenda.pk + 999):
        assert client.get(f"/agendas/{pk}/pack.pdf").status_code == 404


def test_what_was_changed_while_it_was_made_is_not_kept(agenda: AgendaPage) -> None:
    asked = Pack.objects.get()
    plan = pack_plan(agenda)
    packs.drop_packs(agenda=agenda)
    assert keep(asked, plan) == 0
    assert not Pack.objects.exists()


def test_a_paper_closed_before_the_worker_takes_its_pack_or_keeps_it_is_in_none(
    client: Client, agenda: AgendaPage, paper: Paper
) -> None:
    plan = pack_plan(agenda)
    old = Pack.objects.get()
    close(paper)
    assert not Pack.objects.filter(pk=old.pk).exists()
    # What a request that began before the paper was closed would leave behind.
    late = Pack.objects.create(agenda=agenda, fingerprint=plan.fingerprint, asked_at=timezone.now())
    assert keep(late, plan) == 0
    made = make(agenda)
    assert made is not None
    assert Pack.objects.get() == made
    assert made.fingerprint == pack_plan(agenda).fingerprint != plan.fingerprint
    assert "Bookings" not in str(reader(client, agenda).outline)


def test_a_paper_closed_while_its_pack_is_put_together_leaves_nothing_of_it(
    client: Client, agenda: AgendaPage, paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed_meanwhile(*args: Any, **kwargs: Any) -> Any:
        made = make_pdf(*args, **kwargs)
        close(paper)
        return made

    monkeypatch.setattr(packs, "make_pdf", closed_meanwhile)
    assert make(agenda) is None
    assert [pack.state for pack in Pack.objects.all()] == [FileState.MAKING]
    assert client.get(f"/agendas/{agenda.pk}/pack.pdf").status_code == 404
    monkeypatch.setattr(packs, "make_pdf", make_pdf)
    assert make(agenda) is not None
    assert "Bookings" not in str(reader(client, agenda).outline)


def test_the_worker_makes_no_pack_that_nobody_asks_for(agenda: AgendaPage) -> None:
    packs.drop_packs(agenda=agenda)
    assert make(agenda) is None
    assert not Pack.objects.exists()
    assert packs.ask_for_pack(agenda=agenda, now=timezone.now())
    assert make(agenda) is not None


def test_what_changed_since_without_asking_is_in_the_pack_that_waits(
    client: Client, agenda: AgendaPage, carers_board: BoardPage
) -> None:
    BoardPage.objects.filter(pk=carers_board.pk).update(title="Carers of Brackenford")
    assert make(agenda) == Pack.objects.get()
    assert "Carers of Brackenford" in reader(client, agenda).pages[0].extract_text()


def test_a_pack_of_an_agenda_that_is_not_public_just_now_is_dropped_too(
    client: Client, agenda: AgendaPage, paper: Paper
) -> None:
    make(agenda)
    agenda.unpublish()
    close(paper)
    AgendaPage.objects.filter(pk=agenda.pk).update(live=True)
    assert client.get(f"/agendas/{agenda.pk}/pack.pdf").status_code == 404


def test_missing_and_stuck_packs_are_asked_for_again(agenda: AgendaPage) -> None:
    now = timezone.now()
    Pack.objects.all().delete()
    assert services.recover_packs(now=now) == 1
    assert services.recover_packs(now=now) == 0, "it was asked for just now"
    assert services.recover_packs(now=now + workshop.GIVES_UP_AFTER) == 1


@pytest.mark.parametrize(("days", "count"), [(59, 1), (61, 0)])
def test_missing_packs_of_meetings_of_two_months_are_asked_for(
    carers_board: BoardPage, paper: Paper, days: int, count: int
) -> None:
    now = timezone.now()
    make_agenda_with(make_meeting(carers_board, now - timedelta(days=days)), paper)
    Pack.objects.all().delete()
    assert services.recover_packs(now=now) == count


def test_a_pack_that_could_not_be_made_says_so_until_it_is_made(
    agenda: AgendaPage, carers_board: BoardPage, autism_board: BoardPage, client: Client
) -> None:
    now = timezone.now()
    Pack.objects.update(state=FileState.FAILED, problem=packs.PROBLEM, asked_at=now)
    [to_do] = papers_to_do([carers_board, autism_board], now=now)[carers_board.pk]
    assert "could not be made" in to_do.words
    assert "could not be made" in client.get(agenda.url).content.decode()
    assert services.recover_packs(now=now) == 0
    assert services.recover_packs(now=now + workshop.TRIES_AGAIN_AFTER) == 1
    assert Pack.objects.get().state == FileState.MAKING
    assert "could not be made" in client.get(agenda.url).content.decode(), "for it is no delay"
    services.make_pack(agenda=agenda, clock=timezone.now)
    assert "could not be made" not in client.get(agenda.url).content.decode()


def test_an_agenda_without_papers_has_no_pack(
    client: Client, meeting: MeetingPage, now: datetime
) -> None:
    agenda = make_agenda_with(meeting)
    assert not Pack.objects.exists()
    assert services.recover_packs(now=timezone.now()) == 0
    assert "pack" not in client.get(agenda.url).content.decode().split("<main")[1]


def test_a_missing_file_is_named_and_the_pack_is_made(
    client: Client, agenda: AgendaPage, paper: Paper
) -> None:
    version = paper.versions.get()
    version.file.storage.delete(version.file.name)
    make(agenda)
    assert "This file is missing" in reader(client, agenda).pages[-1].extract_text()


def test_a_meeting_that_is_cancelled_is_cancelled_in_the_pack_too(
    client: Client, agenda: AgendaPage, meeting: MeetingPage
) -> None:
    make(agenda)
    meeting.status, meeting.status_reason = "cancelled", "The hall is flooded."
    meeting.save_revision().publish()
    make(agenda)
    assert "The hall is flooded." in reader(client, agenda).pages[0].extract_text()
