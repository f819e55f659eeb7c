"""What an Office file from before 2007 holds, told without opening it.

Such a file is a small file system, which LibreOffice opens. What it holds stands in its directory,
in entries of 128 bytes: they are found by their names, and no chain of sectors is followed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .refusals import DAMAGED, LOCKED, MACROS, OTHER_OFFICE, UnreadableWordFile

OLE_HEADER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENTRY = 128
_NAME = 64  # bytes of an entry, before its length and its kind
_PART = 64  # bytes; whatever is in the file begins at a multiple of it
# How the text begins: a mark, then with which Word it was made, and in the 12th byte whether it is
# encrypted. The mark of Word 6 and Word 95 is another.
_TEXT = re.compile(rb"[\xdc\xec]\xa5.[\0\1].{7}(.).\0", re.DOTALL)


def check_old_word(data: bytes) -> None:
    """Refuse anything but a Word file without password and macros."""
    if not _holds(data, "WordDocument"):
        raise UnreadableWordFile(OTHER_OFFICE if _holds(data, "Root Entry") else DAMAGED)
    if any(found.start() % _PART == 0 and found[1][0] & 1 for found in _TEXT.finditer(data)):
        raise UnreadableWordFile(LOCKED)
    if _holds(data, "Macros", "VBA", "_VBA_PROJECT", "_VBA_PROJECT_CUR"):
        raise UnreadableWordFile(MACROS)


def _holds(data: bytes, *names: str) -> bool:
    """Whether the directory names one of them."""
    return any(found.start() % _ENTRY == 0 for name in names for found in _entries(data, name))


def _entries(data: bytes, name: str) -> Iterator[re.Match[bytes]]:
    stored = f"{name}\0".encode("utf-16-le")
    rest, length = b".{%d}" % (_NAME - len(stored)), len(stored).to_bytes(2, "little")
    return re.finditer(re.escape(stored) + rest + re.escape(length) + rb"[^\0]", data, re.DOTALL)
