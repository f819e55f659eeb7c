"""A Word file of the demonstration that was read and waits to be checked."""

import hashlib
from datetime import datetime

from boards.models import MeetingPage, MinutesPage
from boards.services import keep_reading
from boards.word_reader import read_word
from portal.demo.building import BuiltBoard
from portal.demo.word import FOLDER

BOARD = "carers"
FILE = "carers-minutes.docx"


def keep_a_file_waiting(boards: dict[str, BuiltBoard], *, now: datetime) -> int:
    """Let a Word file wait at the latest meeting whose minutes are not public."""
    board = boards[BOARD].page
    held = MeetingPage.objects.child_of(board).held(now=now)
    meeting = next((one for one in held if not _has_public_minutes(one)), held.first())
    if meeting is None:
        return 0
    path = FOLDER / FILE
    keep_reading(
        meeting=meeting,
        reading=read_word(path),
        file_name=FILE,
        sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
        read_by=None,
        now=now,
    )
    return 1


def _has_public_minutes(meeting: MeetingPage) -> bool:
    return bool(MinutesPage.objects.child_of(meeting).live().exists())
