"""Bringing papers and putting them on agendas, as editors do."""

import uuid
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.models import Collection

from boards.models import AgendaPage, BoardPage, MeetingPage, Paper
from boards.services.stored_blocks import agenda_item


def collection_of(board: BoardPage) -> Collection:
    return Collection.objects.get(name__endswith=f"({board.pk})")


def make_paper(board: BoardPage, title: str, name: str, content: bytes, **more: Any) -> Paper:
    paper = Paper(title=title, collection=collection_of(board), **more)
    paper.file = ContentFile(content, name)
    paper._set_document_file_metadata()
    paper.save()
    return paper


def make_agenda_with(meeting: MeetingPage, *papers: Paper, publish: bool = True) -> AgendaPage:
    agenda = AgendaPage(title="Agenda", slug="agenda", items=[item_with(*papers)], live=False)
    meeting.add_child(instance=agenda)
    revision = agenda.save_revision()
    if publish:
        revision.publish()
        agenda.refresh_from_db()
    return agenda


def item_with(*papers: Paper) -> dict[str, Any]:
    blocks = [{"type": "item", "id": str(uuid.uuid4()), "value": paper.pk} for paper in papers]
    return agenda_item("Breaks", "discuss", 10, papers=blocks)


def publish_with(agenda: AgendaPage, *papers: Paper) -> AgendaPage:
    """Publish the agenda again, its item with these papers."""
    agenda.items = [item_with(*papers) | {"id": str(agenda.items[0].id)}]
    agenda.save_revision().publish()
    agenda.refresh_from_db()
    return agenda


def upload(client: Client, board: BoardPage, name: str, content: bytes, **more: Any) -> Any:
    """As the form for one document sends it."""
    fields = {"title": name, "collection": collection_of(board).pk, "tags": ""} | more
    return client.post(
        reverse("wagtaildocs:add"), fields | {"file": SimpleUploadedFile(name, content)}
    )


def replace(client: Client, paper: Paper, name: str, content: bytes | None, **more: Any) -> Any:
    """As the form that changes a document sends it; without content the file stays."""
    fields = {"title": paper.title, "collection": paper.collection_id, "tags": ""} | more
    if content is not None:
        fields["file"] = SimpleUploadedFile(name, content)
    return client.post(reverse("wagtaildocs:edit", args=[paper.pk]), fields)
