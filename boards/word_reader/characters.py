"""The characters that Word files carry along, brought to the ones a reader sees."""

from __future__ import annotations

import re
import unicodedata

# Zero-width characters, the byte order mark inside words, soft hyphens, direction marks.
_UNSEEN = dict.fromkeys(
    (
        *(0xFEFF, 0x200B, 0x200C, 0x200D, 0x2060, 0x00AD, 0xFFFC),
        *(0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)),
    )
)
_SPACES = dict.fromkeys([0x00A0, 0x2002, 0x2003, 0x2007, 0x2009, 0x202F, 0x3000], " ")
_LINE_ENDS = {0x2028: "\n", 0x2029: "\n", 0x000B: "\n", 0x000D: "\n", 0x2011: "-"}
_TABLE: dict[int, str | None] = {**_UNSEEN, **_SPACES, **_LINE_ENDS}
_GAP = " " * 8  # nobody means more by a row of spaces, and rules would stumble over 3,000
_LONG_GAP = re.compile(r" {9,}")
_WORD = re.compile(r"[^\W_]+", re.UNICODE)


def clean(text: str) -> str:
    """`text` without unseen characters, in composed form; quotes stay as they were typed."""
    return _LONG_GAP.sub(_GAP, unicodedata.normalize("NFC", text.translate(_TABLE)))


def one_line(text: str) -> str:
    """`text` with all runs of white space, line breaks too, as single spaces."""
    joined = " ".join(text.split())
    return re.sub(r" ([.,;:])(?=\s|$)", r"\1", joined)


def words_of(text: str) -> tuple[str, ...]:
    """Lower-case words and numbers of `text`: what is compared when two texts are compared."""
    straight = text.lower().replace("’", "").replace("'", "")
    return tuple(_WORD.findall(straight))


def sentence_case_start(text: str) -> str:
    """`text` with its first letter as a capital."""
    return text[:1].upper() + text[1:]
