"""Names as minutes write them, and the roster by which initials and first names are known."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from .reading import Person

_TITLE = (
    r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Cllr|Councillor|Rev|Sir|Dame|Lady|Lord"
    r"|Insp|Inspector|Sgt|Sergeant|PC|Fr|Father|Canon)\.?\s+)"
)
_WORD = r"(?:[A-Z]\.|[A-Z](?:[\w]|[’'-](?=\w))*)"
_PARTICLE = r"(?:(?:de|van|von|der|den|la|le|al|bin|ap|O|Mc|Mac)\s+)"
NAME = rf"{_TITLE}*{_WORD}(?:\s+{_PARTICLE}*{_WORD}){{0,3}}"
INITIALS = (
    r"(?:(?!(?:AND|THE|FOR|TO|OF|ON|IN|IT|WE|IS|NOT|AOB|TBC|OK|AM|PM)\b)"
    r"(?:[A-Z]{2,4}[a-z]{0,2}|[A-Z][a-z]{1,2}[A-Z]{1,2}|[A-Z]{2}[a-z]{1,2}[A-Z]"
    r"|[A-Z]\.[A-Z]\.?)(?![A-Za-z]))"
)
_INITIALS = re.compile(INITIALS)
_TITLE_AND = re.compile(rf"{_TITLE}+(?P<rest>[A-Z][\w’' -]*)")
_ROLE_FIRST = re.compile(
    rf"(?:[Tt]he|[Oo]ur)\s+(?P<role>[A-Z][\w’' -]{{2,50}}?)\s*\((?P<name>{NAME})\)"
)
_FROM = re.compile(r"(?:from|representing|on behalf of)\s+(?=\S)")
_AND = re.compile(r"and\s+(?=the\s+[A-Z])")
_ONE_PERSONS_ROLE = re.compile(
    r"(?:\w+ ){0,3}\w*(?:er|or|ar|ist|ian|ent|ant|man|woman|lead|head"
    r"|warden|clerk|nurse|chief|chair)",
    re.I,
)
_NAME_START = re.compile(rf"\s*(?P<name>{NAME})\s*(?P<rest>.*)", re.DOTALL)
_DIVIDER = re.compile(r"[()\[\],;\n]|\s+(?:and|&)\s+(?=[A-Z][\w’'-]*(?:\s+[A-Z]|\s*$|\s*[(,;.\n]))")
_ROLE_WORDS = re.compile(
    r"manager|officer|director|\blead\b|\bhead\b|chair|council|carer|trust|\bnhs\b|service|\bteam\b"
    r"|\brep\b|representative|co-?ordinator|administrator|secretar|minute|note ?taker|advoca|group"
    r"|society|\bboard\b|forum|support|worker|commission|nurse|police|college|healthwatch"
    r"|\bage uk\b"
    r"|partnership|association|universit|department|advis|member|\bparents?\b|\bcare\b|health"
    r"|community"
    r"|network|assistant|deputy|citizen|expert|resident|\busers?\b|observer|provider|centre"
    r"|consultant"
    r"|housing|borough|county|district|therap|\bdoctors?\b|\bgp\b|engagement|\bpolicys?\b"
    r"|programme|project"
    r"|interpreter|\bmind\b|mencap|volunt|trainer|\bschools?\b|\bchurchs?\b|charity"
    r"|\bstudents?\b|\byouths?\b|social|apolog",
    re.IGNORECASE,
)
_NOT_NAMES = re.compile(
    r"(?:the|all|see|none|no|page|minutes|agenda|item|action|date|venue|time|welcome|apologies"
    r"|present"
    r"|chair|co-chair|members?|everyone|attendees?|introductions?|matters|update|any|next|this"
    r"|there"
    r"|we|it|a|an|for|in|of|at|by|on|please|also|plus|n/?a|nil|declarations?|name|role|organisation"
    r"|initials|[\w’']+ing)\b",
    re.IGNORECASE,
)
_NEVER_IN_NAMES = re.compile(
    r"\b(?:board|group|forum|partnership|council|committee|panel|minutes|meetings?|updates?"
    r"|reports?"
    r"|services?|teams?|plans?|strategy|review|project|programme|health|care|transport|housing"
    r"|business|items?|actions?|agenda|draft|interests?|notes|apologies|survey|training|network"
    r"|feedback|work|budget|\bpolicys?\b|discussion|presentation|teams|zoom)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Attendee:
    """A person of the attendance, and the initials that the file gives for them, if any."""

    person: Person
    initials: str = ""


def is_initials(text: str) -> bool:
    """Whether `text` has the form of somebody's initials, such as JT, OBu or SMcD."""
    return len(text) <= 5 and _INITIALS.fullmatch(text) is not None and text.lower() != text


def is_one_persons_role(text: str) -> bool:
    """Whether `text` names the work of one person: "Warden", "Estates Surveyor"."""
    return _ONE_PERSONS_ROLE.fullmatch(text) is not None


def sounds_like_role(text: str) -> bool:
    """Whether `text` is a role or an organisation rather than a name."""
    return _ROLE_WORDS.search(text) is not None


def looks_like_name(text: str) -> bool:
    """Whether `text` begins as a person's name does and goes on as an entry in a list of people."""
    if len(text) > 160:
        return False
    match = _NAME_START.fullmatch(text.strip())
    if not match or _NOT_NAMES.match(text.strip()):
        return False
    rest = match.group("rest")
    if _NEVER_IN_NAMES.search(match.group("name")):
        return False
    if match.group("name") == match.group("name").upper() and len(match.group("name")) > 5:
        return False
    return not rest or rest[0] in "(–—-,[/:;\t" or _FROM.match(rest) is not None


def attendee_of(text: str) -> Attendee | None:
    """The person in one entry: "Ann Lee (Chair) (AL)", "Ann Lee – Carer", "AL  Ann Lee, Mind"."""
    text = text.strip(" .;,\t*")
    if len(text) > 300:
        return None
    turned = _ROLE_FIRST.fullmatch(text)
    if turned:
        return Attendee(Person(turned.group("name"), turned.group("role")))
    text = re.sub(r"^(?:[Tt]he|[Oo]ur)\s+(?=[A-Z])", "", text)
    given, text = _own_initials(text)
    group, colon, name = text.partition(": ")
    if colon and not is_initials(group) and re.match(NAME, name):
        one = attendee_of(name)
        if one is not None and " " in one.person.name:
            role = ", ".join(filter(None, [one.person.role, group]))
            return Attendee(Person(one.person.name, role), one.initials)
    return _named(text, given)


def _own_initials(text: str) -> tuple[str, str]:
    """The initials that stand before or behind a name, and what is left."""
    swapped = re.fullmatch(rf"({INITIALS})\s*(?:[–—:=-]|\t|\s{{2,}})\s*(.+)", text)
    given = ""
    if swapped and is_initials(swapped.group(1)) and looks_like_name(swapped.group(2)):
        given, text = swapped.group(1), swapped.group(2)
    text = re.sub(r"\s*[\[(](?:via|by|on|online|teams|zoom)\b[^)\]]*[\])]", "", text, flags=re.I)
    behind = re.fullmatch(rf"(?P<name>{NAME})\s+(?P<short>{INITIALS})", text)
    if behind and not given and _fits(behind.group("short"), behind.group("name")):
        given, text = behind.group("short"), behind.group("name")
    return given, text


def _named(text: str, given: str) -> Attendee | None:
    """A name and behind it what somebody is, or the initials where they are not `given`."""
    match = _NAME_START.fullmatch(text) if looks_like_name(text) else None
    if match is None:
        return None
    roles: list[str] = []
    rest = _FROM.sub("", match.group("rest"), count=1)
    for piece in re.split(r"[()\[\]]|\s+[–—-]\s+|[–—]|,\s|\t|:\s|;\s|\s/\s", rest):
        part = piece.strip(" ,;:–—-/")
        if is_initials(part) and not given and _fits(part, match.group("name")):
            given = part
        elif part:
            roles.append(part)
    return Attendee(Person(match.group("name").strip(), ", ".join(roles)), given)


def _fits(initials: str, name: str) -> bool:
    """Whether the letters can be that person's initials (an organisation's usually cannot)."""
    words = re.sub(rf"^{_TITLE}+", "", name).split()
    return (
        bool(words)
        and initials[0] == words[0][0]
        and (
            len(words) == 1
            or words[-1][0].lower() in initials[1:].lower()
            or any(word[0].lower() in initials[1:].lower() for word in words[1:])
        )
    )


def split_people(text: str) -> list[str]:
    """The entries of a running list; commas inside brackets and before roles do not divide."""
    breaks = ";" if ";" in text else ","
    pieces: list[tuple[str, str]] = []  # what stands before the entry, and the entry
    depth, start, before = 0, 0, ""
    for match in _DIVIDER.finditer(text):
        sign = match.group()
        depth = max(0, depth + (sign in "([") - (sign in ")]"))
        if depth or sign in "()[]" or (sign in ",;" and not _divides(sign, breaks, text, match)):
            continue
        pieces.append((before, text[start : match.start()]))
        before, start = sign, match.end()
    pieces.append((before, text[start:]))
    entries: list[str] = []
    for before, piece in ((sign, _AND.sub("", one.strip(" .\t"))) for sign, one in pieces):
        if _ROLE_FIRST.fullmatch(piece):
            entries.append(piece)
            continue
        bare = re.sub(r"\([^()]*\)", "", piece[:300])
        is_role = sounds_like_role(bare) or is_initials(piece) or not looks_like_name(piece)
        if piece and entries and is_role and before not in (";", "\n"):
            entries[-1] += f", {piece}" if before == "," else f"{before}{piece}"
        elif piece:
            entries.append(piece)
    return entries


def _divides(sign: str, breaks: str, text: str, match: re.Match[str]) -> bool:
    """Commas divide where there are no semicolons, and always before "Mr …"."""
    return sign == breaks or (
        sign == "," and re.match(rf"\s*{_TITLE}", text[match.end() :]) is not None
    )


@dataclass
class Roster:
    """Who may be meant by initials, a first name or a full name."""

    names: set[str] = field(default_factory=set)
    initials: set[str] = field(default_factory=set)
    first_names: dict[str, str] = field(default_factory=dict)
    surnames: set[str] = field(default_factory=set)
    groups: set[str] = field(default_factory=set)
    of_initials: dict[str, str] = field(default_factory=dict)
    roles: set[str] = field(default_factory=set)  # of one person each: "Warden", "Surveyor"

    @classmethod
    def of(cls, attendees: Iterable[Attendee]) -> Roster:
        """The roster of everybody named in the attendance, present or not."""
        roster = cls()
        everybody = list(attendees)
        firsts: Counter[str] = Counter()
        for one in everybody:
            words = re.sub(rf"^{_TITLE}+", "", one.person.name).split()
            if not words:
                continue
            roster.names.add(one.person.name)
            roster.names.add(" ".join(words))
            letters = one.initials or "".join(word[0] for word in words)
            roster.initials.add(letters)
            roster.of_initials[letters] = one.person.name
            firsts[words[0]] += 1
            roster.surnames.add(words[-1])
            roster.groups.update(
                role for role in one.person.role.split(", ") if role[:1].isupper() and len(role) > 3
            )
            for role in one.person.role.split(", "):
                if role[:1].isupper() and is_one_persons_role(role):
                    roster.roles.update((role.lower(), role.lower().split()[-1]))
            roster.first_names[words[0]] = one.person.name
        for name, count in firsts.items():
            if count > 1:
                roster.first_names[name] = name
        return roster

    def knows(self, text: str) -> bool:
        """Whether `text` is a name, a first name or initials of somebody in the attendance."""
        if text in self.names or text in self.initials or text in self.first_names:
            return True
        if re.match(r"the ", text, re.IGNORECASE) and text[4:].lower() in self.roles:
            return True
        surname = _TITLE_AND.fullmatch(text)  # "Mr Eves" for Martin Eves
        return surname is not None and surname.group("rest") in self.surnames

    def are_same(self, one: str, other: str) -> bool:
        """Whether two ways to name somebody mean the same person."""
        return self._whole(one) == self._whole(other)

    def _whole(self, text: str) -> str:
        return self.of_initials.get(text) or self.full(text)

    def full(self, text: str) -> str:
        """The full name for a first name that only one person has; anything else as it is."""
        return self.first_names.get(text, text)
