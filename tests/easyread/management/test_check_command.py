"""`manage.py check_easy_read` advises, never blocks, and needs no database."""

from __future__ import annotations

import json
import subprocess
import sys
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from easyread.models import AllowedWord, GlossaryTerm

TEXT = "# Is it agreed?\nThe LDPB met on 01/04/2026.\nWe like **buses**.\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "minutes.md"
    path.write_text(TEXT, encoding="utf-8")
    return path


def printed(name: Path | str, **options: Any) -> str:
    out = StringIO()
    call_command("check_easy_read", str(name), stdout=out, **options)
    return out.getvalue()


@pytest.mark.django_db
def test_findings_stand_by_their_sentence_and_are_counted_by_rule(file: Path) -> None:
    text = printed(file)
    assert "2. The LDPB met on 01/04/2026." in text
    assert "warn    rule  9  Write “LDPB” as full words." in text
    assert "1  rule 16  Dates in full" in text
    assert "rule 19" not in text  # it is a heading
    assert text.endswith("Sentences: 3; without any advice: 2.\n")


@pytest.mark.django_db
def test_json_tells_each_finding_with_its_sentence_and_place(file: Path) -> None:
    told = json.loads(printed(file, json=True))
    assert told["file"] == str(file)
    assert told["sentences"] == 3
    first = next(one for one in told["findings"] if one["rule"] == 9)
    assert first == {
        "sentence": 2,
        "rule": 9,
        "severity": "warn",
        "start": 18,
        "end": 22,
        "words": "LDPB",
        "advice": "Write “LDPB” as full words.",
    }


@pytest.mark.django_db
def test_the_words_of_the_site_are_known(file: Path) -> None:
    assert "rule  9" in printed(file)
    AllowedWord.objects.create(word="LDPB")
    assert "rule  9" not in printed(file)
    file.write_text("We had brokerage.", encoding="utf-8")
    assert "rule  6" in printed(file)
    GlossaryTerm.objects.create(
        word="brokerage", slug="brokerage", explanation="Help to find help."
    )
    assert "rule  6" not in printed(file)


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"", "empty"), (b"\x7fELF\x00", "not a text"), (b" ", "empty"), (None, "no file")],
)
def test_a_file_that_cannot_be_read_is_an_error_in_one_sentence(
    tmp_path: Path, content: bytes | None, says: str
) -> None:
    path = tmp_path / "x.txt"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(CommandError, match=says) as told:
        printed(path)
    assert told.value.returncode == 1


@pytest.mark.parametrize("name", ["/", "\0", "x" * 5_000])
def test_odd_names_are_an_error_in_one_sentence(name: str) -> None:
    with pytest.raises(CommandError, match=r"\.$"):
        printed(name)


@pytest.mark.slow
def test_piped_text_is_checked_without_a_database_and_ends_well() -> None:
    done = subprocess.run(
        [sys.executable, "manage.py", "check_easy_read", "-"],
        input=b"It was agreed that the LDPB convene.\n",
        capture_output=True,
        check=False,
        env={"DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none", "PATH": "", "ENV_FILE": ""},
    )
    assert done.returncode == 0, done.stderr.decode()
    assert "rule  5" in done.stdout.decode()
