"""Folders of old minutes with a manifest: what it says, and unpacking one safely. No database."""

from boards.old_minutes.checking import ArchiveLine, check_lines
from boards.old_minutes.manifest import Row, UnreadableManifest, read_manifest
from boards.old_minutes.unpacking import MAX_ZIP_BYTES, UnsafeArchive, files_below, unpack

__all__ = [
    "MAX_ZIP_BYTES",
    "ArchiveLine",
    "Row",
    "UnreadableManifest",
    "UnsafeArchive",
    "check_lines",
    "files_below",
    "read_manifest",
    "unpack",
]
