"""Handing out files: what they are follows from their content, and nothing of them may run."""

import re
from typing import Any

from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from whitenoise.responders import SlicedFile

ONE_RANGE = re.compile(r"bytes=(?!-$)(\d{0,18})-(\d{0,18})", re.ASCII)
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
    answer: HttpResponseBase | None = None
    if quoted:
        answer = get_conditional_response(request, etag=quoted)
    if answer is None:
        answer = _content(file, _range(request, file.size, quoted), name, content_type)
    answer["Cache-Control"] = "no-cache" if quoted else "private, no-store"
    if quoted:
        answer["ETag"] = quoted
    answer["Accept-Ranges"] = "bytes"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = RUNS_NOTHING
    # Files are packed already, and a part of a packed file would not be the part asked for.
    answer["Content-Encoding"] = "identity"
    return answer


def _content(file: Any, part: range | None, name: str, content_type: str) -> HttpResponseBase:
    if part is not None and not part:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{file.size}"})
    opened = file.storage.open(file.name)
    answer = FileResponse(
        opened if part is None else SlicedFile(opened, part[0], part[-1]),
        as_attachment=content_type not in SHOWN_IN_BROWSER,
        filename=name.replace("/", "-"),
        content_type=content_type,
    )
    if part is not None:
        answer.status_code = 206
        answer["Content-Range"] = f"bytes {part[0]}-{part[-1]}/{file.size}"
        answer["Content-Length"] = str(len(part))
    return answer


def _range(request: HttpRequest, size: int, quoted: str) -> range | None:
    """The bytes that are asked for, which may be none; None for the whole file.

    Several ranges, and what makes no sense, are answered with the whole file (RFC 9110, 14.2).
    """
    found = ONE_RANGE.fullmatch(request.headers.get("Range", ""))
    if not found or request.headers.get("If-Range", quoted) != quoted:
        return None
    begin, end = found.groups()
    if not begin:
        return range(size)[max(0, size - int(end)) :]
    if end and int(end) < int(begin):
        return None
    return range(size)[int(begin) : int(end) + 1 if end else size]
