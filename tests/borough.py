"""Small boards, meetings and minutes for tests, made through the tree as an editor would."""

import uuid
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from boards.dates import short_date
from boards.models import AgendaPage, BoardPage, BoardsIndexPage, MeetingPage, Member, MinutesPage
from boards.services import prepare_board
from boards.services.meetings import agenda_item, minute_item
from easyread.models import EasyReadPage

FIRST_DAY = date(2026, 4, 16)  # the day on which the tests' portal was set up


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


def make_meeting(board: BoardPage, starts_at: datetime, **more: Any) -> MeetingPage:
    day = timezone.localdate(starts_at)
    meeting = MeetingPage(
        title=f"{board.title}, {short_date(day)}",
        slug=day.isoformat(),
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=2),
        place="Town Hall",
        **more,
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


def make_minutes(
    meeting: MeetingPage, *content: dict[str, Any], publish: bool = True
) -> MinutesPage:
    blocks = list(content) or [
        text_block("We talked about buses."),
        decision_block("Ask for a later bus."),
        action_block("Write to the bus company", owner="Sy Reed", due_on="2026-04-01"),
        action_block("Bring the timetable", owner="Mo Vale"),
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
    facts = {"progress": "ready", "original_published_at": original.last_published_at} | more
    names = {"title": f"Easy read, {original.title}", "slug": "easy-read"}
    page = EasyReadPage(**(names | facts))
    original.add_child(instance=page)
    return page


def publish_again(minutes: MinutesPage, *content: dict[str, Any]) -> MinutesPage:
    """Publish the minutes with this content under the same item, as an editor would."""
    minutes.items = [minute_item("Buses in the evening", list(content), "transport")]
    minutes.save_revision().publish()
    minutes.refresh_from_db()
    return minutes


def restrict(page: Page) -> None:
    """Let only people with an account see the page and what stands below it."""
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
