"""An easy read on paper: PDF in four sizes and Word. Pure: no Django, no database.

Words go to the typesetter as data, never as its language, so nothing that anyone writes can be
read as a command. `making.Printer` is loaded when it is needed, which takes a while.
"""

from easyread.printing.content import (
    SIZES,
    Credit,
    PrintContent,
    PrintedFile,
    PrintLine,
    PrintPicture,
    PrintRow,
)
from easyread.richtext import Run

__all__ = [
    "SIZES",
    "Credit",
    "PrintContent",
    "PrintLine",
    "PrintPicture",
    "PrintRow",
    "PrintedFile",
    "Run",
]
