"""What is around minutes: where they stand, what readers see above them, who may see them."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from django.db.models import TextField
from django.db.models.functions import Cast
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from boards.models import MeetingPage, MinutesPage
from boards.rules import chain
from easyread.tree import depth_of, path_above, paths_above

COLUMNS = ("pk", "path", "depth", "numchild", "live", "url_path", "slug", "title")


def surroundings_of(minutes: list[int]) -> dict[int, dict[str, Any]]:
    """What is around these minutes now, by ``pk``; five queries for all.

    ``above`` are the pages above them from the root down, ``closed_by`` what keeps strangers out:
    nothing, if the minutes are public for all.
    """
    rows = list(MinutesPage.objects.filter(pk__in=minutes).values(*COLUMNS, "approved_at_id"))
    paths = {path for row in rows for path in paths_above(row["path"])}
    pages = {row["path"]: row for row in Page.objects.filter(path__in=paths).values(*COLUMNS)}
    meetings = {row["path"]: row for row in meetings_as_stored(path__in=paths)}
    approving = meetings_as_stored(pk__in={row["approved_at_id"] for row in rows} - {None})
    days = {row["pk"]: day_of(row["starts"]) for row in approving}
    restrictions: dict[str, list[str]] = {}
    for path, how in PageViewRestriction.objects.values_list("page__path", "restriction_type"):
        restrictions.setdefault(path, []).append(how)
    return {
        row["pk"]: {
            "above": [
                pages[path]["pk"] if path in pages else None for path in paths_above(row["path"])
            ],
            "address": row["url_path"],
            "closed_by": list(_closed_by(row, pages, restrictions)),
            "board": pages.get(path_above(row["path"], 2), {}).get("title"),
            "meeting": _meeting(meetings.get(path_above(row["path"]))),
            "approved_on": days.get(row["approved_at_id"]),
        }
        for row in rows
    }


def _closed_by(
    row: dict[str, Any], pages: dict[str, dict[str, Any]], restrictions: dict[str, list[str]]
) -> Iterator[list[Any]]:
    """Pages with what they do: a draft, a restriction, or a place that the tree cannot find."""
    above = None
    for path in [*paths_above(row["path"]), row["path"]]:
        page = row if path == row["path"] else pages.get(path)
        if page is None:
            yield [path, "lost"]
            continue
        is_found = page["depth"] == depth_of(path)
        if path != row["path"]:
            is_found = is_found and page["numchild"] > 0
        if above is not None:
            is_found = is_found and page["url_path"] == f"{above['url_path']}{page['slug']}/"
        if not is_found:
            yield [page["pk"], "lost"]
        if not page["live"]:
            yield [page["pk"], "draft"]
        for how in sorted(restrictions.get(path, [])):
            yield [page["pk"], how]
        above = page


def _meeting(row: dict[str, Any] | None) -> dict[str, Any] | None:
    if row is None:
        return None
    moments = {"starts": chain.stamp(row["starts"]), "ends": chain.stamp(row["ends"])}
    return moments | {"title": row["title"], "place": row["place"]}


def meetings_as_stored(**which: Any) -> list[dict[str, Any]]:
    """Meetings with their moments as text, so that a spoilt one is told and not stumbled over."""
    found = MeetingPage.objects.filter(**which).annotate(
        starts=Cast("starts_at", TextField()), ends=Cast("ends_at", TextField())
    )
    return list(found.values("pk", "path", "title", "place", "starts", "ends"))


def day_of(moment: str) -> str:
    """The day in London of a moment that was read as text."""
    try:
        known = datetime.fromisoformat(chain.stamp(moment))
    except ValueError:
        return moment
    return timezone.localdate(known.astimezone(UTC)).isoformat()
