"""Turns of phrase for "Ann to ring …": "It was left with Ann to ring …", brought to that one."""

from __future__ import annotations

import re

from .verbs import VERBS

_WHO = r"(?P<who>[A-Z][^.;:!?]{0,70}?|(?:the|all|everyone|members|both)\b[^.;:!?]{0,60}?)"
_VERB = r"(?P<rest>(?P<verb>[a-z][\w-]*)\b.*)"
_GROUP = (
    r"(?:[Ww]e(?: all)?|[Mm]embers"
    r"|[Tt]he (?:[\w’]+ )?(?:board|group|panel|forum|meeting|committee))"
)
_TO = (
    # "It was left with Ann to …", "It falls to Ann to …", "Left to Ann to …"
    rf"(?:(?:[Ii]t|[Tt]his) (?:was|is|has been|will be) )?(?:[Ll]eft|[Gg]iven|[Pp]assed|[Hh]anded)"
    rf" (?:it |this )?(?:with|to|up to|for) {_WHO} to {_VERB}",
    rf"(?:[Ii]t|[Tt]his) (?:now )?(?:falls|fell|comes) to {_WHO} to {_VERB}",
    rf"(?:(?:[Ii]t|[Tt]his) (?:is|was) )?(?:[Uu]p|[Dd]own|[Oo]ver) to {_WHO} to {_VERB}",
    rf"(?:(?:[Ii]t|[Tt]his) (?:is|was) )?[Ff]or {_WHO} to {_VERB}",
    rf"{_GROUP} (?:have |has )?(?:asked|left it to|left it with|looked to|instructed|want|wanted"
    rf"|need) {_WHO} to {_VERB}",
    # "Ann is happy to …", "Ann took it on herself to …", "Ann has the job to …"
    rf"{_WHO} (?:is|are|was|were) (?:happy|willing|due|to be the one) to {_VERB}",
    rf"{_WHO} (?:has |have )?(?:took|taken|takes) (?:it |this |that )?on (?:\w+self )?to {_VERB}",
    rf"{_WHO} (?:has|have|was given|were given|got) (?:the |a )?(?:job|task|action)"
    rf" (?:of|to) {_VERB}",
    rf"{_WHO} (?:was|were|is|are) (?:tasked|charged|left|entrusted) (?:with|to) {_VERB}",
)
_ASKS = (
    rf"{_WHO},? (?:please )?(?:(?:can|could) you )?(?:please ){_VERB}",
    rf"{_WHO},? (?:can|could)(?: you)?(?: please)? {_VERB}",
    rf"(?:(?:[Pp]lease|[Cc]an|[Cc]ould|[Ww]ould) ){{1,2}}{_WHO} (?:please )?{_VERB}",
)
_WILL = (
    rf"{_WHO} ?(?:is |are |[’']s )?going to {_VERB}",
    rf"{_WHO}(?:[’']ll) {_VERB}",
)
_WORKS = tuple(re.compile(pattern, re.DOTALL) for pattern in _TO)
_QUESTIONS = tuple(re.compile(pattern, re.DOTALL) for pattern in _ASKS)
_PLANS = tuple(re.compile(pattern, re.DOTALL) for pattern in _WILL)
_NOT_WHO = re.compile(
    r"\b(?:who|which|that|it|there|this|not|if|when|was|were|is|are|has|had|to|whether|will|would"
    r"|should|how)\b|,$",
    re.IGNORECASE,
)

_LONGEST = 600


def plainly_said(text: str, *, asks: bool = False) -> str:
    """`text` as "Ann to ring …" or "Ann will ring …" where it says that another way.

    With `asks` also where it only asks: "Could Ann ring …", "Ann can ring …".
    """
    if len(text) > _LONGEST:
        return text
    for patterns, link in ((_WORKS, "to"), (_PLANS, "will"), (_QUESTIONS if asks else (), "to")):
        for pattern in patterns:
            match = pattern.fullmatch(text)
            plain = _plain(match, link) if match else ""
            if plain:
                return plain
    return text


def _plain(match: re.Match[str], link: str) -> str:
    who, verb = match.group("who").strip(), match.group("verb")
    if _NOT_WHO.search(who):
        return ""
    base = base_of(verb)
    return f"{who} {link} {base}{match.group('rest')[len(verb) :]}" if base else ""


def base_of(verb: str) -> str:
    """The order in a verb: "ring" for "ring" and "ringing", "" for what no action begins with."""
    if verb in VERBS:
        return verb
    if not verb.endswith("ing") or len(verb) < 6:
        return ""
    stem = verb[:-3]
    forms = [stem, f"{stem}e", stem[:-1] if stem[-1] == stem[-2] else ""]
    return next((one for one in forms if one in VERBS), "")
