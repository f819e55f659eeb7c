"""Setting sheets by typst, with words as data; also for what other apps print."""

import json
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import typst

FONTS = Path(__file__).resolve().parents[2] / "build" / "static" / "portal" / "fonts" / "print"
_LATIN_ENDS = 0x180  # every typeface here has the letters before
_JOINERS = "\u200d"  # makes one picture of several
_JOINING = frozenset({"Mn", "Mc", "Me", "Sk"})
_SCRIPTS = dict.fromkeys(("CJK", "HIRAGANA", "KATAKANA"), "Chinese or Japanese")
_SCRIPTS |= {"HANGUL": "Korean", "GURMUKHI": "Punjabi", "?": "other"}
_AGAIN = re.compile(r"(\[words in [^\]]+\])(?:\s*\1)+")
_PROBE = b"""#set document(title: "Probe")
#set text(font: ("Atkinson Hyperlegible", "DejaVu Sans Mono"))
#sys.inputs.sign"""


@cache
def fonts() -> typst.Fonts:
    """The site's own typeface where the assets were built, and those that typst brings along."""
    folders = [str(FONTS)] if FONTS.is_dir() else []
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=True, font_paths=list(folders)
    )


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
    if words.isascii():
        return words
    read = without_unprintable(words).replace("\ufe0f", "").replace("\ufe0e", "")
    return _AGAIN.sub(r"\1", "".join(_shown(part) for part in _parts(read)))


def lacks_some_of(words: str) -> bool:
    """Whether a letter or sign cannot be shown as it is."""
    return not words.isascii() and any(map(_is_missing, without_unprintable(words)))


def _parts(words: str) -> Iterator[str]:
    """The words, cut so that whatever cannot be shown stands by itself with what belongs to it."""
    part = ""
    for sign in words:
        joins = unicodedata.category(sign) in _JOINING or sign in _JOINERS
        if part and not (_is_missing(part[0]) and (joins or _is_alike(part[0], sign))):
            yield part
            part = ""
        part += sign
    yield part


def _is_missing(sign: str) -> bool:
    return ord(sign) >= _LATIN_ENDS and not _has(sign)


def _is_alike(one: str, other: str) -> bool:
    return _is_missing(other) and _kind(one) == _kind(other)


def _kind(sign: str) -> str:
    """The script of a letter; "" for a picture."""
    if unicodedata.category(sign)[0] not in "LMN":
        return ""
    script = unicodedata.name(sign, "?").split()[0].split("-")[0]
    return _SCRIPTS.get(script, script.capitalize())


def _shown(part: str) -> str:
    if not _is_missing(part[0]):
        return part
    simple = "".join(
        sign
        for sign in unicodedata.normalize("NFKD", part)
        if not unicodedata.combining(sign) and sign not in _JOINERS
    )
    if simple and not any(_is_missing(sign) for sign in simple):
        return simple  # a letter with a rare accent, a number in a circle
    if script := _kind(part[0]):
        return f"[words in {script} letters]"
    names = [_name(sign) for sign in part]
    named = list(dict.fromkeys(name for name in names if name))
    return f"[{', '.join(named)}]" if named else ""


def _name(sign: str) -> str:
    """What a picture shows, in words; nothing for what only changes another."""
    if unicodedata.category(sign) != "So":
        return ""
    name = unicodedata.name(sign, "a sign").lower()
    return "flag" if name.startswith("regional indicator") else name.removesuffix(" sign")


@cache
def _has(sign: str) -> bool:
    """PDF/UA forbids empty boxes, so typst says which signs it cannot show; a millisecond each."""
    try:
        typst.compile(
            _PROBE,
            font_paths=fonts(),
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards="ua-1",
            sys_inputs={"sign": sign},
        )
    except typst.TypstError:
        return False
    return True
