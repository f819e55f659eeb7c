"""Which pack the readers of an agenda get, and how far a newer one is."""

from dataclasses import dataclass

from django.urls import reverse

from boards.models import AgendaPage, Pack
from easyread.enums import FileState


@dataclass(frozen=True)
class PackNote:
    """What a page says of the pack: ``ready`` may be older than what is being made."""

    state: str
    has_failed: bool  # even while it is tried again
    ready: Pack | None
    url: str

    @property
    def is_newest(self) -> bool:
        return self.state == FileState.READY


def pack_note(agenda: AgendaPage | None) -> PackNote | None:
    """One query; None where there is no pack to speak of."""
    if agenda is None:
        return None
    packs = list(Pack.objects.filter(agenda_id=agenda.pk).order_by("-asked_at", "-pk")[:10])
    if not packs:
        return None
    ready = next((pack for pack in packs if pack.state == FileState.READY), None)
    url = reverse("boards:pack", args=[agenda.pk])
    return PackNote(packs[0].state, bool(packs[0].problem), ready, url)


def ready_pack(agenda: AgendaPage) -> Pack | None:
    """The newest pack that is ready."""
    ready = Pack.objects.filter(agenda=agenda, state=FileState.READY)
    return ready.order_by("-asked_at", "-pk").first()
