"""One line of My boards."""

from dataclasses import dataclass
from typing import Literal

Tone = Literal["now", "soon", "calm"]


@dataclass(frozen=True)
class ToDo:
    """One thing to do: a sentence, and the page where it is done."""

    words: str
    url: str
    tone: Tone = "calm"
