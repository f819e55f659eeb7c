"""Papers of the demonstration: a corrected one, a late one, and one that is not public."""

import io
import uuid
from datetime import date, datetime, timedelta

from django.core.files.base import ContentFile
from docx import Document
from wagtail.models import Collection

from boards.models import AgendaPage, AgendaPaper, Paper, PaperVersion
from boards.packing.typesetting import set_sheet
from boards.rules.dates import short_date
from boards.selectors.papers import papers_by_item
from boards.services.papers import note_public_papers
from portal.demo.building import BuiltBoard, BuiltMeeting

BOARD = "learning-disability"
LATE_AFTER = timedelta(days=4)  # after the agenda was out
CORRECTED_AFTER = timedelta(days=6)
LOOK_AGAIN_AFTER = timedelta(days=180)

CORRECTED = "The figures of two surgeries were mixed up. Now they are right."
LATE = "because two surgeries sent their figures only this week."
CLOSED = "It is about the health of one person, who can be recognised."
FIGURES = """Surgery,On the list,Invited,Came
Larch Street,64,64,51
Mill Lane,41,38,30
Station Road,77,70,58
Hartley Park,29,29,21
"""
NOTES = (
    "Who can come to a health check",
    "",
    "Everyone aged 14 or older who is on the learning disability list of a surgery.",
    "The check is once a year. It takes about an hour.",
    "You can bring someone with you.",
    "",
    "What happens there",
    "",
    "A nurse checks your weight, your heart and your blood pressure.",
    "The nurse asks how you sleep and what you eat.",
    "Then you make a plan together. You get it in easy read.",
)


def add_paper_trail(boards: dict[str, BuiltBoard]) -> int:
    """Note which papers are on which agendas, and what happened to them since; how many."""
    for board in boards.values():
        for one in board.meetings:
            if one.agenda is not None and one.agenda.live:
                _place(one.agenda, one.agenda.first_published_at)
    told = boards.get(BOARD)
    held = [one for one in told.meetings if one.minutes] if told else []
    if told is not None and held:
        _tell(told, held[-1])
    return AgendaPaper.objects.count()


def _place(agenda: AgendaPage, out_at: datetime | None) -> None:
    held = papers_by_item(agenda)
    if out_at is None or not held:
        return
    AgendaPaper.objects.bulk_create(
        AgendaPaper(agenda=agenda, paper=paper, item_number=number, added_on=out_at.date())
        for number, paper in held.values()
    )
    note_public_papers([paper for _, paper in held.values()])
    PaperVersion.objects.filter(paper__in=held).update(added_at=out_at)


def _tell(board: BuiltBoard, one: BuiltMeeting) -> None:
    agenda = AgendaPage.objects.get(pk=one.agenda.pk if one.agenda else None)
    out_at = agenda.first_published_at
    held = papers_by_item(agenda)
    if out_at is None or not held:
        return
    collection = Collection.objects.get(name=f"{board.page.title} ({board.page.pk})")
    number, corrected = next(iter(held.values()))
    _correct(corrected, out_at + CORRECTED_AFTER)
    figures = _paper("Health checks in numbers", "figures.csv", FIGURES.encode(), collection)
    sheet = {"title": "What a health check is", "lines": list(NOTES)}
    notes = _paper(
        "What a health check is", "health-check.pdf", set_sheet("text", sheet), collection
    )
    closed = _paper(
        "A health check that went wrong", "report.txt", b"Only for members.", collection
    )
    closed.is_restricted = True
    closed.restricted_because = CLOSED
    closed.look_again_on = (out_at + LOOK_AGAIN_AFTER).date()
    closed.save()
    late = out_at + LATE_AFTER
    _put_on(agenda, number, [notes, figures, closed])
    _note(agenda, notes, number, out_at.date())
    _note(agenda, closed, number, out_at.date())
    _note(agenda, figures, number, late.date(), late=LATE)
    PaperVersion.objects.filter(paper__in=[notes, closed]).update(added_at=out_at)
    PaperVersion.objects.filter(paper=figures).update(added_at=late)
    note_public_papers([notes, figures])


def _paper(title: str, name: str, content: bytes, collection: Collection) -> Paper:
    paper = Paper(title=title, collection=collection)
    paper.file.save(name, ContentFile(content), save=False)
    paper._set_document_file_metadata()
    paper.save()
    return paper


def _correct(paper: Paper, at: datetime) -> None:
    """A second version, as an editor would bring it."""
    document = Document()
    document.add_heading(paper.title)
    document.add_paragraph("These figures were put right on " + short_date(at) + ".")
    table = document.add_table(rows=0, cols=4)
    for line in FIGURES.splitlines():
        cells = table.add_row().cells
        for cell, words in zip(cells, line.split(","), strict=True):
            cell.text = words
    file = io.BytesIO()
    document.save(file)
    paper.file.save("paper-2.docx", ContentFile(file.getvalue()), save=False)
    paper._set_document_file_metadata()
    paper.change_reason = CORRECTED
    paper.save()
    PaperVersion.objects.filter(paper=paper, number=2).update(added_at=at, was_public=True)


def _put_on(agenda: AgendaPage, number: int, papers: list[Paper]) -> None:
    items = agenda.items.get_prep_value()
    for paper in papers:
        block = {"type": "item", "id": str(uuid.uuid4()), "value": paper.pk}
        items[number - 1]["value"]["papers"].append(block)
    agenda.items = items
    agenda.save()


def _note(agenda: AgendaPage, paper: Paper, number: int, on: date, *, late: str = "") -> None:
    AgendaPaper.objects.create(
        agenda=agenda,
        paper=paper,
        item_number=number,
        added_on=on,
        is_supplement=bool(late),
        reason=late,
    )
