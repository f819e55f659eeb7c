"""Arithmetic on the paths of the page tree, in one place.

A path holds a fixed number of signs for each level, so the path of what stands above a page is the
beginning of its own.
"""

from collections.abc import Iterable

from django.db.models.functions import Left, Length
from wagtail.models import Page

from easyread.page_lists import Pages

STEP: int = Page.steplen


def path_above(path: str, levels: int = 1) -> str:
    """The path of what stands so many levels above the page with this path."""
    return path[: -levels * STEP]


def path_at(depth: int, path: str) -> str:
    """The path of the page of this depth on the way to ``path``; of one that is higher its own."""
    return path[: depth * STEP]


def depth_of(path: str) -> int:
    """How deep the page with this path stands; the root has 1."""
    return len(path) // STEP


def paths_above(path: str) -> list[str]:
    """The paths of all that stands above, the root first."""
    return [path[:end] for end in range(STEP, len(path), STEP)]


def upper_path(levels: int = 1, of: str = "path") -> Left:
    """`path_above` for the database: of the column ``of``."""
    return Left(of, Length(of) - levels * STEP)


def children_of(pages: Pages, paths: Iterable[str]) -> Pages:
    """Those of these pages that stand right under one of the paths, each with it as ``above``."""
    return pages.annotate(above=upper_path()).filter(above__in=list(paths))
