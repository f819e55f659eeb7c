"""Folders on this machine, and .zip files of such folders: bounded, and never outside."""

import hashlib
import os
import shutil
import stat
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO

from boards.archives.checking import KINDS, LONGEST_NAME
from boards.archives.manifest import NAME

MAX_ZIP_BYTES = 300 * 1024 * 1024
MAX_ENTRIES = 5_000
MAX_FILE_BYTES = 20 * 1024 * 1024
MAX_UNPACKED_BYTES = 1024 * 1024 * 1024
_CHUNK = 256 * 1024
_LEFT_BY_SYSTEMS = ("__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini")
_ENCRYPTED = 0x1


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
        with zipfile.ZipFile(source) as archive:
            _unpack_all(archive, part)
        part.rename(into)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as error:
        raise UnsafeArchive("This .zip file is damaged, or it is none.") from error
    except RuntimeError as error:
        raise UnsafeArchive("This .zip file has a password. Make one without.") from error
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _unpack_all(archive: zipfile.ZipFile, into: Path) -> None:
    entries = archive.infolist()
    if len(entries) > MAX_ENTRIES:
        raise UnsafeArchive(f"The .zip file holds more than {MAX_ENTRIES:,} files. Divide it.")
    wanted = list(_wanted(entries))
    if sum(entry.file_size for entry, _ in wanted) > MAX_UNPACKED_BYTES:
        raise UnsafeArchive("The .zip file holds more than 1 GB. Divide it.")
    top = _top([path for _, path in wanted])
    left = MAX_UNPACKED_BYTES
    seen: set[str] = set()
    for entry, path in wanted:
        place = path.relative_to(top) if path.is_relative_to(top) else path
        if place.as_posix().casefold() in seen:
            raise UnsafeArchive(f"“{place}” is twice in the .zip file.")
        seen.add(place.as_posix().casefold())
        left -= _write(archive, entry, into.joinpath(*place.parts), min(left, MAX_FILE_BYTES))


def _wanted(entries: list[zipfile.ZipInfo]) -> Iterator[tuple[zipfile.ZipInfo, PurePosixPath]]:
    for entry in entries:
        path = PurePosixPath(entry.filename.replace("\\", "/"))
        unsafe = path.is_absolute() or ".." in path.parts or ":" in entry.filename
        link = stat.S_ISLNK(entry.external_attr >> 16)
        if unsafe or link or "\x00" in entry.orig_filename:
            raise UnsafeArchive(
                f"The .zip file holds a name that leads outside of it: “{entry.filename[:80]}”."
            )
        if entry.is_dir() or any(_is_odd(part) for part in path.parts):
            continue
        if path.name.casefold() != NAME and path.suffix.lower() not in KINDS:
            continue
        if entry.flag_bits & _ENCRYPTED:
            raise UnsafeArchive("This .zip file has a password. Make one without.")
        if len(str(path)) > LONGEST_NAME or any(len(part.encode()) > 200 for part in path.parts):
            raise UnsafeArchive(f"The name of a file is too long: “{path.name[:80]}…”.")
        yield entry, path


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
