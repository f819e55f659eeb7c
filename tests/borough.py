"""Small boards, meetings and minutes for tests, made through the tree as an editor would."""

import os
import uuid
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from boards.models import (
    ActionPoint,
    AgendaPage,
    BoardPage,
    BoardsIndexPage,
    MeetingPage,
    Member,
    MinutesPage,
)
from boards.rules.dates import short_date
from boards.rules.working_days import bank_holiday
from boards.services import prepare_board
from boards.services.stored_blocks import agenda_item, minute_item
from charter.models import CharterVersion
from charter.versions.services import put_in_force
from easyread.enums import ReadersQuestion, ReadersVerdict
from easyread.models import EasyReadPage, ReadersCheck
from easyread.services import keep_source, note_published, record_readers_check
from portal.home.models import HomePage
from portal.home.services import set_up_portal

CHARTER_FROM = date(2026, 1, 5)  # from when the charter is in force
TIMETABLE = "Bring the timetable"  # an action of the minutes, and nobody said by when
FIRST_DAY = date(2026, 4, 16)  # the day on which the tests' portal was set up
NOON = datetime(2026, 4, 16, 12, tzinfo=ZoneInfo("Europe/London"))  # of that day


def begins_at(own: str = "") -> datetime:
    """When a test begins: at its own moment, or as ``TESTS_BEGIN`` says (London time), or half a
    year after the cast's spring: the fixed dates of the demonstration's Word minutes are over then.
    """
    told = own or os.environ.get("TESTS_BEGIN") or "2026-11-12T10:00"
    return datetime.fromisoformat(told).replace(tzinfo=ZoneInfo("Europe/London"))


def set_up_borough() -> HomePage:
    """The portal as it is on its first day."""
    home = set_up_portal(council_name="Testbury Council")
    put_in_force(
        version=CharterVersion.objects.get(),
        on=CHARTER_FROM,
        by="An officer",
        now=timezone.now(),
        today=FIRST_DAY,
    )
    return home


def make_board(index: BoardsIndexPage, title: str, slug: str, **more: Any) -> BoardPage:
    board = BoardPage(
        title=title,
        slug=slug,
        purpose="People plan together.",
        place="Town Hall",
        contact_email=f"{slug}@example.org",
        **more,
    )
    board.members = [
        Member(name="Ola Penn", role="co_chair_officer", job="Head of Care", is_citizen=False),
        Member(name="Mo Vale", role="co_chair_citizen", email=f"mo.{slug}@example.org"),
        Member(name="Sy Reed", role="secretary", email=f"sy.{slug}@example.org"),
    ]
    index.add_child(instance=board)
    prepare_board(board=board)
    return board


def day_to_come(days: int) -> date:
    """So many days from today, or a little later: never on a bank holiday, about which planning
    asks."""
    found = timezone.localdate() + timedelta(days=days)
    while bank_holiday(found):
        found += timedelta(days=1)
    return found


def make_meeting(board: BoardPage, starts_at: datetime, **more: Any) -> MeetingPage:
    day = timezone.localdate(starts_at)
    meeting = MeetingPage(
        title=f"{board.title}, {short_date(day)}",
        slug=day.isoformat(),
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=2),
        **({"place": "Town Hall"} | more),
    )
    board.add_child(instance=meeting)
    return meeting


def make_agenda(meeting: MeetingPage, *titles: str) -> AgendaPage:
    items = [agenda_item(title, "discuss", 10) for title in titles or ("Buses", "Breaks")]
    agenda = AgendaPage(title=f"Agenda, {meeting.title}", slug="agenda", items=items)
    meeting.add_child(instance=agenda)
    agenda.save_revision().publish()
    agenda.refresh_from_db()
    return agenda


def text_block(text: str) -> dict[str, Any]:
    return {"type": "text", "id": str(uuid.uuid4()), "value": f"<p>{text}</p>"}


def decision_block(text: str) -> dict[str, Any]:
    return {"type": "decision", "id": str(uuid.uuid4()), "value": text}


def action_block(text: str, **more: Any) -> dict[str, Any]:
    value = {"text": text, "owner": "", "due_on": None, "due_words": ""} | more
    return {"type": "action", "id": str(uuid.uuid4()), "value": value}


def not_late(text: str) -> None:
    """Let an action without a date be young, whatever the day on which the tests run."""
    ActionPoint.objects.filter(text=text).update(late_from=date(2999, 1, 1))


def make_minutes(
    meeting: MeetingPage, *content: dict[str, Any], publish: bool = True
) -> MinutesPage:
    blocks = list(content) or [
        text_block("We talked about buses."),
        decision_block("Ask for a later bus."),
        action_block("Write to the bus company", owner="Sy Reed", due_on="2026-04-01"),
        action_block(TIMETABLE, owner="Mo Vale"),
    ]
    minutes = MinutesPage(
        title=f"Minutes, {meeting.title}",
        slug="minutes",
        items=[minute_item("Buses in the evening", blocks, "transport")],
        live=False,
    )
    meeting.add_child(instance=minutes)
    revision = minutes.save_revision()
    if publish:
        revision.publish()
    minutes.refresh_from_db()
    return minutes


def make_easy_read(original: Any, **more: Any) -> EasyReadPage:
    """An easy read as its writer published it; ``live=False`` for one in preparation."""
    names: dict[str, Any] = {"title": f"Easy read, {original.title}", "slug": "easy-read"}
    page = EasyReadPage(**(names | more))
    original.add_child(instance=page)
    if page.live:
        note_published(easy_read=page, now=original.last_published_at or timezone.now())
    else:
        keep_source(easy_read=page, now=timezone.now())
    return page


def check_with_readers(
    easy_read: EasyReadPage, verdict: ReadersVerdict = ReadersVerdict.YES
) -> ReadersCheck:
    return record_readers_check(
        easy_read=easy_read,
        readers="A and B",
        checked_on=date(2026, 4, 1),
        answers=dict.fromkeys(ReadersQuestion, verdict),
        remarks="",
        recorded_by=None,
        now=timezone.now(),
    )


def publish_again(minutes: MinutesPage, *content: dict[str, Any]) -> MinutesPage:
    """Publish the minutes with this content under the same item, as an editor would."""
    minutes.items = [minute_item("Buses in the evening", list(content), "transport")]
    minutes.save_revision().publish()
    minutes.refresh_from_db()
    return minutes


def restrict(page: Page) -> None:
    """Let only people with an account see the page and what stands below it."""
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
