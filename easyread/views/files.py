"""The files of an easy read, at addresses that never change."""

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from easyread.enums import FileKind
from easyread.selectors.files import public_easy_reads, ready_file
from easyread.views.downloads import file_answer

PDF = "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
NAMES = {
    FileKind.PDF_16: "easy read.pdf",
    FileKind.PDF_20: "easy read, 20 point.pdf",
    FileKind.PDF_24: "easy read, 24 point.pdf",
    FileKind.PDF_28: "easy read, 28 point.pdf",
    FileKind.WORD: "easy read.docx",
}


@require_safe
def easy_read_file(request: HttpRequest, page_id: int, kind: str) -> HttpResponseBase:
    """The newest file of this kind that is ready, of an easy read that strangers may see."""
    if kind not in FileKind.values:
        raise Http404
    easy_read = get_object_or_404(public_easy_reads(), pk=page_id)
    wanted = FileKind(kind)
    found = ready_file(easy_read, wanted)
    if found is None:
        raise Http404
    try:
        return file_answer(
            request,
            found.file,
            name=f"{easy_read.title}, {NAMES[wanted]}",
            content_type=WORD if wanted == FileKind.WORD else PDF,
            etag=f"{found.fingerprint}-{found.pk}",
            is_public=True,
        )
    except FileNotFoundError as missing:
        raise Http404 from missing
