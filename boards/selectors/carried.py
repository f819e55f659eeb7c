"""What goes from one meeting to the next: actions that are not finished."""

import json
from datetime import date, datetime, timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join

from boards.enums import ActionState, MeetingStatus
from boards.models import ActionPoint, AgendaPage, BoardPage, Lineage, MeetingPage
from boards.models.actions import ActionPointQuerySet
from boards.rules.dates import long_date, short_date
from boards.rules.items import LISTS_ACTIONS, kind_of
from boards.selectors.actions import public_actions
from boards.selectors.lineage import of_board_and_forerunners
from boards.selectors.to_do_line import ToDo
from easyread.richtext import blocks_of
from easyread.tree import children_of, path_above

SOON = timedelta(days=21)
MOST_LINES = 40
HEADING = "Not finished from earlier meetings:"


def carried_actions(board: BoardPage, *, on: date) -> ActionPointQuerySet:
    """The board's public actions that were open at a meeting on that day: agreed before it and
    not finished before it. The longest open come first."""
    open_then = Q(closed_on__isnull=True) | Q(closed_on__gte=on)
    found = public_actions().filter(of_board_and_forerunners(board), open_then, agreed_on__lt=on)
    return found.order_by("agreed_on", "position", "pk")


def open_list(board: BoardPage, *, on: date) -> str:
    """HTML with what was open at a meeting on that day; empty where nothing was."""
    return list_of(board, list(carried_actions(board, on=on)[: MOST_LINES + 1]))


def list_of(board: BoardPage, actions: list[ActionPoint]) -> str:
    """A heading and a line with a link for each action, at most `MOST_LINES`."""
    if not actions:
        return ""
    line = '<li><a href="{}">{}</a>{}</li>'
    shown = actions[:MOST_LINES]
    lines = format_html_join(
        "", line, ((each.get_absolute_url(), each.text, _facts(each)) for each in shown)
    )
    if len(actions) > MOST_LINES:
        more = f"{reverse('boards:actions')}?board={board.slug}&state=unfinished"
        lines += format_html(line, more, "There are more", "")
    return format_html("<p><b>{}</b></p><ul>{}</ul>", HEADING, lines)


def _facts(action: ActionPoint) -> str:
    """What stands behind an action in a list: who, by when, how far."""
    by = short_date(action.due_on) if action.due_on else action.due_words
    who = action.owner or "nobody yet"
    return f" – {who}{f', by {by}' if by else ''}. {ActionState(action.state).label}."


def kept_lines(html: str) -> list[tuple[str, str]]:
    """The lines of a list that the portal keeps: address and words of each, in order."""
    entries = [(block.address, block.words) for block in blocks_of(html) if block.kind == "li"]
    actions = reverse("boards:actions")
    return [(address, words) for address, words in entries if address.startswith(actions)]


def carried_to_do(boards: list[BoardPage], *, now: datetime) -> dict[int, list[ToDo]]:
    """Coming meetings whose draft agenda no longer lists what is open; four queries."""
    agendas = _draft_agendas(boards, now)
    concerned = {board.pk for board, _, _ in agendas}
    actions = _unfinished_of(concerned)
    found: dict[int, list[ToDo]] = {}
    for board, agenda, starts_at in agendas:
        day = timezone.localdate(starts_at)
        summary = _summary(agenda)
        now_open = [each for each in actions.get(board.pk, []) if each.agreed_on < day]
        fresh = list_of(board, now_open[: MOST_LINES + 1])
        if summary is None or kept_lines(summary) == kept_lines(fresh):
            continue
        words = f"Bring the open actions on the agenda for {long_date(starts_at)} up to date"
        url = reverse("boards_admin:matters_arising", args=[agenda.pk])
        found.setdefault(board.pk, []).append(ToDo(words, url, "soon"))
    return found


def _draft_agendas(
    boards: list[BoardPage], now: datetime
) -> list[tuple[BoardPage, AgendaPage, datetime]]:
    by_path = {board.path: board for board in boards}
    soon = MeetingPage.objects.filter(starts_at__gt=now, starts_at__lt=now + SOON)
    soon = soon.exclude(status=MeetingStatus.CANCELLED)
    times = dict(soon.values_list("path", "starts_at"))
    drafts = children_of(AgendaPage.objects.filter(live=False), times)
    return [
        (by_path[path_above(agenda.above)], agenda, times[agenda.above])
        for agenda in drafts.select_related("latest_revision").order_by("path")
        if path_above(agenda.above) in by_path
    ]


def _summary(agenda: AgendaPage) -> str | None:
    """What the latest draft says under “Matters arising”; ``None`` where it has no such item."""
    revision = agenda.latest_revision
    items = json.loads(revision.content["items"]) if revision else agenda.items.get_prep_value()
    for item in items:
        if kind_of(item["value"]) in LISTS_ACTIONS:
            return item["value"].get("summary") or ""
    return None


def _unfinished_of(boards: set[int]) -> dict[int, list[ActionPoint]]:
    """The unfinished public actions of these boards and their forerunners, by the board."""
    if not boards:
        return {}
    lineage = Lineage.read()
    rows = public_actions().unfinished().filter(board__in=lineage.ending_in(boards))
    found: dict[int, list[ActionPoint]] = {}
    for action in rows.order_by("agreed_on", "position", "pk"):
        board = next(pk for pk in lineage.line_from(action.board_id) if pk in boards)
        found.setdefault(board, []).append(action)
    return found
