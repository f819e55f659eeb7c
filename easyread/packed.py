"""Opening packed files (.zip, .docx, .xlsx, .odt) that somebody sent. Pure: no Django.

How much is in one is looked at before Python makes an object of every entry, and before
anything is unpacked. The sizes are those that the file states; whoever unpacks counts again.
"""

import struct
import zipfile
from typing import IO

MOST_OF_LIST = 4 * 1024 * 1024  # bytes of the list of entries
_END, _END_OF_LARGE = b"PK\x05\x06", b"PK\x06\x07"
_END_BYTES = 22
_LONGEST_COMMENT = 65_535


class TooMuchPacked(Exception):
    """There is more in the file than can be unpacked."""


def opened_zip(file: IO[bytes], *, most_entries: int, most_bytes: int) -> zipfile.ZipFile:
    """The packed file; raises TooMuchPacked, and BadZipFile or OSError where it is broken."""
    size = file.seek(0, 2)
    file.seek(max(0, size - _LONGEST_COMMENT - 2 * _END_BYTES))
    tail = file.read()
    end = tail.rfind(_END)
    if end < 0 or end + _END_BYTES > len(tail):
        raise zipfile.BadZipFile("There is no list of entries.")
    list_bytes: int = struct.unpack_from("<L", tail, end + 12)[0]
    if list_bytes > MOST_OF_LIST or tail[max(0, end - 20) :].startswith(_END_OF_LARGE):
        raise TooMuchPacked
    archive = zipfile.ZipFile(file)
    entries = archive.infolist()
    if len(entries) > most_entries or sum(entry.file_size for entry in entries) > most_bytes:
        archive.close()
        raise TooMuchPacked
    return archive
