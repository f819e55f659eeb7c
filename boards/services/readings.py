"""What becomes of a Word file that was read: it waits, is taken over, or is dropped."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import BinaryIO

from django.db import transaction

from boards.enums import ReadingState
from boards.models import MeetingPage, MinutesPage, WordReading
from boards.selectors.readings import is_too_long
from boards.services.word import CheckedPerson, fill_minutes_from_word
from boards.word_reader import UnreadableWordFile, read_word
from boards.word_reader.reading import Reading
from easyread.accounts import Account

TYPED = "typed"  # under this key `understood` keeps what was typed and not yet taken over


TOO_LONG = (
    "This file is too long to be checked on one screen. Is it the minutes of one meeting? "
    "Take out what does not belong to them."
)


class ReadingIsDone(Exception):
    """Somebody took the file over or dropped it in the meantime."""


class CannotTakeFile(Exception):
    """The file cannot be read, or not be checked on one screen; `str()` says why."""


def take_word_file(
    *, meeting: MeetingPage, source: BinaryIO, file_name: str, read_by: Account, now: datetime
) -> WordReading:
    """Read a Word file and let it wait as `keep_reading` does; raises CannotTakeFile.

    It is read before: that can take a minute, and a transaction would keep all editors waiting.
    """
    try:
        reading = read_word(source, file_name=file_name)
    except UnreadableWordFile as problem:
        raise CannotTakeFile(str(problem)) from problem
    if is_too_long(reading):
        raise CannotTakeFile(TOO_LONG)
    source.seek(0)
    return keep_reading(
        meeting=meeting,
        reading=reading,
        file_name=file_name,
        sha256=hashlib.sha256(source.read()).hexdigest(),
        read_by=read_by,
        now=now,
    )


@transaction.atomic
def keep_reading(
    *,
    meeting: MeetingPage,
    reading: Reading,
    file_name: str,
    sha256: str,
    read_by: Account | None,
    now: datetime,
) -> WordReading:
    """Let a reading wait until a person has checked it; the minutes do not change.

    The same file again gives the reading that waits already, with what was typed there.
    """
    waiting = WordReading.objects.filter(
        meeting=meeting, sha256=sha256, state=ReadingState.WAITING
    ).first()
    if waiting is not None:
        return waiting
    understood = reading.as_dict()
    source = understood.pop("source", [])
    return WordReading.objects.create(
        meeting=meeting,
        file_name=file_name.replace("\x00", "")[:255],
        sha256=sha256,
        source=source,
        understood=understood,
        read_at=now,
        read_by=read_by,
    )


@transaction.atomic
def keep_for_later(*, reading: WordReading, typed: Mapping[str, str]) -> None:
    """Keep what was typed on the screen; raises ReadingIsDone."""
    waiting = WordReading.objects.select_for_update().filter(
        pk=reading.pk, state=ReadingState.WAITING
    )
    kept = waiting.first()
    if kept is None:
        raise ReadingIsDone("This file was checked in the meantime.")
    clean = {name: text.replace("\x00", "") for name, text in typed.items()}
    waiting.update(understood=kept.understood | {TYPED: clean})


@transaction.atomic
def take_over_reading(
    *,
    reading: WordReading,
    checked: Reading,
    people: Sequence[CheckedPerson],
    taken_by: Account,
) -> MinutesPage:
    """Fill the draft minutes with what a person checked; raises ReadingIsDone.

    Block ids of known actions and decisions are kept, the earlier draft stays in the history.
    """
    _end(reading, ReadingState.TAKEN_OVER)
    return fill_minutes_from_word(
        meeting=reading.meeting, reading=checked, people=people, filled_by=taken_by
    )


@transaction.atomic
def drop_reading(*, reading: WordReading) -> None:
    """Leave the file; the minutes do not change. Raises ReadingIsDone."""
    _end(reading, ReadingState.DROPPED)


def _end(reading: WordReading, state: ReadingState) -> None:
    """Once only; names and words of the file are personal data and are not kept any longer."""
    waiting = WordReading.objects.filter(pk=reading.pk, state=ReadingState.WAITING)
    if not waiting.update(state=state, source=[], understood={}):
        raise ReadingIsDone("This file was checked in the meantime.")
