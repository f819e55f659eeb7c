"""Atom feeds and calendars to subscribe to: for all boards, one board, one topic, one meeting."""

from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from boards import selectors
from boards.links import absolute
from boards.models import BoardPage, MeetingPage
from boards.rules.calendars import CalendarMeeting, calendar_of, printable
from boards.selectors.coming import meetings_in_calendars
from boards.selectors.joint import joint_boards
from boards.selectors.news import News, news
from boards.selectors.topics import public_topic

NO_NEWS_YET = datetime(2000, 1, 1, tzinfo=timezone.get_fixed_timezone(0))
SINCE = 2026  # the year from which these names are ours (RFC 4151)


def _host() -> str:
    return urlsplit(settings.PUBLIC_URL).hostname or "portal.invalid"


@require_safe
def all_feed(request: HttpRequest) -> HttpResponse:
    return _feed("News of all boards", "/", reverse("boards:feed"), news())


@require_safe
def board_feed(request: HttpRequest, slug: str) -> HttpResponse:
    board = get_object_or_404(selectors.public_boards(), slug=slug)
    own = reverse("boards:board_feed", args=[board.slug])
    return _feed(f"News of the {board.title}", board.url, own, news(board=board))


@require_safe
def topic_feed(request: HttpRequest, slug: str) -> HttpResponse:
    topic = public_topic(slug)
    if topic is None:
        raise Http404
    page = reverse("boards:topic", args=[topic.slug])
    own = reverse("boards:topic_feed", args=[topic.slug])
    return _feed(f"News on {topic.name}", page, own, news(topic=topic))


def _feed(title: str, page: str, own: str, entries: list[News]) -> HttpResponse:
    feed = _Atom(
        title=title,
        link=absolute(page),
        description=title,
        language="en-GB",
        author_name="Partnership boards",
        feed_url=absolute(own),
        feed_guid=f"tag:{_host()},{SINCE}:{own}",
    )
    for entry in entries:
        feed.add_item(
            title=printable(entry.title),
            link=absolute(entry.url),
            description=printable(entry.words),
            unique_id=f"tag:{_host()},{SINCE}:{entry.key}",
            pubdate=entry.published_at,
            updateddate=entry.updated_at,
        )
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


class _Atom(Atom1Feed):
    """An empty feed is no newer than yesterday's: its state is not the moment of asking."""

    def latest_post_date(self) -> datetime:
        return super().latest_post_date() if self.items else NO_NEWS_YET


@require_safe
def all_calendar(request: HttpRequest) -> HttpResponse:
    return _calendar("Meetings of all boards", _kept(), "meetings")


@require_safe
def board_calendar(request: HttpRequest, slug: str) -> HttpResponse:
    board = get_object_or_404(selectors.public_boards(), slug=slug)
    meetings = _kept(board)
    return _calendar(f"Meetings of the {board.title}", meetings, board.slug)


@require_safe
def meeting_calendar(request: HttpRequest, meeting_id: int) -> HttpResponse:
    meeting: MeetingPage = get_object_or_404(selectors.public_meetings(), pk=meeting_id)
    return _calendar(meeting.title, [meeting], f"meeting-{meeting.pk}")


def _kept(board: BoardPage | None = None) -> list[MeetingPage]:
    return meetings_in_calendars(now=timezone.now(), board=board)


def _calendar(name: str, meetings: list[MeetingPage], file_name: str) -> HttpResponse:
    boards, together = selectors.boards_of(meetings), joint_boards(meetings)
    now = timezone.now()
    body = calendar_of(
        name,
        [_entry(each, together.get(each.pk, [boards[each.pk]]), now) for each in meetings],
    )
    answer = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    answer.headers["Content-Disposition"] = (
        content_disposition_header(False, f"{file_name}.ics") or "inline"
    )
    return answer


def _entry(meeting: MeetingPage, boards: list[BoardPage], now: datetime) -> CalendarMeeting:
    """``boards``: of a joint meeting all that hold it."""
    state = "Cancelled" if meeting.is_cancelled else "Changed"
    reason = meeting.change_words and f"{state}: {meeting.change_words}"
    words = [reason, meeting.how_to_join, meeting.access_here, absolute(meeting.url)]
    changed_at = meeting.last_published_at or meeting.changed_at or meeting.first_published_at
    return CalendarMeeting(
        uid=f"meeting-{meeting.pk}@{_host()}",
        sequence=meeting.sequence,
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        changed_at=min(changed_at or meeting.starts_at, now),
        summary=", ".join(board.title for board in boards),
        place=meeting.place,
        words="\n\n".join(part for part in words if part),
        url=absolute(meeting.url),
        is_cancelled=meeting.is_cancelled,
    )
