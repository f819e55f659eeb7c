"""Which lines are the headings of items, in files that mostly have no heading styles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from .attendance import label_of
from .characters import words_of
from .dates import MONTHS, find_dates
from .labels import TYPED_NUMBER, is_action_list_heading, tag_of
from .lines import Line
from .people import INITIALS, is_initials

_AGENDA_ITEM = re.compile(
    r"(?:agenda\s+)?item\s*(?:no\.?\s*)?(?P<number>\d{1,2}[a-z]?)\s*(?:[:.)–—-]+\s*|\s)(?P<title>\S.*)",
    re.I,
)
_GENERIC = re.compile(
    r"(?:draft\s+|unconfirmed\s+|approved\s+|easy read\s+|final\s+)*(?:meeting\s+)?(?:minutes|notes?|agenda|record|meeting details"
    r"|details|draft|confidential|action notes?)(?:\s+(?:of|from)\s+(?:the\s+|this\s+|our\s+)?meeting)?(?:\s*(?:and|&|-|–|/)\s*actions?)?\W*",
    re.IGNORECASE,
)
_DETAIL = re.compile(
    r"(?:(?:meeting\s+)?(?:date|time|venue|location|place|where|when|held (?:on|at)|the meeting was held)"
    r"(?:\s*(?:and|&|/)\s*(?:date|time|venue|place))?(?:\s+of\s+(?:the\s+|this\s+)?meeting)?)\s*[:–—-]",
    re.IGNORECASE,
)
_CLOSERS = re.compile(
    r"(?:any other business|a\.?o\.?b\.?|(?:date|time|dates)\b.{0,40}\bnext\b.{0,20}\bmeetings?|next meetings?|dates? of (?:future|next) meetings?"
    r"|future meetings?|close(?: of (?:the )?meeting)?|welcome\b.{0,60}|apologies\b.{0,40}|introductions?\b.{0,40}"
    r"|matters arising\b.{0,40}|minutes of\b.{0,60}|declarations? of interests?)\W*(?:\(.{0,20}\))?",
    re.IGNORECASE,
)
_TITLE_WORDS = re.compile(
    r"\b(?:board|group|panel|forum|committee|partnership|minutes|agenda|meeting|notes|council|draft"
    r"|senate|network|steering|confidential|subgroup|borough)\b",
    re.IGNORECASE,
)
_TALK = re.compile(
    r"(?:key points.*|points (?:from|raised).*|discussion|(?:the )?(?:following|points).*:|background|summary|update|questions?"
    r"|feedback|comments|post[- ]meeting note.*|signed.*|chair(?:person)?[’']?s? signature.*|page \d+.*|end of (?:the )?minutes.*|.*\bcontinued)\W*",
    re.IGNORECASE,
)
_ORDER = re.compile(rf"{INITIALS}(?:\s*[/&,]\s*{INITIALS})*\s+(?:to|will)\s+[a-z]")
_LONGEST_TITLE = 150  # characters
_AFTERWORD = re.compile(r"(?:appendix|annex|attachment|enclosure)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Heading:
    """A heading of an item. `rest` is text of the item that stands in the same line."""

    number: str
    title: str
    rest: Line | None = None


@dataclass(frozen=True)
class Candidate:
    """A line that may be a heading; `kind` is the way in which it stands out."""

    at: int
    heading: Heading
    kind: str
    look: tuple[bool, bool, bool]


def number_of(line: Line) -> tuple[str, int]:
    """The item number of a line ("" if it has none) and how many characters of text it takes.

    Numbers inside an item, such as 4.11 and "4. 11", give "sub".
    """
    auto = re.fullmatch(
        r"(?:agenda\s+)?(?:item\s+)?(\d{1,2})(?:\.0)?[.):]*", line.number, re.IGNORECASE
    )
    if auto:
        return auto.group(1), 0
    if line.number and re.search(r"\d\.\d", line.number):
        return "sub", 0
    typed = TYPED_NUMBER.match(line.text)
    if not typed or typed.group("number").isalpha():
        return "", 0
    number = re.sub(r"\s", "", typed.group("number"))
    rest = line.text[typed.end() :]
    if re.fullmatch(r"\d{1,2}\.0", number):
        return number[:-2], typed.end()
    if "." in number:
        return "sub", typed.end()
    stop = line.text[: typed.end()].rstrip()[-1:]
    if stop.isdigit() and not (line.emphasised or line.level or line.role == "title"):
        return "", 0
    if len(number) > 2 or rest.lower().startswith(MONTHS) or not re.search(r"[A-Za-z]", rest):
        return "", 0
    return number, typed.end()


def candidate_of(at: int, line: Line) -> Candidate | None:
    """The line as a possible heading, None when it cannot be one."""
    if not line.text or line.is_endless or line.role == "people":
        return None
    first = line.pieces[0]
    in_rows = len(line.pieces) > 1 and (line.role == "title" or first.emphasised)
    if len(first.text if in_rows else line.lead or line.text) > _LONGEST_TITLE:
        return None
    look = (line.bold, line.underlined, line.capitals)
    named = _AGENDA_ITEM.fullmatch(line.flat)
    if named and _is_title(named.group("title"), numbered=True):
        return Candidate(
            at, Heading(named.group("number"), _bare(named.group("title"))), "named", look
        )
    number, skip = number_of(line)
    if number == "sub":
        return None
    if in_rows and not line.emphasised:
        return _led(at, line, number, skip, len(first.text))
    title = line.text[skip:]
    if line.lead:
        return _led(at, line, number, skip, len(line.lead))
    if not _is_title(" ".join(title.split()), numbered=bool(number)):
        return None
    heading = Heading(number, _bare(title))
    if line.level:
        return Candidate(at, heading, f"style {line.level}", look)
    if line.role == "title":
        return Candidate(at, heading, "title", look)
    if line.emphasised and (number or not line.bullet):
        return Candidate(at, heading, "look", look)
    if number and not line.italic and len(title.split()) <= 10 and not title.rstrip().endswith("."):
        return Candidate(at, heading, "plain", look)
    return None


def _led(at: int, line: Line, number: str, skip: int, end: int) -> Candidate | None:
    """A heading whose item begins in the same line: "Transport: Ann said …"."""
    title = line.text[skip:end]
    rest = line.from_character(end)
    after = rest.text[:1]
    divided = title.rstrip().endswith((":", "–", "-", "—")) or after in (":", "–", "—", "-") or "\n" in (
        line.text[end : end + 1]
    )  # fmt: skip
    bare = _bare(title)
    if not _is_title(bare, numbered=bool(number)) or is_initials(bare) or not (divided or number):
        return None
    text = rest.text.lstrip(":–—- \n")
    rest = rest.from_character(len(rest.text) - len(text))
    if not rest.text:
        return Candidate(at, Heading(number, bare), "look", (True, False, False))
    if line.role == "title":
        return Candidate(at, Heading(number, bare, rest), "title", (line.bold, False, False))
    kind = "look" if number or "\n" in line.text[end : end + 1] else "lead"
    return Candidate(at, Heading(number, bare, rest), kind, (True, False, False))


def _bare(title: str) -> str:
    return " ".join(title.split()).strip(" :–—-\t").removesuffix(".") or title.strip()


def _is_title(text: str, *, numbered: bool) -> bool:
    bare = _bare(text)
    if not re.search(r"[A-Za-z]{2}", bare) or len(bare.split()) > 18:
        return False
    if text.endswith((";", ",", "?!")) or (
        text.endswith(".") and len(bare.split()) > (9 if numbered else 6)
    ):
        return False
    if re.search(r"(?<![A-Z])(?<!\b[Nn]o)[.!?]\s+[A-Z][a-z]+\s+[a-z]", bare):
        return False
    if (
        tag_of(text).kind
        or tag_of(bare).kind
        or _DETAIL.match(text)
        or is_action_list_heading(bare)
    ):
        return False
    if _ORDER.match(text):
        return False
    if not numbered and (label_of(text)[0] or _GENERIC.fullmatch(bare) or _TALK.fullmatch(text)):
        return False
    if not numbered and _AFTERWORD.match(bare):
        return False
    dates = find_dates(bare)
    rest = bare[: dates[0].start] + bare[dates[0].end :] if dates else bare
    return bool(
        re.search(r"[A-Za-z]{3}", re.sub(r"\b(?:at|from|to|am|pm|noon|the|on)\b", "", rest))
    )


def front_matter(lines: Sequence[tuple[int, Line]]) -> set[int]:
    """The indices of the title lines at the top: names of the board, dates, "Minutes"."""
    front: set[int] = set()
    for count, (at, line) in enumerate(
        (at, line) for at, line in lines if line.text and not line.is_endless
    ):
        number, _ = number_of(line)
        numbered = bool(number) and (bool(line.number) or bool(re.match(r"\d+\s*[.)]", line.text)))
        if numbered or _AGENDA_ITEM.fullmatch(line.flat):
            break
        short = len(line.flat.split()) <= 16
        dated = bool(find_dates(line.flat)) or _DETAIL.match(line.flat)
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


def choose_headings(lines: Sequence[tuple[int, Line]], leave_out: set[int]) -> dict[int, Heading]:
    """The headings of the items by index; `leave_out` are lines known to be something else."""
    skip = leave_out | front_matter(lines)
    found = [
        candidate
        for at, line in lines
        if at not in skip and (candidate := candidate_of(at, line)) is not None
    ]
    chosen = _chosen(found, _count_of_numbered(lines, skip))
    if not chosen:
        return _numbered_sentences(lines, skip)
    known = {one.at for one in chosen}
    numbered = [one for one in chosen if one.heading.number]
    if numbered and len(numbered) < len(chosen) + 1:
        last = max(known)
        chosen += [
            one for one in found
            if one.at not in known and (one.kind == chosen[0].kind or one.at > last or one.look[0])
            and _CLOSERS.fullmatch(one.heading.title) and one.kind != "lead"
        ]  # fmt: skip
    return {one.at: one.heading for one in sorted(chosen, key=lambda one: one.at)}


def _count_of_numbered(lines: Sequence[tuple[int, Line]], skip: set[int]) -> int:
    """How many lines have an item's number, headings or not."""
    return sum(
        number_of(line)[0] not in ("", "sub") and not line.bullet and line.list_level == 0
        for at, line in lines
        if at not in skip
    )


def _chosen(found: list[Candidate], count_of_numbered: int) -> list[Candidate]:
    groups: dict[str, list[Candidate]] = {}
    for one in found:
        groups.setdefault(one.kind, []).append(one)
    numbered = {
        kind: [one for one in group if one.heading.number] for kind, group in groups.items()
    }
    if groups.get("named"):
        return groups["named"]
    if groups.get("title") and len(groups["title"]) + len(numbered.get("look", [])) >= 2:
        return _in_columns(groups["title"], groups.get("look", []))
    look = numbered.get("look", [])
    styled = _styled(groups, numbered)
    if len(styled) >= 2 and sum(bool(one.heading.number) for one in styled) >= min(len(look), 2):
        return styled
    if len(look) >= 2:
        return _numbered_looks(look, groups["look"])
    if len(groups.get("look", [])) >= 2 and len(numbered.get("plain", [])) < 3:
        return _same_look(groups["look"])
    if len(groups.get("lead", [])) >= 3:
        return groups["lead"] + groups.get("look", [])
    plain = groups.get("plain", [])
    if len(plain) >= 2 and len(plain) * 10 >= count_of_numbered * 6 and _rises(plain):
        return plain + look
    return styled or groups.get("title", []) or groups.get("look", [])


def _in_columns(titles: list[Candidate], looks: list[Candidate]) -> list[Candidate]:
    """Titles that begin a row, and those inside a cell that look the same."""
    numbered = [one for one in [*titles, *looks] if one.heading.number]
    if len(numbered) >= 2:
        return numbered + [one for one in titles if not one.heading.number and any(one.look)]
    bold = [one for one in titles if any(one.look)]
    if len(bold) < len(titles):
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
    steps = [b - a for a, b in zip(numbers, numbers[1:], strict=False)]
    return bool(steps) and sum(0 < step <= 4 for step in steps) * 10 >= len(steps) * 7


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


def same_title(one: str, other: str) -> bool:
    """Whether two titles are the same words."""
    return words_of(one) == words_of(other)
