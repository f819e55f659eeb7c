"""Papers as the public sees them, and as those do who may read more."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from typing import Any

from django.db.models import F
from django.urls import reverse

from boards.files.kinds import LABELS
from boards.models import (
    AgendaPage,
    AgendaPaper,
    BoardPage,
    MeetingPage,
    Paper,
    PaperVersion,
)
from boards.permissions import (
    papers_that_belong,
    restricted_papers_read_by,
    versions_opened_by,
    where_it_belongs,
)
from easyread.accounts import Visitor
from easyread.tree import path_above
from easyread.visibility import public_pages

MOST_PLACES = 20


@dataclass(frozen=True)
class Change:
    """A later version of a paper: when it came, and what is different."""

    number: int
    on: datetime
    reason: str


@dataclass(frozen=True)
class PaperLine:
    """A paper in a list. What a reader may not see has nothing but the last three."""

    title: str = ""
    url: str = ""
    about_url: str = ""
    kind: str = ""  # "PDF", "Word"
    size: int = 0
    added_on: date | None = None  # of a supplement
    late_because: str = ""
    changes: tuple[Change, ...] = ()
    is_restricted: bool = False
    because: str = ""
    look_again_on: date | None = None


@dataclass(frozen=True)
class VersionRow:
    """One version on the page of a paper."""

    version: PaperVersion
    kind: str
    is_current: bool


@dataclass(frozen=True)
class PaperPlace:
    """The item of a public agenda to which a paper belongs."""

    agenda: AgendaPage
    meeting: MeetingPage
    board: BoardPage
    item_number: int
    item_title: str


def papers_by_item(agenda: AgendaPage) -> dict[int, tuple[int, Paper]]:
    """The agenda's papers by their key, each with the number of the first item that holds it.

    Only those that belong to its board or were shared with it; one query, and the papers' own.
    """
    held: dict[int, tuple[int, Paper]] = {}
    for number, block in agenda.numbered_items():
        for paper in block.value["papers"]:
            if paper:
                held.setdefault(paper.pk, (number, paper))
    if not held:
        return {}
    board = path_above(agenda.path, 2)
    strangers = strangers_among([paper for _, paper in held.values()], board_path=board)
    for paper in strangers:
        del held[paper.pk]
    return held


def paper_lines(
    agenda: AgendaPage | None, *, reader: Visitor | None, on: date
) -> dict[int, list[PaperLine]]:
    """The lines of each item's papers, by the item's number; as many queries for twenty papers as
    for one.

    What is not for everyone has its title and address only if ``reader`` may read it on that day.
    """
    if agenda is None:
        return {}
    held = papers_by_item(agenda)
    placements = {
        row.paper_id: row for row in AgendaPaper.objects.filter(agenda_id=agenda.pk, paper__in=held)
    }
    versions: dict[int, list[PaperVersion]] = defaultdict(list)
    for version in PaperVersion.objects.filter(paper__in=held).order_by("paper", "number"):
        versions[version.paper_id].append(version)
    hidden = {pk for pk, (_, paper) in held.items() if paper.is_restricted}
    if reader is not None:
        hidden -= restricted_papers_read_by(reader, list(hidden), on=on)
    return {
        number: [
            paper_line(
                paper, versions[paper.pk], placements.get(paper.pk), hidden=paper.pk in hidden
            )
            for paper in block.value["papers"]
            if paper and paper.pk in held
        ]
        for number, block in agenda.numbered_items()
    }


def paper_line(
    paper: Paper, versions: list[PaperVersion], placement: AgendaPaper | None, *, hidden: bool
) -> PaperLine:
    """One line; ``versions`` are the paper's own, the oldest first."""
    if hidden:
        return PaperLine(
            is_restricted=True,
            because=paper.restricted_because,
            look_again_on=paper.look_again_on,
        )
    newest = versions[-1] if versions else None
    is_late = placement is not None and placement.is_supplement
    return PaperLine(
        title=paper.title,
        url=reverse("boards:paper_file", args=[paper.pk]),
        about_url=paper.get_absolute_url(),
        kind=LABELS[newest.kind] if newest else paper.file_extension.upper(),
        size=newest.size if newest else paper.file_size or 0,
        added_on=placement.added_on if placement and is_late else None,
        late_because=placement.reason if placement and is_late else "",
        changes=_changes(versions),
        is_restricted=paper.is_restricted,
        because=paper.restricted_because,
        look_again_on=paper.look_again_on,
    )


def _changes(versions: list[PaperVersion]) -> tuple[Change, ...]:
    """What replaced a version that was public."""
    pairs = pairwise(versions)
    return tuple(
        Change(after.number, after.added_at, after.reason)
        for before, after in pairs
        if before.was_public
    )


def version_rows(paper: Paper, *, reader: Visitor) -> list[VersionRow]:
    """The versions that ``reader`` may open, the newest first."""
    return [
        VersionRow(version, LABELS[version.kind], place == 0)
        for place, version in enumerate(versions_opened_by(reader, paper))
    ]


def paper_places(paper: Paper) -> list[PaperPlace]:
    """Where the paper is on a public agenda, the latest meeting first; three queries."""
    agendas = list(
        public_pages(AgendaPage.objects)
        .filter(where_it_belongs(paper), papers__paper=paper, papers__is_withdrawn=False)
        .annotate(item_number=F("papers__item_number"))[:MOST_PLACES]
    )
    above = {path_above(agenda.path) for agenda in agendas}
    meetings = {meeting.path: meeting for meeting in MeetingPage.objects.filter(path__in=above)}
    boards = {
        board.path: board
        for board in BoardPage.objects.filter(path__in={path_above(path) for path in above})
    }
    places = [
        PaperPlace(
            agenda=agenda,
            meeting=meetings[path_above(agenda.path)],
            board=boards[path_above(agenda.path, 2)],
            item_number=agenda.item_number,
            item_title=_title_of_item(agenda, paper),
        )
        for agenda in agendas
    ]
    return sorted(places, key=lambda place: place.meeting.starts_at, reverse=True)


def _title_of_item(agenda: AgendaPage, paper: Paper) -> str:
    """Of the first item that holds the paper, as the agenda is stored."""
    holding = (
        item["value"]["title"]
        for item in agenda.items.raw_data
        if paper.pk in _paper_keys(item["value"].get("papers") or [])
    )
    return next(holding, "")


def _paper_keys(stored: list[Any]) -> list[Any]:
    """Lists of blocks were stored without keys of their own once."""
    return [one["value"] if isinstance(one, dict) else one for one in stored]


def strangers_among(papers: list[Paper], *, board_path: str) -> list[Paper]:
    """Those that do not belong to the board and were not shared with it; one query."""
    belonging = papers_that_belong(to_board=board_path)
    known = set(
        belonging.filter(pk__in=[paper.pk for paper in papers]).values_list("pk", flat=True)
    )
    return [paper for paper in papers if paper.pk not in known]


def is_on_public_agenda(paper: Paper) -> bool:
    placed = AgendaPaper.objects.filter(paper=paper.pk, is_withdrawn=False)
    return placed.filter(agenda__live=True).exists()


def newest_version(paper: Paper) -> PaperVersion | None:
    return paper.versions.order_by("-number").first()
