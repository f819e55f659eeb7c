"""Gathering an edition: what all boards did in a window. Only what strangers may see."""

from collections import defaultdict
from datetime import datetime, timedelta

from django.db.models import Exists, F, OuterRef
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone

from boards.enums import FINISHED
from boards.models import ActionUpdate, AgendaPage, BoardPage, MeetingPage, MinutesPage
from boards.rules.dates import short_date
from boards.selectors import public_actions, public_decisions
from boards.tree import path_of_board
from charter.enums import SignUpEventKind, SignUpState
from charter.models import SignUp, SignUpEvent
from easyread.models import EasyReadPage
from easyread.visibility import public_pages
from portal.digests.items import BoardNews, DigestContent, NewsLine

LATE_SHOWN = 5
COMING_DAYS = 28

Found = dict[str, list[NewsLine]]


def compose(*, start: datetime, end: datetime) -> DigestContent:
    """Everything of ``[start, end)``, by board, A to Z; a fixed number of queries."""
    boards = list(public_pages(BoardPage.objects).order_by("title", "pk"))
    published = _published(start, end)
    decided = _decided(start, end)
    finished = _finished(start, end)
    signed = _signed(start, end)
    late = _late(end)
    coming = _coming(end)
    news = (
        BoardNews(
            board=board.title,
            path=board.url,
            published=tuple(published[board.path]),
            decided=tuple(decided[board.path]),
            finished=tuple(finished[board.path]),
            signed=tuple(signed[board.path]),
            late=tuple(late[board.path][:LATE_SHOWN]),
            late_count=len(late[board.path]),
            coming=tuple(coming[board.path]),
        )
        for board in boards
    )
    return DigestContent(tuple(one for one in news if one.has_news or one.late or one.coming))


def _published(start: datetime, end: datetime) -> Found:
    found: Found = defaultdict(list)
    for model in (AgendaPage, MinutesPage, EasyReadPage):
        pages = public_pages(model.objects).filter(
            first_published_at__gte=start, first_published_at__lt=end
        )
        for page in pages.defer_streamfields().order_by("path"):
            found[path_of_board(page.path)].append(NewsLine(page.title, page.url))
    return found


def _decided(start: datetime, end: datetime) -> Found:
    """Each once: when its minutes came out, or when a correction added it to them."""
    found: Found = defaultdict(list)
    decisions = (
        public_decisions()
        .annotate(public_at=Coalesce("added_at", "minutes__first_published_at"))
        .filter(public_at__gte=start, public_at__lt=end)
        .select_related("board", "minutes")
        .defer("minutes__items")
        .order_by("minutes__path", "position", "pk")
    )
    for decision in decisions:
        found[decision.board.path].append(
            NewsLine(decision.text, decision.minutes.url, decision.item_title)
        )
    return found


def _finished(start: datetime, end: datetime) -> Found:
    found: Found = defaultdict(list)
    updates = (
        ActionUpdate.objects.filter(
            at__gte=start,
            at__lt=end,
            state__in=FINISHED,
            action__state=F("state"),
            action__in=public_actions(),
        )
        .select_related("action__board")
        .order_by("at", "pk")
    )
    seen = set()
    for update in updates:
        action = update.action
        # A later word on what changed is no second ending.
        is_ending = action.closed_on == timezone.localdate(update.at)
        if is_ending and action.pk not in seen:
            seen.add(action.pk)
            found[action.board.path].append(
                NewsLine(action.outcome, action.get_absolute_url(), action.text)
            )
    return found


def _signed(start: datetime, end: datetime) -> Found:
    found: Found = defaultdict(list)
    sign_ups = SignUp.objects.filter(
        state=SignUpState.SIGNED,
        recorded_at__gte=start,
        recorded_at__lt=end,
    ).select_related("board", "version")
    taken = SignUpEvent.objects.filter(sign_up=OuterRef("pk"), kind=SignUpEventKind.TAKEN_OVER)
    for sign_up in sign_ups.annotate(is_taken=Exists(taken)).order_by("board__path", "pk"):
        verb = "Took over a signature of the" if sign_up.is_taken else "Signed the"
        words = f"{verb} {sign_up.version.title[:1].lower()}{sign_up.version.title[1:]}"
        path = reverse("charter:board", args=[sign_up.board.slug])
        found[sign_up.board.path].append(NewsLine(words, path))
    return found


def _late(end: datetime) -> Found:
    found: Found = defaultdict(list)
    late = public_actions().overdue(on=timezone.localdate(end)).with_places()
    for action in late.order_by(F("due_on").asc(nulls_last=True), "pk"):
        remark = f"was due on {short_date(action.due_on)}" if action.due_on else ""
        found[action.board.path].append(NewsLine(action.text, action.get_absolute_url(), remark))
    return found


def _coming(end: datetime) -> Found:
    found: Found = defaultdict(list)
    meetings = public_pages(MeetingPage.objects.upcoming(now=end)).filter(
        starts_at__lt=end + timedelta(days=COMING_DAYS)
    )
    for meeting in meetings:
        if not meeting.is_cancelled:
            words = "Meeting from" if meeting.is_of_several_days else "Meeting on"
            found[path_of_board(meeting.path)].append(
                NewsLine(f"{words} {meeting.begins}", meeting.url)
            )
    return found
