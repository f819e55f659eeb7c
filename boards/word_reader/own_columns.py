"""Columns under headers that nobody could foresee ("Jobs", "Whose turn"), known by their cells."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from .actions import is_nothing
from .attendance import label_of, read_attendance
from .due import is_only_due
from .lines import Line, Run
from .own_labels import is_order
from .owner_names import is_owner_only
from .people import Roster
from .table_kinds import Table, cell_text, tables_of
from .verbs import begins_with_verb

_TOP = 80  # lines in which the attendance is looked for
_HEADER_WORDS = 7


def with_known_columns(lines: Sequence[Line]) -> list[Line]:
    """The lines, with "Action", "Who" and "When" over the columns that hold just these."""
    tables = tables_of(lines)
    if not tables:
        return list(lines)
    roster = read_attendance(lines[:_TOP]).roster
    new: dict[int, Line] = {}
    for table in tables.values():
        for cell, word in _renamed(table, roster):
            for at, line in enumerate(one for one in cell if one.text):
                new[id(line)] = replace(line, runs=() if at else (Run(word, bold=True),))
    return [new.get(id(line), line) for line in lines]


def _renamed(table: Table, roster: Roster) -> list[tuple[Sequence[Line], str]]:
    """The header cells to be renamed, each with its word."""
    rows = [table.rows[at] for at in sorted(table.rows)]
    header, body = rows[0], rows[1:]
    if len(rows) < 3 or "action" in table.roles.values():
        return []
    texts = {column: cell_text(cell) for column, cell in header.items() if cell_text(cell)}
    if len(texts) < 2 or any(
        len(text.split()) > _HEADER_WORDS or text.endswith(".") or label_of(text)[0]
        for text in texts.values()
    ):
        return []

    def filled_with(test: Callable[[str], bool]) -> list[int]:
        return [
            column
            for column in texts
            if _is_filled([cell_text(row.get(column)) for row in body], test)
        ]

    owners = filled_with(lambda text: is_owner_only(text, roster))
    dues = filled_with(is_only_due)
    orders = [one for one in filled_with(lambda text: is_order(text, roster)) if one not in owners]
    if not orders and owners:
        orders = filled_with(begins_with_verb)
    found = [(orders[0], "Action")] if orders else []
    if found:
        found += [(owners[-1], "Who")] if owners and owners[-1] != orders[0] else []
        found += [(dues[-1], "When")] if dues and dues[-1] != orders[0] else []
    return [(header[column], word) for column, word in found]


def _is_filled(texts: Sequence[str], test: Callable[[str], bool]) -> bool:
    said = [text for text in texts if not is_nothing(text)]
    return len(said) >= 2 and sum(test(text) for text in said) * 10 >= len(said) * 6
