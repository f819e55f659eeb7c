"""Which words are hard."""

from __future__ import annotations

from functools import lru_cache

from easyread.plainwords import lists
from easyread.plainwords.lemmas import lemma

LONG = 12
_LONG_FOR_A_NAME = 8
_LIGHT_ENDINGS = ("ly", "er", "ful", "less", "y")
_HEAVY_ENDINGS = (
    *("tion", "tions", "sion", "sions", "ment", "ments", "mental", "ity", "ities", "ance", "ances"),
    *("ence", "ences", "ency", "ancy", "ship", "ive", "ives", "ical", "ional", "ory", "ology"),
    *("ism", "able", "ible", "ise", "ised", "ising", "isation", "ated", "ating", "ional", "cally"),
    *("tional", "tially", "ately", "ably", "iary", "ectomy", "ious", "uous", "ents", "ants", "ees"),
)


@lru_cache(maxsize=50_000)
def is_everyday(word: str) -> bool:
    """Whether nearly everybody knows a word (in lower case), as it stands or in its plain form.

    A word in two parts ("drop-in") is as hard as its harder part, and a known word with a light
    ending ("slowly", "helpful") or beginning ("unfair") stays known.
    """
    known = lists.everyday_words()
    plain = lemma(word)
    if word in known or plain in known:
        return True
    if word in lists.plainer_words() or plain in lists.plainer_words():
        return False
    if "-" in word:
        return all(is_everyday(part) for part in word.split("-") if len(part) > 2)
    for ending in _LIGHT_ENDINGS:
        root = plain.removesuffix(ending)
        if (
            root != plain
            and len(root) > 2
            and ({root, f"{root}e"} & known or _with_y(root) in known)
        ):
            return True
    return plain.startswith("un") and plain[2:] in known


def _with_y(root: str) -> str:
    """ "happi" as "happy", and "sunn" as "sun"."""
    if root.endswith("i"):
        return f"{root[:-1]}y"
    return root[:-1] if root[-1] == root[-2] else root


def plainer(word: str) -> str:
    """What to write in place of a hard word, or "" where the list has nothing."""
    told = lists.plainer_words()
    return told.get(word) or told.get(lemma(word)) or ""


def may_be_a_name(word: str, *, first: bool) -> bool:
    """Whether a word that has a capital (given in lower case) is likely a name.

    Offices write their heavy words with capitals, too, and every sentence begins with one: what is
    in the list of heavy words, or long with an ending such as "-tion", is no name.
    """
    if word in lists.plainer_words() or lemma(word) in lists.plainer_words():
        return not first and len(word) < _LONG_FOR_A_NAME
    return len(word) < _LONG_FOR_A_NAME or not word.endswith(_HEAVY_ENDINGS)
