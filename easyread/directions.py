"""Signs that turn the direction of writing: unseen, and the rest of the line turns with them. Pure.

Letters of all scripts know their own direction. With these signs in a name, the words and dates of
ours that follow it are read the wrong way round.
"""

import re

_TURNS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
TURNS = re.compile(f"[{_TURNS}]")
TURNS_IN_BYTES = re.compile(rb"\xd8\x9c|\xe2\x80[\x8e\x8f\xaa-\xae]|\xe2\x81[\xa6-\xa9]")


def without_turns(words: str) -> str:
    return TURNS.sub("", words)
