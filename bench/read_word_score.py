"""How well the Word reader does on a folder of minutes, against what a careful person found.

    python bench/read_word_score.py FOLDER

Each NAME.docx (or .doc, .odt) in the folder needs a NAME.expected.json with `agenda_items`
(number, heading) and `actions` (text, owner, due, item). Two texts are the same when difflib finds
them alike by 0.6 or more; an expected text with "…" in it is abridged, and only its own words are
looked for.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, TypeVar

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from boards.word_reader import read_word
from boards.word_reader.reading import ActionPart, Reading

SAME_ACTION = 0.6
SAME_TITLE = 0.75

E = TypeVar("E")
F = TypeVar("F")


@dataclass(frozen=True)
class Score:
    """Counts for one file, or the sum over several."""

    items: int = 0
    items_found: int = 0
    items_false: int = 0
    actions: int = 0
    actions_found: int = 0
    actions_false: int = 0
    owners_right: int = 0
    dues_right: int = 0
    items_right: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(
            *(mine + theirs for mine, theirs in zip(self.counts, other.counts, strict=True))
        )

    @property
    def counts(self) -> tuple[int, ...]:
        """All counts in the order of the fields."""
        return tuple(getattr(self, name) for name in self.__dataclass_fields__)

    @property
    def share_of_items(self) -> float:
        """Items found of items expected, 1 when none is expected."""
        return self.items_found / self.items if self.items else 1.0

    @property
    def share_of_actions(self) -> float:
        """Actions found of actions expected, 1 when none is expected."""
        return self.actions_found / self.actions if self.actions else 1.0

    @property
    def share_false(self) -> float:
        """Items and actions that are none, of all that were given."""
        false = self.items_false + self.actions_false
        given = self.items_found + self.actions_found + false
        return false / given if given else 0.0


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower().replace("’", "").replace("'", "")))


def likeness(expected: str, found: str) -> float:
    """0 to 1; for an abridged expected text the share of it that occurs in the found one."""
    mine, theirs = _plain(expected), _plain(found)
    matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
    if "…" in expected and mine:
        return sum(block.size for block in matcher.get_matching_blocks() if block.size > 3) / len(
            mine
        )
    return matcher.ratio()


def pairs(
    expected: Sequence[E], found: Sequence[F], like: Callable[[E, F], float], least: float
) -> list[tuple[int, int]]:
    """Indices of what belongs together, best first, each used once."""
    scored = sorted(
        ((like(e, f), i, j) for i, e in enumerate(expected) for j, f in enumerate(found)),
        key=lambda one: (-one[0], one[1], one[2]),
    )
    out: list[tuple[int, int]] = []
    for score, i, j in scored:
        if score >= least and i not in {one for one, _ in out} and j not in {one for _, one in out}:
            out.append((i, j))
    return out


def owner_is_right(expected: str | None, found: str) -> bool:
    """The same people in any order; what stands in brackets is another way to say it.

    A first name and the full name that begins with it are the same person: the reader fills a
    name in from the attendance.
    """
    if not expected or not found:
        return not expected and not found
    forms = [expected, re.sub(r"\(.*?\)", "", expected), *re.findall(r"\(([^)]*)\)", expected)]
    return any(_same_people(_people(form), _people(found)) for form in forms)


def _same_people(expected: frozenset[str], found: frozenset[str]) -> bool:
    return len(expected) == len(found) and all(
        any(one == other or other.startswith(f"{one} ") for other in found) for one in expected
    )


def _people(text: str) -> frozenset[str]:
    pieces = re.split(r"[;,/&]|\band\b", text)
    return frozenset(re.sub(r"^the ", "", _plain(piece)) for piece in pieces if _plain(piece))


def due_is_right(expected: str | None, found: ActionPart) -> bool:
    """The same words but for "by" and brackets, or the expected day (ISO) itself."""
    if not expected or not found.due:
        return not expected and not found.due
    if found.due_on and found.due_on.isoformat() in expected:
        return True
    small = {"by", "the", "of", "on", "at", "before"}
    words = set(_plain(re.sub(r"\(.*?\)", "", expected)).split()) - small
    given = set(_plain(found.due).split()) - small
    return bool(words) and (words <= given or given <= words)


def score_reading(reading: Reading, expected: dict[str, Any]) -> Score:
    """Compare one reading with what was expected."""
    headings: list[dict[str, Any]] = expected.get("agenda_items", [])
    actions: list[dict[str, Any]] = expected.get("actions", [])
    titled = [item for item in reading.items if item.title]
    found = reading.actions
    item_pairs = pairs(headings, titled, lambda e, f: likeness(e["heading"], f.title), SAME_TITLE)
    action_pairs = pairs(
        actions, found, lambda e, f: likeness(e["text"], f.action.text), SAME_ACTION
    )
    return Score(
        items=len(headings),
        items_found=len(item_pairs),
        items_false=len(titled) - len(item_pairs),
        actions=len(actions),
        actions_found=len(action_pairs),
        actions_false=len(found) - len(action_pairs),
        owners_right=sum(
            owner_is_right(actions[i].get("owner"), found[j].action.owner) for i, j in action_pairs
        ),
        dues_right=sum(
            due_is_right(actions[i].get("due"), found[j].action) for i, j in action_pairs
        ),
        items_right=sum(
            _item_is_right(actions[i].get("item"), found[j].item_number, found[j].item_title)
            for i, j in action_pairs
        ),
    )


def _item_is_right(expected: str | None, number: str, title: str) -> bool:
    if not expected:
        return not number and not title
    return _plain(expected) in (_plain(number), _plain(title), _plain(f"{number} {title}"))


def score_folder(folder: Path) -> dict[str, Score]:
    """The score of every Word file in the folder that has an expected reading."""
    scores: dict[str, Score] = {}
    for word_file in sorted(folder.iterdir()):
        if word_file.suffix.lower() not in (".docx", ".doc", ".odt"):
            continue
        told = word_file.with_suffix(".expected.json")
        if told.exists():
            expected = json.loads(told.read_text(encoding="utf-8"))
            scores[word_file.name] = score_reading(read_word(word_file), expected)
    return scores


def rows(scores: dict[str, Score]) -> list[str]:
    """The table in Markdown: one row a file, the sum, and the shares in a sentence."""
    head = ("file", "items found", "actions found", "false", "owner right", "due right", "in item")
    total = sum(scores.values(), Score())
    lines = [_row(head), _row(("---", *["---:"] * (len(head) - 1)))]
    for name, one in [*scores.items(), ("**all**", total)]:
        found = one.actions_found
        lines.append(
            _row(
                (
                    name,
                    f"{one.items_found}/{one.items}",
                    f"{found}/{one.actions}",
                    str(one.items_false + one.actions_false),
                    f"{one.owners_right}/{found}",
                    f"{one.dues_right}/{found}",
                    f"{one.items_right}/{found}",
                )
            )
        )
    lines += [
        "",
        f"Items found {total.share_of_items:.0%}, actions found {total.share_of_actions:.0%}, "
        f"false {total.share_false:.0%} of all that was given.",
    ]
    return lines


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def main(arguments: Sequence[str]) -> int:
    """Print the table for the folder named on the command line."""
    if len(arguments) != 1 or not Path(arguments[0]).is_dir():
        sys.stderr.write("usage: python bench/read_word_score.py FOLDER\n")
        return 2
    scores = score_folder(Path(arguments[0]))
    if not scores:
        sys.stderr.write("No NAME.docx with a NAME.expected.json was found there.\n")
        return 1
    sys.stdout.write("\n".join(rows(scores)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
