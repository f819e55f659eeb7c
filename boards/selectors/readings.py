"""Word files that wait to be checked: the source in pieces, beside what was understood of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils import timezone

from boards.enums import PartKind, Presence, ReadingState
from boards.models import BoardPage, MeetingPage, WordReading
from boards.rules.dates import long_date
from boards.selectors.to_do_line import ToDo
from boards.word_reader.reading import ActionPart, DecisionPart, Part, Reading, TextPart
from easyread.tree import upper_path

LONGEST_TEXT = 600  # characters of an action or decision in the minutes
MOST_PIECES = 1_200
MOST_TEXT = 250_000  # characters; minutes of one meeting have 10,000
_TOO_LONG = "This is longer than 600 characters. Make it shorter, or make it text."
_NO_OWNER = "Nobody is named who does it."


@dataclass(frozen=True)
class FoundPart:
    """Text, a decision or an action. `key` names its form and its place on the screen.

    Paragraphs of text that follow each other are one part, divided by empty lines. `item` is the
    position of its item, None when it stands in none. `sources` are positions in the source.
    """

    key: str
    item: int | None
    kind: PartKind
    text: str
    owner: str = ""
    due_on: date | None = None
    due_words: str = ""
    doubts: tuple[str, ...] = ()
    sources: tuple[int, ...] = ()


@dataclass(frozen=True)
class Paragraph:
    """One paragraph of the file, and what it was used for: words and the place on the screen."""

    number: int
    text: str
    used_for: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class FoundItem:
    """An item and the paragraphs from its heading to the next one."""

    position: int
    number: str
    title: str
    parts: tuple[FoundPart, ...]
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True)
class FoundPerson:
    key: str
    name: str
    role: str
    presence: Presence


@dataclass(frozen=True)
class Found:
    """A whole reading as the screen shows it, in document order."""

    reading: Reading
    people: tuple[FoundPerson, ...]
    opening: tuple[Paragraph, ...]
    items: tuple[FoundItem, ...]
    unplaced: tuple[FoundPart, ...]
    ending: tuple[Paragraph, ...]

    @property
    def parts(self) -> list[FoundPart]:
        """All parts in document order, those that stand in no item last."""
        return [*(part for item in self.items for part in item.parts), *self.unplaced]


def found_in(kept: WordReading) -> Found:
    """What a waiting reading holds, cut into pieces that stand beside each other."""
    reading = Reading.from_dict(kept.understood)
    source = [str(text) for text in kept.source]
    parts = [
        _parts(f"i{position}", position, item.parts) for position, item in enumerate(reading.items)
    ]
    unplaced = _parts("u", None, reading.unplaced)
    used = _uses(reading, [*(part for group in parts for part in group), *unplaced])
    paragraphs = [
        Paragraph(number, text, tuple(used[number - 1]))
        for number, text in enumerate(source, start=1)
    ]
    cuts = _cuts(reading, parts, len(source))
    return Found(
        reading=reading,
        people=_people(reading),
        opening=tuple(paragraphs[: cuts[0]]),
        items=tuple(
            FoundItem(
                position=position,
                number=item.number,
                title=item.title or f"Item {item.number}".strip(),
                parts=parts[position],
                paragraphs=tuple(paragraphs[cuts[position] : cuts[position + 1]]),
            )
            for position, item in enumerate(reading.items)
        ),
        unplaced=unplaced,
        ending=tuple(paragraphs[cuts[-1] :]),
    )


def _parts(prefix: str, item: int | None, parts: Iterable[Part]) -> tuple[FoundPart, ...]:
    found: list[FoundPart] = []
    for is_text, group in groupby(parts, lambda part: isinstance(part, TextPart)):
        together = list(group)
        for some in [together] if is_text else [[one] for one in together]:
            found.append(_part(f"{prefix}p{len(found)}", item, some))
    return tuple(found)


def _part(key: str, item: int | None, parts: list[Part]) -> FoundPart:
    first = parts[0]
    text = "\n\n".join(part.text for part in parts)
    sources = tuple(part.source for part in parts if part.source >= 0)
    if isinstance(first, TextPart):
        return FoundPart(key, item, PartKind.TEXT, text, sources=sources)
    long = (_TOO_LONG,) if len(text) > LONGEST_TEXT else ()
    if isinstance(first, DecisionPart):
        return FoundPart(key, item, PartKind.DECISION, text, doubts=long, sources=sources)
    missing = () if first.owner else (_NO_OWNER,)
    return _action(key, item, first, doubts=(*long, *missing, *first.doubts), sources=sources)


def _action(
    key: str,
    item: int | None,
    action: ActionPart,
    *,
    doubts: tuple[str, ...],
    sources: tuple[int, ...],
) -> FoundPart:
    return FoundPart(
        key,
        item,
        PartKind.ACTION,
        action.text,
        owner=action.owner[:160],
        due_on=action.due_on,
        due_words="" if action.due_on else action.due[:80],
        doubts=tuple(dict.fromkeys(doubts)),
        sources=sources,
    )


def _uses(reading: Reading, parts: list[FoundPart]) -> dict[int, list[tuple[str, str]]]:
    """By position in the source: what it was used for, and where that stands."""
    used: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for position, item in enumerate(reading.items):
        if item.source >= 0:
            used[item.source].append(("Item", f"i{position}"))
    for part in parts:
        for at in dict.fromkeys(part.sources):
            used[at].append((part.kind.label, part.key))
    return used


def _cuts(reading: Reading, parts: list[tuple[FoundPart, ...]], length: int) -> list[int]:
    """Where in the source each item begins, and where the last one ends.

    What an item is read from can lie anywhere (a list of actions at the end); the cuts only
    decide what stands beside what.
    """
    cuts: list[int] = []
    for item in reading.items:
        least = cuts[-1] if cuts else 0
        cuts.append(min(max(least, item.source), length))
    if not cuts:
        return [length]
    last = max([cuts[-1], *(at for part in parts[-1] for at in part.sources)])
    return [*cuts, min(last + 1, length)]


def _people(reading: Reading) -> tuple[FoundPerson, ...]:
    named = [
        *((person, Presence.PRESENT) for person in reading.present),
        *((person, Presence.APOLOGIES) for person in reading.apologies),
    ]
    return tuple(
        FoundPerson(f"w{position}", person.name[:120], person.role[:160], presence)
        for position, (person, presence) in enumerate(named)
    )


def is_too_long(reading: Reading) -> bool:
    """Whether one form cannot hold it: Django takes so many fields and so much text, no more."""
    groups = [_parts("", None, item.parts) for item in reading.items]
    parts = [*(part for group in groups for part in group), *_parts("", None, reading.unplaced)]
    pieces = len(parts) + len(reading.items) + len(reading.present) + len(reading.apologies)
    return pieces > MOST_PIECES or sum(len(part.text) for part in parts) > MOST_TEXT


def waiting_readings(meeting: MeetingPage) -> QuerySet[WordReading]:
    """The meeting's files that nobody has checked yet, the latest first; without their text."""
    waiting = WordReading.objects.filter(meeting=meeting, state=ReadingState.WAITING)
    return waiting.defer("source", "understood").order_by("-read_at", "-pk")


def readings_to_do(boards: list[BoardPage], *, now: datetime) -> dict[int, list[ToDo]]:
    """For each board, by its key, the files that wait to be checked; one query for all boards."""
    by_path = {board.path: board.pk for board in boards}
    waiting = (
        WordReading.objects.filter(state=ReadingState.WAITING, read_at__lte=now)
        .annotate(
            board_path=upper_path(of="meeting__path"),
            starts_at=F("meeting__starts_at"),
        )
        .filter(board_path__in=by_path)
        .order_by("starts_at", "pk")
        .values_list("pk", "board_path", "starts_at")
    )
    to_dos: dict[int, list[ToDo]] = defaultdict(list)
    for pk, path, starts_at in waiting:
        words = f"Check the Word file of {long_date(timezone.localdate(starts_at))}"
        to_dos[by_path[path]].append(ToDo(words, reverse("boards_admin:reading", args=[pk]), "now"))
    return dict(to_dos)
