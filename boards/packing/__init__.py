"""One PDF of an agenda and its papers. Pure: no Django, no database.

Words go to the typesetter as data, never as its language, so nothing that anyone writes can be
read as a command.
"""

from boards.packing.content import PackContent, PackItem, PackPaper
from boards.packing.making import MadePack, make_pdf

__all__ = ["MadePack", "PackContent", "PackItem", "PackPaper", "make_pdf"]
