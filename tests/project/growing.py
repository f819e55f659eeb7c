"""A site that grows, and where each page and screen of it is."""

from datetime import timedelta

from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from boards.enums import BoardKind
from boards.models import AgendaPage, BoardPage, MeetingPage, MinutesPage, PassedMatter
from easyread.models import EasyReadPage
from portal.demo.services import seed_size
from portal.digests.models import Delivery, DigestList, Edition, Subscriber
from tests.borough import make_easy_read
from tests.browser.admin_addresses import editor_of, our_lists
from tests.papers import make_paper, publish_with

LISTS_OF_THE_ADMIN = [
    *("boards_admin:all_format_requests", "boards_admin:trail", "boards_admin:archives"),
    *("easyread_admin:report", "easyread_admin:missing_pictures", "easyread_admin:words"),
    *("charter_admin:signing", "charter_admin:versions"),
    "mailbox:sent_mail",
    *(model.snippet_viewset.get_url_name("list") for model in our_lists()),
]
SCREENS_OF_A_BOARD = [
    *("boards_admin:plan_meeting", "boards_admin:plan_year", "boards_admin:proposals"),
    *("boards_admin:format_requests", "boards_admin:papers", "boards_admin:visits"),
    *("boards_admin:new_visit", "boards_admin:close_board", "boards_admin:pass_matter"),
    "charter_admin:board_signing",
]
SCREENS_OF_MINUTES = [
    *("boards_admin:approve_minutes", "boards_admin:withdraw_minutes"),
    "boards_admin:who_may_see",
]

LISTS = {
    "home": "/",
    "boards": "/boards/",
    "meetings": "/meetings/",
    "how to read": "/how-to-read/",
    "matters": "/matters/",
    "actions": "/actions/",
    "you said, we did": "/you-said-we-did/",
    "charter": "/charter/",
    "charter version": "/charter/versions/1/",
    "charter version's changes": "/charter/versions/1/changes/",
    "digests": "/digests/",
    "search": "/search/?q=board",
    "jargon buster": "/jargon-buster/",
    "jargon buster searched": "/jargon-buster/?q=gp",
    "hard word": "/jargon-buster/gp/",
    "pictures": "/pictures/",
    "on time": "/on-time/",
    "easy reads": "/easy-reads/",
    "who to ask": "/who-to-ask/",
    "topic": "/topics/transport/",
    "feed": "/feeds/all.atom",
    "calendar": "/calendars/all.ics",
    "feed of a topic": "/feeds/topics/transport.atom",
    "contact": "/contact/",
    "my boards": "/admin/my-boards/",
    "people": "/admin/my-boards/people/",
    "actions to report": "/admin/my-boards/actions/",
    "matrix": "/admin/charter-matrix/",
}


def grow(*, boards: int, meetings: int) -> dict[str, str]:
    """More boards with meetings, agendas, minutes and actions; the addresses of all main pages, of
    the newest board where a board is asked for."""
    seed_size(boards=boards, meetings=meetings, now=timezone.now(), say=lambda words: None)
    board = BoardPage.objects.exclude(kind=BoardKind.SENATE).order_by("-pk")[0]
    minutes = MinutesPage.objects.descendant_of(board).live().order_by("-path")[0]
    editions = [_edition() for _ in range(boards)]
    one_each = {"edition": editions[-1].get_absolute_url(), **_of_board(board)}
    agenda = AgendaPage.objects.child_of(minutes.get_parent()).get()
    papers = _of_meeting(board, minutes, agenda)
    found = {**LISTS, **one_each, **papers, **_screens_of(board, minutes, agenda)}
    call_command("wagtail_update_index", verbosity=0)
    return found


def _screens_of(board: BoardPage, minutes: MinutesPage, agenda: AgendaPage) -> dict[str, str]:
    """Of the admin's screens those about a board, a meeting or its papers, by their names."""
    meeting = minutes.get_parent()
    easy_read = EasyReadPage.objects.descendant_of(board).get()
    pages = (board, meeting.specific, agenda, minutes, easy_read)
    editors = {editor_of(type(page)): page.pk for page in pages}
    asked_for = {
        **dict.fromkeys(LISTS_OF_THE_ADMIN, ()),
        **dict.fromkeys(SCREENS_OF_A_BOARD, (board.pk,)),
        **dict.fromkeys(SCREENS_OF_MINUTES, (minutes.pk,)),
        "boards_admin:together": (meeting.pk,),
        "boards_admin:start_minutes": (MeetingPage.objects.filter(numchild=1)[0].pk,),
        "boards_admin:matters_arising": (agenda.pk,),
        "boards_admin:report_progress": (minutes.actions.filter(is_withdrawn=False)[0].pk,),
        "easyread_admin:start": (agenda.pk,),
        "easyread_admin:changes": (easy_read.pk,),
        "easyread_admin:readers": (easy_read.pk,),
    }
    return {
        **{name: reverse(name, args=args) for name, args in asked_for.items()},
        **{name: reverse("wagtailadmin_pages:edit", args=[pk]) for name, pk in editors.items()},
    }


def _edition() -> Edition:
    now = timezone.now()
    found = Edition.objects.create(
        list=DigestList.objects.get(),
        period_start=now - timedelta(days=Edition.objects.count() * 30),
        period_end=now + timedelta(days=1),
        state="done",
        content={"boards": []},
        frozen_at=now,
    )
    reader = Subscriber.objects.create(list=found.list, email=f"{found.pk}@example.org")
    Delivery.objects.create(edition=found, subscriber=reader, next_at=now)
    return found


def _of_board(board: BoardPage) -> dict[str, str]:
    matter = PassedMatter.objects.create(
        board=board,
        to_outside="A hospital",
        title="Ramps",
        words="Why?",
        passed_on=timezone.now().date(),
    )
    return {
        "board": board.url,
        "meetings of one board": f"/meetings/?board={board.slug}",
        "past meetings": f"/past-meetings/{board.slug}/",
        "attendance": f"/attendance/{board.slug}/",
        "visits": f"/visits/{board.slug}/",
        "matter": matter.get_absolute_url(),
        "propose an item": reverse("boards:propose", args=[board.slug]),
        "charter of a board": f"/charter/boards/{board.slug}/",
        "feed of a board": f"/feeds/boards/{board.slug}.atom",
        "calendar of a board": f"/calendars/boards/{board.slug}.ics",
    }


def _of_meeting(board: BoardPage, minutes: MinutesPage, agenda: AgendaPage) -> dict[str, str]:
    paper = make_paper(board, "Plan", "plan.txt", b"Words")
    publish_with(agenda, paper)
    easy_read = make_easy_read(minutes)
    return {
        "meeting": minutes.get_parent().url,
        "agenda": agenda.url,
        "paper": paper.get_absolute_url(),
        "boards_admin:share_paper": reverse("boards_admin:share_paper", args=[board.pk, paper.pk]),
        "ask": reverse("easyread:ask", args=[agenda.pk]),
        "asked": reverse("easyread:asked", args=[agenda.pk]),
        "minutes": minutes.url,
        "minutes in a version": f"/minutes/{minutes.pk}/versions/1/",
        "easy read": easy_read.url,
        "one idea": f"{easy_read.url}?idea=1",
        "changes": f"/easy-read-changes/{easy_read.pk}/",
        "action": minutes.actions.filter(is_withdrawn=False)[0].get_absolute_url(),
    }
