"""The officers' screens of versions: drafts are prepared, compared and put in force."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from boards.rules.dates import long_date
from charter import permissions
from charter.models import Charter, CharterVersion, Principle
from charter.versions import selectors, services
from charter.versions.forms import (
    CorrectionForm,
    InForceForm,
    PointForms,
    PrincipleForm,
    VersionWordsForm,
    points_of,
)
from easyread.accounts import name_of
from easyread.forms import posted

read_or_write = require_http_methods(["GET", "HEAD", "POST"])


def _charter(request: HttpRequest, charter_id: int) -> Charter:
    return get_object_or_404(permissions.charters_kept_by(request.user), pk=charter_id)


def _version(request: HttpRequest, version_id: int) -> CharterVersion:
    found = permissions.versions_kept_by(request.user).select_related("charter")
    return get_object_or_404(found, pk=version_id)


def _draft(request: HttpRequest, version_id: int) -> CharterVersion:
    found = permissions.versions_kept_by(request.user).select_related("charter")
    return get_object_or_404(found, pk=version_id, in_force_from=None)


@require_safe
def versions(request: HttpRequest) -> HttpResponse:
    """All charters with their versions."""
    if not permissions.can_keep_charters(request.user):
        raise PermissionDenied
    shelves = selectors.shelves(today=timezone.localdate())
    return render(request, "charter/admin/versions.html", {"shelves": shelves})


@require_POST
def begin(request: HttpRequest, charter_id: int) -> HttpResponse:
    """A draft with the words of the last version."""
    draft = services.begin_draft(charter=_charter(request, charter_id))
    return redirect("charter_admin:version", draft.pk)


@require_safe
def version(request: HttpRequest, version_id: int) -> HttpResponse:
    """One version: a draft to be worked on, or what was sealed."""
    found = _version(request, version_id)
    view = selectors.view_of(found, today=timezone.localdate())
    context = {
        "view": view,
        "before": selectors.version_before(found),
        "is_whole": found.is_draft or selectors.is_whole(found),
    }
    return render(request, "charter/admin/version.html", context)


@read_or_write
def words(request: HttpRequest, version_id: int) -> HttpResponse:
    """What a draft says before its principles."""
    draft = _draft(request, version_id)
    form = VersionWordsForm(posted(request), instance=draft)
    if request.method == "POST" and form.is_valid():
        services.change_words(version=draft, **form.cleaned_data)
        return _kept(request, draft)
    context = {"form": form, "version": draft, "title": "The first words"}
    return render(request, "charter/admin/form.html", context)


@read_or_write
def new_principle(request: HttpRequest, version_id: int) -> HttpResponse:
    return _principle(request, Principle(version=_draft(request, version_id)))


@read_or_write
def principle(request: HttpRequest, principle_id: int) -> HttpResponse:
    found = permissions.principles_drafted_by(request.user).select_related("version__charter")
    return _principle(request, get_object_or_404(found, pk=principle_id))


def _principle(request: HttpRequest, found: Principle) -> HttpResponse:
    before = selectors.version_before(found.version)
    form = PrincipleForm(
        posted(request),
        instance=found,
        user=request.user,
        before=before,
        prefix="principle",
    )
    had = list(found.sub_points.order_by("number").values("text", "easy_text")) if found.pk else []
    points = PointForms(posted(request), initial=had, prefix="points")
    if request.method == "POST" and form.is_valid() and points.is_valid():
        services.keep_principle(principle=form.save(commit=False), points=points_of(points))
        return _kept(request, found.version)
    context = {"form": form, "points": points, "principle": found, "version": found.version}
    return render(request, "charter/admin/principle.html", context)


def _kept(request: HttpRequest, draft: CharterVersion) -> HttpResponse:
    messages.success(request, "It is kept in the draft. Nobody else sees it yet.")
    return redirect("charter_admin:version", draft.pk)


@require_POST
def move_principle(request: HttpRequest, principle_id: int, way: str) -> HttpResponse:
    found = get_object_or_404(permissions.principles_drafted_by(request.user), pk=principle_id)
    services.move_principle(principle=found, by=-1 if way == "up" else 1)
    return redirect("charter_admin:version", found.version_id)


@require_POST
def remove_principle(request: HttpRequest, principle_id: int) -> HttpResponse:
    found = get_object_or_404(permissions.principles_drafted_by(request.user), pk=principle_id)
    services.remove_principle(principle=found)
    messages.success(request, f"“{found.title}” is no longer in the draft.")
    return redirect("charter_admin:version", found.version_id)


@require_safe
def compare(request: HttpRequest, version_id: int) -> HttpResponse:
    """What a version changes, word by word."""
    found = _version(request, version_id)
    before = selectors.version_before(found)
    changes = selectors.changes_of(found, before) if before else []
    context = {"version": found, "before": before, "changes": changes}
    return render(request, "charter/admin/compare.html", context)


@read_or_write
def put_in_force(request: HttpRequest, version_id: int) -> HttpResponse:
    """Say from which day a draft is in force."""
    draft = _draft(request, version_id)
    now = timezone.now()
    today = timezone.localdate(now)
    form = InForceForm(posted(request))
    if request.method == "POST" and form.is_valid():
        on = form.cleaned_data["on"]
        try:
            services.put_in_force(
                version=draft, on=on, by=name_of(request.user), now=now, today=today
            )
        except (services.CannotPutInForce, services.IsInForce) as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(
                request,
                f"It will be in force from {long_date(on)}. Until then it stays a draft."
                if on > today
                else "It is in force. Everyone can read it.",
            )
            return redirect("charter_admin:version", draft.pk)
    context = {"form": form, "version": draft, "before": selectors.version_before(draft)}
    return render(request, "charter/admin/put_in_force.html", context)


@require_POST
def unplan(request: HttpRequest, version_id: int) -> HttpResponse:
    draft = _draft(request, version_id)
    services.unplan(version=draft)
    messages.success(request, "It waits for no day any more.")
    return redirect("charter_admin:version", draft.pk)


@require_POST
def drop(request: HttpRequest, version_id: int) -> HttpResponse:
    draft = _draft(request, version_id)
    services.drop_draft(version=draft)
    messages.success(request, f"The draft of version {draft.number} is thrown away.")
    return redirect("charter_admin:versions")


@read_or_write
def correct(request: HttpRequest, version_id: int) -> HttpResponse:
    """Put a typing error of a version in force right, for everyone to see."""
    found = get_object_or_404(
        permissions.versions_kept_by(request.user).exclude(in_force_from=None), pk=version_id
    )
    now = timezone.now()
    view = selectors.view_of(found, today=timezone.localdate(now))
    form = CorrectionForm(posted(request), view=view)
    if request.method == "POST" and form.is_valid():
        words = {name: form.cleaned_data[name] for name in ("before", "after", "reason")}
        try:
            services.correct_text(
                version=found, by=name_of(request.user), now=now, **form.place(), **words
            )
        except services.CannotCorrect as problem:
            form.add_error("before", str(problem))
        else:
            messages.success(request, "It is put right. Everyone can see what was changed.")
            return redirect("charter_admin:version", found.pk)
    context = {"form": form, "version": found, "title": "Correct a typing error"}
    return render(request, "charter/admin/form.html", context)
