"""Numbers of items in whatever shape a secretary gives them, known by being a series.

"(a)", "[4]", "5/", "Item three", "24/03", "Housing (item 2)": no list of shapes is complete. What
makes a series is that lines begin (or end) alike but for one thing that counts upwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .lines import Line
from .titles import Heading, is_title

_WORDS = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
]  # fmt: skip
_ORDINALS = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth",
]  # fmt: skip
_ROMAN = {"i": 1, "v": 5, "x": 10}
_VALUE = (
    r"(?P<pair>\d{1,4}[/.-]\d{1,4})|(?P<digits>\d{1,4})(?P<letter>[a-h]?)"
    rf"|(?P<word>(?i:{'|'.join(sorted([*_WORDS, *_ORDINALS], key=len, reverse=True))}))"
    r"|(?P<roman>[IVX]{1,5}|[ivx]{1,5})|(?P<alpha>[A-Za-z])"
)
_OPEN = r"[^\w\s£$€\"“”‘’'.,;:!?-]"
_FRONT = re.compile(
    rf"(?P<open>{_OPEN}{{0,2}})\s?(?P<said>(?:[A-Za-z]{{2,12}}\.?:?\s+){{0,3}}?)"
    rf"(?P<inner>{_OPEN}?)\s?(?:{_VALUE})(?![\w£$%])(?P<noun>\s+(?:item|topic|point|subject))?"
    r"(?P<close>(?:\s?[\])>}/.:,|=*°º]|\s+[–—-]|\s?[–—](?=\s|\w)){0,3})"
    r"(?P<gap>\s+|$|(?<=[\])/:.–—])(?=[A-Z]))"
)
_BACK = re.compile(
    r"(?P<title>[A-Z].{1,100}?)[\s,]*(?P<open>[\s–—:|-]*[\[(]?)\s*"
    r"(?P<said>(?:agenda\s+)?(?:item|no\.?|number|point|topic|minute)?\s*(?:no\.?\s*)?)"
    r"(?P<digits>\d{1,3})(?P<close>[\])]?)\s*",
    re.IGNORECASE,
)
_NOT_ITEMS = re.compile(
    r"actions?|questions?|pages?|tables?|figures?|recommendations?|decisions?|options?|phases?|rooms?"
    r"|groups?|zones?|wards?|years?|photos?|annex|appendix|steps?|stages?|tasks?|aps?|priority|goal"
    r"|aim|objective|rule|case|from|to|by|in|on|at|about|the|another|only|all|over|and|of",
    re.IGNORECASE,
)
_MONTHLY = re.compile(
    r"(?:am|pm|jan|feb|mar|apr|may|june?|july?|aug|sep|sept|oct|nov|dec|january|february|march|april"
    r"|august|september|october|november|december)\b",
    re.IGNORECASE,
)
_TITLE_THEN_TEXT = re.compile(
    r"(?P<title>[A-Z][^:.!?]{2,60}?)(?::\s+|\s[–—-]\s+|\.\s+(?=[A-Z]))(?P<rest>\S.*)", re.S
)
_LONGEST = 160  # characters of a line with a heading and nothing else


@dataclass(frozen=True)
class Member:
    """A line of a series: its value, how the number is written, and where the title stands."""

    at: int
    shape: tuple[str, ...]
    value: tuple[int, int]
    written: str
    title: str
    start: int  # of the title in the text, -1 when the number stands behind it


def find_series(lines: Sequence[tuple[int, Line]], leave_out: set[int]) -> list[Member]:
    """The lines that number the items, in order; empty when nothing counts upwards."""
    groups: dict[tuple[str, ...], list[Member]] = {}
    texts = [(at, line) for at, line in lines if line.text and at not in leave_out]
    for at, line in texts:
        if line.is_endless or line.role == "people":
            continue
        for one in _readings(at, line):
            groups.setdefault(one.shape, []).append(one)
    places = [at for at, _ in texts]
    found = [run for group in groups.values() for run in _runs(group)]
    good = [run for run in found if _is_series(run, dict(texts), places)]
    return max(good, key=_worth, default=[])


def heading_of(one: Member, line: Line) -> Heading:
    """The item that begins with this line, with what follows the title in the same line."""
    if one.start < 0 or is_title(one.title, numbered=True):
        return Heading(one.written, _bare(one.title))
    split = _TITLE_THEN_TEXT.fullmatch(line.text[one.start :])
    if split is None:
        return Heading(one.written, _bare(one.title))
    rest = line.from_character(one.start + split.start("rest"))
    return Heading(one.written, _bare(split.group("title")), rest)


def _readings(at: int, line: Line) -> Iterator[Member]:
    """All ways in which the line can be numbered; most are dropped, since nothing follows them."""
    if line.number and re.search(r"\w", line.number):
        yield from _front(at, f"{line.number} ", line.text, automatic=True)
    yield from _front(at, line.text, "", automatic=False)
    behind = _BACK.fullmatch(line.text) if len(line.text) <= _LONGEST else None
    if behind and (behind.group("said").strip() or behind.group("close")):
        shape = ("behind", behind.group("open").strip(), behind.group("said").strip().lower())
        value = int(behind.group("digits"))
        yield Member(at, shape, (value, 0), str(value), behind.group("title"), -1)


def _front(at: int, text: str, title: str, *, automatic: bool) -> Iterator[Member]:
    for kind in ("", "alpha"):
        match = _FRONT.match(text)
        if not match:
            return
        said = match.group("said").strip(" :.").lower()
        if any(_NOT_ITEMS.fullmatch(word) for word in said.split()):
            return
        rest = title if automatic else text[match.end() :]
        named = _value(match, kind)
        if not named or (not said and not _is_marked(match)) or _MONTHLY.match(rest):
            continue
        how, value, written = named
        close = re.sub(r"\s", "", match.group("close"))
        shape = (
            how,
            match.group("open") + match.group("inner"),
            said,
            close,
            "automatic" if automatic else "typed",
        )
        yield Member(at, shape, value, written, rest, 0 if automatic else match.end())


def _is_marked(match: re.Match[str]) -> bool:
    """Whether more than a bare word stands there: "A tree" and "I said" are no numbers."""
    if match.group("open", "inner", "close", "noun") != ("", "", "", None):
        return True
    return bool(match.group("digits") or match.group("pair")) or "\t" in match.group("gap")


def _value(match: re.Match[str], kind: str) -> tuple[str, tuple[int, int], str] | None:
    """(what counts, its value, as written) of the number in `match`."""
    roman, digits, word = match.group("roman", "digits", "word")
    letter = match.group("alpha")
    if kind == "alpha":
        digits, word, roman, letter = "", "", "", roman if roman and len(roman) == 1 else ""
    elif match.group("pair"):
        return _value_of_pair(match.group("pair"))
    if digits:
        small = match.group("letter")
        return "digits", (int(digits), ord(small) - 96 if small else 0), f"{int(digits)}{small}"
    if word:
        names = _WORDS if word.lower() in _WORDS else _ORDINALS
        at = names.index(word.lower()) + 1
        return f"word {names is _WORDS}", (at, 0), str(at)
    if roman:
        return f"roman {roman.isupper()}", (_of_roman(roman), 0), roman
    return (f"letter {letter.isupper()}", (ord(letter.lower()) - 96, 0), letter) if letter else None


def _value_of_pair(text: str) -> tuple[str, tuple[int, int], str]:
    """24/03 and 12.1 count in their second part, 3/2024 and 3.0 in their first."""
    first, sign, second = re.split(r"([/.-])", text)
    if not int(second):
        return f"{sign}0", (int(first), 0), first
    if len(second) == 4 and len(first) <= 3:
        return f"{sign}{second}", (int(first), 0), text
    return f"{first}{sign}", (int(second), 0), text


def _of_roman(text: str) -> int:
    values = [_ROMAN[letter] for letter in text.lower()]
    return sum(
        -mine if mine < after else mine
        for mine, after in zip(values, [*values[1:], 0], strict=True)
    )


def _runs(group: list[Member]) -> Iterator[list[Member]]:
    """The group cut wherever counting starts again."""
    run: list[Member] = []
    for one in group:
        if run and (one.value < run[-1].value or one.value[0] - run[-1].value[0] > 4):
            yield run
            run = []
        run.append(one)
    yield run


def _is_series(run: list[Member], lines: dict[int, Line], places: list[int]) -> bool:
    if len(run) < 3 or (run[0].value[0] > 3 and "digits" not in run[0].shape[0]):
        return False
    steps = [_step(one.value, other.value) for one, other in pairwise(run)]
    if sum(step == 1 for step in steps) * 10 < len(steps) * 7 or 0 in [one.value[0] for one in run]:
        return False
    order = {at: index for index, at in enumerate(places)}
    titled = [
        one for one in run if _is_titled(one, lines, places[order[one.at] + 1 : order[one.at] + 2])
    ]
    if len(titled) * 4 < len(run) * 3:
        return False
    gaps = [order[other.at] - order[one.at] for one, other in pairwise(run)]
    text = sum(
        gap > 1 or heading_of(one, lines[one.at]).rest is not None
        for gap, one in zip(gaps, run, strict=False)
    )
    return text * 10 >= len(gaps) * 7


def _step(one: tuple[int, int], other: tuple[int, int]) -> int:
    """How far the next number is: 3a to 3b and 2 to 3a are one step."""
    if one[0] == other[0]:
        return other[1] - one[1] if one[1] else 2
    return other[0] - one[0] if other[1] <= 1 else 2


def _is_titled(one: Member, lines: dict[int, Line], after: list[int]) -> bool:
    if not one.title.strip():
        return bool(after) and is_title(lines[after[0]].flat, numbered=True)
    title = " ".join(heading_of(one, lines[one.at]).title.split())
    return (
        len(title) <= _LONGEST
        and len(title.split()) <= 14
        and is_title(title, numbered=True)
        and title[:1].isupper()
    )


def _worth(run: list[Member]) -> tuple[int, int]:
    return (len(run), -run[0].value[0])


def _bare(title: str) -> str:
    return " ".join(title.split()).strip(" :–—-\t.").removesuffix(".")


def headings_of_series(
    lines: Sequence[tuple[int, Line]], known: dict[int, Heading], leave_out: set[int]
) -> tuple[dict[int, Heading], set[int]]:
    """The items that a series numbers where the `known` headings do not show them.

    Also the lines that hold nothing but a number, whose title stands in the next line.
    """
    by_place = dict(lines)
    order = [at for at, line in lines if line.text]
    headings: dict[int, Heading] = {}
    bare: set[int] = set()
    run = find_series(lines, leave_out)
    for one in run:
        if one.title.strip():
            headings[one.at] = heading_of(one, by_place[one.at])
        else:
            bare.add(one.at)
            at = order[order.index(one.at) + 1]
            headings[at] = Heading(one.written, _bare(by_place[at].flat))
    others = [at for at in known if at not in headings and at not in bare]
    numbered = [at for at in others if known[at].number]
    shown = [at for at in headings if at in known and known[at].number]
    if not run or len(numbered) >= 3 or len(others) >= len(run) or len(shown) >= len(run):
        return {}, set()
    return headings, bare
