"""What an Office file from before 2007 holds, told from its directory without opening it.

Such a file is a small file system (the Compound File Binary Format): sectors, a table that chains
them, and a directory of named streams. Only the directory and the first bytes of the text are read.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from .refusals import DAMAGED, LOCKED, MACROS, OTHER_OFFICE, UnreadableWordFile

OLE_HEADER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENTRY = 128  # bytes of one directory entry
_IN_HEADER = 109  # table sectors that the header names itself
_LAST = 0xFFFFFFFA  # sector numbers from here on are marks
_SHORT = 4096  # bytes; shorter contents lie in sectors of 64 bytes
_SHORT_SECTOR = 64
_MOST_DIRECTORY = 1000  # sectors of the directory that are looked at
_ENCRYPTED = 0x0100  # in the flags of the text's header


@dataclass(frozen=True)
class _Entry:
    """One name of the directory with the first sector of its content and the length in bytes."""

    name: str
    start: int
    length: int


def check_old_word(data: bytes) -> None:
    """Refuse anything but a Word file without password and macros."""
    try:
        files = _FileSystem(data)
        entries = {one.name: one for one in files.directory()}
        if set(entries) & {"EncryptedPackage", "EncryptionInfo"}:
            raise UnreadableWordFile(LOCKED)
        if "WordDocument" not in entries:
            raise UnreadableWordFile(OTHER_OFFICE if "Root Entry" in entries else DAMAGED)
        start = files.position(entries["WordDocument"], entries.get("Root Entry"))
        flags: int = struct.unpack_from("<H", data, start + 10)[0]
    except struct.error as error:
        raise UnreadableWordFile(DAMAGED) from error
    if flags & _ENCRYPTED:
        raise UnreadableWordFile(LOCKED)
    if set(entries) & {"Macros", "VBA", "_VBA_PROJECT", "_VBA_PROJECT_CUR"}:
        raise UnreadableWordFile(MACROS)


class _FileSystem:
    """The sectors of one file. A chain that runs in a circle ends after the file's length."""

    def __init__(self, data: bytes) -> None:
        shift: int = struct.unpack_from("<H", data, 30)[0]
        if shift not in (9, 12):
            raise UnreadableWordFile(DAMAGED)
        self.data = data
        self.size = 1 << shift
        self.most = len(data) // self.size
        self.table = list(self._table())

    def directory(self) -> Iterator[_Entry]:
        """The named entries, storages too."""
        first: int = struct.unpack_from("<L", self.data, 48)[0]
        for sector in islice(self._chain(first), _MOST_DIRECTORY):
            start = self._offset(sector)
            for at in range(start, start + self.size, _ENTRY):
                length, kind = struct.unpack_from("<HB", self.data, at + 64)
                if kind and 2 <= length <= 64:
                    name = self.data[at : at + length - 2].decode("utf-16-le", "replace")
                    yield _Entry(name, *struct.unpack_from("<LL", self.data, at + 116))

    def position(self, entry: _Entry, root: _Entry | None) -> int:
        """Where an entry's content begins; short ones share the sectors of the root entry."""
        if entry.length >= _SHORT or root is None:
            return self._offset(entry.start)
        row, column = divmod(entry.start * _SHORT_SECTOR, self.size)
        sector = next(islice(self._chain(root.start), row, None), _LAST)
        return self._offset(sector) + column

    def _offset(self, sector: int) -> int:
        return (sector + 1) * self.size

    def _numbers(self, sector: int) -> tuple[int, ...]:
        return struct.unpack_from(f"<{self.size // 4}L", self.data, self._offset(sector))

    def _table(self) -> Iterator[int]:
        """The sectors of the table that says which sector follows which."""
        yield from struct.unpack_from(f"<{_IN_HEADER}L", self.data, 76)
        following: int = struct.unpack_from("<L", self.data, 68)[0]
        for _ in range(self.most):
            if following >= _LAST:
                return
            *sectors, following = self._numbers(following)
            yield from sectors

    def _chain(self, sector: int) -> Iterator[int]:
        for _ in range(self.most):
            if sector >= _LAST:
                return
            yield sector
            row, column = divmod(sector, self.size // 4)
            if row >= len(self.table):
                raise UnreadableWordFile(DAMAGED)
            sector = self._numbers(self.table[row])[column]
