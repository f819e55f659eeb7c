"""Show what the portal finds in a Word file of minutes, without saving anything."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from boards.word_reader import UnreadableWordFile, read_word
from boards.word_reader.reading import ActionPart, DecisionPart, Part, Person, Reading


class Command(BaseCommand):
    """`manage.py read_word FILE [--json]`."""

    help = "Read a Word file of minutes and print the items, decisions and actions found in it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="the .docx, .doc or .odt file")
        parser.add_argument("--json", action="store_true", help="print JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            reading = read_word(options["file"])
        except UnreadableWordFile as error:
            raise CommandError(str(error)) from error
        if options["json"]:
            self.stdout.write(json.dumps(reading.as_dict(), ensure_ascii=False, indent=2))
        else:
            self.stdout.write("\n".join(layout(reading)))


def layout(reading: Reading) -> list[str]:
    """The reading as lines for a terminal."""
    times = " to ".join(
        one.isoformat("minutes") for one in (reading.starts_at, reading.ends_at) if one
    )
    day = reading.held_on.isoformat() if reading.held_on else "no date found"
    lines = [
        reading.title or "No title found",
        ", ".join(filter(None, [day, times, reading.place])),
    ]
    lines += [f"Present: {_people(reading.present)}", f"Apologies: {_people(reading.apologies)}"]
    for item in reading.items:
        lines += ["", f"{item.number} {item.title}".strip() or "(no heading)"]
        lines += [_part(part) for part in item.parts]
    if reading.unplaced:
        lines += ["", "In no item", *(_part(part) for part in reading.unplaced)]
    lines += [
        "",
        f"Items: {len(reading.items)}, decisions: {len(reading.decisions)}, "
        f"actions: {len(reading.actions)}",
    ]
    return [*lines, *(f"Check: {doubt}" for doubt in reading.doubts)]


def _people(people: tuple[Person, ...]) -> str:
    names = (f"{one.name} ({one.role})" if one.role else one.name for one in people)
    return "; ".join(names) or "nobody found"


def _part(part: Part) -> str:
    if isinstance(part, DecisionPart):
        return f"  DECISION  {part.text}"
    if not isinstance(part, ActionPart):
        return f"  {part.text}"
    due = f"{part.due} ({part.due_on.isoformat()})" if part.due_on else part.due
    facts = f"[{part.owner or 'no owner'}; {due or 'no date'}]"
    return "\n".join(
        [f"  ACTION    {part.text} {facts}", *(f"    Check: {d}" for d in part.doubts)]
    )
