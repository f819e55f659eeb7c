"""An easy read on paper: PDF in four sizes and Word. Pure: no Django, no database.

Words go to the typesetter as data, never as its language, so nothing that anyone writes can be
read as a command.
"""

from easyread.printing.content import (
    Credit,
    Line,
    PrintContent,
    PrintPicture,
    PrintRow,
    Run,
)
from easyread.printing.making import SIZES, MadeFile, Printer

__all__ = [
    "SIZES",
    "Credit",
    "Line",
    "MadeFile",
    "PrintContent",
    "PrintPicture",
    "PrintRow",
    "Printer",
    "Run",
]
