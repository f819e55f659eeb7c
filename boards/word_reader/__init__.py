"""Reading what boards already have: Word minutes become items, decisions and action points."""

from pathlib import Path
from typing import BinaryIO

from .reading import Reading
from .refusals import UnreadableWordFile

__all__ = ["UnreadableWordFile", "read_word"]


def read_word(source: Path | BinaryIO, *, file_name: str = "") -> Reading:
    """See `reader.read_word`; the reader is loaded when it is needed, which takes a while."""
    from .reader import read_word as read

    return read(source, file_name=file_name)
