"""Whole documents against what a careful reader found in them."""

from __future__ import annotations

import importlib.util
import json
import os
import sys
from pathlib import Path
from types import ModuleType

import pytest

from boards.word_reader import read_word
from boards.word_reader.reading import ActionPart, DecisionPart

PROJECT = Path(__file__).resolve().parents[3]
OWN = PROJECT / "tests" / "documents" / "word"
OTHERS = os.environ.get("WORD_MINUTES_FOLDER", "")  # minutes that may not be part of the project
FOLDERS = [OWN, *([Path(OTHERS)] if OTHERS else [])]
DEMONSTRATION = PROJECT / "portal" / "demo" / "documents"


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "read_word_score", PROJECT / "bench" / "read_word_score.py"
    )
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up there
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_whole_documents_are_read_well(folder: Path, bench: ModuleType) -> None:
    assert len(list(folder.glob("*.docx"))) >= 5
    scores = bench.score_folder(folder)
    total = sum(scores.values(), bench.Score())
    table = "\n".join(bench.rows(scores))
    assert total.share_of_items >= 0.95, table
    assert total.share_of_actions >= 0.90, table
    assert total.share_false <= 0.05, table
    assert total.owners_right >= 0.9 * total.actions_found, table
    assert total.dues_right >= 0.9 * total.actions_found, table


@pytest.mark.parametrize("path", sorted(OWN.glob("*.docx")), ids=lambda path: path.stem)
def test_the_meeting_and_its_people_are_as_expected(path: Path) -> None:
    expected = json.loads(path.with_suffix(".expected.json").read_text(encoding="utf-8"))
    reading = read_word(path)
    meeting = expected["meeting"]
    told = reading.as_dict()
    assert reading.title.startswith(meeting["body"])
    assert told["held_on"] == meeting["date"]
    assert told["starts_at"] == meeting.get("start")
    assert told["ends_at"] == meeting.get("end")
    assert meeting.get("venue", "") in reading.place
    assert [person.name for person in reading.present] == expected["present"]
    assert [person.name for person in reading.apologies] == expected["apologies"]
    assert [one.decision.text for one in reading.decisions] == expected["decisions"]


@pytest.mark.parametrize("name", ["carers-minutes", "mental-health-minutes", "autism-minutes"])
def test_the_demonstration_is_read_without_a_doubt(name: str) -> None:
    reading = read_word(DEMONSTRATION / f"{name}.docx")
    assert reading.held_on is not None and reading.starts_at is not None and reading.place
    assert 6 <= len([item for item in reading.items if item.number]) <= 8
    assert 5 <= len(reading.actions) <= 11
    assert len(reading.present) >= 8 and reading.apologies
    assert all(one.action.owner and not one.action.doubts for one in reading.actions)
    assert all(one.item_number for one in reading.actions)
    assert reading.doubts == ()
    json.dumps(reading.as_dict())


def test_a_reading_places_its_actions_and_decisions() -> None:
    reading = read_word(OWN / "action-list-at-end.docx")
    loose = [one for one in reading.actions if not one.item_title]
    assert [one.action.owner for one in loose] == ["Secretary"]
    parts = [part for item in reading.items for part in item.parts]
    assert sum(isinstance(part, ActionPart) for part in parts) == 3
    assert not any(isinstance(part, DecisionPart) for part in parts)
