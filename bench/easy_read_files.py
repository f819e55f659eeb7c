"""How long the five files of an easy read take, of 10 ideas and of 60, in one run.

Says seconds for orientation and, what can be compared, multiples of one PDF without an idea.
"""

from collections.abc import Iterable
from pathlib import Path
from statistics import median
from time import perf_counter

from easyread.printing import SIZES, PrintContent, PrintedFile, PrintLine, PrintPicture, PrintRow
from easyread.printing.arranging import plain
from easyread.printing.making import Printer

PICTURES = Path("build/static/pictures")
LENGTHS = (10, 60)
ROUNDS = 7


KINDS = (*SIZES, "Word")


def main() -> None:
    empty = _seconds(_easy_read(0), (16,))
    print("| easy read of | pages at 16, 20, 24, 28 point | all five files, × empty | seconds |")
    print("|---|---|---|---|")
    for ideas in LENGTHS:
        content = _easy_read(ideas)
        seconds = _seconds(content, KINDS)
        pages = ", ".join(str(made.pages) for made in _print(content, SIZES))
        print(f"| {ideas} ideas | {pages} | {seconds / empty:.0f} | {seconds:.2f} |")


def _easy_read(ideas: int) -> PrintContent:
    slugs = sorted(path.name for path in PICTURES.glob("*.svg"))
    rows = tuple(
        PrintRow(
            "plain",
            (
                PrintLine(
                    (plain("We talked about this."), plain("We agreed to do it soon.")),
                    PrintPicture(slugs[n % len(slugs)], "1", "A picture"),
                ),
            ),
        )
        for n in range(ideas)
    )
    return PrintContent("What we did", "A council", "Minutes", "https://boards.example/", rows)


def _print(content: PrintContent, kinds: Iterable[int | str]) -> list[PrintedFile]:
    with Printer(content, read_picture=lambda name: (PICTURES / name).read_bytes()) as printer:
        return [printer.pdf(kind) if isinstance(kind, int) else printer.word() for kind in kinds]


def _seconds(content: PrintContent, kinds: Iterable[int | str]) -> float:
    """The median of some rounds, each with its pictures read anew."""
    taken = []
    for _ in range(ROUNDS):
        start = perf_counter()
        _print(content, kinds)
        taken.append(perf_counter() - start)
    return median(taken)


if __name__ == "__main__":
    main()
