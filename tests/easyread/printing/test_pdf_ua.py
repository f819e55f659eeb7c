"""The PDF files pass a checker for PDF/UA-1, in every size; and the checker can fail.

The checker has an environment of its own (`make .tools-pdf/ready`, which `make test` does first);
where that is missing these tests fail and are never left out.
"""

import json
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject

from easyread.printing import SIZES, PrintContent
from easyread.printing.making import Printer
from tests.easyread.printing.documents import EVERYTHING, idea, long_one, read_picture

CHECKER = Path(__file__).resolve().parents[3] / ".tools-pdf" / "bin" / "outloud"
# Of some 90 rules those about forms, tables and notes have nothing to look at here.
FEWEST_RULES = 40


def check(folder: Path, files: dict[str, bytes]) -> dict[str, list[str]]:
    """The errors in each of these PDF files."""
    if not CHECKER.exists():
        pytest.fail("The checker of PDF files is not there: run make .tools-pdf/ready")
    paths = []
    for name, content in files.items():
        paths.append(folder / f"{name}.pdf")
        paths[-1].write_bytes(content)
    command = [str(CHECKER), "--quiet", "--fail-on", "never", "--json", "report.json"]
    command += [str(path) for path in paths]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=120)
    report = json.loads((folder / "report.json").read_text())
    found = {Path(one["path"]).stem: one for one in report["results"]}
    assert set(found) == set(files)
    return {name: _errors(one) for name, one in found.items()}


def _errors(result: dict[str, Any]) -> list[str]:
    assert result["error"] is None, "it could not be read"
    errors = [each for each in result["findings"] if each["severity"] == "error"]
    assert bool(errors) == bool(result["counts"]["error"])
    if not errors:
        assert sum(rule["status"] == "ran" for rule in result["rules"]) >= FEWEST_RULES
    return [f"{each['rule']}: {each['message']}" for each in errors]


def pdf(content: PrintContent, size: int, *, is_tagged: bool = True) -> bytes:
    with Printer(content, read_picture=read_picture) as printer:
        return printer.pdf(size, is_tagged=is_tagged).content


def test_every_size_passes_with_every_kind_of_row(tmp_path: Path) -> None:
    with Printer(EVERYTHING, read_picture=read_picture) as printer:
        files = {f"{size} point": printer.pdf(size).content for size in SIZES}
    assert check(tmp_path, files) == {name: [] for name in files}


def test_long_ones_pass(tmp_path: Path) -> None:
    sentences = "".join(f"<p>Sentence {n} of an idea without end.</p>" for n in range(90))
    endless = PrintContent("Endless", "Testbury Council", "Minutes", "", (idea(None, sentences),))
    files = {"sixty ideas": pdf(long_one(60), 16), "an endless idea": pdf(endless, 28)}
    assert check(tmp_path, files) == {name: [] for name in files}


def test_the_checker_finds_what_is_wrong(tmp_path: Path) -> None:
    files = {
        "right": pdf(EVERYTHING, 16),
        "no tags": pdf(EVERYTHING, 16, is_tagged=False),
        "no words for a picture": without_words_for_a_picture(pdf(EVERYTHING, 16)),
        "no language": without_language(pdf(EVERYTHING, 16)),
    }
    found = check(tmp_path, files)
    assert not found.pop("right")
    assert all(found.values()), found
    assert found["no words for a picture"][0].startswith("FIG-001: 1 /Figure")


def without_words_for_a_picture(content: bytes) -> bytes:
    writer = PdfWriter(clone_from=BytesIO(content))
    figures = [
        one
        for one in map(writer.get_object, range(1, len(writer._objects) + 1))
        if isinstance(one, DictionaryObject) and one.get("/S") == "/Figure"
    ]
    assert figures
    del figures[0]["/Alt"]
    return written(writer)


def without_language(content: bytes) -> bytes:
    writer = PdfWriter(clone_from=BytesIO(content))
    del writer.root_object["/Lang"]
    return written(writer)


def written(writer: PdfWriter) -> bytes:
    made = BytesIO()
    writer.write(made)
    assert PdfReader(made).pages
    return made.getvalue()
