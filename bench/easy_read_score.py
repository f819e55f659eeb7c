"""How well the checks of easy read tell ordinary text from easy read, and how fast they are.

    python bench/easy_read_score.py [FOLDER ...]

Each FOLDER holds pairs, NAME.toml with `kind`, `ordinary` and `easy`: the same thing said in the
words of a committee and in easy read. Without a folder it takes this project's own two: `tuning`,
which was in view while the rules were made, and `held_out`, which was not.

A text has a figure: its findings, each counted once whatever its severity, by its sentences. AUC is
the chance that an ordinary text has a higher figure than an easy one, over all of them, ties
counting half: 1 tells them apart always, 0.5 never. **bold** of Markdown is taken as bold.
"""

from __future__ import annotations

import re
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from easyread.plainwords import RULES, Finding, check, sentences

PAIRS = Path(__file__).resolve().parent / "easy_read_pairs"
OWN = (PAIRS / "tuning", PAIRS / "held_out")
RUNS = 5
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_LOAD = """
import time
started = time.process_time()
from easyread.plainwords import check
check("The committee noted the report.")
print(time.process_time() - started)
"""


@dataclass(frozen=True)
class Text:
    """One half of a pair, read and checked."""

    text: str
    findings: tuple[Finding, ...]
    sentences: int

    def figure(self, without: frozenset[int] = frozenset()) -> float:
        """Findings a sentence, but for those of some rules."""
        counted = sum(finding.rule not in without for finding in self.findings)
        return counted / max(1, self.sentences)

    def of_rule(self, rule: int) -> float:
        """Findings of one rule a sentence."""
        return sum(finding.rule == rule for finding in self.findings) / max(1, self.sentences)

    @property
    def words_a_sentence(self) -> float:
        return len(self.text.split()) / max(1, self.sentences)

    @property
    def letters_a_word(self) -> float:
        words = self.text.split()
        return sum(map(len, words)) / max(1, len(words))


@dataclass(frozen=True)
class Pairs:
    """All pairs of a folder: the ordinary texts and, in the same order, the easy ones."""

    ordinary: list[Text]
    easy: list[Text]

    def auc(self, figure: Callable[[Text], float]) -> float:
        """The chance that an ordinary text's figure is higher than an easy one's."""
        theirs = [figure(text) for text in self.easy]
        won = sum(
            (mine > other) + 0.5 * (mine == other)
            for mine in map(figure, self.ordinary)
            for other in theirs
        )
        return won / (len(self.ordinary) * len(theirs))


def read_text(text: str) -> Text:
    """A text, checked with no words of a site known."""
    bold = frozenset(words.lower() for words in _BOLD.findall(text))
    plain = _BOLD.sub(r"\1", text).strip()
    return Text(plain, tuple(check(plain, bold=bold)), len(sentences(plain)))


def read_pairs(folder: Path) -> Pairs:
    """The pairs of a folder; none for a folder that is not there."""
    told = [tomllib.loads(each.read_text("utf-8")) for each in sorted(folder.glob("*.toml"))]
    return Pairs(
        [read_text(one["ordinary"]) for one in told], [read_text(one["easy"]) for one in told]
    )


def rows(name: str, pairs: Pairs) -> list[str]:
    """The tables of one folder in Markdown."""
    ordinary, easy = pairs.ordinary, pairs.easy
    figures: list[tuple[str, Callable[[Text], float]]] = [
        ("findings a sentence", Text.figure),
        ("the same without rule 3 (new lines)", lambda one: one.figure(frozenset([3]))),
        ("baseline: words a sentence", lambda one: one.words_a_sentence),
        ("baseline: letters a word", lambda one: one.letters_a_word),
    ]
    lines = [
        "",
        f"{name}: {len(ordinary)} pairs, {sum(one.sentences for one in ordinary)} ordinary and "
        f"{sum(one.sentences for one in easy)} easy sentences.",
        "",
        "| | AUC | ordinary, mean | easy, mean |",
        "| --- | ---: | ---: | ---: |",
    ]
    lines += [
        f"| {label} | {pairs.auc(figure):.3f} | {_mean(ordinary, figure):.2f} | "
        f"{_mean(easy, figure):.2f} |"
        for label, figure in figures
    ]
    lines += ["", "| rule | AUC alone | ordinary, a sentence | easy, a sentence |"]
    lines.append("| --- | ---: | ---: | ---: |")
    met = {finding.rule for text in [*ordinary, *easy] for finding in text.findings}
    for rule in (each for each in RULES if each.number in met):

        def of_this(text: Text, number: int = rule.number) -> float:
            return text.of_rule(number)

        lines.append(
            f"| {rule.number} {rule.title} | {pairs.auc(of_this):.2f} | "
            f"{_mean(ordinary, of_this):.2f} | {_mean(easy, of_this):.2f} |"
        )
    return lines


def _mean(texts: list[Text], figure: Callable[[Text], float]) -> float:
    return sum(map(figure, texts)) / len(texts)


def speed(text: str) -> list[str]:
    """Sentences a second, and as a ratio to splitting each sentence at its spaces."""
    told = sentences(text)
    check(text)
    checking = _best(lambda: check(text))
    splitting = _best(lambda: [sentence.text.split() for sentence in told])
    started = [float(_fresh()) for _ in range(RUNS)]
    return [
        "",
        f"{len(told) / checking:,.0f} sentences a second ({len(told)} sentences, best of {RUNS}), "
        f"{checking / splitting:,.0f} times as long as `str.split` of each.",
        f"Import and first check in a fresh process: {min(started):.3f} s (best of {RUNS}).",
        "Times are of the processor, so that other work on the machine counts little.",
    ]


def _best(work: Callable[[], object]) -> float:
    """The shortest of several runs, in seconds."""
    times = []
    for _ in range(RUNS):
        started = time.process_time()
        work()
        times.append(time.process_time() - started)
    return min(times)


def _fresh() -> str:
    return subprocess.run(
        [sys.executable, "-c", _LOAD],
        check=True,
        capture_output=True,
        text=True,
        cwd=Path(__file__).resolve().parent.parent,
    ).stdout


def main(arguments: Sequence[str]) -> int:
    """Print the tables of the folders named, or of this project's own."""
    folders = [Path(each) for each in arguments] or list(OWN)
    texts: list[str] = []
    for folder in folders:
        pairs = read_pairs(folder)
        if pairs.ordinary:
            sys.stdout.write("\n".join(rows(folder.name, pairs)) + "\n")
            texts += [one.text for one in [*pairs.ordinary, *pairs.easy]]
        else:
            sys.stdout.write(f"\n{folder.name}: no pairs are there ({folder}).\n")
    if not texts:
        return 1
    sys.stdout.write("\n".join(speed("\n".join(texts))) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
