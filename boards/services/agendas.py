"""From a published agenda to the papers that are on it; adding an item to a draft."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.html import linebreaks

from boards.enums import ItemPurpose
from boards.models import AgendaPage, AgendaPaper, MeetingPage, Paper
from boards.rules.items import LAST_ONES, kind_of
from boards.selectors.papers import papers_by_item
from boards.selectors.papers_to_do import unexplained
from boards.services.packs import ask_for_pack, drop_packs
from boards.services.papers import note_public_papers
from boards.services.stored_blocks import agenda_item
from easyread.accounts import Account


class ReasonIsMissing(Exception):
    """A late paper needs a reason."""


class AgendaIsOut(Exception):
    """The meeting has no agenda that could still take an item."""


@transaction.atomic
def add_to_agenda(
    *,
    meeting: MeetingPage,
    title: str,
    purpose: ItemPurpose,
    minutes: int,
    words: str,
    added_by: Account | None,
    now: datetime,
) -> AgendaPage:
    """Add an item to the meeting's agenda, as a new draft version; raises `AgendaIsOut`.

    It goes before “Any other business”. An agenda that is public stays as it is until it is
    published again.
    """
    agenda = AgendaPage.objects.child_of(meeting).select_for_update().first()
    if agenda is None or meeting.is_over(now) or meeting.is_cancelled:
        raise AgendaIsOut("This meeting has no agenda that could take the item.")
    draft = agenda.get_latest_revision_as_object()
    item = agenda_item(title, purpose, minutes, summary=linebreaks(words, autoescape=True))
    items = list(draft.items.get_prep_value())
    last = (at for at, one in enumerate(items) if kind_of(one["value"]) in LAST_ONES)
    items.insert(next(last, len(items)), item)
    draft.items = items
    draft.save_revision(user=added_by)
    return agenda


@transaction.atomic
def record_agenda(*, agenda: AgendaPage, now: datetime) -> list[AgendaPaper]:
    """Note which papers are on the published agenda, and ask for its pack; gives the supplements
    that have no reason yet. A paper that comes after the first publication is a supplement.

    Publishing again moves a paper to its item, never its day; what the agenda no longer holds is
    withdrawn, and comes back when the agenda holds it again.
    """
    first = agenda.first_published_at
    is_first = first is None or first == agenda.last_published_at
    held = papers_by_item(agenda)
    rows = {row.paper_id: row for row in AgendaPaper.objects.filter(agenda=agenda)}
    gone = [row.pk for pk, row in rows.items() if pk not in held and not row.is_withdrawn]
    AgendaPaper.objects.filter(pk__in=gone).update(is_withdrawn=True)
    for pk, (number, _) in held.items():
        AgendaPaper.objects.update_or_create(
            agenda=agenda,
            paper_id=pk,
            defaults={"item_number": number, "is_withdrawn": False},
            create_defaults={
                "item_number": number,
                "added_on": timezone.localdate(now),
                "is_supplement": not is_first,
            },
        )
    papers: list[Paper] = [paper for _, paper in held.values()]
    note_public_papers(papers)
    if gone or any(paper.is_restricted for paper in papers):
        drop_packs(agenda=agenda)
    ask_for_pack(agenda=agenda, now=now)
    return list(unexplained(agenda))


@transaction.atomic
def explain_supplement(*, placement: AgendaPaper, reason: str, now: datetime) -> AgendaPaper:
    """Say to everyone why a paper came late. Raises `ReasonIsMissing`."""
    if not reason.strip():
        raise ReasonIsMissing("Say why this paper came late.")
    placement.reason = reason.strip()
    placement.save(update_fields=["reason"])
    ask_for_pack(agenda=placement.agenda, now=now)
    return placement
