"""Reading what boards already have: Word minutes become items, decisions and action points."""

from .opening import UnreadableWordFile
from .reader import read_word

__all__ = ["UnreadableWordFile", "read_word"]
