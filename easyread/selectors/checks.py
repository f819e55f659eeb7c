"""What the checks say of easy reads, in the shape in which screens show it."""

from collections.abc import Iterable
from dataclasses import dataclass

from easyread.checking import as_blocks
from easyread.models import EasyReadPage
from easyread.plainwords import RULES, Finding, Report, Severity, Vocabulary, check_document

_ORDER = {Severity.STRONG: 0, Severity.WARN: 1, Severity.HINT: 2}
_TITLES = {rule.number: rule.title for rule in RULES}


@dataclass(frozen=True)
class RuleCount:
    """How often one rule is broken."""

    number: int
    title: str
    times: int


def report_of(
    easy_read: EasyReadPage,
    vocabulary: Vocabulary,
    *,
    pages: int | None = None,
    days_of_lag: int | None = None,
) -> Report:
    """The checks of an easy read as it is given: a draft's own words, or those that are public."""
    blocks = as_blocks(easy_read.body.raw_data)
    return check_document(blocks, vocabulary=vocabulary, pages=pages, days_of_lag=days_of_lag)


def advice_of(findings: Iterable[Finding]) -> list[dict[str, str]]:
    """The most pressing first, the same advice once; as JSON can carry it.

    ``words`` are those that it is about, where the advice does not name them itself.
    """
    ordered = sorted(findings, key=lambda finding: (_ORDER[finding.severity], finding.start))
    once = {one.advice: one for one in reversed(ordered)}
    return [
        {
            "severity": str(one.severity),
            "words": "" if one.words in one.advice else one.words,
            "advice": one.advice,
        }
        for one in ordered
        if once[one.advice] is one
    ]


def counts_of(report: Report) -> list[dict[str, str | int]]:
    """Each broken rule and how often, never one number for all."""
    return [
        {"number": count.number, "title": count.title, "times": count.times}
        for count in rule_counts(report)
    ]


def rule_counts(report: Report) -> list[RuleCount]:
    counts = [
        RuleCount(number, _TITLES.get(number, ""), times)
        for number, times in report.by_rule.items()
    ]
    return sorted(counts, key=lambda count: (-count.times, count.number))
