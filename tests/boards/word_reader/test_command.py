"""`manage.py read_word` prints what was found, or the one sentence why not."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management.base import CommandError

from boards.management.commands.read_word import Command

OWN = Path(__file__).resolve().parents[3] / "tests" / "documents" / "word"


def printed(path: Path, *, as_json: bool = False) -> str:
    out = StringIO()
    Command(stdout=out, no_color=True).handle(file=path, json=as_json)
    return out.getvalue()


def test_the_layout_names_items_decisions_and_actions() -> None:
    text = printed(OWN / "headings-typed-numbers.docx")
    assert "3 Blue badge renewals" in text
    assert "DECISION  Badges that have run out" in text
    assert (
        "ACTION    Tell the parking wardens by 14 March 2025. [PH; 14 March 2025 (2025-03-14)]"
        in text
    )
    assert "Items: 5, decisions: 1, actions: 4" in text


def test_json_holds_the_whole_reading() -> None:
    told = json.loads(printed(OWN / "action-list-at-end.docx", as_json=True))
    assert told["held_on"] == "2024-05-15"
    assert [part["kind"] for part in told["unplaced"]] == ["action"]


def test_a_bad_file_is_an_error_in_plain_words(tmp_path: Path) -> None:
    bad = tmp_path / "minutes.doc"
    bad.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100))
    with pytest.raises(CommandError, match="damaged"):
        printed(bad)
