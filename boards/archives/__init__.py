"""Folders of old minutes with a manifest: what it says, and unpacking one safely. No database."""

from boards.archives.checking import Line, check_lines
from boards.archives.manifest import Row, UnreadableManifest, read_manifest
from boards.archives.unpacking import MAX_ZIP_BYTES, UnsafeArchive, files_below, unpack

__all__ = [
    "MAX_ZIP_BYTES",
    "Line",
    "Row",
    "UnreadableManifest",
    "UnsafeArchive",
    "check_lines",
    "files_below",
    "read_manifest",
    "unpack",
]
