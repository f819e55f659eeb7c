"""What secretaries are told of items about money that are not explained."""

import json
from collections import defaultdict
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, Subquery
from django.urls import reverse
from django.utils import timezone

from boards.enums import DeadlineKind, MeetingStatus
from boards.models import AgendaPage, BoardPage, Deadline, MeetingPage
from boards.rules.dates import long_date
from boards.selectors.deadlines import tone_of
from boards.selectors.money import missing_in
from boards.selectors.to_do_line import ToDo, Tone
from easyread.tree import children_of

COMING_SHOWN = 2
WITHOUT_A_DAY: Tone = "soon"


def money_to_do(boards: list[BoardPage], *, now: datetime) -> dict[int, list[ToDo]]:
    """Agendas of coming meetings that do not explain the money; two queries for all boards."""
    due = Deadline.objects.filter(meeting=OuterRef("pk"), kind=DeadlineKind.AGENDA)
    coming = (
        MeetingPage.objects.filter(ends_at__gt=now)
        .exclude(status=MeetingStatus.CANCELLED)
        .annotate(agenda_due_on=Subquery(due.values("due_on")[:1]))
        .first_of_each(boards, "starts_at", "pk", most=COMING_SHOWN)
    )
    meetings = {meeting.path: meeting for meeting in coming}
    numbers = {board.path: board.pk for board in boards}
    agendas = children_of(AgendaPage.objects, meetings)
    to_dos: dict[int, list[ToDo]] = defaultdict(list)
    for agenda in agendas.select_related("latest_revision").order_by("path"):
        meeting = meetings[agenda.above]
        missing = missing_in(_items_of(agenda))
        if missing:
            edit = reverse("wagtailadmin_pages:edit", args=[agenda.pk])
            due_on = meeting.agenda_due_on
            tone = tone_of(due_on, timezone.localdate(now)) if due_on else WITHOUT_A_DAY
            to_do = ToDo(_words(len(missing), meeting), edit, tone)
            to_dos[numbers[meeting.board_path]].append(to_do)
    return to_dos


def _items_of(agenda: AgendaPage) -> list[Any]:
    """What readers see, or of an agenda that is not out the latest version of the draft."""
    revision = agenda.latest_revision
    if agenda.live or revision is None:
        return list(agenda.items.raw_data)
    stored: list[Any] = json.loads(revision.content["items"])
    return stored


def _words(missing: int, meeting: MeetingPage) -> str:
    items = "1 item" if missing == 1 else f"{missing} items"
    return (
        f"{items} of the agenda for {long_date(meeting.starts_at)} "
        f"{'is' if missing == 1 else 'are'} about money and "
        f"{'does' if missing == 1 else 'do'} not say it in plain words"
    )
