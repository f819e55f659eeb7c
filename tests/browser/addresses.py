"""What runs on a site's own data: finding each kind of page, and preparing what journeys need."""

import json
import sys
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from boards.enums import ActionState, MeetingStatus, MinutesStatus
from boards.models import (
    ActionPoint,
    AgendaPage,
    BoardPage,
    BoardsIndexPage,
    MeetingPage,
    MinutesPage,
)
from boards.services import plan_meeting
from charter.models import CharterPage
from easyread.models import EasyReadPage
from portal.digests import services
from portal.digests.enums import EditionState
from portal.digests.models import DigestList, Edition, Subscriber
from portal.home.models import HomePage, PlainPage

BOARD = "learning-disability"


def write_addresses() -> None:
    """Write ``{name: {"path": …, "model": …}}`` as JSON; ``model`` is "" if Wagtail has none."""
    found = {name: {"path": page.url, "model": page._meta.label} for name, page in _pages()}
    found |= {name: {"path": path, "model": ""} for name, path in _views()}
    sys.stdout.write(json.dumps(found))


def _pages() -> Iterator[tuple[str, Any]]:
    home = HomePage.objects.get()
    board = BoardPage.objects.get(slug=BOARD)
    now = timezone.now()
    meetings = MeetingPage.objects.of_board(board)
    held = meetings.held(now=now).first()
    minutes = MinutesPage.objects.live().descendant_of(board)
    yield "home", home
    yield "home in easy read", EasyReadPage.objects.child_of(home).get()
    yield "boards", BoardsIndexPage.objects.get()
    yield "board", board
    yield "senate", BoardPage.objects.get(slug="senate")
    yield "task and finish group", BoardPage.objects.get(slug="falls")
    yield "meeting to come", meetings.upcoming(now=now).first()
    yield "meeting held", held
    yield "meeting cancelled", MeetingPage.objects.get(status=MeetingStatus.CANCELLED)
    yield "meeting changed", MeetingPage.objects.get(status=MeetingStatus.CHANGED)
    yield "agenda", AgendaPage.objects.child_of(held).get()
    yield "minutes draft", minutes.get(status=MinutesStatus.DRAFT)
    yield "minutes approved", minutes.filter(status=MinutesStatus.APPROVED).first()
    yield "minutes in easy read", EasyReadPage.objects.descendant_of(held).get()
    yield "charter", CharterPage.objects.get()
    for page in PlainPage.objects.order_by("slug"):
        yield page.slug, page


def _views() -> Iterator[tuple[str, str]]:
    actions = reverse("boards:actions")
    yield "actions", actions
    yield "actions filtered", f"{actions}?board={BOARD}&state=late"
    yield "actions none found", f"{actions}?owner=nobody+of+this+name"
    yield "actions asked wrongly", f"{actions}?agreed_from=2026-02-02&agreed_to=2026-01-01"
    yield from _single_actions()
    yield "past meetings", reverse("boards:past_meetings", args=[BOARD])
    yield "charter of a board", reverse("charter:board", args=[BOARD])
    yield "charter not signed", reverse("charter:board", args=["falls"])
    yield "digests", reverse("digests:archive")
    yield "edition", Edition.objects.order_by("-period_end")[0].get_absolute_url()
    yield "leave", reverse("digests:leave", args=[_subscriber().token])
    yield "jargon buster", reverse("easyread:jargon_buster")
    yield "pictures", reverse("easyread:pictures")
    home = HomePage.objects.get()
    yield "ask", reverse("easyread:ask", args=[home.pk])
    yield "asked", reverse("easyread:asked", args=[home.pk])
    search = reverse("search:search")
    yield "search", search
    yield "search with hits", f"{search}?q=buses"
    yield "search without hits", f"{search}?q=zyzzyva"
    yield "not found", "/no-such-page/"


def _single_actions() -> Iterator[tuple[str, str]]:
    today = timezone.localdate()
    actions = ActionPoint.objects.in_force().order_by("pk")
    late = actions.overdue(on=today)
    yield "action open", actions.unfinished().exclude(pk__in=late)[0].get_absolute_url()
    yield "action late", late[0].get_absolute_url()
    for state in (ActionState.DONE, ActionState.DROPPED):
        yield f"action {state}", actions.filter(state=state)[0].get_absolute_url()


def _subscriber() -> Subscriber:
    """The worker makes subscribers; this site has none running."""
    found, _ = Subscriber.objects.get_or_create(
        list=DigestList.objects.get(slug="senate"), email="someone@brackenford.example"
    )
    return found


def hold_meeting(slug: str, days_ago: int) -> None:
    """A meeting that took place with an agenda, and nobody has written its minutes yet."""
    starts_at = timezone.now() - timedelta(days=days_ago)
    meeting = plan_meeting(
        board=BoardPage.objects.get(slug=slug),
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=2),
        place="The Long Room",
        access="",
        how_to_join="",
        planned_by=None,
    )
    agenda = Page.objects.child_of(meeting).get().specific
    agenda.get_latest_revision().publish()
    sys.stdout.write(str(meeting.pk))


def send_digest() -> None:
    """Do what the worker does: plan the digest that is due, and send it (to files)."""
    services.plan_due_editions(now=timezone.now())
    for edition in Edition.objects.filter(state=EditionState.SENDING).select_related("list"):
        services.send_edition(edition=edition, clock=timezone.now)
