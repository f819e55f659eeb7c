"""Folders of old minutes for tests: small Word files and their manifest."""

import csv
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document

HEADING = ["file", "board", "date", "status", "place", "start time"]


def word_file(
    path: Path, day: date, *, action: str = "Action: Sy Reed to ring the library"
) -> None:
    """Minutes with two items, a decision and one action."""
    path.parent.mkdir(parents=True, exist_ok=True)
    document = Document()
    document.add_heading("Minutes of the Carers Partnership Board", 1)
    document.add_paragraph(f"Held on {day.strftime('%A')} {day.day} {day.strftime('%B %Y')}, 2pm")
    document.add_paragraph("Present: Mo Vale, Ola Penn, Sy Reed")
    document.add_heading("1. Buses", 2)
    document.add_paragraph(f"We talked about the buses of {day.strftime('%B %Y')}.")
    document.add_paragraph("Decision: Ask for a later bus.")
    document.add_heading("2. Library", 2)
    document.add_paragraph("It opens late.")
    document.add_paragraph(action)
    document.save(str(path))


def write_manifest(folder: Path, *rows: list[str], heading: list[str] | None = None) -> None:
    with (folder / "manifest.csv").open("w", newline="", encoding="utf-8") as out:
        csv.writer(out).writerows([heading or HEADING, *rows])


def make_folder(folder: Path, days: list[date], *, board: str = "carers") -> Path:
    """A good folder: one file of minutes for each day."""
    folder.mkdir(parents=True, exist_ok=True)
    for day in days:
        word_file(folder / f"{day.isoformat()}.docx", day)
    write_manifest(folder, *([f"{day.isoformat()}.docx", board, day.isoformat()] for day in days))
    return folder


def zipped(folder: Path, *, top: str = "") -> BytesIO:
    """The folder as a .zip, with a folder ``top`` around everything if it is named."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                archive.write(path, f"{top}{path.relative_to(folder)}")
    out.seek(0)
    out.name = "old.zip"
    return out
