"""Which single lines can be the heading of an item, with number and title taken apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .attendance import label_of
from .dates import MONTHS, find_dates
from .labels import TYPED_NUMBER, is_action_list_heading, tag_of
from .lines import Line
from .people import INITIALS, is_initials

AGENDA_ITEM = re.compile(
    r"(?:agenda\s+)?item\s*(?:no\.?\s*)?(?P<number>\d{1,2}[a-z]?)\s*(?:[:.)–—-]+\s*"
    r"|\s)(?P<title>\S.*)",
    re.I,
)
_GENERIC = re.compile(
    r"(?:draft\s+|unconfirmed\s+|approved\s+|easy read\s+|final\s+)*(?:meeting\s+)?(?:minutes"
    r"|notes?|agenda|record|meeting details"
    r"|details|draft|confidential|action notes?)(?:\s+(?:of|from)\s+(?:the\s+|this\s+"
    r"|our\s+)?meeting)?(?:\s*(?:and|&|-|–|/)\s*actions?)?\W*",
    re.IGNORECASE,
)
DETAIL = re.compile(
    r"(?:(?:meeting\s+)?(?:date|time|venue|location|place|where|when|held (?:on|at)"
    r"|the meeting was held)"
    r"(?:\s*(?:and|&|/)\s*(?:date|time|venue|place))?(?:\s+of\s+(?:the\s+"
    r"|this\s+)?meeting)?)\s*[:–—-]",
    re.IGNORECASE,
)
_TALK = re.compile(
    r"(?:what we (?:talked about|said|did)|key points.*|points (?:from|raised).*|discussion"
    r"|(?:the )?(?:following|points).*:"
    r"|background|summary|update|questions?"
    r"|feedback|comments|post[- ]meeting note.*|signed.*|chair(?:person)?[’']?s? signature.*"
    r"|page \d+.*|end of (?:the )?minutes.*|.*\bcontinued)\W*",
    re.IGNORECASE,
)
_ORDER = re.compile(rf"{INITIALS}(?:\s*[/&,]\s*{INITIALS})*\s+(?:to|will)\s+[a-z]")
_LONGEST_TITLE = 150  # characters
_NEXT_DETAIL = re.compile(r"(?:dates? (?:and time )?of (?:the )?)?next meeting\b.*\d.*", re.I)
# "B. Housing", "IV) Housing", "24/03 Housing" (the year and the number in it)
_LETTERED = re.compile(
    r"(?P<number>[A-Z](?=[.)])|[IVX]{1,4}(?=[.)])|\d{1,3}/\d{1,4}(?=\s))[.)]?\s+(?=[A-Z])"
)
_BEFORE_COLON = re.compile(r"\s*([^:.]{2,60})(?::|\s[–—-])\s+")
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
    return _typed_number(line)


def _typed_number(line: Line) -> tuple[str, int]:
    stands_out = line.emphasised or line.level > 0 or line.role == "title"
    lettered = _LETTERED.match(line.text) if stands_out else None
    if lettered:
        return lettered.group("number"), lettered.end()
    typed = TYPED_NUMBER.match(line.text)
    if not typed or typed.group("number").isalpha():
        return "", 0
    number = re.sub(r"\s", "", typed.group("number")).removesuffix(".0")
    if "." in number:
        return "sub", typed.end()
    rest = line.text[typed.end() :]
    has_stop = not line.text[: typed.end()].rstrip()[-1:].isdigit()
    is_amount = len(number) > 2 or rest.lower().startswith(MONTHS)
    if (has_stop or stands_out) and not is_amount and re.search(r"[A-Za-z]", rest):
        return number, typed.end()
    return "", 0


def candidate_of(at: int, line: Line) -> Candidate | None:
    """The line as a possible heading, None when it cannot be one."""
    if not line.text or line.is_endless or line.role == "people":
        return None
    named = AGENDA_ITEM.fullmatch(line.flat) if len(line.text) <= _LONGEST_TITLE else None
    if named and is_title(named.group("title"), numbered=True):
        heading = Heading(named.group("number"), _bare(named.group("title")))
        return Candidate(at, heading, "named", _look(line))
    number, skip = number_of(line)
    if number == "sub":
        return None
    first = line.pieces[0]
    if len(line.pieces) > 1 and not line.emphasised and (line.role == "title" or first.emphasised):
        return _led(at, line, number, skip, len(first.text))
    if len(line.lead) > skip:
        return _led(at, line, number, skip, len(line.lead))
    return _whole(at, line, number, skip)


def _look(line: Line) -> tuple[bool, bool, bool]:
    return line.bold, line.underlined, line.capitals


def _whole(at: int, line: Line, number: str, skip: int) -> Candidate | None:
    """A heading that has its line for itself."""
    title = line.text[skip:]
    fits = len(title) <= _LONGEST_TITLE and is_title(" ".join(title.split()), numbered=bool(number))
    before = _BEFORE_COLON.match(title) if line.role == "title" and number and not fits else None
    if before and is_title(before.group(1), numbered=True):
        rest = line.from_character(skip + before.end())
        return Candidate(at, Heading(number, _bare(before.group(1)), rest), "title", _look(line))
    if not fits:
        return None
    ends_as_sentence = title.rstrip().endswith(".") or len(title.split()) > 10
    kind = ""
    if line.level:
        kind = f"style {line.level}"
    elif line.role == "title":
        kind = "title"
    elif line.emphasised and (number or not line.bullet):
        kind = "look"
    elif number and not line.italic and not ends_as_sentence:
        kind = "plain"
    return Candidate(at, Heading(number, _bare(title)), kind, _look(line)) if kind else None


def _led(at: int, line: Line, number: str, skip: int, end: int) -> Candidate | None:
    """A heading whose item begins in the same line: "Transport: Ann said …"."""
    title = line.text[skip:end]
    bare = _bare(title)
    if len(title) > _LONGEST_TITLE or not is_title(bare, numbered=bool(number)):
        return None
    after = line.from_character(end).text
    new_row = line.text[end : end + 1] == "\n"
    divided = title.rstrip().endswith((":", "–", "-", "—")) or after[:1] in tuple(":–—-") or new_row
    if is_initials(bare) or not (divided or number):
        return None
    rest = line.from_character(len(line.text) - len(after.lstrip(":–—- \n")))
    if not rest.text:
        return Candidate(at, Heading(number, bare), "look", (True, False, False))
    kind = "title" if line.role == "title" else "look" if number or new_row else "lead"
    look = (line.bold or kind != "title", False, False)
    return Candidate(at, Heading(number, bare, rest), kind, look)


def _bare(title: str) -> str:
    return " ".join(title.split()).strip(" :–—-\t").removesuffix(".") or title.strip()


def is_title(text: str, *, numbered: bool) -> bool:
    """Whether the words can be a title: short, no sentence, no label, not only a date."""
    bare = _bare(text)
    count = len(bare.split())
    longest = 9 if numbered else 6
    is_sentence = (
        count > 18
        or text.endswith((";", ",", "?!"))
        or (text.endswith(".") and count > longest)
        or re.search(r"(?<![A-Z])(?<!\b[Nn]o)[.!?]\s+[A-Z][a-z]+\s+[a-z]", bare) is not None
        or _ORDER.match(text) is not None
    )
    is_label = bool(tag_of(text).kind or tag_of(bare).kind) or is_action_list_heading(bare)
    if is_sentence or is_label or DETAIL.match(text) or not re.search(r"[A-Za-z]{2}|A\.O", bare):
        return False
    return (numbered or not _is_something_else(text, bare)) and not _is_only_date(bare)


def _is_something_else(text: str, bare: str) -> bool:
    """Words that stand out in minutes without being an item, unless they have a number."""
    return bool(
        label_of(text)[0]
        or _GENERIC.fullmatch(bare)
        or _TALK.fullmatch(text)
        or _NEXT_DETAIL.fullmatch(bare)
        or _AFTERWORD.match(bare)
    )


def _is_only_date(bare: str) -> bool:
    dates = find_dates(bare)
    rest = bare[: dates[0].start] + bare[dates[0].end :] if dates else bare
    words = re.sub(r"\b(?:at|from|to|am|pm|noon|the|on)\b", "", rest)
    return re.search(r"[A-Za-z]{3}|A\.O", words) is None
