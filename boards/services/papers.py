"""Papers and their versions: what was uploaded is kept, whatever replaces it."""

import hashlib
from datetime import datetime
from pathlib import PurePath
from typing import Any

from django.core.files import File
from django.db import transaction
from django.db.models import Max

from boards.files.kinds import CONTENT_TYPES, UNKNOWN, UnacceptableFile, kind_of
from boards.models import AgendaPage, Paper, PaperVersion
from boards.permissions import is_public_paper
from boards.services.packs import ask_for_pack, drop_packs
from easyread.visibility import public_pages

KEPT_IN = "paper-versions"


@transaction.atomic
def keep_paper_version(
    *, paper: Paper, now: datetime, added_at: datetime | None = None
) -> PaperVersion | None:
    """After a paper was saved: keep its file as a version, and renew the packs that hold it.

    Saving again without another file makes no version. None where the file is not there.
    `added_at` is when the file came, if that was not now.
    """
    Paper.objects.select_for_update().filter(pk=paper.pk).first()
    version = _keep_version(paper, added_at or now)
    if is_public_paper(paper):
        _note_public(paper)
    agendas = AgendaPage.objects.filter(papers__paper=paper, papers__is_withdrawn=False)
    if paper.is_restricted:
        for agenda in agendas.order_by("pk"):  # those that are not public may become so again
            drop_packs(agenda=agenda)
    for agenda in public_pages(agendas).order_by("pk"):
        ask_for_pack(agenda=agenda, now=now)
    return version


def _note_public(paper: Paper) -> None:
    """The newest version is what everyone sees, and stays to be had when another follows."""
    newest = paper.versions.order_by("-number").values("pk")[:1]
    PaperVersion.objects.filter(pk__in=list(newest.values_list("pk", flat=True))).update(
        was_public=True
    )


def note_public_papers(papers: list[Paper]) -> None:
    """After an agenda was published: what of its papers everyone can see now."""
    for paper in papers:
        if not paper.is_restricted:
            _note_public(paper)


def _keep_version(paper: Paper, now: datetime) -> PaperVersion | None:
    try:
        with paper.open_file() as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            newest = paper.versions.order_by("-number").first()
            if newest is not None and newest.sha256 == digest:
                return newest
            return _add_version(paper, file, digest, now)
    except FileNotFoundError:
        return None


def _add_version(paper: Paper, file: "File[bytes]", digest: str, now: datetime) -> PaperVersion:
    name = PurePath(paper.brought_as or paper.filename).name
    kind = _kind(file, name)
    last = paper.versions.aggregate(last=Max("number"))["last"] or 0
    version = PaperVersion(
        paper=paper,
        number=last + 1,
        file_name=name[:255],
        kind=kind,
        sha256=digest,
        size=file.size,
        added_at=now,
        added_by=paper.changed_by or (paper.uploaded_by_user if not last else None),
        reason=paper.change_reason[:300] if last else "",
    )
    version.file.name = _kept_file(file, f"{KEPT_IN}/{digest}.{kind}")
    version.save()
    paper.changed_by, paper.change_reason, paper.brought_as = None, "", ""
    return version


def _kind(file: Any, name: str) -> str:
    """As found in the content; for files from before that was looked at, as the name says."""
    try:
        return kind_of(file, name=name)
    except UnacceptableFile:
        claimed = PurePath(name).suffix.lower().lstrip(".")
        return claimed if claimed in CONTENT_TYPES else UNKNOWN


def _kept_file(file: "File[bytes]", path: str) -> str:
    """The copy of our own, stored once however many papers hold it; gives its name."""
    storage = PaperVersion._meta.get_field("file").storage
    if not storage.exists(path):
        file.seek(0)
        storage.save(path, File(file, name=path))
    return path
