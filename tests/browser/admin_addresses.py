"""What runs on a site's own data: where each of our screens of the admin is, by its name."""

import json
import sys
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone
from wagtail.models import get_page_models
from wagtail.snippets.models import get_snippet_models

from boards.enums import ArchiveState, FileOutcome, MinutesStatus, ProposalState
from boards.models import (
    ActionPoint,
    AgendaPage,
    AgendaPaper,
    ArchiveFile,
    ArchiveJob,
    BoardPage,
    Deadline,
    JointInvitation,
    MeetingPage,
    MinutesPage,
    Paper,
    PassedMatter,
    Proposal,
    TrailCheck,
    Visit,
    WordReading,
)
from boards.services import invite_boards
from charter.enums import SignUpState
from charter.models import CharterVersion, Principle, SignUp
from charter.versions.services import begin_draft
from easyread.models import AllowedWord, EasyReadPage, FormatRequest
from easyread.services import note_missing
from easyread.services.survey import survey_words
from portal.digests.models import Delivery, DigestList, Edition, Subscriber
from portal.mailbox.selectors import sent_mail
from portal.users.models import User

# The boards of the demonstration's co-chair and secretary.
CHAIRED, BOARD = "learning-disability", "carers"
OUR_APPS = {"boards", "charter", "easyread", "portal"}
OF_A_LIST = ("list", "add", "edit")  # the screens of a list that Wagtail makes
NOT_SCREENS = {  # they change something and lead back, or answer with a file or a public page
    "boards_admin:archive_report",
    "boards_admin:bring_word",
    "boards_admin:leave_meeting",
    "boards_admin:reach_owner",
    "boards_admin:read_draft",
    "boards_admin:remove_visit",
    "boards_admin:reopen_board",
    *(f"charter_admin:{one}" for one in ("begin", "cell", "drop", "move_principle", "remind")),
    *(f"charter_admin:{one}" for one in ("remove_principle", "take_over", "unplan")),
    "easyread_admin:allow_word",
    "easyread_admin:check",
    "easyread_admin:count_words",
    "easyread_admin:keep_picture",
    "easyread_admin:miss_picture",
    "easyread_admin:use_picture",
}


def write_admin_addresses() -> None:
    """Put on the site what its screens show and few have; write ``{name: path}`` as JSON."""
    _put_more_there()
    named = {name: reverse(name, args=found) for name, found in (*_screens(), *_lists())}
    sys.stdout.write(json.dumps(named | dict(_editors())))


def _lists() -> Iterator[tuple[str, list[Any]]]:
    """Of each list in the menu: the list, and the forms for a new row and for one of its rows."""
    for model in our_lists():
        name, row = model.snippet_viewset.get_url_name, model.objects.order_by("pk")[0]
        yield from ((name(one), [row.pk] if one == "edit" else []) for one in OF_A_LIST)


def _editors() -> Iterator[tuple[str, str]]:
    """Of each page type, of that page whose texts are longest."""
    for model in our_pages():
        page = max(model.objects.order_by("pk"), key=_length_of)
        yield editor_of(model), reverse("wagtailadmin_pages:edit", args=[page.pk])


def _names(resolver: URLResolver, *, is_ours: bool = False) -> Iterator[str]:
    for part in resolver.url_patterns:
        if isinstance(part, URLPattern):
            if is_ours:
                yield f"{resolver.namespace}:{part.name}"
        else:
            module = getattr(part.urlconf_module, "__name__", "")
            yield from _names(part, is_ours=module.partition(".")[0] in OUR_APPS)


def screens_of_ours() -> list[str]:
    parts = get_resolver().url_patterns
    (admin,) = [
        part for part in parts if isinstance(part, URLResolver) and str(part.pattern) == "admin/"
    ]
    return sorted(set(_names(admin)) - NOT_SCREENS)


def _length_of(page: Any) -> int:
    return sum(len(str(found)) for found in page.serializable_data().values())


def our_lists() -> list[Any]:
    """The models whose lists and forms Wagtail makes for us (snippets)."""
    return [model for model in get_snippet_models() if _is_ours(model)]


def our_pages() -> list[Any]:
    return [model for model in get_page_models() if _is_ours(model)]


def editor_of(model: Any) -> str:
    return f"editor of {model._meta.label}"


def _is_ours(model: Any) -> bool:
    return model.__module__.partition(".")[0] in OUR_APPS


def _screens() -> Iterator[tuple[str, list[Any]]]:
    board = BoardPage.objects.get(slug=BOARD)
    for name in ("my_boards", "all_format_requests", "people", "trail", "archives", "actions"):
        yield f"boards_admin:{name}", []
    for name in (
        *("plan_meeting", "plan_year", "proposals", "format_requests", "papers"),
        *("visits", "new_visit", "close_board", "pass_matter"),
    ):
        yield f"boards_admin:{name}", [board.pk]
    visit = Visit.objects.filter(visited__slug=CHAIRED).order_by("pk")[0]
    yield "boards_admin:visit", [visit.visited_id, visit.pk]
    yield "boards_admin:archive", [ArchiveJob.objects.get().token]
    yield from _rows()
    yield from _of_meetings(board)
    for name in ("report", "missing_pictures", "words"):
        yield f"easyread_admin:{name}", []
    easy_read = EasyReadPage.objects.descendant_of(board).order_by("path")[0]
    yield "easyread_admin:changes", [easy_read.pk]
    yield "easyread_admin:readers", [easy_read.pk]
    yield from _of_the_charter()
    yield "mailbox:sent_mail", []
    yield "mailbox:mail", [sent_mail(limit=1)[0].name]


def _of_the_charter() -> Iterator[tuple[str, list[Any]]]:
    """A version in force with a draft of the next, and a board that is signing."""
    for name in ("matrix", "signing", "versions"):
        yield f"charter_admin:{name}", []
    sealed = CharterVersion.objects.exclude(in_force_from=None).order_by("pk")[0]
    draft = begin_draft(charter=sealed.charter)
    for name in ("version", "words", "new_principle", "compare", "put_in_force"):
        yield f"charter_admin:{name}", [draft.pk]
    yield "charter_admin:correct", [sealed.pk]
    yield "charter_admin:principle", [Principle.objects.filter(version=draft)[0].pk]
    thinking = SignUp.objects.filter(state=SignUpState.CONSIDERING).order_by("pk")[0]
    yield "charter_admin:board_signing", [thinking.board_id]
    yield "charter_admin:step", [thinking.board_id, "paper"]


def _rows() -> Iterator[tuple[str, list[Any]]]:
    """Screens about one row, whoever's it is."""
    new = {"state": ProposalState.NEW}
    rows: dict[str, Any] = {
        "answer_proposal": Proposal.objects.filter(**new),
        "answer_format_request": FormatRequest.objects.filter(answered_at=None),
        "explain": Deadline.objects.missed(on=timezone.localdate()),
        "answer_matter": PassedMatter.objects.filter(answered_on=None),
        "answer_invitation": JointInvitation.objects,
        "reading": WordReading.objects,
        "explain_supplement": AgendaPaper.objects.filter(is_supplement=True),
        "report_progress": ActionPoint.objects.in_force().unfinished(),
    }
    for name, found in rows.items():
        yield f"boards_admin:{name}", [found.order_by("pk")[0].pk]


def _of_meetings(board: BoardPage) -> Iterator[tuple[str, list[Any]]]:
    meetings = MeetingPage.objects.of_board(board)
    held, coming = meetings.held(now=timezone.now())[0], meetings.upcoming(now=timezone.now())[0]
    agenda = AgendaPage.objects.child_of(coming).get()
    minutes = MinutesPage.objects.live().descendant_of(board)
    draft = minutes.filter(status=MinutesStatus.DRAFT)[0]
    approved = minutes.filter(status=MinutesStatus.APPROVED)[0]
    paper = Paper.objects.filter(collection__in=BoardPage.objects.values("collection"))[0]
    owner = BoardPage.objects.get(collection=paper.collection)
    yield "boards_admin:start_minutes", [held.pk]
    yield "boards_admin:together", [coming.pk]
    yield "boards_admin:matters_arising", [agenda.pk]
    yield "boards_admin:approve_minutes", [draft.pk]
    yield "boards_admin:correct_minutes", [approved.pk]
    yield "boards_admin:withdraw_minutes", [approved.pk]
    yield "boards_admin:who_may_see", [approved.pk]
    yield "boards_admin:share_paper", [owner.pk, paper.pk]
    yield "easyread_admin:start", [agenda.pk]


def _put_more_there() -> None:
    now = timezone.now()
    board = BoardPage.objects.get(slug=BOARD)
    invite_boards(
        meeting=MeetingPage.objects.of_board(board).upcoming(now=now)[0],
        boards=[BoardPage.objects.get(slug=CHAIRED)],
        invited_by=User.objects.get(username="secretary"),
        now=now,
    )
    AgendaPaper.objects.filter(pk=AgendaPaper.objects.order_by("pk")[0].pk).update(
        is_supplement=True
    )
    done = {"state": ArchiveState.DONE, "asked_at": now, "ended_at": now}
    job = ArchiveJob.objects.create(title="Minutes of 2015", **done)
    for position, outcome in enumerate(FileOutcome, start=1):
        words = {"file_name": f"2015-0{position}.docx", "report": "No day was found in this file."}
        ended_at = None if outcome == FileOutcome.WAITING else now
        ends = {"board": board, "outcome": outcome, "ended_at": ended_at}
        ArchiveFile.objects.create(job=job, position=position, **ends, **words)
    approved = MinutesPage.objects.live().filter(status=MinutesStatus.APPROVED)
    draft = approved.descendant_of(board)[0].get_latest_revision_as_object()
    draft.title = "Minutes with another title"
    draft.save_revision()
    AllowedWord.objects.create(word="hoist")
    senate = DigestList.objects.get(slug="senate")
    reader = Subscriber.objects.create(list=senate, email="someone@brackenford.example")
    edition = Edition.objects.order_by("pk")[0]
    Delivery.objects.create(edition=edition, subscriber=reader, next_at=now)
    note_missing(words="hoist in a bus", now=now)
    survey_words(now=now)
    problem = "Minutes 7, version 2: the public text is not what was recorded (3f9a1c)."
    check = TrailCheck.objects.create(at=now, records=7)
    check.problems.create(key="minutes_differ:7", words=problem, since=now - timedelta(days=3))
