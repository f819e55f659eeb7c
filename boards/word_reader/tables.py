"""The cells of a document's tables as a stream, in the order in which they are to be read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from .attendance import label_of
from .lines import Line, plain_line
from .people import is_initials, looks_like_name
from .table_kinds import Row, Table, cell_text, kind_of, tables_of

_TICK = re.compile(r"[✓✔☑√xX✗✘✕☒YyNnPA]|[yY]es|[nN]o|[-–—]|Apol\w*|Apols?|Present|Absent")
_CROSSES = ("✗", "✘", "✕", "☒", "N", "n", "No", "no", "-", "–")
_COUNTED = re.compile(r"^\d{1,2}[.)]\s+(?=\S)")
_NUMBER_ALONE = re.compile(r"(?:item\s*)?(\d{1,3}(?:\.\d{1,2})*|[a-z])\s*[.):]?", re.IGNORECASE)


@dataclass(frozen=True)
class ListedAction:
    """A row of a table that is nothing but a list of actions."""

    text: str
    ref: str = ""
    item: str = ""
    owner: str = ""
    due: str = ""
    status: str = ""
    source: int = -1


@dataclass(frozen=True)
class ActionList:
    """A table of actions that stands before, after or inside the minutes."""

    rows: tuple[ListedAction, ...]
    has_status: bool


@dataclass(frozen=True)
class ActionCell:
    """What stands in the action column beside a piece of minutes (`beside`)."""

    lines: tuple[Line, ...]
    beside: tuple[Line, ...]
    owner: str = ""
    due: str = ""


Element = Line | ActionList | ActionCell


def stream(lines: Sequence[Line]) -> list[Element]:
    """All lines in reading order with tables taken apart by their purpose."""
    tables = tables_of(lines)
    kinds = {index: kind_of(table) for index, table in tables.items()}
    out: list[Element] = []
    done: set[int] = set()
    numbers: dict[tuple[int, int], str] = {}
    for line in lines:
        if line.cell is None:
            out.append(line)
        elif kinds[line.cell.table] == "layout":
            row = (line.cell.table, line.cell.row)
            number = _number_of_row(tables[line.cell.table].rows[line.cell.row], line)
            if number:
                numbers[row] = number
            else:
                out.append(replace(line, number=numbers.pop(row, line.number)))
        elif line.cell.table not in done:
            done.add(line.cell.table)
            out.extend(_taken_apart(tables[line.cell.table], kinds[line.cell.table]))
    return out


def _number_of_row(row: Row, line: Line) -> str:
    """The item's number when `line` is nothing else and a title stands in the cell beside it."""
    alone = _NUMBER_ALONE.fullmatch(line.flat)
    if not alone or not line.cell or cell_text(row[line.cell.column]) != line.flat:
        return ""
    after = [cell for column, cell in sorted(row.items()) if column > line.cell.column]
    title = next((one for cell in after[:1] for one in cell if one.text), None)
    if title is None or len(title.flat.split()) > 12 or title.flat.endswith("."):
        return ""
    return alone.group(1)


def _taken_apart(table: Table, kind: str) -> Iterator[Element]:
    if kind == "agenda":
        return
    if kind == "actions":
        yield from _listed(table)
    elif kind == "groups":
        yield from _by_column(table)
    elif kind == "people":
        yield from _one_person_a_row(table)
    else:
        for at, row in sorted(table.rows.items()):
            if at < table.header_row or (at > table.header_row and not _repeats_header(table, row)):
                yield from _minutes_row(table, row)


def _repeats_header(table: Table, row: Row) -> bool:
    if table.header_row < 0:
        return False
    header = table.rows[table.header_row]
    return {c: cell_text(x) for c, x in row.items()} == {c: cell_text(x) for c, x in header.items()}


def _by_column(table: Table) -> Iterator[Line]:
    start = max(table.header_row, min(table.rows))
    columns = sorted({column for row in table.rows.values() for column in row})
    for column in columns:
        for at, row in sorted(table.rows.items()):
            if at >= start:
                yield from (replace(line, role="people") for line in row.get(column, []))


def _one_person_a_row(table: Table) -> Iterator[Line]:
    """ "Name – role, organisation" for each row, under "Present" or "Apologies" as ticks say."""
    ticks = {
        column: label_of(cell_text(cell))[0]
        for column, cell in table.rows[table.header_row].items()
        if label_of(cell_text(cell))[0] and column != table.column("name")
    }
    this_meeting = _last_meeting(table)
    earlier = {c for c, role in table.roles.items() if role == "meeting"} - {this_meeting}
    yield replace(plain_line("Present:"), role="people")
    state = "Present:"
    real_ticks = any(
        re.fullmatch("[✓✔☑√]", cell_text(row.get(c))) for row in table.body() for c in ticks
    )
    for row in table.body():
        cells = [cell_text(row[c]) for c in sorted(row) if c not in ticks and c not in earlier]
        marks = {
            kind
            for column, kind in ticks.items()
            if (mark := cell_text(row.get(column)))
            and not (mark in _CROSSES or (real_ticks and mark in "xX"))
        }
        filled = [text for text in cells if text]
        if len(filled) == 1 and label_of(filled[0])[0]:
            state = filled[0].rstrip(":") + ":"
            continue
        said = [text for text in cells if _TICK.fullmatch(text)]
        cells = [text for text in cells if text and text not in said]
        apologies = marks == {"apologies"} or any(re.fullmatch("A|Apol.*", text) for text in said)
        cells.sort(key=lambda text: not looks_like_name(text) or is_initials(text))
        wanted = "Apologies:" if apologies else state
        absent = marks == {"absent"} or (ticks and not marks) or "Absent" in said
        if this_meeting is not None and (not said or said[0] in _CROSSES or said[0] in "xX"):
            absent = True
        if cells and not absent:
            yield replace(plain_line(wanted), role="people")
            yield replace(plain_line(" – ".join(cells)), role="people")


def _last_meeting(table: Table) -> int | None:
    """Where a table has a column of ticks for each meeting: the last in which anything stands."""
    return max(
        (
            column
            for column, role in table.roles.items()
            if role == "meeting" and any(cell_text(row.get(column)) for row in table.body())
        ),
        default=None,
    )


def _listed(table: Table) -> Iterator[Element]:
    for at in sorted(table.rows):
        if at < table.header_row:
            yield from (line for cell in table.rows[at].values() for line in cell)
    rows: list[ListedAction] = []
    for row in table.body():
        by_role: dict[str, str] = {}
        for column, cell in sorted(row.items()):
            role = table.role_at(column)
            by_role[role] = f"{by_role.get(role, '')} {cell_text(cell)}".strip()
        if by_role.get("action") and not _repeats_header(table, row):
            rows.append(
                ListedAction(
                    text=by_role["action"],
                    ref=by_role.get("number", ""),
                    item=by_role.get("item", ""),
                    owner=by_role.get("owner", ""),
                    due=by_role.get("due", ""),
                    status=by_role.get("status", ""),
                    source=next(line.source for cell in row.values() for line in cell),
                )
            )
    yield ActionList(tuple(rows), "status" in table.roles.values())


def _minutes_row(table: Table, row: Row) -> Iterator[Element]:
    beside: list[Line] = []
    number = ""
    merged = [line for cell in row.values() for line in cell]
    if len(row) == 1 and table.width > 1 and merged[0].cell and merged[0].cell.span == table.width:
        yield from merged
        return
    for column, cell in sorted(row.items()):
        role = table.role_at(column)
        alone = _NUMBER_ALONE.fullmatch(cell_text(cell))
        if alone and role in ("number", "item", "text", "") and len(row) > 1 and not beside:
            number = alone.group(1)
            continue
        if not alone and role == "number" and len(row) > 1:
            role = "item"
        if role in ("", "item", "number", "text", "status", "name", "time"):
            first = next((at for at, line in enumerate(cell) if line.text), None)
            lines = list(cell)
            if first is not None and (role == "item" or number):
                lines[first] = _titled(lines[first], number, role == "item")
                number = ""
            beside.extend(lines)
    beside = [_in_place(line, table) for line in beside]
    action = [
        line for c, cell in sorted(row.items()) if table.role_at(c) == "action" for line in cell
    ]
    owner = _column_text(table, row, "owner")
    due = _column_text(table, row, "due")
    yield from _aligned(beside, action, owner.strip(), due.strip())


def _in_place(line: Line, table: Table) -> Line:
    """A line of the text column; where actions have a column, no others stand in the text."""
    return (
        replace(line, role="beside")
        if not line.role and table.column("action") is not None
        else line
    )


def _column_text(table: Table, row: Row, role: str) -> str:
    """The text of the columns with that role, one paragraph a line."""
    cells = [cell for column, cell in sorted(row.items()) if table.role_at(column) == role]
    texts = [_COUNTED.sub("", line.flat) for cell in cells for line in cell if line.text]
    return "\n".join(text for text in texts if text)


def _titled(line: Line, number: str, is_title: bool) -> Line:
    return replace(line, number=number or line.number, role="title" if is_title else line.role)


def _aligned(beside: list[Line], action: list[Line], owner: str, due: str) -> Iterator[Element]:
    """The text, then the actions; blank lines in the action cell put them beside their text."""
    if not any(line.text for line in action):
        yield from beside
        return
    first = next(at for at, line in enumerate(action) if line.text)
    last = max(at for at, line in enumerate(action) if line.text)
    blanks = any(not line.text for line in action[first:last]) or first > 1
    if not blanks or owner or last >= len(beside):
        yield from beside
        kept = tuple(line for line in action if line.text)
        yield ActionCell(kept, tuple(line for line in beside if line.text), owner, due)
        return
    for at, line in enumerate(beside):
        yield line
        if at < len(action) and action[at].text:
            so_far = tuple(one for one in beside[: at + 1] if one.text)
            yield ActionCell((action[at],), so_far, "", due)
