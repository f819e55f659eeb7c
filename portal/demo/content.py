"""The demonstration's texts, read from TOML into plain values."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent / "content"
COMING = 9  # the number of the meeting that is still to come


@dataclass(frozen=True)
class PersonText:
    name: str
    role: str
    job: str
    speaks_for: str
    chosen: str
    citizen: bool


@dataclass(frozen=True)
class ActionText:
    """An action and what became of it; days are counted from the meeting."""

    text: str
    owner: str = ""
    due_days: int | None = None
    state: str = "open"
    outcome: str = ""
    closed_days: int | None = None
    note: str = ""


@dataclass(frozen=True)
class Telling:
    """A matter as it was taken at one meeting."""

    meeting: int
    text: tuple[str, ...]
    decisions: tuple[str, ...]
    actions: tuple[ActionText, ...]


@dataclass(frozen=True)
class Matter:
    title: str
    purpose: str
    presenter: str
    minutes: int
    summary: str
    money: str
    topics: tuple[str, ...]
    tellings: tuple[Telling, ...]

    def at(self, meeting: int) -> Telling | None:
        return next((telling for telling in self.tellings if telling.meeting == meeting), None)


@dataclass(frozen=True)
class BoardText:
    """A board with two years of matters. ``facts`` holds the fields of `BoardPage` as they are."""

    slug: str
    facts: dict[str, Any]
    picture: str
    topics: tuple[str, ...]
    weekday: int
    start: str
    length_minutes: int
    people: tuple[PersonText, ...]
    matters: tuple[Matter, ...] = field(repr=False)
    ends_after_meeting: int | None = None

    @property
    def meetings(self) -> list[int]:
        """The numbers of the meetings that were held, the oldest first."""
        numbers = {telling.meeting for matter in self.matters for telling in matter.tellings}
        return sorted(numbers - {COMING})


@dataclass(frozen=True)
class EasyText:
    """An easy read as written. Where its minutes were corrected after it was made, ``was`` is what
    they had said and ``became`` what they say now."""

    original: str
    board: str
    meeting: int
    title: str
    blocks: list[dict[str, Any]] = field(repr=False)
    readers: str = ""
    was: str = ""
    became: str = ""


FACTS = (
    "title",
    "slug",
    "kind",
    "purpose",
    "easy_purpose",
    "schedule",
    "place",
    "access",
    "how_to_join",
    "contact_email",
    "contact_phone",
)


def _telling(data: dict[str, Any]) -> Telling:
    return Telling(
        meeting=data["meeting"],
        text=tuple(data.get("text", ())),
        decisions=tuple(data.get("decisions", ())),
        actions=tuple(ActionText(**action) for action in data.get("actions", ())),
    )


def _matter(data: dict[str, Any]) -> Matter:
    return Matter(
        title=data["title"],
        purpose=data["purpose"],
        presenter=data["presenter"],
        minutes=data["minutes"],
        summary=data["summary"],
        money=data.get("money", ""),
        topics=tuple(data["topics"]),
        tellings=tuple(_telling(telling) for telling in data["tellings"]),
    )


def _board(data: dict[str, Any]) -> BoardText:
    facts = {name: data[name] for name in FACTS}
    facts["question"] = data.get("question", "")
    return BoardText(
        slug=data["slug"],
        facts=facts,
        picture=data["picture"],
        topics=tuple(data["topics"]),
        weekday=data["weekday"],
        start=data["start"],
        length_minutes=data["length_minutes"],
        people=tuple(PersonText(**person) for person in data["people"]),
        matters=tuple(_matter(matter) for matter in data["matters"]),
        ends_after_meeting=data.get("ends_after_meeting"),
    )


def boards() -> list[BoardText]:
    """All boards of the demonstration, in the order of their files' names."""
    files = sorted((FOLDER / "boards").glob("*.toml"))
    return [_board(tomllib.loads(path.read_text(encoding="utf-8"))) for path in files]


def easy_reads() -> list[EasyText]:
    """The easy reads of minutes and agendas, as written."""
    files = sorted((FOLDER / "easyread").glob("*.toml"))
    return [EasyText(**tomllib.loads(path.read_text(encoding="utf-8"))) for path in files]


def home_easy_read() -> dict[str, Any]:
    """That of the front door: its title and blocks."""
    return tomllib.loads((FOLDER / "home.toml").read_text(encoding="utf-8"))


def charter() -> dict[str, Any]:
    """Sign-ups and assessments."""
    return tomllib.loads((FOLDER / "charter.toml").read_text(encoding="utf-8"))


def word_outcomes() -> list[dict[str, Any]]:
    """What became of the actions of the Word minutes."""
    text = (FOLDER / "word.toml").read_text(encoding="utf-8")
    outcomes: list[dict[str, Any]] = tomllib.loads(text)["outcomes"]
    return outcomes
