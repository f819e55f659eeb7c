"""What readers of the demonstration asked for in another format, answered and not."""

from datetime import datetime, timedelta

from boards.models import MinutesPage
from easyread.enums import Format
from easyread.models import FormatRequest
from portal.demo.building import BuiltBoard

REQUESTS = (  # board, which of its public minutes from the latest, days after these came out,
    # format, language, answer
    ("carers", 1, 2, Format.EASY_READ, "", "We asked the writer to make it next."),
    ("carers", 1, 9, Format.LARGE_PRINT, "", "We sent the minutes in large print by post."),
    ("disability", 1, 5, Format.AUDIO, "", "We read the minutes out and sent the recording."),
    ("autism", 0, 3, Format.EASY_READ, "", ""),
    ("autism", 0, 6, Format.EASY_READ, "", ""),
    ("learning-disability", 0, 3, Format.LANGUAGE, "Polish", ""),
    ("over-fifties", 1, 8, Format.PAPER, "", "We left ten copies at the library."),
)
ANSWERED_AFTER = timedelta(days=4)


def add_format_requests(boards: dict[str, BuiltBoard], *, now: datetime) -> int:
    """Nobody in it can be reached: the demonstration writes to no one."""
    for slug, place, days, format, language, answer in REQUESTS:
        minutes = MinutesPage.objects.live().descendant_of(boards[slug].page).order_by("-path")
        page = minutes[place]
        asked_at = min(page.first_published_at + timedelta(days=days), now - timedelta(days=5))
        FormatRequest.objects.create(
            page=page,
            format=format,
            language=language,
            asked_at=asked_at,
            answer=answer,
            answered_at=asked_at + ANSWERED_AFTER if answer else None,
        )
    return len(REQUESTS)
