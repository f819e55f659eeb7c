"""Who is to do it: the owner of an action, from the words of the action itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .characters import sentence_case_start
from .owner_names import DATE_WORDS, JOIN, PEOPLE, SOMEBODY, divided, is_owner_only, owner_list
from .people import INITIALS, Roster, is_initials
from .phrases import plainly_said
from .verbs import VERBS, begins_with_verb

_LEADING_MARK = re.compile(
    rf"[\[(]?(?P<who>{PEOPLE})[\])]?\s*(?::\s*|\s[–—-]\s+)(?P<rest>\S.*)", re.DOTALL
)
_LEADING_BRACKET = re.compile(rf"[\[(](?P<who>{PEOPLE})[\])]\s*(?:to\s+)?(?P<rest>\S.*)", re.DOTALL)
_TO = re.compile(
    r"(?P<who>[^.;:!?]{1,90}?)\s+(?:(?:has |have )?(?:both |kindly |also |then |jointly )?"
    r"(?:agreed to|offered to|undertook to|volunteered to|is to|are to|will also|will|would"
    r"|shall|should|must|needs? to|has been asked to|have been asked to"
    r"|(?:was|were|is|are) asked to|to))\s+(?:both |also |then |please |kindly "
    r"|jointly )*(?P<rest>(?P<verb>[a-z][\w-]*)\b.*)",
    re.DOTALL | re.IGNORECASE,
)
_ASKED = re.compile(
    r"(?P<asker>[^.;:]{0,110}?)\b(?:asked|invited|requested"
    r"|tasked)\s+(?P<who>(?:[\w’'&-]+\s+){1,5}?)to\s+(?P<rest>(?P<verb>[a-z][\w-]*)\b.*)",
    re.DOTALL,
)
_TRAILING_LABEL = re.compile(
    rf"[\s.;,(\[–—-]*\b(?:[Oo]wner|[Ll]ead(?: officer)?|[Rr]esponsible|[Bb]y whom"
    rf"|[Aa]ction(?:ed)?(?: by)?|ACTION|[Ww]ho|[Vv]olunteers?)\s*[:–—-]"
    rf"\s*(?P<who>{PEOPLE})\s*[)\]]?\.?\s*$"
)
_TRAILING_ORDER = re.compile(
    rf"\s*[\[(]\s*(?P<who>{PEOPLE})\s+(?:to|will)\s+(?P<verb>[a-z][\w-]*)[^()\[\]]{{0,80}}[\])]\s*\.?\s*$"
)
_TRAILING_MARKED = re.compile(
    rf"(?:\s*[\[(]\s*(?P<in>{PEOPLE})\s*[\])]|(?:[.;:!?]\s+|\s+[–—-]+\s*"
    rf"|\t\s*)(?P<after>{PEOPLE}))\s*\.?\s*$"
)
_TRAILING_COMMA = re.compile(r"(?P<text>.{8,200}\s[a-z]{2,}),\s+(?P<who>[A-Z][\w’' -]{1,40})\.?")
_TRAILING_BARE = re.compile(
    rf"(?P<before>\S+)\s+(?P<who>{INITIALS}(?:\s*(?:/|&|\band\b|,)\s*{INITIALS})*)\s*\.?\s*$"
)
_LATER = re.compile(
    rf"(?:[–—;,.]|\s-)\s*(?:and\s+)?(?P<who>{SOMEBODY}(?:{JOIN}{SOMEBODY}){{0,3}})\s+(?:to"
    rf"|will)\s+(?P<verb>[a-z][\w-]*)\b"
)
_CLAUSE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|been|be|would|could|may|can|that|which|who|whether|how"
    r"|if|not|to|[a-z]+ed|due)\b"
)
_DOING = re.compile(rf"(?P<who>{PEOPLE})\s+(?:is|are)\s+(?:\w+ly\s+)?[a-z]+ing\b")
_PASSIVE = re.compile(
    rf"\b(?:by|(?<=\w )from)\s+(?P<who>{PEOPLE})(?=\s*(?:[.,;]|$|\bby\b|\bbefore\b))"
)
_GOES_OUT = re.compile(r"\bto (?:go|come|be (?:sent|written|given|issued))\b")
_GROUP = re.compile(
    r"(?:the\s+)?(?:board|group|panel|forum|partnership|committee|members|all|everyone)", re.I
)
_THAT_ONE_DO = re.compile(
    rf"(?P<who>{PEOPLE}),?\s+(?P<rest>(?P<verb>[a-z][\w-]*)\s+(?:the|a|an|to|in|on|up|out|with|for|it|this"
    r"|that|them|all|any|more|\w+[’']s|their|his|her|our|paragraphs?|\d)\b.*)",
    re.DOTALL,
)
_LINKS = {
    "to", "with", "by", "from", "for", "of", "and", "the", "a", "an", "in", "on", "at", "or", "via",
    "as", "&",
}  # fmt: skip


@dataclass(frozen=True)
class Owned:
    """An action's words without those that only name the owner, and the owner ("" if none)."""

    text: str
    owner: str = ""
    doubts: tuple[str, ...] = ()


def owned(text: str, roster: Roster) -> Owned:
    """The action in `text` with its owner, where the words name one."""
    said = re.sub(r"^[Tt]hat\s+(?=[A-Z])", "", text.strip())
    text = plainly_said(said, asks=True)
    if text != said and not _subject(text, roster):
        text = said
    for find in (
        _leading,
        _asked,
        _subjunctive,
        _trailing,
        _delegated,
        _subject,
        _doing,
        _later,
        _passive,
    ):
        found = find(text, roster)
        if found:
            return found
    return Owned(text, "", _named_but_unclear(text, roster))


def _leading(text: str, roster: Roster) -> Owned | None:
    for pattern in (_LEADING_BRACKET, _LEADING_MARK):
        match = pattern.match(text)
        if match and is_owner_only(match.group("who"), roster):
            rest = re.sub(r"^(?:to|will)\s+", "", match.group("rest"))
            return Owned(sentence_case_start(rest), owner_list(match.group("who"), roster))
    return None


def _asked(text: str, roster: Roster) -> Owned | None:
    match = _ASKED.match(text)
    if not match or match.group("verb").lower() not in VERBS - {"be"}:
        return None
    if re.search(
        r"\bwho (?:was|were|is|are)\s*$|\b(?:was|were|been|is|are)\s*$", match.group("asker")
    ):
        return None
    who = match.group("who").strip()
    return Owned(sentence_case_start(match.group("rest")), roster.full(who))


def _trailing(text: str, roster: Roster) -> Owned | None:
    match = _TRAILING_LABEL.search(text)
    if match and match.start() > 3:
        return Owned(text[: match.start()].strip(), owner_list(match.group("who"), roster))
    match = _TRAILING_ORDER.search(text)
    if match and match.group("verb") in VERBS and is_owner_only(match.group("who"), roster):
        return Owned(text, owner_list(match.group("who"), roster))
    match = _TRAILING_MARKED.search(text)
    if match and match.start() > (4 if match.group("in") else 8):
        who = match.group("in") or match.group("after")
        single_word = is_initials(who) and not roster.knows(who) and match.group("in") is not None
        if is_owner_only(who, roster) and not (
            single_word and _is_abbreviation(text, match.start(), who)
        ):
            return Owned(text[: match.start() + 1].strip(" –—-\t([;:"), owner_list(who, roster))
    match = _TRAILING_COMMA.fullmatch(text)
    if match and roster.knows(match.group("who")) and begins_with_verb(text):
        return Owned(match.group("text"), roster.full(match.group("who")))
    match = _TRAILING_BARE.search(text)
    if match and match.group("before").lower() not in _LINKS and match.start() > 8:
        who = match.group("who")
        pieces = re.split(r"\s*(?:/|&|,|\band\b)\s*", who)
        known = all(one in roster.initials for one in pieces)
        if (known or (len(pieces) > 1 and "/" in who)) and not _subject(text, roster):
            return Owned(text[: match.start("who")].strip(" –—-"), owner_list(who, roster))
    return None


def _is_abbreviation(text: str, start: int, letters: str) -> bool:
    """Whether the letters in brackets shorten the words just before: "Children’s Trust (CT)"."""
    before = re.findall(r"[A-Za-z][\w’'-]*", text[:start])[-len(letters) :]
    return "".join(word[0].upper() for word in before) == letters.upper()


def _subject(text: str, roster: Roster) -> Owned | None:
    """ "Ann to send …", "The travel team will report …"; not "Notes to be sent"."""
    match = _TO.match(text)
    if not match:
        return None
    who, verb = match.group("who").strip(), match.group("verb").lower()
    people = is_owner_only(who, roster)
    if not people and verb in ("go", "come", "remain", "stay", "appear"):  # a thing's, not an order
        return None
    if verb == "be" and not re.match(
        r"be\s+(?:responsible|in charge|the\s+(?:lead|contact)|there|part)", match.group("rest")
    ):
        return None
    if verb not in VERBS and not (
        people and re.search(r"\bto\s+\w+", text[: match.start("verb") + 1 + len(verb)])
    ):
        return None
    if not people and not _can_be_group(who):
        return None
    rest = match.group("rest")
    return Owned(sentence_case_start(rest), owner_list(who, roster))


def _subjunctive(text: str, roster: Roster) -> Owned | None:
    """ "Ann amend the plan", as it stands behind "agreed that"."""
    match = _THAT_ONE_DO.match(text)
    if not match or match.group("verb") not in VERBS - {"have"}:
        return None
    if not is_owner_only(match.group("who"), roster):
        return None
    rest = sentence_case_start(match.group("rest"))
    return Owned(rest, owner_list(match.group("who"), roster))


def _delegated(text: str, roster: Roster) -> Owned | None:
    """ "Board to respond – AB to draft": where a group acts through one of its people."""
    match = _TO.match(text)
    later = _later(text, roster) if match else None
    if not match or later is None or later.owner not in roster.initials | roster.names:
        return None
    return later if _GROUP.fullmatch(match.group("who").strip()) else None


def _doing(text: str, roster: Roster) -> Owned | None:
    """ "AB and CD are talking to …": the words stay, since they are no order."""
    match = _DOING.match(text)
    if match and is_owner_only(match.group("who"), roster):
        return Owned(text, owner_list(match.group("who"), roster))
    return None


def leading_people(text: str, roster: Roster) -> tuple[str, str]:
    """("Ann", "to") for "Ann to send …"; "will" or "promised to" for the other forms.

    Ann is somebody known or initials. Two empty strings for anything else: groups, roles and
    sentences about what was done.
    """
    match = _TO.match(text)
    who = match.group("who").strip() if match else ""
    if not match or match.group("verb").lower() not in VERBS - {"be"}:
        return "", ""
    how = re.match(r"(?:both |also |jointly )?(to|will)\b", text[match.end("who") :].lstrip())
    pieces = divided(who)
    if not all(roster.knows(one) or is_initials(one) for one in pieces):
        return "", ""
    return who, how.group(1) if how else "promised to"


def _can_be_group(who: str) -> bool:
    """Whether a phrase can be a role, a team or an organisation that does something."""
    words = who.split()
    if not words or len(words) > 10 or words[0].lower() in VERBS:
        return False
    if re.match(
        r"(?:it|there|this|that|these|which|if|when|as|in|on|at|by|for|we|they|he|she|further"
        r"|more|no)\b",
        who,
        re.I,
    ):
        return False
    if _CLAUSE.search(who):
        return False
    return who[0].isupper() or words[0].lower() in (
        "the",
        "all",
        "each",
        "both",
        "council",
        "officers",
    )


def _later(text: str, roster: Roster) -> Owned | None:
    for match in _LATER.finditer(text):
        if is_owner_only(match.group("who"), roster) and match.group("verb") in VERBS - {
            "be",
            "support",
        }:
            return Owned(text, owner_list(match.group("who"), roster))
    inside = re.search(rf"\s(?P<who>{INITIALS})\s+(?:to|will)\s+(?P<verb>[a-z-]+)", text)
    if inside and inside.group("who") in roster.initials and inside.group("verb") in VERBS - {"be"}:
        return Owned(text, owner_list(inside.group("who"), roster))
    return None


def _passive(text: str, roster: Roster) -> Owned | None:
    match = _PASSIVE.search(text)
    if match and match.group().startswith("from") and not _GOES_OUT.search(text):
        return None
    if (
        match
        and is_owner_only(match.group("who"), roster)
        and not DATE_WORDS.search(match.group("who"))
    ):
        return Owned(text, owner_list(match.group("who"), roster))
    return None


def _named_but_unclear(text: str, roster: Roster) -> tuple[str, ...]:
    named = [
        one for one in dict.fromkeys(re.findall(rf"\b{INITIALS}\b", text)) if one in roster.initials
    ]
    named += [name for name in sorted(roster.names) if len(name.split()) > 1 and name in text]
    if not named:
        return ()
    listed = " and ".join(named)
    return (f"{listed} {'is' if len(named) == 1 else 'are'} named, but not clearly as the owner.",)
