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
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue

import pytest

from tests.long.mutants import Mutant, mutants_of, some_of

ROOT = Path(__file__).resolve().parents[2]
QUICK = "not browser and not slow and not crawl and not office"
SEED = 20261130
LINES_OF_A_STATEMENT = 6
ENOUGH = 0.85  # of the broken lines have to be noticed
MOST_TESTS = (
    60,
    400,
)  # of those that execute a line: first so many, then so many; short files first
AT_ONCE = 2  # copies of the source, each with one line broken
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
        code, told = _pytest(["-n", "2", "-m", QUICK], TESTS_BEGIN=moment)
        failed += bool(code)
        _say(f"{moment}: {told[-1]}")
        _say("".join(f"  {line}\n" for line in told if line.startswith(("FAILED ", "ERROR "))))
    return failed


def mutants(number: int) -> int:
    """Whether fewer than 85 of 100 were noticed."""
    services = sorted((ROOT / "boards/services").glob("*.py"))
    services += sorted((ROOT / "easyread/services").glob("*.py"))
    services += sorted((ROOT / "portal/digests/services").glob("*.py"))
    whole = mutants_of(ROOT / "boards/permissions.py")
    chosen = [*whole, *some_of(services, number=number, seed=SEED)]
    with tempfile.TemporaryDirectory(prefix="portal-mutants-") as folder:
        copies: SimpleQueue[Path] = SimpleQueue()
        for at in range(AT_ONCE):
            copies.put(copy := _copy(Path(folder) / f"copy-{at}"))
        tests = _tests_by_line({one.path for one in chosen}, copy)
        with ThreadPoolExecutor(AT_ONCE) as several:
            killed = several.map(lambda one: _is_noticed(one, tests, copies), chosen)
            counts = _told(zip(chosen, killed, strict=True))
    for group in ("permissions", "services"):
        noticed, all_of_it = counts[group, True], counts[group, True] + counts[group, False]
        share = 100 * noticed // max(all_of_it, 1)
        _say(f"{group}: {noticed} of {all_of_it} noticed ({share} %)")
    unnoticed = sum(number for (_, killed), number in counts.items() if not killed)
    return int(unnoticed > (1 - ENOUGH) * len(chosen))


def _told(results: Iterable[tuple[Mutant, bool]]) -> Counter[tuple[str, bool]]:
    """How many of each group were noticed; says each that was not."""
    counts: Counter[tuple[str, bool]] = Counter()
    for mutant, killed in results:
        counts["permissions" if mutant.path.name == "permissions.py" else "services", killed] += 1
        if not killed:
            where = mutant.path.relative_to(ROOT)
            _say(f"not noticed: {where}:{mutant.line} {mutant.words}")
    return counts


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def _tests_by_line(paths: set[Path], copy: Path) -> dict[str, list[str]]:
    """The tests that execute each line, of those that pass while nothing is broken."""
    found: dict[str, list[str]] = defaultdict(list)
    parts = copy.with_name("lines")
    parts.mkdir()
    of = os.pathsep.join(str(copy / path.relative_to(ROOT)) for path in sorted(paths))
    told = {"LINES_OF": of, "LINES_TO": str(parts)}
    _pytest(["-n", "2", "-p", "tests.long.lines", "-m", QUICK], cwd=copy, **told)
    for part in parts.glob("*.json"):
        for line, tests in json.loads(part.read_text()).items():
            found[str(Path(line).relative_to(copy))] += tests
    return found


def _copy(copy: Path) -> Path:
    """The sources, in a folder where they may be broken."""
    ignored = shutil.ignore_patterns(
        ".git", ".venv", ".tools*", "var", "node_modules", "__pycache__"
    )
    shutil.copytree(ROOT, copy, ignore=ignored, symlinks=True)
    return copy


def _is_noticed(mutant: Mutant, tests: dict[str, list[str]], copies: SimpleQueue[Path]) -> bool:
    """Whether a test that executes the line fails; a line that none executes is not noticed."""
    copy = copies.get()
    place = copy / mutant.path.relative_to(ROOT)
    before = place.read_text()
    place.write_text(mutant.source)
    try:
        return any(
            _pytest(["-x", "-q", "-p", "no:randomly", *some], cwd=copy)[0]
            == pytest.ExitCode.TESTS_FAILED
            for some in _asked(_executed(mutant, tests))
        )
    finally:
        place.write_text(before)
        copies.put(copy)


def _executed(mutant: Mutant, tests: dict[str, list[str]]) -> list[str]:
    """The tests that execute the line, or the nearest above it."""
    above = range(mutant.line, mutant.line - LINES_OF_A_STATEMENT, -1)
    lines = (tests.get(f"{mutant.path.relative_to(ROOT)}:{line}") for line in above)
    return next((sorted(set(some)) for some in lines if some), [])


def _asked(found: list[str]) -> Iterator[list[str]]:
    """Some of the tests, each once: from every file a share, the shortest first."""
    left = found
    for most in MOST_TESTS:
        by_file: dict[str, list[str]] = defaultdict(list)
        for test in left:
            by_file[test.partition("::")[0]].append(test)
        share = max(1, most // max(1, len(by_file)))
        files = sorted(by_file.items(), key=lambda each: (len(each[1]), each[0]))
        some = [test for _, tests in files for test in tests[:share]][:most]
        left = [test for test in left if test not in set(some)]
        if some:
            yield some


def _pytest(words: list[str], *, cwd: Path = ROOT, **told: str) -> tuple[int, list[str]]:
    """The exit code, and what it said: its last line is the sum."""
    command = [sys.executable, "-m", "pytest", "--no-header", *words]
    done = subprocess.run(
        command, cwd=cwd, env=os.environ | told, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout.splitlines() or [done.stderr]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], *map(int, sys.argv[2:3])))
