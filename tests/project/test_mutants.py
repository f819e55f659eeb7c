"""The long proof breaks lines: each as it should, and never into what Python cannot read."""

from pathlib import Path

import pytest

from tests.long.__main__ import LINES_OF_A_STATEMENT, MOST_TESTS, _asked, _executed
from tests.long.mutants import Mutant, mutants_of, some_of

ROOT = Path(__file__).resolve().parents[2]
SOURCE = """
def may(user: Account | None, board) -> bool | None:
    if not user.is_active:
        raise Refused("é")
    found = boards(user).filter(pk=board.pk)
    return found.exists() and board.closed_on is None or user.pk > 3
"""


def test_each_place_is_broken_by_itself(tmp_path: Path) -> None:
    file = tmp_path / "some.py"
    file.write_text(SOURCE)
    found = {(one.line, one.words.partition(" → ")[2]) for one in mutants_of(file)}
    assert found == {
        (3, "(user.is_active)"),
        (4, "pass"),
        (5, "boards(user).all()"),
        (6, "((user.pk > 3))"),
        (6, "((found.exists() and board.closed_on is None))"),
        (6, "((board.closed_on is None))"),
        (6, "((found.exists()))"),
        (6, "(board.closed_on is not None)"),
        (6, "(user.pk >= 3)"),
    }
    for one in mutants_of(file):
        assert one.source != SOURCE
        assert "é" in one.source or one.line == 4


def test_the_same_lines_are_chosen_for_a_seed() -> None:
    paths = sorted((ROOT / "boards/services").glob("a*.py"))
    chosen = [(one.path, one.line) for one in some_of(paths, number=30, seed=9)]
    assert len(set(chosen)) == 30
    assert chosen == [(one.path, one.line) for one in some_of(paths, number=30, seed=9)]


@pytest.mark.parametrize(
    ("executed", "found"),
    [
        ({20: ["b", "a", "b"], 19: ["c"]}, ["a", "b"]),
        ({20: [], 18: ["c"]}, ["c"]),
        ({21: ["below"]}, []),
        ({20 - LINES_OF_A_STATEMENT + 1: ["d"]}, ["d"]),
        ({20 - LINES_OF_A_STATEMENT: ["too far"]}, []),
    ],
)
def test_the_tests_of_a_broken_line_execute_it_or_the_nearest_above(
    executed: dict[int, list[str]], found: list[str]
) -> None:
    mutant = Mutant(ROOT / "boards" / "some.py", 20, "", "")
    tests = {f"boards/some.py:{line}": some for line, some in executed.items()}
    assert _executed(mutant, tests) == found


@pytest.mark.parametrize("lengths", [[], [1], [3, 700, 20], [1] * 500, [200, 200]])
def test_each_test_is_asked_once_and_every_file_has_its_share_first(lengths: list[int]) -> None:
    names = [f"{file}.py::{test}" for file, some in enumerate(lengths) for test in range(some)]
    turns = list(_asked(names))
    asked = [test for turn in turns for test in turn]
    assert len(asked) == len(set(asked))
    assert set(asked) <= set(names)
    assert all(len(turn) <= most for turn, most in zip(turns, MOST_TESTS, strict=False))
    files = {test.partition("::")[0] for test in turns[0]} if turns else set()
    assert len(files) == min(len(lengths), MOST_TESTS[0])
