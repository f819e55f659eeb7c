"""Handing out files: what they are follows from their content, and nothing of them may run."""

import re
from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header, parse_etags

CHUNK = 64 * 1024
ONE_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.ASCII)
RUNS_NOTHING = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
SHOWN_IN_BROWSER = {"application/pdf"}


def file_answer(
    request: HttpRequest,
    file: Any,
    *,
    name: str,
    content_type: str,
    etag: str,
    is_public: bool,
) -> HttpResponseBase:
    """The file, a range of it, or that it has not changed.

    What is not public is kept by no cache and has no ETag, so that it is asked for each time. The
    caller has checked that ``request.user`` may read the file; a missing one is FileNotFoundError.
    """
    quoted = f'"{etag}"' if is_public else ""
    if quoted and _is_known(request, quoted):
        return _dressed(HttpResponseNotModified(), quoted)
    size = file.size
    wanted = _range(request, size, quoted)
    if wanted == (0, -1):
        refused = HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
        return _dressed(refused, quoted)
    first, last = wanted or (0, size - 1)
    answer: HttpResponseBase
    if request.method == "HEAD":
        answer = HttpResponse(content_type=content_type)
    else:
        answer = StreamingHttpResponse(_pieces(file, first, last), content_type=content_type)
    if wanted:
        answer.status_code = 206
        answer["Content-Range"] = f"bytes {first}-{last}/{size}"
    answer["Content-Length"] = str(last - first + 1)
    shown = content_type in SHOWN_IN_BROWSER
    answer["Content-Disposition"] = content_disposition_header(not shown, name) or "attachment"
    return _dressed(answer, quoted)


def _dressed(answer: HttpResponseBase, quoted: str) -> HttpResponseBase:
    answer["Cache-Control"] = "no-cache" if quoted else "private, no-store"
    if quoted:
        answer["ETag"] = quoted
    answer["Accept-Ranges"] = "bytes"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = RUNS_NOTHING
    # Files are packed already, and a part of a packed file would not be the part asked for.
    answer["Content-Encoding"] = "identity"
    return answer


def _is_known(request: HttpRequest, quoted: str) -> bool:
    known = parse_etags(request.headers.get("If-None-Match", ""))
    return "*" in known or any(each.removeprefix("W/") == quoted for each in known)


def _range(request: HttpRequest, size: int, quoted: str) -> tuple[int, int] | None:
    """First and last byte; None for the whole file, (0, -1) where there is nothing to give.

    Several ranges, and what makes no sense, are answered with the whole file (RFC 9110, 14.2).
    """
    found = ONE_RANGE.fullmatch(request.headers.get("Range", ""))
    condition = request.headers.get("If-Range")
    if not found or not any(found.groups()) or (condition is not None and condition != quoted):
        return None
    begin, end = found.groups()
    if not begin:
        first, last = max(0, size - int(end)), size - 1
    else:
        first, last = int(begin), min(int(end) if end else size - 1, size - 1)
    if begin and end and int(end) < int(begin):
        return None
    return (first, last) if first <= last else (0, -1)


def _pieces(file: Any, first: int, last: int) -> Iterator[bytes]:
    with file.storage.open(file.name) as opened:
        opened.seek(first)
        left = last - first + 1
        while left > 0 and (piece := opened.read(min(CHUNK, left))):
            left -= len(piece)
            yield piece
