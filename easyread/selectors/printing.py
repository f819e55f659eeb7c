"""What stands in the files of an easy read."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from django.apps import apps
from django.conf import settings
from django.contrib.staticfiles import finders
from wagtail.blocks import StreamValue
from wagtail.rich_text import expand_db_html

from easyread.models import EasyReadPage, EasyReadRecord, Picture
from easyread.printing import Credit, PrintContent, PrintLine, PrintPicture, PrintRow, Run
from easyread.printing.arranging import linked, paragraphs_of, plain
from easyread.printing.content import Paragraph, Usual
from easyread.selectors.ideas import ready_blocks
from easyread.selectors.word_list import Listed, words_listed

LAYOUT = 3  # a change in how the files look makes all of them anew
STATIC, UPLOAD = "static:", "upload:"
USUAL = {  # slugs of pictures that stand where the writer chose none
    *("action", "calendar", "decision", "e-mail", "money", "person", "phone", "speech", "venue"),
    *("book", "document", "easy-read", "help"),
}


@dataclass(frozen=True)
class FilesPlan:
    """What stands in the files, and a fingerprint that changes whenever they would."""

    content: PrintContent
    fingerprint: str


def files_plan(easy_read: EasyReadPage) -> FilesPlan:
    """The files of the easy read as it stands in the database; a fixed number of queries."""
    content = _Gathering().content(easy_read)
    words = json.dumps([LAYOUT, asdict(content)], sort_keys=True)
    return FilesPlan(content, hashlib.sha256(words.encode()).hexdigest())


def picture_path(source: str) -> str | None:
    """Where a picture of the product lies on this machine; None for uploads and missing ones."""
    if not source.startswith(STATIC):
        return None
    found = finders.find(source.removeprefix(STATIC))
    return found if isinstance(found, str) else None


class _Gathering:
    """Gathers one easy read, and on the way whose pictures it shows."""

    def __init__(self) -> None:
        usual = Picture.objects.filter(slug__in=USUAL).select_related("image")
        self._usual = {picture.slug: picture for picture in usual}
        self._credits: set[tuple[str, str, str]] = set()

    def content(self, easy_read: EasyReadPage) -> PrintContent:
        original = easy_read.get_parent()
        blocks = ready_blocks(easy_read)
        record = EasyReadRecord.objects.filter(easy_read=easy_read).select_related("readers_check")
        check = next((each.readers_check for each in record.defer("source")), None)
        look = _site_look(easy_read)
        says_contact = any(block.block_type == "contact" for block in blocks)
        rows = tuple(self._row(block) for block in blocks)
        words = tuple(self._term(term) for term in words_listed(blocks))
        usual = Usual(
            easy_read=self._of_usual("easy-read"),
            help=self._of_usual("help"),
            document=self._of_usual("document"),
            words=self._of_usual("book"),
            contact=self._of_usual("phone"),
        )
        return PrintContent(
            title=easy_read.title,
            council=look.council_name,
            full_version=original.title,
            address=urljoin(f"{settings.PUBLIC_URL}/", original.get_url() or ""),
            rows=rows,
            words=words,
            phone="" if says_contact else look.contact_phone,
            email="" if says_contact else look.contact_email,
            contact_address="" if says_contact else f"{settings.PUBLIC_URL}{settings.CONTACT_PAGE}",
            readers=check.readers if check else "",
            credits=tuple(Credit(*each) for each in sorted(self._credits)),
            usual=usual,
        )

    def _row(self, block: StreamValue.StreamChild) -> PrintRow:
        value = block.value
        make: dict[str, Callable[[Any], PrintRow]] = {
            "heading": lambda value: PrintRow("heading", label=value["text"]),
            "decision": self._decision,
            "action": lambda value: PrintRow("action", self._action(value), "To do"),
            "date_and_place": self._date_and_place,
            "contact": self._contact,
            "hard_word": lambda value: self._opened(value, value["word"], "speech"),
            "money": lambda value: self._opened(value, value["how_much"], "money"),
        }
        return make.get(block.block_type, self._idea)(value)

    def _idea(self, value: Any) -> PrintRow:
        return PrintRow("plain", (self._line(_rich(value["words"]), value["picture"]),))

    def _decision(self, value: Any) -> PrintRow:
        line = self._line(_rich(value["words"]), value["picture"], "decision")
        return PrintRow("decision", (line,), "We decided")

    def _date_and_place(self, value: Any) -> PrintRow:
        when = self._fact("When", value["when"], None, "calendar")
        return PrintRow("plain", (when, self._fact("Where", value["where"], None, "venue")))

    def _contact(self, value: Any) -> PrintRow:
        usual = "phone" if value["phone"] else "e-mail"
        return PrintRow("plain", (self._line(_ways(value), value["picture"], usual),))

    def _opened(self, value: Any, opening: str, usual: str) -> PrintRow:
        paragraphs = (plain(opening, bold=True), *_rich(value["words"]))
        return PrintRow("plain", (self._line(paragraphs, value["picture"], usual),))

    def _action(self, value: Any) -> tuple[PrintLine, ...]:
        lines = [
            self._fact("Who", value["who"], value["who_picture"], "person"),
            self._fact("What", value["what"], value["picture"], "action"),
        ]
        if value["when"]:
            lines.append(self._fact("When", value["when"], None, "calendar"))
        return tuple(lines)

    def _fact(self, name: str, words: str, picture: Picture | None, usual: str) -> PrintLine:
        return self._line((plain(name, bold=True), plain(words)), picture, usual)

    def _line(
        self, paragraphs: tuple[Paragraph, ...], picture: Picture | None, usual: str = ""
    ) -> PrintLine:
        return PrintLine(paragraphs, self._shown(picture) if picture else self._of_usual(usual))

    def _term(self, term: Listed) -> PrintRow:
        explanation = tuple(plain(line) for line in term.explanation.splitlines() if line.strip())
        paragraphs = (plain(term.word, bold=True), *explanation)
        return PrintRow("plain", (self._line(paragraphs, term.picture),))

    def _of_usual(self, slug: str) -> PrintPicture | None:
        picture = self._usual.get(slug)
        return self._shown(picture) if picture else None

    def _shown(self, picture: Picture) -> PrintPicture:
        if picture.author or picture.licence:
            self._credits.add((picture.author, picture.licence, picture.licence_url))
        if picture.static_file:
            source = f"{STATIC}{picture.static_file}"
            return PrintPicture(source, _identity(picture_path(source)), picture.alternative)
        image = picture.image
        identity = f"{image.file_hash} {image.file_size}" if image else ""
        name = image.file.name if image else ""
        return PrintPicture(f"{UPLOAD}{name}", identity, picture.alternative)


def _site_look(easy_read: EasyReadPage) -> Any:
    """The council's name and how to reach it: a site setting of the app above."""
    look: Any = apps.get_model(settings.EASYREAD_SITE_LOOK)
    return look.for_site(easy_read.get_site())


def _rich(words: Any) -> tuple[Paragraph, ...]:
    html = expand_db_html(words.source) if words else ""
    return paragraphs_of(html, base=f"{settings.PUBLIC_URL}/")


def _ways(value: Any) -> tuple[Paragraph, ...]:
    ways = [plain("You can ask"), plain(value["who"], bold=True)]
    if value["phone"]:
        ways.append((Run("Phone "), Run(value["phone"], is_bold=True)))
    if value["email"]:
        ways += [plain("E-mail"), linked(f"mailto:{value['email']}")]
    return tuple(ways)


def _identity(path: str | None) -> str:
    if path is None:
        return ""
    return _sha256(path, Path(path).stat().st_mtime_ns)


@lru_cache(maxsize=1000)
def _sha256(path: str, changed: int) -> str:
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()
