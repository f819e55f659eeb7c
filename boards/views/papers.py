"""Papers and packs at addresses that never change. Who may not read one gets 404, as if it were
not there."""

from typing import cast

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from boards import permissions, selectors
from boards.files.kinds import CONTENT_TYPES, UNKNOWN
from boards.models import Paper, PaperVersion
from boards.reach import paper_read_by
from boards.selectors.pack_notes import ready_pack
from boards.selectors.papers import newest_version, paper_places, version_rows
from easyread.views.downloads import file_answer


def paper_or_404(request: HttpRequest, paper_id: int) -> Paper:
    paper = paper_read_by(request.user, paper_id, on=timezone.localdate())
    if paper is None:
        raise Http404
    return paper


@require_safe
def paper(request: HttpRequest, paper_id: int) -> HttpResponse:
    """What a paper is, where it belongs, and all its versions."""
    found = paper_or_404(request, paper_id)
    is_public = permissions.is_public_paper(found)
    context = {
        "paper": found,
        "rows": version_rows(found, reader=request.user),
        "places": paper_places(found),
        "is_public": is_public,
    }
    answer = render(request, "boards/paper.html", context)
    if not is_public:
        answer["Cache-Control"] = "private, no-store"
    return answer


@require_safe
def current_file(request: HttpRequest, paper_id: int) -> HttpResponseBase:
    """The newest version of a paper."""
    return serve_paper(request, paper_or_404(request, paper_id))


@require_safe
def version_file(request: HttpRequest, paper_id: int, number: int) -> HttpResponseBase:
    """One version of a paper; one that never was public is for insiders only."""
    found = paper_or_404(request, paper_id)
    opened = permissions.versions_opened_by(request.user, found)
    version = get_object_or_404(opened, number=number)
    is_open = permissions.open_versions(found).contains(version)
    return _serve_version(request, version, is_open and permissions.is_public_paper(found))


def serve_paper(request: HttpRequest, paper: Paper) -> HttpResponseBase:
    """The newest version, to one who may read it; also the answer at Wagtail's own address."""
    version = newest_version(paper)
    if version is None:
        return _serve_as_brought(request, paper)
    return _serve_version(request, version, permissions.is_public_paper(paper))


def _serve_as_brought(request: HttpRequest, paper: Paper) -> HttpResponseBase:
    """The file of a paper from before versions were kept, until `catch_up` looked into it: it is
    downloaded as it is, and no cache keeps it."""
    try:
        return file_answer(
            request,
            paper.file,
            name=paper.filename,
            content_type=CONTENT_TYPES[UNKNOWN],
            etag="",
            is_public=False,
        )
    except FileNotFoundError as missing:
        raise Http404 from missing


def answer_document(paper: Paper, request: HttpRequest) -> HttpResponse:
    """What Wagtail's own address of a document gives: the same file on the same terms.

    Wagtail takes only answers that are whole; a paper has 20 MB at most.
    """
    answer = serve_paper(request, paper_or_404(request, paper.pk))
    if isinstance(answer, StreamingHttpResponse):
        return HttpResponse(answer.getvalue(), status=answer.status_code, headers=answer.headers)
    return cast(HttpResponse, answer)


def _serve_version(
    request: HttpRequest, version: PaperVersion, is_public: bool
) -> HttpResponseBase:
    try:
        return file_answer(
            request,
            version.file,
            name=version.file_name,
            content_type=CONTENT_TYPES[version.kind],
            etag=version.sha256,
            is_public=is_public,
        )
    except FileNotFoundError as missing:
        raise Http404 from missing


@require_safe
def pack(request: HttpRequest, agenda_id: int) -> HttpResponseBase:
    """The newest pack of a public agenda that is ready."""
    agenda = get_object_or_404(selectors.public_agendas(), pk=agenda_id)
    found = ready_pack(agenda)
    if found is None:
        raise Http404
    try:
        return file_answer(
            request,
            found.file,
            name=f"{selectors.meeting_of(agenda).title}, pack.pdf",
            content_type="application/pdf",
            etag=found.fingerprint,
            is_public=True,
        )
    except FileNotFoundError as missing:
        raise Http404 from missing
