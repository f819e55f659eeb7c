"""Texts and tables that somebody sent, as offices write them. Pure: no Django."""

import csv
from collections.abc import Mapping, Sequence
from io import StringIO
from typing import Any


def decoded(data: bytes, errors: str = "strict") -> str:
    """Text in UTF-8, UTF-16 or Windows' own signs; may raise UnicodeDecodeError."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors)


def rows_of(data: bytes, *, strict: bool = False) -> Any:
    """A reader of a table with commas, semicolons or tabs; reading may raise `csv.Error`."""
    text = decoded(data, "replace").replace("\0", "").lstrip("\ufeff")
    delimiter = max(",;\t", key=text.partition("\n")[0].count)
    return csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=strict)


def places_of(heading: list[str], columns: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """Where each column stands that the first line names by one of its names, the first best."""
    named = [" ".join(cell.casefold().replace("_", " ").split()) for cell in heading]
    return {
        column: named.index(name)
        for column, names in columns.items()
        for name in reversed(names)
        if name in named
    }
