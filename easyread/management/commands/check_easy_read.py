"""Check the words of a file against the rules of easy read, without saving anything."""

from __future__ import annotations

import json
import sys
from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError

from easyread.plainwords import RULES, Finding, Sentence, Vocabulary, check, sentences
from easyread.selectors.vocabulary import vocabulary
from easyread.text_files import MOST_BYTES, FileWords, UnreadableFile, words_of

STANDARD_INPUT = "-"
NOT_IN_HEADINGS = frozenset([3, 7, 12, 19])


class Command(BaseCommand):
    """`manage.py check_easy_read FILE [--json]`; advice never makes it fail."""

    help = (
        "Check a text (.txt, .md, .html, .docx, .odt, or - for what is piped in) against the rules "
        "of easy read. The jargon buster and allowed words are used where the database is there."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", help="the file, or - for standard input")
        parser.add_argument("--json", action="store_true", help="print JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        name = options["file"]
        try:
            read = words_of(_content(name), name)
        except UnreadableFile as error:
            raise CommandError(str(error)) from error
        told = sentences(read.text)
        found = _findings(read, _known_here())
        if options["json"]:
            self.stdout.write(json.dumps(_as_data(name, told, found), ensure_ascii=False, indent=2))
        else:
            self.stdout.write("\n".join(_layout(told, found)))


def _content(name: str) -> bytes:
    """What is in the file, and never more than one byte above the most that is checked."""
    try:
        if name == STANDARD_INPUT:
            return sys.stdin.buffer.read(MOST_BYTES + 1)
        with Path(name).open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise CommandError(f"There is no file {name}.") from error
    except IsADirectoryError as error:
        raise CommandError(f"{name} is a folder. Give the name of one file.") from error
    except (OSError, ValueError) as error:
        raise CommandError(f"The file {name} cannot be read.") from error


def _known_here() -> Vocabulary:
    """The site's words; none where there is no database, for the check needs none."""
    try:
        return vocabulary()
    except (DatabaseError, ImproperlyConfigured):
        return Vocabulary()


def _findings(read: FileWords, known: Vocabulary) -> list[Finding]:
    """All findings but those that headings are excused from."""
    starts = [start for start, _ in read.headings]

    def in_heading(finding: Finding) -> bool:
        place = bisect_right(starts, finding.start) - 1
        return place >= 0 and finding.start < read.headings[place][1]

    return [
        finding
        for finding in check(read.text, vocabulary=known, bold=read.bold)
        if finding.rule not in NOT_IN_HEADINGS or not in_heading(finding)
    ]


def _numbers(told: list[Sentence], found: list[Finding]) -> list[int]:
    """The number of the sentence that each finding is in, from 1."""
    starts = [sentence.start for sentence in told]
    return [bisect_right(starts, finding.start) for finding in found]


def _as_data(name: str, told: list[Sentence], found: list[Finding]) -> dict[str, Any]:
    """`start` and `end` are places in the words of the file, joined by line ends."""
    return {
        "file": name,
        "sentences": len(told),
        "findings": [
            {"sentence": number, **asdict(finding)}
            for number, finding in zip(_numbers(told, found), found, strict=True)
        ],
    }


def _layout(told: list[Sentence], found: list[Finding]) -> list[str]:
    """The sentences that could be easier, each with its advice, and how often for each rule."""
    by_sentence: dict[int, list[Finding]] = defaultdict(list)
    for number, finding in zip(_numbers(told, found), found, strict=True):
        by_sentence[number].append(finding)
    lines = []
    for number, several in sorted(by_sentence.items()):
        lines.append(f"{number}. {told[number - 1].text}")
        lines += [f"     {one.severity:<6}  rule {one.rule:>2}  {one.advice}" for one in several]
        lines.append("")
    titles = {rule.number: rule.title for rule in RULES}
    for rule, times in sorted(Counter(finding.rule for finding in found).items()):
        lines.append(f"{times:>5}  rule {rule:>2}  {titles[rule]}")
    easy = len(told) - len(by_sentence)
    lines.append(f"Sentences: {len(told)}; without any advice: {easy}.")
    return lines
