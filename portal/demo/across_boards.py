"""What goes on between boards: some that ended, a joint meeting, and matters passed on."""

import io
import tomllib
import uuid
from datetime import date, datetime, timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone
from docx import Document
from wagtail.models import Collection

from boards.enums import ActionState, MinutesStatus
from boards.models import (
    ActionPoint,
    BoardPage,
    BoardsIndexPage,
    MeetingPage,
    Member,
    MinutesPage,
    Paper,
    PassedMatter,
)
from boards.rules.dates import short_date
from boards.services import (
    answer_matter,
    close_board,
    merge_boards,
    pass_matter,
    prepare_board,
    record_minutes,
    share_meeting,
)
from boards.services.stored_blocks import minute_item
from easyread.models import Picture
from portal.demo import calendar
from portal.demo.building import BuiltBoard
from portal.demo.bulk import insert_pages
from portal.demo.content import FOLDER

ROLES = ("co_chair_officer", "co_chair_citizen", "secretary")
JOINT_HOST, JOINT_PARTNER = "carers", "mental-health"
DONE_AFTER = timedelta(days=30)


def add_between(boards: dict[str, BuiltBoard], *, now: datetime) -> int:
    """Add all three; returns how many boards ended."""
    told = tomllib.loads((FOLDER / "ended.toml").read_text(encoding="utf-8"))
    pages = {slug: board.page for slug, board in boards.items()}
    for text in told["boards"]:
        _ended_board(text, pages, now)
    _hold_together(boards)
    for text in told["matters"]:
        _matter(text, pages, now)
    return len(told["boards"])


def _ended_board(text: dict[str, Any], pages: dict[str, BoardPage], now: datetime) -> None:
    today = timezone.localdate(now)
    ended_on = today - timedelta(days=text["ended_days_ago"])
    board = BoardPage(
        title=text["title"],
        slug=text["slug"],
        kind=text["kind"],
        purpose=text["purpose"],
        easy_purpose=text["easy_purpose"],
        picture=Picture.objects.filter(slug=text["picture"]).first(),
        place="Town Hall, Brackenford",
        question=text.get("question", ""),
        ends_on=ended_on if "question" in text else None,
        reports_to=pages.get(text.get("reports_to", "")),
    )
    board.members = [
        Member(name=name, role=role, is_citizen=role == ROLES[1], sort_order=order)
        for order, (name, role) in enumerate(zip(text["people"], ROLES, strict=True))
    ]
    board.topics.add(*text["topics"])
    BoardsIndexPage.objects.get().add_child(instance=board)
    prepare_board(board=board)
    _meetings(text, board, today)
    report = _report(text, board) if "report" in text else None
    if "into" in text:
        merge_boards(
            boards=[board],
            into=pages[text["into"]],
            on=ended_on,
            reason=text["why"],
            merged_by=None,
            now=now,
        )
    else:
        close_board(
            board=board, on=ended_on, reason=text["why"], report=report, closed_by=None, now=now
        )


def _meetings(text: dict[str, Any], board: BoardPage, today: date) -> None:
    """Held meetings with their minutes; the board ended before a meeting approved the last."""
    meetings, minutes = [], []
    for told in text["meetings"]:
        day = today - timedelta(days=told["days_ago"])
        starts_at = timezone.make_aware(datetime.combine(day, calendar.MORNING))
        meetings.append(
            MeetingPage(
                title=f"{board.title}, {short_date(day)}",
                day_in_title=short_date(day),
                slug=day.isoformat(),
                starts_at=starts_at,
                ends_at=starts_at + timedelta(hours=2),
                place=board.place,
            )
        )
    moments = [meeting.starts_at - timedelta(days=60) for meeting in meetings]
    insert_pages([(board, meeting) for meeting in meetings], published_at=list(moments))
    for told, meeting, after in zip(text["meetings"], meetings, [*meetings[1:], None], strict=True):
        minutes.append(
            MinutesPage(
                title=f"Minutes, {meeting.title}",
                slug="minutes",
                items=[minute_item(told["item"], _blocks(told))],
                status=MinutesStatus.APPROVED if after else MinutesStatus.DRAFT,
                approved_at=after,
            )
        )
    moments = [meeting.starts_at + calendar.MINUTES_AFTER for meeting in meetings]
    insert_pages(list(zip(meetings, minutes, strict=True)), published_at=list(moments))
    for told, page in zip(text["meetings"], minutes, strict=True):
        for action in record_minutes(minutes=page, now=timezone.now()):
            ActionPoint.objects.filter(pk=action.pk).update(
                state=ActionState.DONE,
                outcome=told["outcome"],
                closed_on=action.agreed_on + DONE_AFTER,
            )


def _blocks(told: dict[str, Any]) -> list[dict[str, Any]]:
    action = {"text": told["action"], "owner": told["owner"], "due_on": None, "due_words": ""}
    parts = (("text", f"<p>{told['text']}</p>"), ("decision", told["decision"]), ("action", action))
    return [{"type": kind, "id": str(uuid.uuid4()), "value": value} for kind, value in parts]


def _report(text: dict[str, Any], board: BoardPage) -> Paper:
    document = Document()
    document.add_heading(text["report"])
    document.add_paragraph(text["report_text"])
    file = io.BytesIO()
    document.save(file)
    collection = Collection.objects.get(name=f"{board.title} ({board.pk})")
    paper = Paper(title=text["report"], collection=collection)
    paper.file.save("report.docx", ContentFile(file.getvalue()), save=False)
    paper._set_document_file_metadata()
    paper.save()
    return paper


def _hold_together(boards: dict[str, BuiltBoard]) -> None:
    """The next meeting of one board is held together with another."""
    meeting = boards[JOINT_HOST].meetings[-1].page
    share_meeting(meeting=meeting, boards=[boards[JOINT_PARTNER].page])


def _matter(text: dict[str, Any], pages: dict[str, BoardPage], now: datetime) -> PassedMatter:
    asked = now - timedelta(days=text["days_ago"])
    board = pages[text["from"]]
    matter = pass_matter(
        board=board,
        to_board=pages.get(text.get("to", "")),
        to_outside=text.get("outside", ""),
        title=text["title"],
        words=text["words"],
        agreed_by_meeting=MeetingPage.objects.hosted_by(board).held(now=asked).first(),
        passed_by=None,
        now=asked,
    )
    if "answer" in text:
        matter = answer_matter(
            matter=matter,
            answer=text["answer"],
            answered_by=None,
            now=now - timedelta(days=text["answered_days_ago"]),
        )
    return matter
