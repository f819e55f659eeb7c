"""The pack: one PDF of an agenda and its papers. The row is the truth; a task only wakes."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import OuterRef, Q, Subquery

from boards.enums import PackState
from boards.events import pack_wanted
from boards.models import AgendaPage, MeetingPage, Pack, PaperVersion
from boards.packing import make_pdf
from boards.selectors.packs import PackPlan, pack_plan
from easyread.tree import upper_path
from easyread.visibility import public_pages

LOOKS_BACK = timedelta(days=60)
GIVES_UP_AFTER = timedelta(minutes=12)  # no task runs for longer
TRIES_AGAIN_AFTER = timedelta(hours=1)
PROBLEM = "Something went wrong while the pack was made. We try again within two hours."


@transaction.atomic
def ask_for_pack(*, agenda: AgendaPage, now: datetime) -> Pack | None:
    """Want the pack of the agenda as it is now; one that is there already becomes the newest.

    None where there are no papers: the agenda's own page prints well.
    """
    _hold(agenda.pk)
    plan = pack_plan(agenda)
    if plan.is_empty:
        return None
    pack, is_new = Pack.objects.get_or_create(
        agenda=agenda, fingerprint=plan.fingerprint, defaults={"asked_at": now}
    )
    if not is_new:
        if pack.state == PackState.MAKING and pack.asked_at <= now - GIVES_UP_AFTER:
            pack.problem = PROBLEM
        pack.asked_at = now
        if pack.state == PackState.FAILED:  # the problem stays until the pack is there
            pack.state = PackState.MAKING
        pack.save(update_fields=["asked_at", "state", "problem"])
    if pack.state == PackState.MAKING:
        transaction.on_commit(partial(pack_wanted.send_robust, None, agenda_id=agenda.pk))
    return pack


def renew_packs(*, meeting: MeetingPage, now: datetime) -> None:
    """After a meeting was moved, changed or cancelled: its pack says so."""
    for agenda in public_pages(AgendaPage.objects.child_of(meeting)):
        ask_for_pack(agenda=agenda, now=now)


@transaction.atomic
def drop_packs(*, agenda: AgendaPage) -> None:
    """Packs that hold what is no longer public are gone at once, files too."""
    _hold(agenda.pk)
    for pack in Pack.objects.filter(agenda=agenda):
        if pack.file:
            transaction.on_commit(partial(pack.file.storage.delete, str(pack.file.name)))
        pack.delete()


def _hold(agenda_id: int) -> AgendaPage | None:
    """The agenda as it is stored; until the transaction ends nobody else asks for its packs, drops
    or keeps them."""
    return AgendaPage.objects.select_for_update(of=("self",)).filter(pk=agenda_id).first()


def make_pack(*, agenda: AgendaPage, clock: Callable[[], datetime]) -> Pack | None:
    """Make the pack that was asked for, of the agenda as it is now; again does no harm.

    None where it is there already or nobody asks for it, and where something changed meanwhile,
    which has asked for another. Never begins a pack: one that was dropped stays away.
    """
    taken = _take_asked(agenda.pk)
    if taken is None:
        return None
    pack, plan = taken
    try:
        made = make_pdf(plan.content, read_file=_read)
    except Exception:
        _keep_failure(pack)
        raise
    return _keep_file(pack, plan, made.pdf, made.pages, clock())


@transaction.atomic
def _take_asked(agenda_id: int) -> tuple[Pack, PackPlan] | None:
    """The pack that waits to be made and its plan; what waits for another plan is gone."""
    agenda = _hold(agenda_id)
    if agenda is None:
        return None
    packs = Pack.objects.filter(agenda=agenda)
    waiting = list(packs.filter(state=PackState.MAKING).order_by("-asked_at", "-pk"))
    plan = pack_plan(agenda)
    asked: Pack | None = None
    if not plan.is_empty and public_pages(AgendaPage.objects.filter(pk=agenda_id)).exists():
        asked = next((pack for pack in waiting if pack.fingerprint == plan.fingerprint), None)
        if asked is None and waiting and not packs.filter(fingerprint=plan.fingerprint).exists():
            asked = waiting[0]  # what changed since, such as a board's name, did not ask itself
            asked.fingerprint = plan.fingerprint
            asked.save(update_fields=["fingerprint"])
    Pack.objects.filter(pk__in=[pack.pk for pack in waiting if pack != asked]).delete()
    return (asked, plan) if asked else None


def _read(source: str) -> bytes:
    if not source:
        raise FileNotFoundError("The paper has no file.")
    with PaperVersion._meta.get_field("file").storage.open(source) as file:
        return bytes(file.read())


def _keep_failure(pack: Pack) -> None:
    Pack.objects.filter(pk=pack.pk).update(state=PackState.FAILED, problem=PROBLEM)


@transaction.atomic
def _keep_file(pack: Pack, plan: PackPlan, pdf: bytes, pages: int, now: datetime) -> Pack | None:
    """Nothing is kept of an agenda or a paper that changed, or was closed, meanwhile."""
    agenda = _hold(pack.agenda_id)
    making = Pack.objects.filter(pk=pack.pk, state=PackState.MAKING, fingerprint=plan.fingerprint)
    found = making.first()
    if agenda is None or found is None:
        return None
    if pack_plan(agenda).fingerprint != plan.fingerprint:
        found.delete()
        return None
    found.file.save(f"{plan.fingerprint}.pdf", ContentFile(pdf), save=False)
    found.state = PackState.READY
    found.pages, found.size, found.made_at, found.problem = pages, len(pdf), now, ""
    found.save()
    return found


def recover_packs(*, now: datetime) -> int:
    """Ask for packs of coming and recent meetings that are not there, and again for those that
    got stuck or failed; how many. Meant to be called often."""
    newest = Pack.objects.filter(agenda=OuterRef("pk")).order_by("-asked_at", "-pk")
    recent = MeetingPage.objects.filter(ends_at__gt=now - LOOKS_BACK)
    meetings = public_pages(recent)
    agendas = (
        public_pages(AgendaPage.objects.filter(papers__is_withdrawn=False))
        .annotate(above=upper_path())
        .filter(above__in=meetings.order_by().values("path"))
        .annotate(
            state=Subquery(newest.values("state")[:1]),
            asked_at=Subquery(newest.values("asked_at")[:1]),
        )
        .filter(
            Q(state=None)
            | Q(state=PackState.MAKING, asked_at__lte=now - GIVES_UP_AFTER)
            | Q(state=PackState.FAILED, asked_at__lte=now - TRIES_AGAIN_AFTER)
        )
        .distinct()
    )
    return sum(ask_for_pack(agenda=agenda, now=now) is not None for agenda in agendas)
