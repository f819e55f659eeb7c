"""What the tables of minutes are for, told from their headers and from what fills their cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from .attendance import label_of
from .dates import MONTH
from .labels import tag_of
from .lines import Line
from .people import is_initials
from .verbs import begins_with_verb

_HEADERS = (
    ("due", r"(?:action )?(?:by )?when|by|due(?: date| by)?|date due|deadline|time ?(?:scale"
        r"|frame)|target(?: date)?"
            r"|(?:completion|target|due) date|complete by|date|when will (?:it|this) be done\??"),
    ("owner", r"(?:by )?who(?:m)?\??(?:\s*(?:/|and|&|,)\s*(?:by )?when\??)?"
        r"|(?:owner|lead|officer|responsib\w+)\s*(?:/|and|&|,)\s*(?:by )?(?:due|date|deadline|when"
        r"|timescales?)(?: date)?|(?:action |task )?owner|(?:action )?lead(?: officer"
        r"| person)?|respons(?:ible|ibilit)\w*|person respons\w+"
              r"|assigned to|action (?:by|for|officer)|actioned by|initials|who(?: will do it"
              r"| by| is doing it)?\??|name of lead"
              r"|who[’']s doing it\??|presenter|presented by"),
    ("status", r"status|progress|update[sd]?|outcome|complete[d]?\??|done\??|rag|rag (?:status"
        r"|rating)|closed\??|position"),
    ("number", r"no\.?|#|ref\.?(?:erence)?|item (?:no\.?|number|ref)|(?:action"
        r"|agenda)(?: item)? (?:no\.?|number|ref)"
               r"|number|nr|ref no\.?"),
    ("action", r"(?:new |agreed |key )?actions?(?: points?| required| agreed| to be taken"
        r"| needed|\(s\))?|what\??|what(?: is| happens| will happen)? next\??"
               r"|next steps?|tasks?|agreed actions?|actions?\s*(?:/|and|&)\s*(?:decisions?"
               r"|outcomes?|by whom|owner|who|lead|agreements?)"
               r"|decisions?\s*(?:/|and|&)\s*actions?|what (?:we will do|will be done"
               r"|needs to be done|needs doing)\??|things? to do|to do"
               r"|outcomes?\s*/\s*actions?|follow[- ]up"),
    ("item", r"(?:agenda )?items?|agenda|topic|subject|issues?(?: raised)?|heading"
        r"|(?:agenda )?item (?:title"
        r"|name)|title|minute item|area"),
    ("text", r"discussion(?:s)?(?: points?)?|minutes?|notes?|description|key (?:points"
        r"|discussion points)|details?|summary|points?(?: discussed)?"
             r"|what (?:we|was|people) (?:talked about|said|discussed)|comments?"
             r"|discussion\s*(?:/|and|&)\s*\w+|narrative|record"
             r"|item\s*(?:/|and|&)\s*(?:discussion|minutes?|notes?)"
             r"|(?:agenda )?item and discussion|decisions?|outcome of discussion|we talked about"),
    ("time", r"times?|timings?|mins|minutes allocated|duration|papers?|paper ref|enclosures?"
        r"|attachments?|purpose"),
    ("meeting", rf"{MONTH}(?:\s+\d{{2,4}})?|\d{{1,2}}[./]\d{{1,2}}(?:[./]\d{{2,4}})?"
        rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH}(?:\s+\d{{2,4}})?"),
    ("name", r"names?|members?(?: name)|full name"),
    ("people", r"organi[sz]ations?|representing|role|job title|designation|position|company"
        r"|agency|capacity|attended\??|(?:member )?group"),
)  # fmt: skip
_ROLES = tuple((role, re.compile(words, re.IGNORECASE)) for role, words in _HEADERS)
_VERY_SHORT = 12  # words

Row = dict[int, list[Line]]


@dataclass
class Table:
    """The lines of one table by row and grid column, and what its header says."""

    rows: dict[int, Row] = field(default_factory=dict)
    width: int = 1
    header_row: int = -1
    roles: dict[int, str] = field(default_factory=dict)

    def column(self, role: str) -> int | None:
        """The first grid column with that role."""
        return next((at for at, one in sorted(self.roles.items()) if one == role), None)

    def role_at(self, column: int) -> str:
        """The role of the header cell above that grid column."""
        below = [at for at in self.roles if at <= column]
        return self.roles[max(below)] if below else ""

    def body(self) -> list[Row]:
        """The rows after the header."""
        return [row for at, row in sorted(self.rows.items()) if at > self.header_row]


def cell_text(lines: Sequence[Line] | None) -> str:
    """All text of a cell on one line."""
    return " ".join(line.flat for line in lines or () if line.text)


def words(lines: Sequence[Line] | None) -> int:
    """The number of words in a cell."""
    return len(cell_text(lines).split())


def tables_of(lines: Sequence[Line]) -> dict[int, Table]:
    """Every table in `lines` by its number."""
    tables: dict[int, Table] = {}
    for line in lines:
        if line.cell:
            table = tables.setdefault(line.cell.table, Table())
            table.rows.setdefault(line.cell.row, {}).setdefault(line.cell.column, []).append(line)
            table.width = max(table.width, line.cell.column + line.cell.span)
    for table in tables.values():
        _read_header(table)
    return tables


def _read_header(table: Table) -> None:
    for at in sorted(table.rows)[:3]:
        row = table.rows[at]
        filled = {column: cell_text(cell) for column, cell in row.items() if cell_text(cell)}
        if len(filled) < 2:
            continue
        if any(len(text.split()) > 7 for text in filled.values()):
            return
        roles = {column: _header_role(text) for column, text in filled.items()}
        named = [text for column, text in filled.items() if roles[column]]
        one_label = len(named) == 1 and label_of(named[0])[0] != ""  # "Present:" beside the names
        if len(named) * 2 >= len(roles) and not one_label:
            _name_action_column(roles, filled)
            table.header_row, table.roles = at, roles
            for column in row:
                table.roles.setdefault(column, "")
        return


def _name_action_column(roles: dict[int, str], filled: dict[int, str]) -> None:
    """ "Action by" is where the actions are when there is no column for them."""
    if "action" not in roles.values():
        for column, text in filled.items():
            if roles[column] == "owner" and "action" in text.lower():
                roles[column] = "action"


def _header_role(text: str) -> str:
    bare = text.strip().rstrip(":").strip()
    role = next((role for role, pattern in _ROLES if pattern.fullmatch(bare)), "")
    return role or ("people" if label_of(bare)[0] else "")


def kind_of(table: Table) -> str:
    """agenda, people, groups, actions, minutes, titled or layout (read straight through)."""
    roles = set(table.roles.values())
    body = table.body()
    longest = max((words(cell) for row in body for cell in row.values()), default=0)
    has_text = bool(roles & {"item", "text"})
    headed = table.header_row >= 0
    answers = (
        ("action" in roles, "minutes"),
        (headed and "name" not in roles and _heads_groups(table), "groups"),
        (bool(roles & {"name", "people"}) and not has_text, "people"),
        (has_text and bool(roles & {"owner", "time"}) and longest <= 20, "agenda"),
        (has_text and "owner" in roles, "minutes"),
        ({"item", "text"} <= roles or {"number", "text"} <= roles, "titled"),
    )
    kind = next((answer for is_so, answer in answers if is_so), "")
    if "action" in roles:
        return _kind_with_actions(table, roles, body)
    return kind or _kind_without_header(table)


def _heads_groups(table: Table) -> bool:
    labels = [label_of(cell_text(cell)) for cell in table.rows[table.header_row].values()]
    return sum(kind != "" for kind, _, _ in labels) >= 2


def _kind_with_actions(table: Table, roles: set[str], body: list[Row]) -> str:
    if "text" in roles:
        text = table.column("text")
        if text is not None and any(words(row.get(text)) > _VERY_SHORT for row in body):
            return "minutes"
    item = table.column("item")
    item_words = [words(row.get(item)) for row in body if item is not None and row.get(item)]
    action = table.column("action")
    short_items = not item_words or max(item_words) <= _VERY_SHORT
    if roles <= {"item", "action", ""} and _is_beside_text(body, item, action):
        return "minutes"
    if short_items and (roles & {"owner", "due", "status"} or item is None or len(roles) == 2):
        texts = [words(row.get(action)) for row in body] if action is not None else []
        is_list = "status" in roles or any(count > 2 for count in texts)
        return "actions" if is_list else "minutes"
    return "minutes"


def _is_beside_text(body: list[Row], item: int | None, action: int | None) -> bool:
    """Whether two columns are minutes and actions, not a list of what to do for each item."""
    if item is None or action is None:
        return False
    paragraphs = [sum(bool(line.text) for line in row.get(item, [])) for row in body]
    answers = [cell_text(row.get(action)) for row in body]
    return max(paragraphs, default=0) > 1 or any(
        not text or re.match(r"(?:noted|agreed|approved|none|n/a)\b", text, re.IGNORECASE)
        for text in answers
    )


def _kind_without_header(table: Table) -> str:
    """Two columns without a header may still be titles and text, or text and actions."""
    body = table.body()
    if any(label_of(cell_text(cell))[0] for row in body for cell in row.values() if cell):
        groups = [
            row
            for row in body[:1]
            if sum(bool(label_of(cell_text(c))[0]) for c in row.values()) > 1
        ]
        return "groups" if groups else "layout"
    columns = sorted({column for row in body for column in row if words(row[column])})
    if len(columns) not in (2, 3) or len(body) < 2:
        return "layout"
    first, last = columns[0], columns[-1]
    rights = [row[last] for row in body if last in row and words(row[last])]
    lefts = [words(row.get(columns[-2])) for row in body if words(row.get(columns[-2]))]
    actions = [cell for cell in rights if _is_action_like(cell)]
    if lefts and rights and max(lefts) > _VERY_SHORT and len(actions) * 10 >= len(rights) * 6:
        table.roles = {
            first: "text" if len(columns) == 2 else "item",
            columns[-2]: "text",
            last: "action",
        }
        return "minutes"
    titles = [words(row[first]) for row in body if first in row and words(row[first])]
    bodies = [words(row.get(columns[1])) for row in body]
    if (
        len(titles) >= 2
        and max(titles) <= _VERY_SHORT
        and max(bodies) > 15
        and not _is_picture(body, first)
    ):
        table.roles = {first: "item", columns[1]: "text"}
        return "titled"
    return "layout"


def _is_picture(body: list[Row], column: int) -> bool:
    return not any(words(row.get(column)) for row in body)


def _is_action_like(cell: Sequence[Line]) -> bool:
    text = cell_text(cell)
    return 0 < len(text) < 600 and (
        re.fullmatch(r"(?:noted|agreed|approved|none|n/a|-|–|all)\.?", text, re.IGNORECASE)
        is not None
        or is_initials(text.rstrip("."))
        or re.fullmatch(r"[A-Z]{2,3}(?:\s*[/&,]\s*[A-Z]{2,3})+", text) is not None
        or tag_of(text).kind in ("action", "agreed")
        or (is_initials(text.split()[0]) and begins_with_verb(" ".join(text.split()[1:])))
        or re.match(r"(?:[A-Z]\w+ ){0,3}[A-Z]\w*(?:\s*[/&]\s*[A-Z]\w*)* (?:to|will) [a-z]", text)
        is not None
    )
