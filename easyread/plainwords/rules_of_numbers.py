"""Rules 14 to 17: percentages, numbers, dates, times and signs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from easyread.plainwords import lists, saying
from easyread.plainwords.findings import Finding, Severity
from easyread.plainwords.passages import Passage

_NUMBERS = lists.grammar("numbers")
_TENS = lists.grammar("tens")
_PERCENT = re.compile(
    r"(?<![\d.,])(\d{1,9}(?:\.\d{1,4})?)\s?%|%|\bper\s?cent(?:ages?)?\b|\bpercent(?:age)?s?\b", re.I
)
_LARGE = re.compile(
    r"(?<![\w.,/-])[£$€]?\d{1,3}(?:,\d{3})+(?:\.\d\d?)?(?![\w,])"
    r"|(?<![\w.,/-])[£$€]\d{4,}+(?![\w,])"
    r"|(?<![\w.,/-])[£$€]?\d[\d.,]{0,12}\s?(?:million|billion|bn|m|k)\b"
    r"|(?<![\w.,/+-])(?<!\d )[1-9]\d{4,}+(?![\w,/-])",
    re.I,
)
_MONTHS = "jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
_DATES = re.compile(
    r"\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\b\d{4}-\d\d-\d\d\b|\b\d{4}[/–-]\d\d\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)?\s(?:{_MONTHS})\b"
    rf"|\b(?:mon|tues?|wed|thurs?|fri)\s\d{{1,2}}\b(?:(?:st|nd|rd|th)?\s(?:{_MONTHS})\b)?"
    r"|\bQ[1-4]\b",
    re.I,
)
_TIMES = re.compile(
    r"\b(?:1[3-9]|2[0-3])[:.][0-5]\d\b(?!\s?[%\d])|\b0\d:[0-5]\d\b|\b\d{4}\s?(?:hours|hrs)\b", re.I
)
_LATIN = re.compile(
    r"(?<!\w)(?:e\.g\.?|i\.e\.?|etc\b\.?|viz\b\.?|cf\.|ibid\b\.?|et al\b\.?|vs\b\.?|nb\b|n\.b\."
    r"|ad hoc|per se|inter alia|ex officio|pro rata|vice versa|mutatis mutandis|sine die|via\b)",
    re.I,
)
_ROMAN = re.compile(r"\b(?=[IVX]{2,7}\b)X{0,3}(?:IX|IV|V?I{0,3})\b|\((?:i{1,3}|iv|vi{0,3}|ix|x)\)")
_FOOTNOTE = re.compile(r"[¹²³⁴⁵⁶⁷⁸⁹†‡]|\[\d{1,3}\]|(?<=\w)\*(?!\*|\w)")
_SIGNS = re.compile(
    r"(?<=\s)&(?=\s)|(?<![\w./@:-])[A-Za-z]++/[A-Za-z]++(?![\w/@:]|\.\w)|(?<![\w./])24/7(?![\w/])"
)


def percentages(passage: Passage) -> Iterator[Finding]:
    """Rule 14: percentages and large numbers."""
    piece, offset = passage.sentence.text, passage.sentence.start
    for found in _PERCENT.finditer(piece):
        about = saying.in_tens(float(found.group(1))) if found.group(1) else "about 4 in 10"
        advice = f"Say “{about}” in place of a percentage."
        yield passage.finding(
            14, Severity.WARN, offset + found.start(), offset + found.end(), advice
        )
    for found in _LARGE.finditer(piece):
        advice = f"{found.group()} is a large number. Say what it means, or “many” or “few”."
        yield passage.finding(
            14, Severity.HINT, offset + found.start(), offset + found.end(), advice
        )


def figures(passage: Passage) -> Iterator[Finding]:
    """Rule 15: "three" is 3."""
    for place, word in enumerate(passage.words):
        if word.lower in _NUMBERS or word.lower.split("-")[0] in _TENS:
            after = passage.words[place + 1].lower if place + 1 < len(passage.words) else ""
            advice = saying.number(word.text, after)
            yield passage.about(15, Severity.WARN, word, advice)


def dates_and_times(passage: Passage) -> Iterator[Finding]:
    """Rule 16: days in full, times as people say them."""
    piece, offset = passage.sentence.text, passage.sentence.start
    for found in _DATES.finditer(piece):
        advice = saying.date_in_full(found.group())
        yield passage.finding(
            16, Severity.WARN, offset + found.start(), offset + found.end(), advice
        )
    for found in _TIMES.finditer(piece):
        advice = f"Write the time as people say it: {saying.time_of_day(found.group())}."
        yield passage.finding(
            16, Severity.WARN, offset + found.start(), offset + found.end(), advice
        )


def signs(passage: Passage) -> Iterator[Finding]:
    """Rule 17: Latin, Roman numbers, footnotes and signs."""
    piece, offset = passage.sentence.text, passage.sentence.start
    for pattern, advice in (
        (_LATIN, saying.latin),
        (_ROMAN, saying.roman),
        (_FOOTNOTE, lambda _: "Leave out the footnote. Say it here, or not at all."),
        (_SIGNS, saying.sign),
    ):
        for found in pattern.finditer(piece):
            start, end = offset + found.start(), offset + found.end()
            yield passage.finding(17, Severity.WARN, start, end, advice(found.group()))


CHECKS = (percentages, figures, dates_and_times, signs)
