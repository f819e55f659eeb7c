"""The arithmetic of the trail: canonical form, digest, and what breaks the chain. No Django.

A line's digest is the SHA-256 of canonical JSON (keys sorted, no spaces, ASCII escapes) of all
its other fields, the digest of the line before included.
"""

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any

EDITOR_KEYS = re.compile(r' data-block-key="[^"]*"')


@dataclass(frozen=True)
class Line:
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

    def sealed(self) -> str:
        """What its digest has to be."""
        fields = asdict(self)
        del fields["digest"]
        return digest_of(fields)


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
    without a change of these minutes.
    """
    if not isinstance(content, dict):
        return {"everything": content}
    parts = dict(content)
    for name, told in (("board", "title"), ("approved", "day")):
        if isinstance(parts.get(name), dict):
            parts[name] = {key: inner for key, inner in parts[name].items() if key != told}
    return parts


def differing_parts(one: Any, other: Any) -> list[str]:
    """The names of the parts in which two contents differ."""
    first, second = parts_compared(one), parts_compared(other)
    names = sorted({*first, *second})
    return [name for name in names if first.get(name) != second.get(name)]


class Chain:
    """Reads the lines in their order and notes what is wrong with them."""

    def __init__(self) -> None:
        self.count = 0
        self.head = ""
        self.problems: list[str] = []
        self.digests: dict[str, int] = {}
        self.last_of: dict[Any, Line] = {}

    def read(self, lines: Iterable[Line]) -> "Chain":
        for line in lines:
            self._read(line)
        return self

    def _read(self, line: Line) -> None:
        self.count += 1
        name = f"Line {line.sequence}"
        if line.sequence != self.count:
            self.problems.append(f"{name}: line {self.count} was expected here.")
        if line.previous != self.head:
            self.problems.append(f"{name}: it does not follow the line before it.")
        if line.digest != line.sealed():
            self.problems.append(f"{name}: it was changed after it was written.")
        before = self.last_of.get(line.minutes)
        expected = before.version + 1 if before and isinstance(before.version, int) else 1
        if line.version != expected:
            self.problems.append(
                f"{name}: version {expected} of minutes {line.minutes} is missing."
            )
        self.head = line.digest
        self.digests[line.digest] = self.count
        self.last_of[line.minutes] = line

    def expect(self, digest: str, *, place: int | None = None, words: str = "") -> None:
        """Note it when ``digest`` is not in the chain, or not at its place."""
        found = self.digests.get(digest.strip().lower())
        if found is None or (place is not None and found != place):
            told = words or f"The digest {digest} is not in the trail: lines were taken away."
            self.problems.append(told)
