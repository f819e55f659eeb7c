"""Which lines are the headings of items, in files that mostly have no heading styles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from .attendance import label_of
from .dates import find_dates
from .labels import is_action_list_heading
from .lines import Line
from .titles import AGENDA_ITEM, DETAIL, Candidate, Heading, candidate_of, is_title, number_of

_CLOSERS = re.compile(
    r"(?:any other business|a\.?o\.?b\.?|(?:date|time"
    r"|dates)\b.{0,40}\bnext\b.{0,20}\bmeetings?|next meetings?|dates? of (?:future|next) meetings?"
    r"|future meetings?|close(?: of (?:the )?meeting)?|welcome\b.{0,60}|apologies\b.{0,40}"
    r"|introductions?\b.{0,40}"
    r"|matters arising\b.{0,40}|minutes of\b.{0,60}"
    r"|declarations? of interests?)\W*(?:\(.{0,20}\))?",
    re.IGNORECASE,
)
_MINUTES = re.compile(r"(?:the )?minutes\W*", re.IGNORECASE)
_LAST_ITEM = re.compile(
    r"\b(?:next\b.{0,20}\bmeetings?|future meetings|any other business|a\.?o\.?b\b|close)", re.I
)
_NEXT = re.compile(r"(?:(?:dates?|time) .{0,20})?next meetings?\W*", re.IGNORECASE)
_TITLE_WORDS = re.compile(
    r"\b(?:board|group|panel|forum|committee|partnership|minutes|agenda|meeting|notes|council|draft"
    r"|senate|network|steering|confidential|subgroup|borough)\b",
    re.IGNORECASE,
)


def is_closing_item(title: str) -> bool:
    """Whether minutes usually end with an item of that title."""
    return _LAST_ITEM.search(title) is not None


def front_matter(lines: Sequence[tuple[int, Line]]) -> set[int]:
    """The indices of the title lines at the top: names of the board, dates, "Minutes"."""
    front: set[int] = set()
    has_people = False
    for count, (at, line) in enumerate(
        (at, line) for at, line in lines if line.text and not line.is_endless
    ):
        number, _ = number_of(line)
        numbered = bool(number) and (bool(line.number) or bool(re.match(r"\d+\s*[.)]", line.text)))
        if numbered or AGENDA_ITEM.fullmatch(line.flat):
            break
        if _MINUTES.fullmatch(line.flat) and has_people:
            break
        has_people = has_people or label_of(line.flat)[0] != ""
        is_sentence = line.flat.endswith(".") and len(line.flat.split()) > 4
        short = len(line.flat.split()) <= 16 and not is_sentence
        dated = bool(find_dates(line.flat)) or DETAIL.match(line.flat)
        if (
            count == 0
            or dated
            or (short and _TITLE_WORDS.search(line.flat))
            or line.style == "Title"
        ):
            front.add(at)
        elif not short or line.emphasised or line.level or count > 8:
            break
    return front


def choose_headings(
    lines: Sequence[tuple[int, Line]], leave_out: set[int], series: dict[int, Heading] | None = None
) -> dict[int, Heading]:
    """The headings of the items by index; `leave_out` are lines known to be something else.

    `series` are items known by their numbers already: what they are is settled.
    """
    sure = series or {}
    skip = leave_out | {at for at in front_matter(lines) if at < min(sure, default=at + 1)}
    found = _candidates(lines, skip | sure.keys())
    named = [
        Candidate(at, sure[at], "named", (line.bold, line.underlined, line.capitals))
        for at, line in lines
        if at in sure
    ]
    found = sorted(
        [*(one for one in found if not sure or one.kind != "named"), *named], key=lambda one: one.at
    )
    chosen = _chosen(found, _count_of_numbered(lines, skip))
    if not chosen:
        return _numbered_sentences(lines, skip) or _bare_titles(lines, skip)
    chosen += _named_minutes(lines, skip, chosen)
    known = {one.at for one in chosen}
    numbered = [one for one in chosen if one.heading.number]
    if numbered and len(numbered) < len(chosen) + 1:
        last = max(known)
        chosen += [
            one
            for one in found
            if one.at not in known
            and (one.kind == chosen[0].kind or one.at > last or one.look[0])
            and _CLOSERS.fullmatch(one.heading.title)
            and one.kind != "lead"
            and not _NEXT.fullmatch(one.heading.title)
        ]
    return {one.at: one.heading for one in sorted(chosen, key=lambda one: one.at)}


def _named_minutes(
    lines: Sequence[tuple[int, Line]], skip: set[int], chosen: list[Candidate]
) -> list[Candidate]:
    """An item that is called just "Minutes": it looks as the others do and text follows it."""
    looks = {one.look for one in chosen if one.kind == "look"}
    follows = {at: after for (at, _), (_, after) in pairwise([one for one in lines if one[1].text])}
    return [
        Candidate(at, Heading("", line.flat), "look", (line.bold, line.underlined, line.capitals))
        for at, line in lines
        if at not in skip
        and _MINUTES.fullmatch(line.flat)
        and looks == {(line.bold, line.underlined, line.capitals)}
        and at in follows
        and len(follows[at].flat.split()) >= 6
        and follows[at].flat.endswith(".")
    ]


def _candidates(lines: Sequence[tuple[int, Line]], skip: set[int]) -> list[Candidate]:
    """All possible headings, but for the plain numbered entries of a list of actions."""
    found: list[Candidate] = []
    in_list = False
    for at, line in lines:
        if at in skip:
            continue
        if line.text and not line.is_endless and is_action_list_heading(line.flat):
            in_list = True
        candidate = candidate_of(at, line)
        if candidate and not (in_list and candidate.kind == "plain"):
            in_list = False
            found.append(candidate)
    return found


def _count_of_numbered(lines: Sequence[tuple[int, Line]], skip: set[int]) -> int:
    """How many lines have an item's number, headings or not."""
    return sum(
        number_of(line)[0] not in ("", "sub") and not line.bullet and line.list_level == 0
        for at, line in lines
        if at not in skip
    )


def _chosen(found: list[Candidate], count_of_numbered: int) -> list[Candidate]:
    """The way of standing out that the items have; the surest ways come first."""
    groups: dict[str, list[Candidate]] = {}
    for one in found:
        groups.setdefault(one.kind, []).append(one)
    numbered = {
        kind: [one for one in group if one.heading.number] for kind, group in groups.items()
    }
    named, titles, looks, leads, plain = (
        groups.get(kind, []) for kind in ("named", "title", "look", "lead", "plain")
    )
    look = numbered.get("look", [])
    styled = _styled(groups, numbered)
    styled_numbers = sum(bool(one.heading.number) for one in styled)
    plain_is_sure = len(plain) * 10 >= count_of_numbered * 6 and _rises(plain)
    ways = (
        (bool(named), named),
        (bool(titles) and len(titles) + len(look) >= 2, _in_columns(titles, looks)),
        (len(styled) >= 2 and styled_numbers >= min(len(look), 2), styled),
        (len(look) >= 2, _numbered_looks(look, looks)),
        (len(looks) >= 2 and len(numbered.get("plain", [])) < 3, _same_look(looks)),
        (len(leads) >= 3, leads + looks),
        (len(plain) >= 2 and plain_is_sure, plain + look),
        (True, styled or titles or looks),
    )
    return next(candidates for is_theirs, candidates in ways if is_theirs)


def _in_columns(titles: list[Candidate], looks: list[Candidate]) -> list[Candidate]:
    """Titles that begin a row, and those inside a cell that look the same."""
    numbered = [one for one in [*titles, *looks] if one.heading.number]
    if len(numbered) >= 2:
        return numbered + [one for one in titles if not one.heading.number and any(one.look)]
    bold = [one for one in titles if any(one.look)]
    if not bold or len(bold) < len(titles):
        return titles
    inside = [one for one in looks if one.at > titles[0].at and one.look == bold[0].look]
    return titles + inside


def _styled(
    groups: dict[str, list[Candidate]], numbered: dict[str, list[Candidate]]
) -> list[Candidate]:
    """The heading style that the items have: the one with most numbers, else the highest."""
    levels = sorted(kind for kind in groups if kind.startswith("style"))
    with_numbers = [kind for kind in levels if len(numbered[kind]) >= 2]
    if with_numbers:
        best = max(with_numbers, key=lambda kind: len(numbered[kind]))
        return groups[best]
    several = [kind for kind in levels if len(groups[kind]) >= 2]
    return groups[several[0]] if several else groups[levels[0]] if levels else []


def _numbered_looks(look: list[Candidate], every: list[Candidate]) -> list[Candidate]:
    """Numbered headings; those without number too when they look the same and are not inside."""
    plain = [one for one in every if not one.heading.number]
    if len(look) >= 3 or not plain:
        return look
    return _same_look(every)


def _same_look(group: list[Candidate]) -> list[Candidate]:
    if not group:
        return []
    counts = Counter(one.look for one in group)
    first = group[0].look
    main = first if counts[first] >= 3 else counts.most_common(1)[0][0]
    return [
        one
        for one in group
        if all(mine or not theirs for mine, theirs in zip(one.look, main, strict=True))
    ]


def _rises(group: list[Candidate]) -> bool:
    numbers = [int(re.sub(r"\D", "", one.heading.number) or 0) for one in group]
    steps = [b - a for a, b in pairwise(numbers)]
    return bool(steps) and sum(0 < step <= 4 for step in steps) * 10 >= len(steps) * 7


def _bare_titles(lines: Sequence[tuple[int, Line]], skip: set[int]) -> dict[int, Heading]:
    """Short plain lines, each before a sentence, when one has a title that all minutes have."""
    left = [(at, line) for at, line in lines if line.text and at not in skip]
    found = {
        at: Heading("", line.flat.rstrip(" :"))
        for (at, line), (_, after) in pairwise(left)
        if len(line.flat.split()) <= 7
        and not line.bullet
        and not line.is_endless
        and line.flat[-1:] not in ".;,!"
        and line.flat[:1].isupper()
        and is_title(line.flat, numbered=False)
        and after.flat.endswith(".")
    }
    usual = sum(_CLOSERS.fullmatch(heading.title) is not None for heading in found.values())
    return found if len(found) >= 3 and usual >= 1 else {}


def _numbered_sentences(lines: Sequence[tuple[int, Line]], skip: set[int]) -> dict[int, Heading]:
    """Items that are a numbered sentence without any heading, as in easy-read minutes."""
    found: list[Candidate] = []
    for at, line in lines:
        number, end = number_of(line)
        if (
            number
            and number != "sub"
            and at not in skip
            and not line.bullet
            and line.list_level == 0
        ):
            rest = line.from_character(end)
            found.append(
                Candidate(at, Heading(number, "", rest), "sentence", (False, False, False))
            )
    if len(found) < 3 or found[0].heading.number not in ("1", "2") or not _rises(found):
        return {}
    return {one.at: one.heading for one in found}
