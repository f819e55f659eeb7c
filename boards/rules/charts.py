"""Where the bars of a chart go; what draws them is a template. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

ROW = 4.0  # rem that one meeting takes: its line of words, and its bar
WORDS_AT = 1.25  # rem from the top of the row to the foot of its words
BAR_AT = 1.75


class Counted(Protocol):
    """What the chart needs of a meeting's figures."""

    @property
    def held_at(self) -> datetime: ...
    @property
    def present(self) -> int: ...
    @property
    def citizens(self) -> int: ...


@dataclass(frozen=True)
class Bar:
    """One meeting: lengths in per cent of the width, heights in rem, as text."""

    held_at: datetime
    present: int
    citizens: int
    words_y: str
    bar_y: str
    citizens_width: str
    others_x: str
    others_width: str


@dataclass(frozen=True)
class Chart:
    """Bars from the oldest meeting to the latest."""

    bars: list[Bar]
    height: str


def attendance_chart(meetings: Sequence[Counted]) -> Chart | None:
    """One bar a meeting that says who came, in two parts: citizens and others."""
    noted = [one for one in reversed(meetings) if one.present]
    if not noted:
        return None
    most = max(one.present for one in noted)
    return Chart(
        [_bar(one, place, most) for place, one in enumerate(noted)], f"{ROW * len(noted):.2f}"
    )


def _bar(one: Counted, place: int, most: int) -> Bar:
    whole, citizens = 100 * one.present / most, 100 * one.citizens / most
    return Bar(
        held_at=one.held_at,
        present=one.present,
        citizens=one.citizens,
        words_y=f"{place * ROW + WORDS_AT:.2f}",
        bar_y=f"{place * ROW + BAR_AT:.2f}",
        citizens_width=f"{citizens:.2f}",
        others_x=f"{citizens:.2f}",
        others_width=f"{whole - citizens:.2f}",
    )


class Counts(Protocol):
    """What the chart needs of a kind of page: how many easy reads are how far."""

    @property
    def all(self) -> int: ...
    @property
    def have_one(self) -> int: ...
    @property
    def checked(self) -> int: ...
    @property
    def ready(self) -> int: ...
    @property
    def out_of_date(self) -> int: ...
    @property
    def in_preparation(self) -> int: ...
    @property
    def none(self) -> int: ...


PARTS = ("checked", "ready", "out_of_date", "in_preparation", "none")  # from the left


@dataclass(frozen=True)
class Piece:
    """One part of a bar: ``kind`` is one of `PARTS`, lengths are in per cent as text."""

    kind: str
    x: str
    width: str


@dataclass(frozen=True)
class StackedBar:
    """All pages of one kind, in parts that add up to the whole width."""

    label: str
    have_one: int
    all: int
    words_y: str
    bar_y: str
    pieces: list[Piece]


@dataclass(frozen=True)
class StackedChart:
    bars: list[StackedBar]
    height: str


def easy_read_chart(kinds: Sequence[tuple[str, Counts]]) -> StackedChart | None:
    """One bar for each kind of which there is any, in the order in which they are given."""
    shown = [(label, counts) for label, counts in kinds if counts.all]
    if not shown:
        return None
    bars = [
        StackedBar(
            label=label,
            have_one=counts.have_one,
            all=counts.all,
            words_y=f"{place * ROW + WORDS_AT:.2f}",
            bar_y=f"{place * ROW + BAR_AT:.2f}",
            pieces=_pieces(counts),
        )
        for place, (label, counts) in enumerate(shown)
    ]
    return StackedChart(bars, f"{ROW * len(shown):.2f}")


def _pieces(counts: Counts) -> list[Piece]:
    pieces, x = [], 0.0
    for kind in PARTS:
        width = 100 * getattr(counts, kind) / counts.all
        if width:
            pieces.append(Piece(kind, f"{x:.2f}", f"{width:.2f}"))
        x += width
    return pieces
