"""Labels of attendance lists in words that nobody could foresee: "Here: Ann, Bo, Cy (chair)"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .labels import tag_of
from .lines import Line
from .people import looks_like_name, split_people

_LABEL = re.compile(
    r"(?P<label>[A-Z][\w’' /&-]{1,50}?)\s*(?:\([^()]{0,30}\))?:\s*(?P<rest>.*)", re.S
)
_NO_PEOPLE = re.compile(
    r"\b(?:date|times?|venue|location|place|where|when|room|address|next|title|subject|topics?|items?"
    r"|agenda|papers?|meeting|minutes|ref(?:erence)?|version|status|theme|rules|areas?|towns?)\b",
    re.IGNORECASE,
)
_AWAY = re.compile(
    r"apolog|sorry|can(?:no|[’']?)t|could ?n|unable|absent|away|missing|missed|\bnot\b|regrets",
    re.IGNORECASE,
)


def unknown_label_of(text: str, state: str) -> tuple[str, str, str]:
    """(kind, label, rest) of a label before nothing but names; empty strings for anything else.

    One name is enough below a list of people (`state`), else three are needed.
    """
    found = _LABEL.fullmatch(text.strip())
    if not found or not found.group("rest") or len(found.group("rest")) > 1500:
        return "", "", ""
    label, rest = found.group("label"), found.group("rest")
    if not _may_be_label(label):
        return "", "", ""
    entries = split_people(rest)
    if len(entries) < (1 if state else 3) or not all(_is_entry(one) for one in entries):
        return "", "", ""
    return _kind(label), label, rest


def label_over_people(lines: Sequence[Line], at: int) -> str:
    """The kind of a label that has a line for itself and three names below it, or ""."""
    line = lines[at]
    text = line.flat.rstrip(" :")
    if not (line.flat.endswith(":") or line.emphasised) or not _may_be_label(text):
        return ""
    following = [one for one in lines[at + 1 : at + 8] if one.text][:3]
    if len(following) < 3 or looks_like_name(text):
        return ""
    names = all(
        _is_entry(one.flat) and not one.emphasised and not one.level and len(one.flat.split()) < 14
        for one in following
    )
    return _kind(text) if names else ""


def _may_be_label(text: str) -> bool:
    return len(text.split()) <= 7 and not _NO_PEOPLE.search(text) and not tag_of(f"{text}:").kind


def _is_entry(text: str) -> bool:
    return looks_like_name(re.sub(r"^(?:the|our)\s+(?=[A-Z])", "", text)) and not text.endswith(":")


def _kind(label: str) -> str:
    return "apologies" if _AWAY.search(label) else "present"
