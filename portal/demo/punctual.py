"""How punctual the boards of the demonstration are, and what people proposed to them."""

from datetime import datetime, timedelta
from itertools import cycle

from django.utils import timezone
from wagtail.models import Page

from boards.enums import DeadlineKind, MinutesStatus, ProposalState
from boards.models import Deadline, MinutesPage, Proposal
from boards.services import note_all_topics, set_deadlines
from portal.demo.building import BuiltBoard, BuiltMeeting

APPROVED_AFTER = timedelta(days=4)
LATE_AGENDA = timedelta(days=-5)
LATE_MINUTES = timedelta(days=24)
REASONS = {
    DeadlineKind.AGENDA: (
        "We waited for the figures of the hospital.",
        "The secretary was ill.",
        "A carer asked for one more item, and we wanted it on the agenda.",
    ),
    DeadlineKind.DRAFT_MINUTES: (
        "Two members asked to check what they had said.",
        "The person who writes the minutes left the council.",
        "The recording could not be heard well.",
    ),
    DeadlineKind.APPROVED_MINUTES: ("The corrections came late from a partner.",),
}
# board, days ago, title, words, answer ("" waits)
PROPOSALS = (
    (
        "carers",
        19,
        "Parking when you bring someone to hospital",
        "I pay nine pounds each time I bring my husband. Could carers park for free?",
        "",
    ),
    (
        "carers",
        40,
        "Letters that carers can read",
        "The letters are too long. Please write what we get, when, and who to ring.",
        "We talked about it at the last meeting. You see in the actions what is being done.",
    ),
    (
        "learning-disability",
        3,
        "A bench at the bus stop",
        "There is no bench at the stop in Mill Lane. I can't stand for so long.",
        "",
    ),
    (
        "autism",
        60,
        "Lights in the library",
        "The lights buzz and blink. It hurts. Could there be a quiet corner?",
        "The library has put in new lights. There is a quiet corner now, on the first floor.",
    ),
)


def add_deadlines(boards: list[BuiltBoard], *, now: datetime) -> None:
    """Let some papers be late, set every board's deadlines, and give most of the reasons."""
    pages: list[Page] = []
    for order, board in enumerate(boards):
        for place, one in enumerate(board.meetings):
            pages += _late_pages(one, order + place, now)
    Page.objects.bulk_update(pages, ["first_published_at"], batch_size=200)
    approved = MinutesPage.objects.filter(
        status=MinutesStatus.APPROVED, approved_published_at__isnull=True
    ).select_related("approved_at")
    minutes = list(approved.defer("items"))
    for page in minutes:
        if page.approved_at is not None:
            page.approved_published_at = min(page.approved_at.ends_at + APPROVED_AFTER, now)
    MinutesPage.objects.bulk_update(minutes, ["approved_published_at"], batch_size=200)
    set_deadlines(boards=[board.page for board in boards])
    _give_reasons(now)
    note_all_topics()


def _late_pages(one: BuiltMeeting, number: int, now: datetime) -> list[Page]:
    late = []
    if one.agenda and one.agenda.live and number % 7 == 3:
        late.append(Page(pk=one.agenda.pk, first_published_at=one.day.moment(LATE_AGENDA)))
    moment = one.day.moment(LATE_MINUTES)
    if one.minutes and one.minutes.live and number % 5 == 2 and moment < now:
        late.append(Page(pk=one.minutes.pk, first_published_at=moment))
    return late


def _give_reasons(now: datetime) -> None:
    """The latest lateness of each kind still waits for its reason."""
    reasons = {kind: cycle(words) for kind, words in REASONS.items()}
    today = timezone.localdate(now)
    late = list(
        Deadline.objects.missed(on=today)
        .filter(published_on__isnull=False, due_on__lt=today - timedelta(days=40))
        .order_by("due_on", "pk")
    )
    for deadline in late:
        deadline.late_reason = next(reasons[DeadlineKind(deadline.kind)])
    Deadline.objects.bulk_update(late, ["late_reason"], batch_size=200)


def add_proposals(boards: dict[str, BuiltBoard], *, now: datetime) -> int:
    """What citizens proposed, answered and not."""
    for slug, days, title, words, answer in PROPOSALS:
        sent = now - timedelta(days=days)
        Proposal.objects.create(
            board=boards[slug].page,
            title=title,
            words=words,
            proposed_at=sent,
            state=ProposalState.ANSWERED if answer else ProposalState.NEW,
            answer=answer,
            answered_at=sent + timedelta(days=8) if answer else None,
        )
    return len(PROPOSALS)
