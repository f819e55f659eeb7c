"""Easy reads whose files tests make, and how they are read again."""

from datetime import datetime
from io import BytesIO
from typing import Any

from django.test import Client
from pypdf import PdfReader

from boards.models import MinutesPage
from easyread.models import EasyReadPage, Picture
from easyread.services.files import ask_for_files, make_files
from tests.borough import make_easy_read


def idea(words: str, picture: Picture | None = None) -> dict[str, Any]:
    value = {"picture": picture.pk if picture else None, "words": f"<p>{words}</p>"}
    return {"type": "idea", "value": value}


def make(easy_read: EasyReadPage, now: datetime) -> int:
    ask_for_files(easy_read=easy_read, now=now)
    return make_files(easy_read_id=easy_read.pk, clock=lambda: now)


def address(easy_read: EasyReadPage, kind: str = "pdf_16") -> str:
    return f"/easy-read-files/{easy_read.pk}/{kind}/"


def words_at(client: Client, where: str) -> str:
    reader = PdfReader(BytesIO(b"".join(client.get(where))))
    return " ".join(" ".join(page.extract_text().split()) for page in reader.pages)


def publish(easy_read: EasyReadPage, *blocks: dict[str, Any]) -> None:
    easy_read.body = list(blocks)
    easy_read.save_revision().publish()


def with_every_block(minutes: MinutesPage) -> EasyReadPage:
    """An easy read of the minutes with each kind of block."""
    body = [
        {"type": "heading", "value": {"text": "Buses"}},
        idea("We talked about <b>buses</b>.", Picture.objects.get(slug="bus")),
        {"type": "decision", "value": {"picture": None, "words": "<p>We said yes.</p>"}},
        {"type": "action", "value": {"who": "Sy", "what": "Ring them", "when": "By May"}},
        {"type": "date_and_place", "value": {"when": "Monday", "where": "Town Hall"}},
        {"type": "hard_word", "value": {"word": "Quorum", "words": "<p>Enough people.</p>"}},
        {"type": "money", "value": {"how_much": "About 4 pounds", "words": "<p>A fare.</p>"}},
        {"type": "contact", "value": {"who": "Sy Reed", "phone": "0300", "email": "s@a.example"}},
    ]
    return make_easy_read(minutes, body=body)
