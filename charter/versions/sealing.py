"""What a version says, as one value, and its seal. No database."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Protocol

from boards.rules.chain import digest_of


class Point(Protocol):
    number: int
    text: str
    easy_text: str


class Promise(Protocol):
    number: int
    title: str
    text: str
    easy_text: str
    questions: str
    examples: str


class Text(Protocol):
    number: int
    title: str
    introduction: str
    easy_introduction: str


def seal_of(
    charter: str,
    version: Text,
    principles: Iterable[tuple[Promise, int | None, Iterable[Point]]],
    *,
    in_force_from: date,
) -> str:
    """The SHA-256 of canonical JSON of all that a version says: its words, from when they are in
    force, and with each principle the number of the one that it continues."""
    told: dict[str, Any] = {
        "charter": charter,
        "number": version.number,
        "title": version.title,
        "introduction": version.introduction,
        "easy_introduction": version.easy_introduction,
        "in_force_from": in_force_from.isoformat(),
        "principles": [
            {
                "number": one.number,
                "title": one.title,
                "text": one.text,
                "easy_text": one.easy_text,
                "questions": one.questions,
                "examples": one.examples,
                "continues": continues,
                "points": [[point.number, point.text, point.easy_text] for point in points],
            }
            for one, continues, points in principles
        ],
    }
    return digest_of(told)
