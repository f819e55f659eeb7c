"""Breaks a line of the source, one at a time: conditions turned round, steps left out."""

import ast
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

OTHER: dict[type[ast.cmpop], str] = {
    ast.Eq: "!=",
    ast.NotEq: "==",
    ast.Lt: "<=",
    ast.LtE: "<",
    ast.Gt: ">=",
    ast.GtE: ">",
    ast.In: "not in",
    ast.NotIn: "in",
    ast.Is: "is not",
    ast.IsNot: "is",
}
ANNOTATIONS = {"annotation", "returns"}
NARROWS = {"filter", "exclude", "live", "in_force", "unfinished"}


@dataclass(frozen=True)
class Mutant:
    """A file with one place changed."""

    path: Path
    line: int
    words: str
    source: str


def mutants_of(path: Path) -> list[Mutant]:
    """All that this module knows to break in the file, from the top."""
    source = path.read_text()
    found = [
        Mutant(path, node.lineno, f"{_short(source, node)} → {new.strip()[:60]}", changed)
        for node in _run_by_python(ast.parse(source))
        if isinstance(node, (ast.expr, ast.stmt))
        for new in _broken(node)
        if (changed := _splice(source, node, new)) != source and _is_python(changed)
    ]
    return sorted(found, key=lambda one: (one.line, one.words))


def some_of(paths: list[Path], *, number: int, seed: int) -> list[Mutant]:
    """So many of all, chosen by the seed; at most one a line."""
    by_line = {(one.path, one.line): one for path in paths for one in mutants_of(path)}
    chosen = random.Random(seed).sample(sorted(by_line), min(number, len(by_line)))
    return [by_line[place] for place in chosen]


def _run_by_python(node: ast.AST) -> Iterator[ast.AST]:
    """The node and all below it but annotations, which say something to readers only."""
    yield node
    for name, inner in ast.iter_fields(node):
        for child in inner if isinstance(inner, list) else [inner]:
            if name not in ANNOTATIONS and isinstance(child, ast.AST):
                yield from _run_by_python(child)


def _broken(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.BoolOp):
        word = " and " if isinstance(node.op, ast.And) else " or "
        for left_out in node.values:
            kept = [f"({ast.unparse(one)})" for one in node.values if one is not left_out]
            yield f"({word.join(kept)})"
    elif isinstance(node, ast.expr):
        yield from _broken_expression(node)
    elif isinstance(node, ast.Raise) or _is_step(node):
        yield "pass"


def _is_step(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)


def _broken_expression(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.Compare(left=left, ops=[op], comparators=[right]):
            yield f"({ast.unparse(left)} {OTHER[type(op)]} {ast.unparse(right)})"
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield f"({ast.unparse(operand)})"
        case ast.BinOp(left=left, op=ast.BitOr() | ast.BitAnd() | ast.Add() | ast.Sub()):
            yield f"({ast.unparse(left)})"
        case ast.Call(func=ast.Attribute(value=value, attr=attr)) if attr in NARROWS:
            yield f"{ast.unparse(value)}.all()"


def _splice(source: str, node: ast.expr | ast.stmt, new: str) -> str:
    """The source with ``new`` in the node's place; columns count bytes."""
    lines = source.encode().splitlines(keepends=True)
    end_line, end = node.end_lineno or node.lineno, node.end_col_offset or 0
    before = b"".join(lines[: node.lineno - 1]) + lines[node.lineno - 1][: node.col_offset]
    after = lines[end_line - 1][end:] + b"".join(lines[end_line:])
    return (before + new.encode() + after).decode()


def _is_python(source: str) -> bool:
    try:
        compile(source, "mutant", "exec")
    except SyntaxError:
        return False
    return True


def _short(source: str, node: ast.AST) -> str:
    return " ".join((ast.get_source_segment(source, node) or "").split())[:60]
