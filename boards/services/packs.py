"""The pack: one PDF of an agenda and its papers."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from boards.events import pack_wanted
from boards.models import AgendaPage, MeetingPage, Pack, PaperVersion
from boards.packing import PackContent, make_pdf
from boards.selectors.packs import pack_plan
from easyread.services.workshop import FilePlan, Product, Workshop
from easyread.tree import upper_path
from easyread.visibility import public_pages

LOOKS_BACK = timedelta(days=60)
PROBLEM = "Something went wrong while the pack was made. We try again within two hours."
PDF = "pdf"


def ask_for_pack(*, agenda: AgendaPage, now: datetime) -> bool:
    """Want the pack of the agenda as it is now; whether it has to be made.

    There is none where there are no papers: the agenda's own page prints well.
    """
    return bool(PACKS.ask(agenda.pk, now=now))


def renew_packs(*, meeting: MeetingPage, now: datetime) -> None:
    """After a meeting was moved, changed or cancelled: its pack says so."""
    for agenda in public_pages(AgendaPage.objects.child_of(meeting)):
        ask_for_pack(agenda=agenda, now=now)


def drop_packs(*, agenda: AgendaPage) -> None:
    """Packs that hold what is no longer public are gone at once, files too."""
    PACKS.drop(agenda.pk)


def make_pack(*, agenda: AgendaPage, clock: Callable[[], datetime]) -> bool:
    """Make the pack that was asked for; whether it was kept."""
    return bool(PACKS.make_asked(agenda.pk, clock=clock))


def recover_packs(*, now: datetime) -> int:
    """Ask for packs of coming and recent meetings that are not there, and again for those that
    got stuck or failed; how many."""
    meetings = public_pages(MeetingPage.objects.filter(ends_at__gt=now - LOOKS_BACK))
    with_papers = public_pages(AgendaPage.objects.filter(papers__is_withdrawn=False))
    under = with_papers.annotate(above=upper_path())
    recent = under.filter(above__in=meetings.order_by().values("path"))
    return PACKS.recover(recent, now=now)


def _hold(agenda_id: int) -> AgendaPage | None:
    held = AgendaPage.objects.select_for_update(of=("self",)).filter(pk=agenda_id).first()
    is_public = public_pages(AgendaPage.objects.filter(pk=agenda_id)).exists()
    return held if is_public else None


def _plan(agenda: AgendaPage) -> FilePlan[PackContent] | None:
    found = pack_plan(agenda)
    return None if found.is_empty else FilePlan(found.content, found.fingerprint)


def _make(content: PackContent, kinds: list[str]) -> Iterator[tuple[str, Product | Exception]]:
    made = make_pdf(content, read_file=_read)
    yield PDF, Product(made.pdf, made.pages, PDF)


def _read(source: str) -> bytes:
    if not source:
        raise FileNotFoundError("The paper has no file.")
    with PaperVersion._meta.get_field("file").storage.open(source) as file:
        return bytes(file.read())


PACKS = Workshop(
    rows=Pack,
    owner="agenda",
    hold=_hold,
    plan=_plan,
    kinds=(PDF,),
    make=_make,
    wanted=pack_wanted,
    problem=PROBLEM,
)
