"""One PDF of an agenda and its papers. Pure: no Django, no database.

Words go to the typesetter as data, never as its language, so nothing that anyone writes can be
read as a command.
"""

from collections.abc import Callable

from boards.packing.content import MadePack, PackContent, PackItem, PackPaper

__all__ = ["MadePack", "PackContent", "PackItem", "PackPaper", "make_pdf"]


def make_pdf(content: PackContent, *, read_file: Callable[[str], bytes]) -> MadePack:
    """See `making.make_pdf`; what sets pages is loaded when it is needed, which takes a while."""
    from boards.packing.making import make_pdf as make

    return make(content, read_file=read_file)
