"""Setting sheets by typst, with words as data; also for what other apps print."""

import json
import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import typst

FONTS = Path(__file__).resolve().parents[2] / "build" / "static" / "portal" / "fonts" / "print"
_LATIN_ENDS = 0x180  # every typeface here has the letters before
_JOINERS = "\u200d"  # makes one picture of several
_MARKS = frozenset({"Pd", "Pi", "Pf", "Po", "Sc", "Zs"})  # dashes, quotes, €
_SCRIPTS = dict.fromkeys(("CJK", "HIRAGANA", "KATAKANA"), "Chinese or Japanese")
_SCRIPTS |= {"HANGUL": "Korean", "GURMUKHI": "Punjabi", "?": "other"}
_AGAIN = re.compile(r"(\[words in [^\]]+\])(?:\s*\1)+")
_PROBE = b"""#set document(title: "Probe")
#set text(font: ("Atkinson Hyperlegible", "DejaVu Sans Mono"))
#sys.inputs.words
#strong(sys.inputs.words)"""
_CLUSTERS = b"#metadata(sys.inputs.words.clusters()) <clusters>"


@cache
def fonts() -> typst.Fonts:
    """The site's own typeface where the assets were built, and those that typst brings along."""
    folders = [str(FONTS)] if FONTS.is_dir() else []
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=True, font_paths=list(folders)
    )


def _setting() -> dict[str, Any]:
    return {"font_paths": fonts(), "ignore_system_fonts": True}


def as_data(value: Any) -> str:
    """Words for a sheet, as JSON; signs that print nothing are left out."""
    return json.dumps(_clean(value))


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return without_unprintable(value)
    if isinstance(value, dict):
        return {name: _clean(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_clean(inner) for inner in value]
    return value


def without_unprintable(words: str) -> str:
    """Without control signs and halves of signs; line ends stay."""
    return "".join(
        sign for sign in words if sign == "\n" or unicodedata.category(sign) not in {"Cc", "Cs"}
    )


def in_our_typefaces(words: str) -> str:
    """What no typeface here has would be an empty box. In its place stands in brackets what it is:
    “[thumbs up]”, “[words in Bengali letters]”."""
    if _is_simple(words):
        return words
    shown = _AGAIN.sub(r"\1", "".join(_shown(part) for part in _parts(words))) or "[a sign]"
    if _has(shown):
        return shown
    # Signs that can be set one by one, and not beside each other: whatever it is, it can be read.
    return _AGAIN.sub(r"\1", re.sub(r"[^\x00-\x7f]+", "[words in other letters]", shown))


def lacks_some_of(words: str) -> bool:
    """Whether a letter or sign cannot be shown as it is."""
    return not _is_simple(words) and any(map(_is_missing, _clusters(words)))


def _is_simple(words: str) -> bool:
    """Letters that every typeface here has, and punctuation of ours: nothing that joins."""
    return words.isascii() or all(ord(sign) < _LATIN_ENDS or _is_a_mark(sign) for sign in words)


def _is_a_mark(sign: str) -> bool:
    return unicodedata.category(sign) in _MARKS and _has(sign)


def _clusters(words: str) -> list[str]:
    """What readers take for one sign each, as the typesetter cuts it: a digit and the key around
    it, a letter and its accents."""
    read = without_unprintable(words).replace("\ufe0f", "").replace("\ufe0e", "")
    found = typst.query(
        _CLUSTERS, "<clusters>", field="value", one=True, sys_inputs={"words": read}, **_setting()
    )
    return list(json.loads(found))


def _parts(words: str) -> Iterator[str]:
    """The words, cut so that whatever cannot be shown stands by itself with what belongs to it."""
    part, before = "", ""
    for cluster in _clusters(words):
        if part and not (_is_missing(cluster) and before and _kind(before) == _kind(cluster)):
            yield part
            part = ""
        part += cluster
        before = cluster if _is_missing(cluster) else ""
    yield part


def _is_missing(cluster: str) -> bool:
    return not _is_simple(cluster) and not _has(cluster)


def _kind(cluster: str) -> str:
    """The script of a letter; "" for a picture."""
    if unicodedata.category(cluster[0])[0] not in "LMN":
        return ""
    script = unicodedata.name(cluster[0], "?").split()[0].split("-")[0]
    return _SCRIPTS.get(script, script.capitalize())


def _shown(part: str) -> str:
    if not _is_missing(part):
        return part
    simple = "".join(
        sign
        for sign in unicodedata.normalize("NFKD", part)
        if unicodedata.category(sign)[0] != "M" and sign not in _JOINERS
    )
    if simple and _has(simple):
        return simple  # a letter with a rare accent, a number in a circle or on a key
    if script := _kind(part):
        return f"[words in {script} letters]"
    named = list(dict.fromkeys(name for name in map(_name, part) if name))
    return f"[{', '.join(named) or 'a sign'}]"


def _name(sign: str) -> str:
    """What a picture shows, in words; nothing for what only changes another."""
    if unicodedata.category(sign) != "So":
        return ""
    name = unicodedata.name(sign, "a sign").lower()
    return "flag" if name.startswith("regional indicator") else name.removesuffix(" sign")


@lru_cache(maxsize=20_000)
def _has(words: str) -> bool:
    """PDF/UA forbids empty boxes, so typst says what it cannot show; a millisecond each."""
    try:
        typst.compile(
            _PROBE, format="pdf", pdf_standards="ua-1", sys_inputs={"words": words}, **_setting()
        )
    except typst.TypstError:
        return False
    return True
