"""The arithmetic of the trail: canonical form, digest, and what breaks the chain. No Django.

A line's digest is the SHA-256 of canonical JSON (keys sorted, no spaces, ASCII escapes) of its
other fields in the form that its format number names, the digest of the line before included.

Format 1: versions of minutes, without the number itself. Format 2: with the number; versions also
hold what is ``around`` the minutes, and lines without a version tell what else readers see of
them: that what is around them changed, or how far an action is.
"""

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

FORMAT = 2  # of lines that are added now
AROUND = "around"  # the part of a content that tells what is around the minutes
ON_RECORD_SINCE = "On record since this day"
EDITOR_KEYS = re.compile(r' data-block-key="[^"]*"')


@dataclass(frozen=True)
class TrailLine:
    """One line as it is stored. Fields that someone spoilt hold what was found instead."""

    sequence: Any
    minutes: Any
    version: Any
    kind: str
    at: str
    by: str
    reason: str
    content: Any
    previous: str
    digest: str = ""
    format: Any = FORMAT

    def sealed(self) -> str:
        """What its digest has to be; nothing where the format is not known."""
        form = FORMS.get(self.format)
        return digest_of(form(self)) if form else ""


def _first_form(line: TrailLine) -> dict[str, Any]:
    return {name: inner for name, inner in _second_form(line).items() if name != "format"}


def _second_form(line: TrailLine) -> dict[str, Any]:
    return {name: inner for name, inner in vars(line).items() if name != "digest"}


FORMS: dict[Any, Callable[[TrailLine], dict[str, Any]]] = {1: _first_form, 2: _second_form}


def canonical(value: Any) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=True, separators=(",", ":"))


def digest_of(value: Any) -> str:
    return hashlib.sha256(canonical(value).encode("ascii")).hexdigest()


def stamp(moment: datetime | str) -> str:
    """A moment in UTC with microseconds; words that are no moment stay as they are."""
    if isinstance(moment, str):
        try:
            moment = datetime.fromisoformat(moment)
        except ValueError:
            return str(moment)
    known = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return known.astimezone(UTC).isoformat(timespec="microseconds")


def read_json(text: str | None) -> Any:
    """The value of a stored column; what is no JSON is given back as text."""
    try:
        return json.loads(text or "null")
    except ValueError:
        return {"unreadable": text}


def plain_items(value: Any) -> Any:
    """Stream data without what nobody can see: empty values, and the editor's own marks.

    The editor adds both when it saves minutes in which nothing was changed.
    """
    if isinstance(value, dict):
        plain = {key: plain_items(inner) for key, inner in value.items()}
        return {key: inner for key, inner in plain.items() if inner not in (None, "", [], {})}
    if isinstance(value, list):
        return [plain_items(inner) for inner in value]
    return EDITOR_KEYS.sub("", value) if isinstance(value, str) else value


def parts_compared(content: Any) -> dict[str, Any]:
    """What must be the same in the record and on the page.

    The board's name and the approving meeting's day are kept for readers; both may change
    without a change of these minutes. What is around them is compared apart.
    """
    if not isinstance(content, dict):
        return {"everything": content}
    parts = {name: inner for name, inner in content.items() if name != AROUND}
    for name, told in (("board", "title"), ("approved", "day")):
        if isinstance(parts.get(name), dict):
            parts[name] = {key: inner for key, inner in parts[name].items() if key != told}
    return parts


def differing_parts(one: Any, other: Any) -> list[str]:
    """The names of the parts in which two contents differ."""
    first, second = parts_compared(one), parts_compared(other)
    names = sorted({*first, *second})
    return [name for name in names if first.get(name) != second.get(name)]


def differing_around(recorded: Any, found: dict[str, Any]) -> list[str]:
    """In what the surroundings of minutes differ from those on record.

    Behind a page that is a draft, editors change names and places without publishing them.
    """
    if not isinstance(recorded, dict):
        return [AROUND]
    names = sorted({*recorded, *found})
    if any(how == "draft" for _, how in found["closed_by"]):
        names = ["above", "closed_by"]
    return [name for name in names if recorded.get(name) != found.get(name)]


def agreed_in(items: Any) -> dict[str, dict[str, Any]]:
    """The decisions and actions that recorded items hold, by the key of their block: the columns
    that their rows must have."""
    found: dict[str, dict[str, Any]] = {}
    position = 0
    for number, item in enumerate(_blocks(items), start=1):
        value = item.get("value")
        value = value if isinstance(value, dict) else {}
        title = value.get("title", "")
        for block in _blocks(value.get("content")):
            if block.get("type") == "text":
                continue
            position += 1
            told = block.get("value", "")
            row = {"position": position, "item_title": title}
            if isinstance(told, dict):
                row |= {"item_position": number, "due_on": told.get("due_on")}
                row |= {name: told.get(name, "") for name in ("text", "owner", "due_words")}
            else:
                row["text"] = told
            found[plain_key(block.get("id"))] = row
    return found


def _blocks(value: Any) -> Iterator[dict[str, Any]]:
    for block in value if isinstance(value, list) else []:
        if isinstance(block, dict):
            yield block


def plain_key(value: Any) -> str:
    """The key of a block, however a database writes it."""
    return str(value).replace("-", "").lower()


class Problem(str):
    """The words of a problem; ``key`` says what it is, however it is worded one day."""

    key = ""


def problem(code: str, subject: object, words: str, *found: Any) -> Problem:
    """With a sign for what was ``found``, if anything: another change is another problem."""
    signs = [digest_of(one)[:8] for one in found]
    told = Problem(" ".join([words, *(f"[{sign}]" for sign in signs)]))
    told.key = ":".join([code, str(subject), *signs])
    return told


@dataclass
class Known:
    """What the trail says of one page of minutes."""

    last: TrailLine | None = None  # its last version
    around: Any = None
    agreed: dict[str, dict[str, Any]] = field(default_factory=dict)  # of all versions, by block
    current: set[str] = field(default_factory=set)  # the blocks of the last version
    is_whole: bool = True  # the trail has all its versions


class Chain:
    """Reads the lines in their order and notes what is wrong with them."""

    def __init__(self) -> None:
        self.count = 0
        self.head = ""
        self.problems: list[Problem] = []
        self.formats: set[Any] = set()
        self.digests: dict[str, int] = {}
        self.minutes: dict[Any, Known] = {}
        self.progress: dict[Any, Any] = {}

    def read(self, lines: Iterable[TrailLine]) -> "Chain":
        for line in lines:
            self._read(line)
        return self

    def _read(self, line: TrailLine) -> None:
        self.count += 1
        name = f"Line {line.sequence}"
        if line.sequence != self.count:
            words = f"{name}: line {self.count} was expected here."
            self._tell("line_out_of_place", f"{line.sequence}/{self.count}", words)
        if line.previous != self.head:
            words = f"{name}: it does not follow the line before it."
            self._tell("line_does_not_follow", line.sequence, words)
        if line.format not in FORMS:
            words = f"{name}: its format is not known ({line.format})."
            self._tell("format_not_known", f"{line.sequence}/{line.format}", words)
        elif line.digest != (sealed := line.sealed()):
            words = f"{name}: it was changed after it was written."
            self._tell("line_changed", line.sequence, words, sealed)
        self.formats.add(line.format)
        self.head = line.digest
        self.digests[line.digest] = line.sequence if isinstance(line.sequence, int) else self.count
        if line.version is None:
            self._note(line)
        else:
            self._take_version(line, name)

    def _tell(self, code: str, subject: object, words: str, *found: Any) -> None:
        self.problems.append(problem(code, subject, words, *found))

    def _take_version(self, line: TrailLine, name: str) -> None:
        known = self.minutes.setdefault(line.minutes, Known())
        before = known.last.version if known.last else 0
        expected = before + 1 if isinstance(before, int) else 1
        if line.version != expected:
            words = f"{name}: version {expected} of minutes {line.minutes} is missing."
            self._tell("version_missing", f"{line.sequence}/{line.minutes}/{expected}", words)
        if known.last is None:
            known.is_whole = line.reason != ON_RECORD_SINCE
        known.last = line
        if isinstance(line.content, dict):
            agreed = agreed_in(line.content.get("items"))
            known.agreed |= agreed
            known.current = set(agreed)
            known.around = line.content.get(AROUND, known.around)

    def _note(self, line: TrailLine) -> None:
        """What a line says that is no version."""
        told = line.content if isinstance(line.content, dict) else {}
        if AROUND in told:
            self.minutes.setdefault(line.minutes, Known()).around = told[AROUND]
        if isinstance(action := told.get("action"), int):
            self.progress[action] = told.get("told")

    def expect(self, digest: str, *, place: int = 0, told: Problem | None = None) -> None:
        """Note it, as ``told``, when ``digest`` is not in the chain, or stands before its place.

        Behind its place it may stand: where a line was lost, that is told once.
        """
        found = self.digests.get(digest.strip().lower())
        if found is None or found < place:
            words = f"The digest {digest} is not in the trail: lines were taken away."
            self.problems.append(told or problem("digest_missing", digest, words))
