"""What the pack of an agenda is made of."""

import hashlib
import json
from dataclasses import asdict, dataclass

from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.urls import reverse

from boards.files.kinds import LABELS
from boards.models import AgendaPage, AgendaPaper, Paper, PaperVersion
from boards.packing import PackContent, PackItem, PackPaper
from boards.rules.dates import short_date, times
from boards.selectors.meetings import AgendaItem, agenda_items, board_of, meeting_of
from boards.selectors.papers import papers_by_item
from easyread.richtext import blocks_of

FORMAT = 2  # a change in how packs look makes all packs anew


@dataclass(frozen=True)
class PackPlan:
    """A pack's content, and a fingerprint that changes whenever the pack would."""

    content: PackContent
    fingerprint: str

    @property
    def is_empty(self) -> bool:
        return not self.content.papers()


def agenda_to_pack(number: int) -> AgendaPage | None:
    """The one of which a message tells, if it is still there."""
    return AgendaPage.objects.filter(pk=number).first()


def pack_plan(agenda: AgendaPage) -> PackPlan:
    """The pack of the agenda as it stands in the database; a fixed number of queries."""
    meeting = meeting_of(agenda)
    held = papers_by_item(agenda)
    placed = {row.paper_id: row for row in AgendaPaper.objects.filter(agenda=agenda)}
    newest: dict[int, PaperVersion] = {}
    for version in PaperVersion.objects.filter(paper__in=held).order_by("number"):
        newest[version.paper_id] = version
    papers: dict[int, list[PackPaper]] = {}
    stored = Paper.objects.in_bulk(held)
    for pk, (number, _) in held.items():
        if pk in stored:
            line = _paper(stored[pk], newest.get(pk), placed.get(pk))
            papers.setdefault(number, []).append(line)
    state = "Cancelled" if meeting.is_cancelled else "Changed"
    content = PackContent(
        board=board_of(meeting).title,
        title=f"Agenda for {meeting.days}",
        when=times(meeting.starts_at, meeting.ends_at),
        place=meeting.place,
        address=f"{settings.PUBLIC_URL}{agenda.get_url() or ''}",
        notice=f"{state}: {meeting.change_words}" if meeting.change_words else "",
        items=tuple(_item(item, papers.get(item.number, [])) for item in agenda_items(agenda)),
    )
    words = json.dumps([FORMAT, asdict(content)], sort_keys=True)
    return PackPlan(content, hashlib.sha256(words.encode()).hexdigest())


def _item(item: AgendaItem, papers: list[PackPaper]) -> PackItem:
    minutes = f"{item.minutes} minutes" if item.minutes else ""
    blocks = blocks_of(str(item.summary.source)) if item.summary else []
    return PackItem(
        number=item.number,
        title=item.title,
        about=", ".join(part for part in (item.purpose, minutes, item.presenter) if part),
        summary=tuple(("li" if one.kind == "li" else "p", one.words) for one in blocks),
        money=item.money,
        papers=tuple(papers),
    )


def _paper(paper: Paper, version: PaperVersion | None, row: AgendaPaper | None) -> PackPaper:
    if paper.is_restricted:
        again = short_date(paper.look_again_on) if paper.look_again_on else ""
        return PackPaper(is_restricted=True, because=paper.restricted_because, look_again=again)
    late = ""
    if row is not None and row.is_supplement:
        because = f": {row.reason}" if row.reason else ""
        late = f"Added on {short_date(row.added_on)}{because}"
    address = f"{settings.PUBLIC_URL}{reverse('boards:paper_file', args=[paper.pk])}"
    if version is None:
        return PackPaper(title=paper.title, late=late, address=address)
    about = [LABELS[version.kind], filesizeformat(version.size)]
    if version.number > 1:
        about.append(f"version {version.number}")
    return PackPaper(
        title=paper.title,
        kind=version.kind,
        about=", ".join(about),
        late=late,
        address=address,
        sha256=version.sha256,
        source=version.file.name or "",
    )
