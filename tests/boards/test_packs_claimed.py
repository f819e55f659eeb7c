"""A pack is made by one at a time; whoever dies leaves nothing behind."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from boards import services
from boards.models import AgendaPage, BoardPage, Pack
from boards.packing import make_pdf
from boards.services import packs
from easyread.services import workshop
from easyread.services.workshop import Product
from tests.borough import make_meeting, restrict
from tests.paper_files import pdf
from tests.papers import make_agenda_with, make_paper


@pytest.fixture
def agenda(carers_board: BoardPage) -> AgendaPage:
    paper = make_paper(carers_board, "Bookings", "bookings.pdf", pdf(pages=3))
    return make_agenda_with(make_meeting(carers_board, timezone.now() + timedelta(days=7)), paper)


def stored(pack: Pack) -> set[str]:
    """The names of all packs in the storage."""
    storage = pack.file.storage
    return set(storage.listdir("packs")[1]) if storage.exists("packs") else set()


def test_of_two_messages_at_once_one_makes_the_pack(
    agenda: AgendaPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[int] = []

    def while_another_comes(*args: Any, **kwargs: Any) -> Any:
        made.append(len(made))
        assert not services.make_pack(agenda=agenda, clock=timezone.now)
        return make_pdf(*args, **kwargs)

    monkeypatch.setattr(packs, "make_pdf", while_another_comes)
    assert services.make_pack(agenda=agenda, clock=timezone.now)
    assert not services.make_pack(agenda=agenda, clock=timezone.now), "a third finds it there"
    assert made == [0]


def test_who_takes_up_a_pack_wakes_nobody_else_for_it(
    agenda: AgendaPage, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks() as callbacks:
        assert services.make_pack(agenda=agenda, clock=timezone.now)
    assert callbacks == []


def test_nobody_waits_for_the_pack_of_what_is_no_longer_public(agenda: AgendaPage) -> None:
    restrict(agenda)
    assert Pack.objects.exists()
    assert not services.make_pack(agenda=agenda, clock=timezone.now)
    assert not Pack.objects.exists()


def test_whose_maker_died_is_taken_up_again_after_its_lease(agenda: AgendaPage) -> None:
    now = timezone.now()
    taken = packs.PACKS._take(agenda.pk, now)
    assert taken is not None
    almost = now + workshop.GIVES_UP_AFTER - timedelta(seconds=1)
    assert services.recover_packs(now=almost) == 0
    assert not services.make_pack(agenda=agenda, clock=lambda: almost)
    over = now + workshop.GIVES_UP_AFTER
    assert services.recover_packs(now=over) == 1
    assert services.make_pack(agenda=agenda, clock=lambda: over)
    before = stored(Pack.objects.get())
    late = {"pdf": Product(b"%PDF-", 1, "pdf")}
    assert packs.PACKS._keep(taken, late, over) == 0, "it was not dead, but slow"
    assert stored(Pack.objects.get()) == before


def test_a_pack_that_cannot_be_noted_leaves_no_file(
    agenda: AgendaPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = stored(Pack.objects.get())

    def full(*args: Any, **kwargs: Any) -> None:
        raise OSError("The disk is full.")

    monkeypatch.setattr(Pack, "save", full)
    with pytest.raises(OSError, match="full"):
        services.make_pack(agenda=agenda, clock=timezone.now)
    assert stored(Pack.objects.get()) == before
