"""Who was there and who sent apologies, from lists, sentences, tables and columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from .labels import without_number
from .lines import Line
from .people import (
    NAME,
    Attendee,
    Roster,
    attendee_of,
    looks_like_name,
    sounds_like_role,
    split_people,
)
from .peopled_labels import label_over_people, unknown_label_of

_KINDS = (
    (
        "absent",
        r"not (?:present|attending|in attendance|attended)|did not attend"
        r"|absent(?: without apolog\w+)?"
        r"|no(?:t)? (?:apologies|attendance) received|non[- ]attend\w+|circulation(?: list)?"
        r"|distribution(?: list)?|copied to|cc",
    ),
    (
        "apologies",
        r"apologies(?: for absence)?(?: (?:were |was )?(?:received|given|sent|from|noted))*|sorry"
        r"|(?:people|those|members|who)(?: who)? (?:could(?: not|n[’']t)|can(?:not|[’']t)"
        r"|were unable to|"
        r"did not) (?:come|attend|be there|make it)|(?:those )?unable to attend"
        r"|people who sent (?:their )?apologies"
        r"|who sent (?:their )?apologies|(?:people who )?said sorry",
    ),
    (
        "present",
        r"(?:there were |there was |also |those |people |people who were |who was |members |in )*"
        r"(?:present"
        r"|in attendance|attendance|attending|attended)"
        r"(?: at (?:the|this) meeting)?|(?:panel |board |meeting |group )?attend(?:ees"
        r"|ance)(?: list)?"
        r"|(?:people|those|who|members)(?: who)? (?:came|attended|were there|was there"
        r"|at the meeting|was here|is here|in the room|we had"
        r"|were here|was at the meeting)"
        r"|members of the public(?: in attendance| present| attending)?|(?:the )?public"
        r"|observers?|guests?|visitors?"
        r"|substitutes?|(?:council |other |supporting )?(?:officers?"
        r"|officials?)(?: in attendance| present)?"
        r"|invited guests?|ex[- ]officio|speakers?|presenters?|minutes?(?: taken)? by"
        r"|minutes(?=\s*:)|note ?taker"
        r"|chaired by|(?:co-?)?chairs?(?:ed by)?|(?:vice|deputy)[- ]chair|secretary|facilitator"
        r"|(?:[\w’',/&-]+ ){0,6}(?:members|representatives|partners)(?: present)?|minute[- ]taker",
    ),
)
_LABELS = tuple(
    (
        kind,
        re.compile(
            rf"(?P<label>{words})\s*(?:\([^)]*\))?\s*(?:[:–—]\s*|\s-\s+|\s*$)(?P<rest>.*)",
            re.I | re.S,
        ),
    )
    for kind, words in _KINDS
)
_SENTENCE = re.compile(
    r"(?:apologies|apology)(?:\s+for\s+absence)?\s+(?:had\s+been\s+|have\s+been\s+"
    r"|has\s+been\s+|were\s+|was\s+)?"
    r"(?:also\s+)?(?:received|given|sent|accepted|noted|made|recorded|offered)?\s*(?:from|by"
    r"|for|on behalf of)\s+(?P<who>[^.]*(?:\.(?=\S)[^.]*)*)",
    re.IGNORECASE,
)
_SENT = re.compile(
    r"^(?P<who>.{3,200}?)\s+(?:had\s+)?(?:sent|gave)\s+(?:their\s+|his\s+|her\s+)?apologies", re.I
)
_INSIDE = re.compile(
    r"[.;]?\s+(?=(?:Apologies|Apologies for absence|In attendance|Also present"
    r"|Ex Officio)\s*[:–—-])|(?<=\.)\s+(?=Apologies\b)"
)
_ROLE_LABEL = re.compile(
    r"(?:co-?|vice[- ]|deputy )?chair(?:s|ed by)?|minutes?.*|note ?taker|secretary|facilitator",
    re.I,
)


@dataclass
class Attendance:
    """What was read; `used` has the indices of the lines that were attendance and nothing else."""

    present: list[Attendee] = field(default_factory=list)
    apologies: list[Attendee] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    doubts: list[str] = field(default_factory=list)

    @property
    def roster(self) -> Roster:
        """Everybody named, for recognising owners."""
        return Roster.of([*self.present, *self.apologies])


def label_of(text: str) -> tuple[str, str, str]:
    """(kind, label, rest) when `text` begins with an attendance label, else three empty strings."""
    for kind, pattern in _LABELS:
        match = pattern.fullmatch(text.strip())
        if match:
            return kind, match.group("label"), match.group("rest").strip()
    return "", "", ""


def read_attendance(lines: Sequence[Line]) -> Attendance:
    """The attendance in `lines`: from the top of the file to where the minutes proper begin."""
    found = Attendance()
    state = ""
    for at, line in enumerate(lines):
        if not line.text or line.is_endless:
            continue
        heads = "" if label_of(line.flat)[0] else label_over_people(lines, at)
        if heads and (not state or line.flat.endswith(":")):
            found.used.add(at)
            state = heads
            continue
        outcomes = _read_line(line, state, found)
        if all(outcome != "-" for outcome in outcomes) and any(outcomes):
            if not _is_numbered_title(line):
                found.used.add(at)
            state = next(one for one in reversed(outcomes) if one)
        elif state and _goes_on(lines, at):
            found.used.add(at)
        elif line.role != "people" and not (line.cell and len(line.flat) < 12):
            state = next((one for one in reversed(outcomes) if one not in ("", "-")), "")
    _drop_repeats(found)
    return found


def _read_line(line: Line, state: str, found: Attendance) -> list[str]:
    """What each piece of the line was."""
    outcomes: list[str] = []
    for piece in _pieces(line):
        outcomes.append(_read_piece(piece, state, found, line.emphasised))
        state = outcomes[-1] if outcomes[-1] not in ("", "-") else state
    return outcomes


def _pieces(line: Line) -> list[str]:
    return [
        one.strip() for row in line.text.split("\n") for one in _INSIDE.split(row) if one.strip()
    ]


def _is_numbered_title(line: Line) -> bool:
    """Whether an attendance label is an item's heading as well: "1. Apologies"."""
    numbered = bool(line.number) or without_number(line.flat) != line.flat
    return numbered and label_of(without_number(line.flat))[2] == ""


def _read_piece(text: str, state: str, found: Attendance, emphasised: bool) -> str:
    """The state after this piece, "" when it was empty of people, "-" when it is no attendance."""
    kind, label, rest = label_of(without_number(text))
    if not kind:
        kind, label, rest = unknown_label_of(text, state)
    if kind:
        _add(rest, kind, found, label)
        return kind
    sentence = _SENTENCE.search(text) or _SENT.match(text)
    if sentence and not re.search(r"\bminutes\b", sentence.group("who")):
        _add(sentence.group("who"), "apologies", found)
        return "-"
    if not state or (emphasised and re.fullmatch(NAME, text)):  # that is a heading
        return "-"
    if looks_like_name(text) and len(text.split()) <= 24:
        _add(text, state, found)
        return state
    return "-"


def _add(text: str, kind: str, found: Attendance, label: str = "") -> None:
    if kind == "absent" or not text:
        return
    entries = split_people(re.sub(r"^(?:from|by)\s+", "", text))
    for entry in entries:
        one = attendee_of(entry)
        if one is None:
            continue
        if _ROLE_LABEL.fullmatch(label) and not one.person.role and len(entries) == 1:
            role = re.sub(r"(?:ed)? by$", "", label, flags=re.I).strip().capitalize()
            one = Attendee(type(one.person)(one.person.name, role), one.initials)
        (found.apologies if kind == "apologies" else found.present).append(one)


def _goes_on(lines: Sequence[Line], at: int) -> bool:
    """Whether a line that is no name heads a group of people: another name follows it at once."""
    line = lines[at]
    if len(line.flat.split()) > 7 or line.flat.endswith(".") or re.match(r"\d", line.flat):
        return False
    if line.number or line.level or not (line.emphasised or sounds_like_role(line.flat)):
        return False
    following = [one for one in lines[at + 1 : at + 6] if one.text][:2]
    return bool(following) and all(
        looks_like_name(one.flat) and not one.emphasised and len(one.flat.split()) < 14
        for one in following
    )


def _drop_repeats(found: Attendance) -> None:
    """One entry a person; somebody in both lists stays in both, and that is said."""
    for people in (found.present, found.apologies):
        seen: dict[str, Attendee] = {}
        for one in people:
            kept = seen.get(one.person.name)
            if kept is None or (not kept.person.role and one.person.role):
                seen[one.person.name] = one
        people[:] = list(seen.values())
    both = [one.person.name for one in found.apologies]
    for one in found.present:
        if one.person.name in both:
            found.doubts.append(f"{one.person.name} is among those present and in the apologies.")
