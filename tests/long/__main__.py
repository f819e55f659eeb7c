"""The long proofs: tests that begin at chosen moments, and lines broken by hand.

python -m tests.long moments        the quick tests, begun at twelve moments, in random order
python -m tests.long mutants [N]    permissions whole and N lines of services (200)
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from tests.long.mutants import Mutant, mutants_of, some_of

ROOT = Path(__file__).resolve().parents[2]
QUICK = "not browser and not slow and not crawl and not office"
SEED = 20261130
LINES_OF_A_STATEMENT = 6
ENOUGH = 0.85  # of the broken lines have to be noticed
MOST_TESTS = 60  # of those that execute a line; the shortest list of files first
MOMENTS = (
    *("2026-12-31T23:59:59.9", "2027-01-01T00:00", "2027-02-28T23:59:59.9", "2028-02-29T12:00"),
    *("2027-03-28T00:59:59.9", "2027-03-28T02:00", "2027-10-31T00:59:59.9", "2027-10-31T01:30"),
    *("2027-06-30T23:30", "2027-08-15T03:00", "2026-12-24T17:00", "2027-04-05T06:30"),
)


def main(what: str, number: int = 200) -> int:
    return moments() if what == "moments" else mutants(number)


def moments() -> int:
    """How many of the twelve runs failed."""
    failed = 0
    for moment in MOMENTS:
        done = _pytest(["-n", "2", "-m", QUICK], TESTS_BEGIN=moment)
        failed += bool(done)
        _say(f"{moment}: {'failed' if done else 'passed'}")
    return failed


def mutants(number: int) -> int:
    """Whether fewer than 85 of 100 were noticed."""
    services = sorted((ROOT / "boards/services").glob("*.py"))
    services += sorted((ROOT / "easyread/services").glob("*.py"))
    services += sorted((ROOT / "portal/digests/services").glob("*.py"))
    whole = mutants_of(ROOT / "boards/permissions.py")
    chosen = [*whole, *some_of(services, number=number, seed=SEED)]
    with tempfile.TemporaryDirectory(prefix="portal-mutants-") as folder:
        tests = _tests_by_line(sorted({one.path for one in chosen}), Path(folder))
        copy = _copy(Path(folder))
        counts: Counter[tuple[str, bool]] = Counter()
        for mutant in chosen:
            killed = _is_noticed(mutant, tests, copy)
            group = "permissions" if mutant.path.name == "permissions.py" else "services"
            counts[group, killed] += 1
            if not killed:
                where = mutant.path.relative_to(ROOT)
                _say(f"not noticed: {where}:{mutant.line} {mutant.words}")
    for group in ("permissions", "services"):
        noticed, all_of_it = counts[group, True], counts[group, True] + counts[group, False]
        share = 100 * noticed // max(all_of_it, 1)
        _say(f"{group}: {noticed} of {all_of_it} noticed ({share} %)")
    unnoticed = sum(number for (_, killed), number in counts.items() if not killed)
    return int(unnoticed > (1 - ENOUGH) * len(chosen))


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def _tests_by_line(paths: list[Path], folder: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    parts = folder / "lines"
    parts.mkdir()
    of = os.pathsep.join(map(str, paths))
    _pytest(["-n", "2", "-p", "tests.long.lines", "-m", QUICK], LINES_OF=of, LINES_TO=str(parts))
    for part in parts.glob("*.json"):
        for line, tests in json.loads(part.read_text()).items():
            found[line] += tests
    return found


def _copy(folder: Path) -> Path:
    """The sources, in a folder where they may be broken."""
    copy = folder / "copy"
    ignored = shutil.ignore_patterns(
        ".git", ".venv", ".tools*", "var", "node_modules", "__pycache__"
    )
    shutil.copytree(ROOT, copy, ignore=ignored, symlinks=True)
    return copy


def _is_noticed(mutant: Mutant, tests: dict[str, list[str]], copy: Path) -> bool:
    """Whether a test that executes the line fails; a line that none executes is not noticed."""
    executed = list(_lines(mutant, tests))
    if not executed:
        return False
    place = copy / mutant.path.relative_to(ROOT)
    before = place.read_text()
    place.write_text(mutant.source)
    try:
        return bool(_pytest(["-x", "-q", "-p", "no:randomly", *executed], cwd=copy))
    finally:
        place.write_text(before)


def _lines(mutant: Mutant, tests: dict[str, list[str]]) -> Iterator[str]:
    above = range(mutant.line, mutant.line - LINES_OF_A_STATEMENT, -1)
    lines = (tests.get(f"{mutant.path}:{line}") for line in above)
    found = next((some for some in lines if some), [])
    by_file: dict[str, list[str]] = defaultdict(list)
    for test in sorted(found):
        by_file[test.partition("::")[0]].append(test)
    kept = 0
    for _, some in sorted(by_file.items(), key=lambda each: (len(each[1]), each[0])):
        for test in some[: max(1, MOST_TESTS // len(by_file))]:
            if kept < MOST_TESTS:
                kept += 1
                yield test


def _pytest(words: list[str], *, cwd: Path = ROOT, **told: str) -> int:
    command = [sys.executable, "-m", "pytest", "--no-header", *words]
    done = subprocess.run(
        command, cwd=cwd, env=os.environ | told, capture_output=True, text=True, check=False
    )
    return done.returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], *map(int, sys.argv[2:3])))
