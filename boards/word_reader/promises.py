"""Actions that stand only in running text: "Tony agreed to look again at the Kelby stop."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .owner_names import divided, is_role_of_one
from .people import Roster, is_initials, is_one_persons_role
from .phrases import plainly_said
from .verbs import VERBS

_TITLE_STOP = re.compile(r"\b(Mr|Mrs|Ms|Dr|Prof|Cllr|Insp|Sgt|Rev|Fr|St)\.(?=\s)")
_SENTENCES = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_PREFIX = re.compile(
    r"(?:(?:it was|the (?:board|group|panel|forum|meeting|committee)|we|members|all)\s+)?"
    r"(?:further\s+|also\s+)?agreed\s+(?:that\s+)?",
    re.IGNORECASE,
)
_ADVERB = r"(?:also|then|both|kindly|very kindly|jointly|now|each)"
_PROMISE = re.compile(
    rf"(?P<who>[^.;:!?]{{1,80}}?)\s+(?:{_ADVERB}\s+)?(?P<how>"
    r"(?:has |have )?(?:agreed|offered|undertook|undertaken|volunteered|promised) to"
    r"|(?:is|are) to|(?:was|were) asked to|will|to)\s+"
    rf"(?:{_ADVERB}\s+)?(?P<rest>(?P<verb>[a-z][\w-]*)\b.*)"
)
_ASKED = re.compile(
    r"(?:The )?(?:board|group|panel|forum|meeting|committee|members|partnership|chair)\s+asked\s+"
    r"(?P<who>[^.;:!?,]{1,60}?)\s+to\s+(?P<rest>(?P<verb>[a-z][\w-]*)\b.*)",
    re.IGNORECASE,
)
_WOULD = re.compile(r"\b(?:would|should)\b")
_SECOND = re.compile(r",?\s+(?:and|while)\s+(?=[A-Za-z][\w’'. ]{1,30}\s(?:will|is to|are to)\s)")
_SAYS_WHAT = re.compile(r"\b(?:will|to|agreed|said|reported|has|have|is|was)\b")
_EVERYBODY = re.compile(r"(?:all |the )?(?:members|partners)|everyone|everybody|all", re.I)
_TOOK_ON = re.compile(r"agreed|offered|undert|volunteered|promised")
_HAVE_DONE = re.compile(r"have\s+(?:the|a|an|it|this|them|all)\b.{0,60}\w+(?:ed|en|nt|ght|de)\b")
_TAKES_CHAIR = re.compile(r"take the chair\b")
_TURNED_DOWN = re.compile(r"\bbut\b|\band then \w+ed\b")
_PRONOUN = re.compile(r"(?:He|She|They|he|she|they)")
_NOT_DONE_FOR_THE_BOARD = {
    "be", "have", "leave", "continue", "remain", "stay", "attend", "join", "need", "want",
    "start", "begin", "stop", "know", "see", "go", "chair", "progress", "like", "move",
    "hear", "miss",
}  # fmt: skip
_LONGEST = 3000  # characters of a paragraph that are looked at


@dataclass(frozen=True)
class Promise:
    """What somebody took on: `who` as the file names them, "" for a "he" that names nobody."""

    text: str
    who: str
    how: str

    @property
    def is_sure(self) -> bool:
        """Whether the words can hardly be a mere report of what will happen."""
        return self.how != "will"


def promises_in(paragraph: str, roster: Roster) -> list[Promise]:
    """Every promise of somebody known, in order."""
    found: list[Promise] = []
    before = ""
    for sentence in sentences_of(paragraph[:_LONGEST]):
        for clause in _clauses(sentence):
            promise = _promise(clause, before, roster)
            if promise:
                found.append(promise)
        before = _first_person(sentence, roster) or before
    return found


def sentences_of(paragraph: str) -> list[str]:
    """The sentences; the stop of a title such as "Insp." ends none."""
    return _SENTENCES.split(_TITLE_STOP.sub(r"\1", paragraph))


def _clauses(sentence: str) -> Iterator[str]:
    start = 0
    for match in _SECOND.finditer(sentence):
        if _SAYS_WHAT.search(sentence, start, match.start()):
            yield sentence[start : match.start()]
            start = match.end()
    yield sentence[start:]


def _promise(clause: str, before: str, roster: Roster) -> Promise | None:
    prefix = _PREFIX.match(clause)
    if prefix:
        clause = _WOULD.sub("will", clause[prefix.end() :], count=1)
    clause = plainly_said(clause)
    asked = _ASKED.match(clause)
    match = asked or _PROMISE.match(clause)
    if not match:
        return None
    who = match.group("who").strip()
    how = "asked to" if asked else match.group("how")
    arranges = _TOOK_ON.search(how) and _HAVE_DONE.match(match.group("rest"))
    if match.group("verb") not in VERBS - _NOT_DONE_FOR_THE_BOARD and not arranges:
        return None
    if _TAKES_CHAIR.match(match.group("rest")):
        return None
    if "offered" in how and _TURNED_DOWN.search(match.group("rest")):
        return None
    if _PRONOUN.fullmatch(who) and how != "to":
        who = before if who.lower() != "they" else ""
    elif not all(
        _is_somebody(one, roster) or (_TOOK_ON.search(how) and _is_role(one))
        for one in divided(who)
    ) and not (_EVERYBODY.fullmatch(who) and how in ("are to", "is to", "were asked to")):
        return None
    how = "agreed to" if prefix else how
    return Promise(match.group("rest").strip(), who, how)


def _is_somebody(text: str, roster: Roster) -> bool:
    return (
        roster.knows(text)
        or (is_initials(text) and text in roster.initials)
        or is_role_of_one(text)
    )


def _is_role(text: str) -> bool:
    """ "The Surveyor", who need not be in the attendance to take something on."""
    return re.match(r"[Tt]he\s+[A-Z]", text) is not None and is_one_persons_role(text[4:].strip())


def _first_person(sentence: str, roster: Roster) -> str:
    """The known person with whose name the sentence begins."""
    words = sentence.replace(",", " ").split()[:4]
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count])
        if roster.knows(name) or is_role_of_one(name):
            return name
    return ""
