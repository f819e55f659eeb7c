"""What runs on a site's own data: finding each kind of page, and preparing what journeys need."""

import json
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from boards.enums import ActionState, MeetingStatus, MinutesStatus, ProposalState, RecordKind
from boards.models import (
    ActionPoint,
    AgendaPage,
    BoardPage,
    BoardsIndexPage,
    Letter,
    MeetingPage,
    MinutesPage,
    MinutesRecord,
    PaperVersion,
    PassedMatter,
    Proposal,
)
from boards.services import plan_meeting, set_owner_email
from boards.services.owners import report_link
from charter.enums import SignUpState
from charter.models import CharterPage, SignUp
from charter.signing.selectors import address_of, co_chairs_of
from charter.signing.services import remind as ask_again
from easyread.models import EasyReadPage, EasyReadRecord
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
    yield "board that ended", BoardPage.objects.get(slug="quiet-rooms")
    yield "board that was merged", BoardPage.objects.get(slug="young-carers")
    yield "joint meeting", MeetingPage.objects.exclude(joint_with=None).get()
    yield "meeting to come", meetings.upcoming(now=now).first()
    yield "meeting held", held
    yield "meeting cancelled", MeetingPage.objects.get(status=MeetingStatus.CANCELLED)
    yield "meeting changed", MeetingPage.objects.get(status=MeetingStatus.CHANGED)
    yield "agenda", AgendaPage.objects.child_of(held).get()
    yield "minutes draft", minutes.get(status=MinutesStatus.DRAFT)
    yield "minutes approved", minutes.filter(status=MinutesStatus.APPROVED).first()
    yield "minutes withdrawn", MinutesPage.objects.filter(withdrawn_on__isnull=False)[0]
    yield "minutes in easy read", EasyReadPage.objects.descendant_of(held).get()
    yield "charter", CharterPage.objects.get()
    for page in PlainPage.objects.order_by("slug"):
        yield page.slug, page


def _views() -> Iterator[tuple[str, str]]:
    actions = reverse("boards:actions")
    yield "paper", PaperVersion.objects.filter(number=2)[0].paper.get_absolute_url()
    yield "actions", actions
    yield "actions filtered", f"{actions}?board={BOARD}&state=late"
    yield "actions none found", f"{actions}?owner=nobody+of+this+name"
    yield "actions asked wrongly", f"{actions}?agreed_from=2026-02-02&agreed_to=2026-01-01"
    yield from _single_actions()
    yield from _owners()
    said = reverse("boards:you_said_we_did")
    yield "you said, we did", said
    yield "you said, we did of a board", f"{said}?board={BOARD}"
    yield from _matters()
    yield from _topics()
    yield from _proposals()
    yield "sign in to read", reverse("wagtailcore_login")
    yield "on time", reverse("boards:on_time")
    yield "easy reads", reverse("boards:easy_reads")
    yield "easy reads, second page", f"{reverse('boards:easy_reads')}?page=2"
    corrected = MinutesRecord.objects.filter(kind=RecordKind.CORRECTED).order_by("sequence")[0]
    before = [corrected.minutes_id, (corrected.version or 0) - 1]
    yield "minutes in an earlier version", reverse("boards:minutes_version", args=before)
    yield from _meetings()
    yield "past meetings", reverse("boards:past_meetings", args=[BOARD])
    yield "attendance", reverse("boards:attendance", args=[BOARD])
    yield "visits", reverse("boards:visits", args=[BOARD])
    yield "no visits", reverse("boards:visits", args=["falls"])
    yield from _charter()
    yield "digests", reverse("digests:archive")
    yield "edition", Edition.objects.order_by("-period_end")[0].get_absolute_url()
    yield "leave", reverse("digests:leave", args=[_subscriber().token])
    yield from _reading()
    buster = reverse("easyread:jargon_buster")
    yield "jargon buster", buster
    yield "jargon buster searched", f"{buster}?q=health"
    yield "jargon buster without hits", f"{buster}?q=zyzzyva"
    yield "hard word", reverse("easyread:jargon_word", args=["gp"])
    yield "hard word not found", reverse("easyread:jargon_word", args=["zyzzyva"])
    yield "pictures", reverse("easyread:pictures")
    home = HomePage.objects.get()
    yield "ask", reverse("easyread:ask", args=[_without_easy_read().pk])
    yield "ask where there is an easy read", reverse("easyread:ask", args=[home.pk])
    yield "asked", reverse("easyread:asked", args=[home.pk])
    search = reverse("search:search")
    yield "search", search
    yield "search with hits", f"{search}?q=buses"
    yield "search without hits", f"{search}?q=zyzzyva"
    yield "not found", "/no-such-page/"


def _meetings() -> Iterator[tuple[str, str]]:
    meetings = reverse("boards:meetings")
    yield "meetings of all boards", meetings
    yield "meetings of one board", f"{meetings}?board={BOARD}"
    yield "meetings none found", f"{meetings}?board=quiet-rooms"


def _single_actions() -> Iterator[tuple[str, str]]:
    today = timezone.localdate()
    actions = ActionPoint.objects.in_force().order_by("pk")
    late = actions.overdue(on=today)
    yield "action open", actions.unfinished().exclude(pk__in=late)[0].get_absolute_url()
    yield "action late", late[0].get_absolute_url()
    for state in (ActionState.DONE, ActionState.DROPPED):
        yield f"action {state}", actions.filter(state=state)[0].get_absolute_url()


def _reading() -> Iterator[tuple[str, str]]:
    """How one reads; and an easy read whose full version says more than it did."""
    yield "how to read", f"{reverse('easyread:how_to_read')}?back=/boards/"
    board = BoardPage.objects.get(slug=BOARD)
    easy_read = EasyReadPage.objects.live().descendant_of(board).order_by("path")[0]
    yield "one idea of an easy read", f"{easy_read.url}?idea=3"
    EasyReadRecord.objects.filter(easy_read=easy_read).update(source=["What it said before."])
    yield "changes since an easy read", reverse("easyread:changes", args=[easy_read.pk])


def _owners() -> Iterator[tuple[str, str]]:
    """The link by which an owner reports, as an e-mail holds it."""
    action = ActionPoint.objects.in_force().unfinished().order_by("pk")[0]
    action = set_owner_email(action=action, email="owner@brackenford.example", now=timezone.now())
    link = report_link(action, now=timezone.now())[1]
    yield "report by link", link
    yield "link is void", f"{link.rstrip('/')}x/"
    yield "reported", reverse("boards:reported", args=[action.pk])


def _charter() -> Iterator[tuple[str, str]]:
    yield "charter of a board", reverse("charter:board", args=[BOARD])
    yield "charter not signed", reverse("charter:board", args=["falls"])
    yield "charter version", reverse("charter:version", args=[1])
    yield "charter version compared", reverse("charter:changes", args=[1])
    yield "certificate", reverse("charter:certificate", args=[BOARD, 1])
    link = _link_to_sign()
    yield "sign by link", link
    yield "sign link is void", f"{link.rstrip('/')}x/"
    yield "answered", reverse("charter:answered", args=[BOARD, "signed"])


def _link_to_sign() -> str:
    """The board that was asked is asked again, so that its co-chairs have links."""
    asked = SignUp.objects.filter(state=SignUpState.INVITED).order_by("pk")[0]
    ask_again(sign_up=asked, by="An officer", now=timezone.now())
    to_sign = Letter.objects.filter(key__startswith=f"charter:{asked.pk}:", link__contains="/sign/")
    return to_sign.latest("pk").link


def _matters() -> Iterator[tuple[str, str]]:
    matters = reverse("boards:matters")
    yield "matters", matters
    yield "matters of a board", f"{matters}?board={BOARD}"
    waiting = PassedMatter.objects.filter(answered_on=None)
    yield "matter waiting", waiting.order_by("pk")[0].get_absolute_url()
    yield "matter answered", PassedMatter.objects.get(answered_on__isnull=False).get_absolute_url()


def _topics() -> Iterator[tuple[str, str]]:
    yield "who to ask", reverse("boards:who_to_ask")
    slug = BoardPage.objects.get(slug=BOARD).topics.order_by("slug").first().slug
    yield "topic", reverse("boards:topic", args=[slug])


def _proposals() -> Iterator[tuple[str, str]]:
    yield "propose an item", reverse("boards:propose", args=[BOARD])
    for state in (ProposalState.NEW, ProposalState.ANSWERED):
        found = Proposal.objects.filter(state=state).order_by("pk")[0]
        yield f"proposal {state}", found.get_absolute_url()


def _without_easy_read() -> AgendaPage:
    """An agenda that has no easy read, as most have none in the demonstration."""
    found: AgendaPage = AgendaPage.objects.live().filter(numchild=0).order_by("path")[0]
    return found


def _subscriber() -> Subscriber:
    """The worker makes subscribers; this site has none running."""
    found, _ = Subscriber.objects.get_or_create(
        list=DigestList.objects.get(slug="senate"), email="someone@brackenford.example"
    )
    return found


def hold_meeting(slug: str, day: str) -> None:
    """A meeting that took place that morning with an agenda, and nobody has written its minutes."""
    starts_at = timezone.make_aware(datetime.fromisoformat(f"{day}T10:00"))
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


def write_last_letter() -> None:
    """Write whom the latest e-mail to a single person goes to, and its link, as JSON."""
    letter = Letter.objects.order_by("-pk")[0]
    sys.stdout.write(json.dumps({"to": letter.to, "link": letter.link}))


def send_digest() -> None:
    """Do what the worker does: plan the digest that is due, and send it (to files)."""
    services.plan_due_editions(now=timezone.now())
    for edition in Edition.objects.filter(state=EditionState.SENDING).select_related("list"):
        services.send_edition(edition=edition, clock=timezone.now)


def write_links_to_sign(slug: str) -> None:
    """Where the co-chairs of a board sign, the citizen first, as JSON."""
    to_sign = Letter.objects.filter(link__contains="/charter/sign/", subject__contains="charter")
    seats = co_chairs_of(BoardPage.objects.get(slug=slug), on=timezone.localdate())
    links = [to_sign.filter(to=address_of(seat)).latest("pk").link for seat in seats]
    sys.stdout.write(json.dumps(links))
