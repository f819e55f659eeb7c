"""The word lists of easy read, all of them this project's own, and how they are read.

Each list is read once, when it is first asked for.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def everyday_words() -> frozenset[str]:
    """Words that everybody knows, as `everyday.txt` groups them; each is its own lemma."""
    lines = _read("everyday.txt").splitlines()
    return frozenset(
        word for line in lines if not line.startswith("#") for word in line.lower().split()
    )


@cache
def grammar(name: str) -> frozenset[str]:
    """The small words of one kind, such as "titles"; KeyError for a kind that is not there."""
    return frozenset(_told("grammar.toml")[name].split())


@cache
def plainer_words() -> dict[str, str]:
    """What heavy words and phrases of committees are in plain words; "" where nothing fits all."""
    return dict(_told("plainer.toml")["words"])


@cache
def padding() -> dict[str, str]:
    """Phrases that only fill, and what to write in their place ("" for nothing)."""
    return dict(_told("plainer.toml")["padding"])


@cache
def synonyms() -> tuple[tuple[str, ...], ...]:
    """Groups of words for the same thing; the first of a group is the one to use."""
    return tuple(tuple(group) for group in _told("plainer.toml")["same"])


@cache
def irregular_forms() -> dict[str, str]:
    """Forms that no ending explains, each with its lemma ("went": "go")."""
    return {
        form: line[0]
        for lines in _told("irregular.toml").values()
        for line in (each.split() for each in lines)
        for form in line[1:]
    }


@cache
def irregular_participles() -> frozenset[str]:
    """Participles of the irregular verbs ("taken"), for passives."""
    return frozenset(line.split()[-1] for line in _told("irregular.toml")["verbs"])


@cache
def _told(name: str) -> dict[str, Any]:
    return tomllib.loads(_read(name))


def _read(name: str) -> str:
    return files(__package__ or "").joinpath(name).read_text(encoding="utf-8")
