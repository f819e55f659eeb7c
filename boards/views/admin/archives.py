"""Bringing folders of old minutes in, and how far that is."""

import csv
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from boards import permissions, reach, services
from boards.forms.archives import ArchiveForm
from boards.models import ArchiveJob
from boards.selectors.archives import (
    CannotBringArchive,
    archive_files,
    archive_jobs,
    archive_progress,
    report_rows,
)
from easyread.accounts import account_of

FILES_SHOWN = 50
JOBS_SHOWN = 20


@require_http_methods(["GET", "HEAD", "POST"])
def archives(request: HttpRequest) -> HttpResponse:
    """All jobs, and the way to a new one."""
    if not permissions.can_bring_archives(request.user):
        raise Http404
    form = ArchiveForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            job = services.take_zip(
                source=form.cleaned_data["file"],
                title=form.cleaned_data["title"],
                publishes=form.cleaned_data["publishes"],
                asked_by=account_of(request),
                now=timezone.now(),
            )
        except CannotBringArchive as problem:
            form.add_error("file", str(problem))
        else:
            return redirect("boards_admin:archive", job.token)
    page = Paginator(archive_jobs(), JOBS_SHOWN).get_page(request.GET.get("p"))
    context = {
        "form": form,
        "page": page,
        "elided_page_range": page.paginator.get_elided_page_range(page.number),
    }
    return render(request, "boards/admin/archives.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def archive(request: HttpRequest, token: UUID) -> HttpResponse:
    """How far one job is; it can be stopped and go on."""
    job = get_object_or_404(reach.archive_jobs_seen_by(request.user), token=token)
    if request.method == "POST":
        _stop_or_go_on(request, job)
        return redirect("boards_admin:archive", token)
    page = Paginator(archive_files(job), FILES_SHOWN).get_page(request.GET.get("p"))
    context = {
        "job": job,
        "progress": archive_progress(job),
        "page": page,
    }
    return render(request, "boards/admin/archive.html", context)


def _stop_or_go_on(request: HttpRequest, job: ArchiveJob) -> None:
    do = request.POST.get("do")
    if do == "stop" and services.stop_archive(job=job):
        messages.success(request, "It stops after the file that is being read.")
    elif do == "go_on" and services.go_on_with_archive(job=job):
        messages.success(request, "It goes on in the background.")
    else:
        messages.info(request, "Nothing was changed: this is how far it is.")


@require_safe
def report(request: HttpRequest, token: UUID) -> HttpResponse:
    """What became of each file, for a spreadsheet."""
    job = get_object_or_404(reach.archive_jobs_seen_by(request.user), token=token)
    name = f"old-minutes-{job.asked_at:%Y-%m-%d}.csv"
    answer = HttpResponse(
        "\ufeff",
        content_type="text/csv; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "private, no-store",
        },
    )
    csv.writer(answer).writerows(report_rows(job))
    return answer
