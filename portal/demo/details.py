"""The finer points of the demonstration: charter, papers, things that are late."""

import io
from datetime import date, datetime, timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone
from docx import Document
from wagtail.models import Collection, ReferenceIndex

from boards.enums import MeetingStatus
from boards.models import BoardPage, MeetingPage, Paper
from boards.selectors.papers import papers_by_item
from charter.enums import ONCE_SIGNED
from charter.models import Assessment, Evidence, Principle
from charter.versions.services import load_charter, put_in_force
from portal.demo import content
from portal.demo.building import BuiltBoard
from portal.demo.signing import meeting_of, sign_up

BEFORE_THE_FIRST_SIGNED = timedelta(days=60)

PAPERS = {
    "Booking a break at Larch House": (
        "Larch House: who booked and when",
        "How many families asked for a break, how many got the week they asked for, and how many "
        "bookings were cancelled, for each month of the last year.",
    ),
    "Annual health checks": (
        "Annual health checks by surgery",
        "For each surgery in the borough: how many people with a learning disability are on the "
        "list, how many were invited, and how many came.",
    ),
}


def add_papers(boards: list[BuiltBoard]) -> dict[str, int]:
    """Write one real Word paper for some matters; by the matter's title."""
    papers = {}
    for board in boards:
        name = f"{board.page.title} ({board.page.pk})"
        collection = Collection.objects.get(name=name)
        for matter in board.text.matters:
            if matter.title in PAPERS and matter.title not in papers:
                title, text = PAPERS[matter.title]
                papers[matter.title] = _paper(title, text, collection).pk
    return papers


def note_papers(boards: list[BuiltBoard]) -> None:
    """Tell Wagtail which agendas hold papers: pages put in by the batch do not."""
    for board in boards:
        for one in board.meetings:
            if one.agenda and papers_by_item(one.agenda):
                ReferenceIndex.create_or_update_for_object(one.agenda)


def _paper(title: str, text: str, collection: Collection) -> Paper:
    document = Document()
    document.add_heading(title)
    document.add_paragraph(text)
    file = io.BytesIO()
    document.save(file)
    paper = Paper(title=title, collection=collection)
    paper.file.save("paper.docx", ContentFile(file.getvalue()), save=False)
    paper._set_document_file_metadata()
    paper.save()
    return paper


def add_charter(boards: dict[str, BuiltBoard], *, now: datetime) -> None:
    """A version in force since before the first board signed, sign-ups and assessments in all
    states."""
    text = content.charter()
    today = timezone.localdate(now)
    signed = [
        meeting_of(boards[entry["board"]], entry).day.on
        for entry in text["sign_ups"]
        if entry["state"] in ONCE_SIGNED
    ]
    version = load_charter()
    if version.is_draft:
        version = put_in_force(
            version=version,
            on=min(signed) - BEFORE_THE_FIRST_SIGNED,
            by="Officer of the demonstration",
            now=now,
            today=today,
        )
    for entry in text["sign_ups"]:
        sign_up(boards[entry["board"]], entry, version, today=today)
    principles = {one.number: one for one in Principle.objects.filter(version=version)}
    for entry in text["assessments"]:
        _assess(boards[entry["board"]].page, entry, principles[entry["principle"]], today)


def _assess(board: BoardPage, entry: dict[str, Any], principle: Principle, today: date) -> None:
    assessment = Assessment.objects.create(
        board=board,
        principle=principle,
        state=entry["state"],
        note=entry.get("note", ""),
        assessed_on=today - timedelta(days=entry["days_ago"]),
    )
    Evidence.objects.bulk_create(
        Evidence(
            assessment=assessment,
            kind=one["kind"],
            title=one["title"],
            text=one["text"],
            dated_on=today - timedelta(days=one["days_ago"]),
            is_public=one["public"],
            sort_order=order,
        )
        for order, one in enumerate(entry.get("evidence", ()))
    )


def make_things_late(boards: dict[str, BuiltBoard], *, now: datetime) -> None:
    """A cancelled meeting, minutes that are not out, an agenda that is not finished."""
    forum = boards["over-fifties"].meetings
    forum[-1].page.status = MeetingStatus.CHANGED
    forum[-1].page.status_reason = "The hall has no heating. We meet at the library instead."
    forum[-1].page.place = "Brackenford Library, Hartley Road"
    forum[-1].page.access = "Step-free way in from Hartley Road. Hearing loop at the front desk."
    forum[-1].page.last_published_at = now
    forum[-1].page.save()
    cancelled = boards["disability"]
    last = cancelled.meetings[-1].day
    starts_at = last.starts_at + timedelta(days=28)
    page = MeetingPage(
        title=f"{cancelled.page.title}, visit to the station",
        slug=f"{timezone.localdate(starts_at).isoformat()}-visit",
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=1),
        place="Brackenford station, main entrance",
        status=MeetingStatus.CANCELLED,
        status_reason="The new lift is not ready. We will go when it works.",
        first_published_at=cancelled.meetings[-1].page.first_published_at,
        last_published_at=now,
        changed_at=now,
    )
    cancelled.page.add_child(instance=page)
