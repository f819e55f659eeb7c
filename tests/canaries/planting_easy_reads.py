"""Canaries in what writers know of easy reads and readers do not."""

from datetime import datetime, timedelta

from boards.models import BoardPage
from easyread.models import EasyReadRecord, ReadersCheck
from tests.borough import make_easy_read, make_meeting, make_minutes, text_block
from tests.canaries.garden import EVERYONE, Garden, own


def plant_easy_reads(garden: Garden, owner: str, board: BoardPage, now: datetime) -> None:
    _plant_checked(garden, owner, board, now)
    _plant_started(garden, owner, board, now)


def _plant_checked(garden: Garden, owner: str, board: BoardPage, now: datetime) -> None:
    """A public easy read: its readers' remarks, and words that left its original since."""
    minutes = make_minutes(make_meeting(board, now - timedelta(days=33)), text_block("We met."))
    easy = make_easy_read(minutes, title=garden.plant(f"checked easy read {owner}", EVERYONE))
    gone = garden.plant(f"what was taken out of public minutes {owner}", own(owner))
    EasyReadRecord.objects.filter(easy_read=easy).update(source=[gone], original_changed_at=now)
    ReadersCheck.objects.create(
        easy_read=easy,
        readers="A and B",
        checked_on=now.date(),
        words_sha256="0" * 64,
        remarks=garden.plant(f"what readers remarked {owner}", own(owner)),
        recorded_at=now,
    )
    garden.note("page", easy, owner)


def _plant_started(garden: Garden, owner: str, board: BoardPage, now: datetime) -> None:
    """An easy read in preparation of public minutes."""
    minutes = make_minutes(make_meeting(board, now - timedelta(days=34)), text_block("We met."))
    canary = garden.plant(f"easy read in preparation {owner}", own(owner))
    words = garden.plant(f"words of an easy read in preparation {owner}", own(owner))
    idea = {"type": "idea", "value": {"source": words, "words": f"<p>{words}</p>"}}
    draft = make_easy_read(minutes, title=canary, body=[idea], live=False)
    draft.save_revision()
    garden.note("page", draft, owner)
