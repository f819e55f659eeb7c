"""Reading what boards already have: Word minutes become items, decisions and action points."""

from .reader import read_word
from .refusals import UnreadableWordFile

__all__ = ["UnreadableWordFile", "read_word"]
