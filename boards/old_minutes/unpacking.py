"""Folders on this machine, and .zip files of such folders: bounded, and never outside."""

import errno
import hashlib
import os
import shutil
import stat
import unicodedata
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import IO

from boards.old_minutes.checking import KINDS, LONGEST_NAME, same_name
from boards.old_minutes.manifest import NAME
from easyread.packed import TooMuchPacked, opened_zip

MAX_ZIP_BYTES = 300 * 1024 * 1024
MAX_ENTRIES = 5_000
MAX_FILE_BYTES = 20 * 1024 * 1024
MAX_UNPACKED_BYTES = 1024 * 1024 * 1024
_ALL_BYTES = 4 * MAX_UNPACKED_BYTES  # with files of other kinds, which are left out
_CHUNK = 256 * 1024
_LEFT_BY_SYSTEMS = ("__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini")
_ENCRYPTED = 0x1
_IN_UTF8 = 0x800
_TOO_MUCH = f"The .zip file holds more than {MAX_ENTRIES:,} files, or more than 1 GB. Divide it."
_DAMAGED = "This .zip file is damaged, or it is none. Make it again from the folder."
_LOCKED = "This .zip file has a password. Make one without."
_OTHER_PACKING = "Files in this .zip are packed in a way that we cannot read. Make a plain .zip."
# Of the machine, not of the file.
_OWN_TROUBLE = {errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EROFS, errno.EMFILE, errno.EIO}


class UnsafeArchive(Exception):
    """The .zip is refused as a whole; `str()` says why in plain words."""


def files_below(folder: Path) -> dict[str, str]:
    """The names of the files in ``folder`` and below, with their SHA-256; no links, no dot files.

    Names are relative, with "/". Raises UnsafeArchive when there are too many.
    """
    found: dict[str, str] = {}
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not _is_odd(name))
        for name in sorted(names):
            path = Path(place) / name
            if _is_odd(name) or path.is_symlink() or not path.is_file():
                continue
            if len(found) >= MAX_ENTRIES:
                raise UnsafeArchive(f"The folder holds more than {MAX_ENTRIES:,} files. Divide it.")
            found[path.relative_to(folder).as_posix()] = _sha256(path)
    return found


def _is_odd(name: str) -> bool:
    return name.startswith((".", "~$")) or name in _LEFT_BY_SYSTEMS


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def unpack(source: IO[bytes], *, into: Path) -> None:
    """Unpack the manifest and the files of minutes into the new folder ``into``, or nothing.

    Other kinds of files are left out. A folder around everything is taken off. What comes out is
    counted, since a stated size can lie. Raises UnsafeArchive.
    """
    part = into.with_name(f"{into.name}.part")
    part.mkdir(parents=True)
    try:
        with opened_zip(source, most_entries=MAX_ENTRIES, most_bytes=_ALL_BYTES) as archive:
            _unpack_all(archive, part)
        part.rename(into)
    except UnsafeArchive:
        raise
    except TooMuchPacked as error:
        raise UnsafeArchive(_TOO_MUCH) from error
    except NotImplementedError as error:
        raise UnsafeArchive(_OTHER_PACKING) from error
    except OSError as error:
        if error.errno in _OWN_TROUBLE:
            raise
        raise UnsafeArchive(_DAMAGED) from error
    except Exception as error:  # what a damaged file breaks is not known beforehand
        raise UnsafeArchive(_DAMAGED) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _unpack_all(archive: zipfile.ZipFile, into: Path) -> None:
    wanted = list(_wanted(archive.infolist()))
    if sum(entry.file_size for entry, _ in wanted) > MAX_UNPACKED_BYTES:
        raise UnsafeArchive(_TOO_MUCH)
    top = _top([path for _, path in wanted])
    left = MAX_UNPACKED_BYTES
    seen: set[str] = set()
    for entry, path in wanted:
        place = path.relative_to(top) if path.is_relative_to(top) else path
        if same_name(place.as_posix()) in seen:
            raise UnsafeArchive(f"“{place}” is twice in the .zip file.")
        seen.add(same_name(place.as_posix()))
        left -= _write(archive, entry, into.joinpath(*place.parts), min(left, MAX_FILE_BYTES))


def _wanted(entries: list[zipfile.ZipInfo]) -> Iterator[tuple[zipfile.ZipInfo, PurePosixPath]]:
    for entry in entries:
        name = _name_of(entry)
        path = PurePosixPath(name)
        unsafe = path.is_absolute() or ".." in path.parts or ":" in name
        link = stat.S_ISLNK(entry.external_attr >> 16)
        if unsafe or link or "\x00" in entry.orig_filename:
            raise UnsafeArchive(
                f"The .zip file holds a name that leads outside of it: “{name[:80]}”."
            )
        if entry.is_dir() or any(_is_odd(part) for part in path.parts):
            continue
        if path.name.casefold() != NAME and path.suffix.lower() not in KINDS:
            continue
        if entry.flag_bits & _ENCRYPTED:
            raise UnsafeArchive(_LOCKED)
        if len(str(path)) > LONGEST_NAME or any(len(part.encode()) > 200 for part in path.parts):
            raise UnsafeArchive(f"The name of a file is too long: “{path.name[:80]}…”.")
        yield entry, path


def _name_of(entry: zipfile.ZipInfo) -> str:
    """The name as people typed it. Some programs store it in UTF-8 and do not say so."""
    name = entry.filename
    if not entry.flag_bits & _IN_UTF8:
        with suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    return unicodedata.normalize("NFC", name.replace("\\", "/"))


def _top(paths: list[PurePosixPath]) -> PurePosixPath:
    """The folder of the manifest that lies highest."""
    manifests = [path for path in paths if path.name.casefold() == NAME]
    if not manifests:
        raise UnsafeArchive(f"There is no {NAME} in the .zip file.")
    return min(manifests, key=lambda path: (len(path.parts), str(path))).parent


def _write(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, target: Path, most: int) -> int:
    """Write one entry; returns how many bytes came out."""
    if target.name.casefold() == NAME:
        target = target.with_name(NAME)
    target.parent.mkdir(parents=True, exist_ok=True)
    written = 0
    with archive.open(entry) as stream, target.open("xb") as out:
        while chunk := stream.read(_CHUNK):
            written += len(chunk)
            if written > most:
                raise UnsafeArchive(
                    f"“{entry.filename[:80]}” is larger than 20 MB, or everything together "
                    "is larger than 1 GB."
                )
            out.write(chunk)
    return written
