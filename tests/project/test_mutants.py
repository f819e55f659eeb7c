"""The long proof breaks lines: each as it should, and never into what Python cannot read."""

from pathlib import Path

from tests.long.mutants import mutants_of, some_of

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
