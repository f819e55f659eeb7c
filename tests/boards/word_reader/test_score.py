"""The score compares a reading with what was expected, and is not fooled by wording."""

from __future__ import annotations

import datetime
import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from boards.word_reader.reading import ActionPart, Item, Reading

PROJECT = Path(__file__).resolve().parents[3]
EXPECTED = {
    "agenda_items": [{"number": "1", "heading": "Buses"}, {"number": "2", "heading": "Parking"}],
    "actions": [
        {
            "text": "Ring the company about buses", "owner": "BM (Bo Marsh)",
            "due": "next meeting (2026-06-02)", "item": "1",
        },
        {"text": "Count the cars", "owner": None, "due": None, "item": "Parking"},
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    path = PROJECT / "bench" / "read_word_score.py"
    spec = importlib.util.spec_from_file_location("read_word_score", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up there
    spec.loader.exec_module(module)
    return module


def test_what_is_right_missed_and_false_is_counted(bench: ModuleType) -> None:
    ring = ActionPart(
        "Ring the company about the buses.", "BM", "next meeting", datetime.date(2026, 6, 2)
    )
    other = ActionPart("Paint the town hall green")
    reading = Reading(items=(Item("1", "Buses:", (ring,)), Item("3", "Weather", (other,))))
    score = bench.score_reading(reading, EXPECTED)
    assert (score.items_found, score.items_false) == (1, 1)
    assert (score.actions_found, score.actions_false) == (1, 1)
    assert (score.owners_right, score.dues_right, score.items_right) == (1, 1, 1)
    assert score.share_of_items == 0.5
    assert score.share_of_actions == 0.5
    assert score.share_false == 0.5


def test_an_abridged_text_is_looked_for_in_its_own_words(bench: ModuleType) -> None:
    long = "Look at the records of the council, and then write to every member about what they hold"
    assert bench.likeness("Look at the records of the council …", long) > 0.9
    assert bench.likeness("Ask the bus company for a map …", long) < 0.6


def test_owners_may_stand_in_any_order_and_in_brackets(bench: ModuleType) -> None:
    assert bench.owner_is_right("SR; JT", "JT; SR")
    assert bench.owner_is_right("the group (asked by Kath)", "The group")
    assert bench.owner_is_right(None, "")
    assert not bench.owner_is_right("SR; JT", "SR")
    assert not bench.owner_is_right(None, "SR")
    assert bench.owner_is_right("Ann; Bo", "Bo Marsh; Ann Lee")
    assert not bench.owner_is_right("Ann", "Anna Lee")


def test_the_table_has_a_row_for_each_file_and_one_for_all(bench: ModuleType) -> None:
    rows = bench.rows({"one.docx": bench.Score(1, 1, 0, 2, 1, 1, 1, 1, 1)})
    assert [row.strip("| ").split(" | ")[0] for row in rows] == [
        "file", "---", "one.docx", "**all**", "",
        "Items found 100%, actions found 50%, false 33% of all that was given.",
    ]  # fmt: skip
    assert rows[2] == "| one.docx | 1/1 | 1/2 | 1 | 1/1 | 1/1 | 1/1 |"
