"""Which minutes wait for a later meeting to approve them, and which meeting can."""

from datetime import datetime

from django.db.models import Max, OuterRef, Subquery
from django.urls import reverse

from boards.enums import MeetingStatus, MinutesStatus
from boards.models import AgendaPage, BoardPage, MeetingPage, MinutesPage
from boards.rules.dates import long_date
from boards.rules.items import APPROVES_MINUTES, kind_of
from boards.selectors.to_do_line import ToDo
from boards.selectors.trail import would_change
from easyread.tree import upper_path


def meetings_that_can_approve(
    meeting: MeetingPage, board: BoardPage, *, now: datetime
) -> list[MeetingPage]:
    """The later meetings of the board that have begun, the latest first."""
    can = MeetingPage.objects.of_board(board).can_approve(meeting, now=now)
    return list(can.order_by("-starts_at", "-pk"))


def corrected_draft(minutes: MinutesPage) -> MinutesPage | None:
    """The draft of public minutes, if its text differs from theirs."""
    if not minutes.has_unpublished_changes:
        return None
    draft: MinutesPage = minutes.get_latest_revision_as_object()
    return draft if would_change(minutes, draft) else None


def item_about_minutes(meeting: MeetingPage) -> int | None:
    """The number of the agenda's item by which a meeting usually approves minutes."""
    agenda = AgendaPage.objects.child_of(meeting).first()
    numbered = agenda.numbered_items() if agenda else []
    about = (number for number, item in numbered if kind_of(item.value) in APPROVES_MINUTES)
    return next(about, None)


def approving_to_do(boards: list[BoardPage], *, now: datetime) -> dict[int, list[ToDo]]:
    """Minutes that are still a draft after a later meeting was held; two queries for all."""
    by_path = {board.path: board.pk for board in boards}
    held = MeetingPage.objects.live().exclude(status=MeetingStatus.CANCELLED)
    latest = dict(
        held.filter(ends_at__lte=now)
        .annotate(board_path=upper_path())
        .filter(board_path__in=list(by_path))
        .order_by()
        .values("board_path")
        .annotate(latest=Max("starts_at"))
        .values_list("board_path", "latest")
    )
    of_minutes = MeetingPage.objects.filter(path=OuterRef("above")).order_by()
    drafts = (
        MinutesPage.objects.live()
        .filter(status=MinutesStatus.DRAFT)
        .annotate(above=upper_path(), board_path=upper_path(2))
        .filter(board_path__in=list(by_path))
        .annotate(held_at=Subquery(of_minutes.values("starts_at")[:1]))
        .order_by("held_at", "pk")
        .values_list("pk", "board_path", "held_at")
    )
    to_dos: dict[int, list[ToDo]] = {}
    for pk, board_path, held_at in drafts:
        if held_at and held_at < latest.get(board_path, held_at):
            words = f"Approve the minutes of {long_date(held_at)}"
            to_do = ToDo(words, reverse("boards_admin:approve_minutes", args=[pk]), "soon")
            to_dos.setdefault(by_path[board_path], []).append(to_do)
    return to_dos


def withdrawn_to_do(boards: list[BoardPage], *, now: datetime) -> dict[int, list[ToDo]]:
    """Minutes that were withdrawn, however old, until they are public again; one query for all."""
    by_path = {board.path: board.pk for board in boards}
    of_minutes = MeetingPage.objects.filter(path=OuterRef("above")).order_by()
    withdrawn = (
        MinutesPage.objects.filter(live=False, withdrawn_on__isnull=False)
        .annotate(above=upper_path(), board_path=upper_path(2))
        .filter(board_path__in=list(by_path))
        .annotate(held_at=Subquery(of_minutes.values("starts_at")[:1]))
        .order_by("-held_at", "pk")
        .values_list("pk", "board_path", "held_at")
    )
    to_dos: dict[int, list[ToDo]] = {}
    for pk, board_path, held_at in withdrawn:
        words = f"Put right the withdrawn minutes of {long_date(held_at)}"
        to_do = ToDo(words, reverse("wagtailadmin_pages:edit", args=[pk]), "now")
        to_dos.setdefault(by_path[board_path], []).append(to_do)
    return to_dos
