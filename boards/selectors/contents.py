"""The whole content of minutes, as the trail keeps it."""

from typing import Any

from django.db.models import TextField
from django.db.models.functions import Cast

from boards.models import BY_PLACE, Attendance, BoardPage, MinutesPage
from boards.rules import chain
from boards.selectors.surroundings import day_of, meetings_as_stored, surroundings_of
from easyread.tree import path_above


def contents_of(minutes: list[int]) -> dict[int, dict[str, Any]]:
    """What the database holds of these minutes now, by ``pk``, with what is around them; ten
    queries for all.

    Columns are read as text, so that a spoilt one is told and not stumbled over.
    """
    rows = list(
        MinutesPage.objects.filter(pk__in=minutes)
        .annotate(items_text=Cast("items", TextField()))
        .values(
            *("pk", "path", "title", "slug", "items_text", "status"),
            *("approved_at_id", "approved_item", "corrections"),
        )
    )
    meetings = meetings_as_stored(path__in={path_above(row["path"]) for row in rows})
    by_path = {meeting["path"]: meeting for meeting in meetings}
    boards = BoardPage.objects.filter(path__in={path_above(row["path"], 2) for row in rows})
    board_by_path = {
        path: (pk, title) for path, pk, title in boards.values_list("path", "pk", "title")
    }
    approving = meetings_as_stored(pk__in={row["approved_at_id"] for row in rows} - {None})
    by_pk = {meeting["pk"]: meeting for meeting in approving}
    people = _attendance(minutes)
    around = surroundings_of(minutes)
    return {
        row["pk"]: _content(
            row,
            meeting=by_path.get(path_above(row["path"])),
            board=board_by_path.get(path_above(row["path"], 2)),
            approving=by_pk.get(row["approved_at_id"]),
            people=people.get(row["pk"], []),
        )
        | {chain.AROUND: around.get(row["pk"])}
        for row in rows
    }


def _attendance(minutes: list[int]) -> dict[int, list[dict[str, Any]]]:
    people: dict[int, list[dict[str, Any]]] = {}
    found = Attendance.objects.filter(minutes__in=minutes).order_by("minutes", BY_PLACE, "pk")
    for pk, name, role, presence, is_citizen in found.values_list(
        "minutes_id", "name", "role", "presence", "is_citizen"
    ):
        person = {"name": name, "role": role, "presence": presence, "is_citizen": is_citizen}
        people.setdefault(pk, []).append(person)
    return people


def _content(
    row: dict[str, Any],
    *,
    meeting: dict[str, Any] | None,
    board: tuple[int, str] | None,
    approving: dict[str, Any] | None,
    people: list[dict[str, Any]],
) -> dict[str, Any]:
    approved = row["approved_at_id"] and {
        "meeting": row["approved_at_id"],
        "day": approving and day_of(approving["starts"]),
        "item": row["approved_item"],
    }
    return {
        "title": row["title"],
        "slug": row["slug"],
        "meeting": meeting and {"id": meeting["pk"], "day": day_of(meeting["starts"])},
        "board": board and {"id": board[0], "title": board[1]},
        "status": row["status"],
        "approved": approved or None,
        "corrections": row["corrections"],
        "attendance": people,
        "items": chain.plain_items(chain.read_json(row["items_text"])),
    }
