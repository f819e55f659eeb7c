"""The forms on a page as a browser would send them, and those that Wagtail's scripts build."""

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import lxml.html
from django import forms
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import Resolver404, ResolverMatch, resolve
from docx import Document
from PIL import Image
from wagtail import blocks
from wagtail.blocks.base import BlockField
from wagtail.models import Page
from wagtail.test.utils.form_data import rich_text

from easyread.reach import within_reach

EDITORS = {
    "wagtailadmin_pages:edit",
    "wagtailadmin_pages:add",
    "wagtailadmin_pages:revisions_revert",
}
Sent = dict[str, Any]
NOT_IDS = {"date", "time", "datetime-local", "email", "password", "submit", "button", "file"}
DAYS = ("_on", "day", "first", "date", "from", "until")
LEFT_EMPTY = ("_at", "_point_x", "_point_y", "_width", "_height", "password", "phone", "_email")
# Wagtail's lists of papers and pictures break when they search and count uses at once.
NEVER_NAMED = {"csrfmiddlewaretoken", "usage_count_min", "usage_count_max"}
EMPTY_ROW = "-EMPTY_FORM_TEMPLATE"


@dataclass(frozen=True)
class Field:
    """A place for a foreign id; ``with_it`` is what else must be sent for it to count."""

    name: str
    is_rich_text: bool = False
    with_it: tuple[tuple[str, str], ...] = ()


@dataclass
class FoundForm:
    method: str
    path: str
    route: str
    sent: Sent = field(default_factory=dict)
    fields: list[Field] = field(default_factory=list)
    is_whole: bool = False  # what stands in it is valid as it is

    @property
    def kind(self) -> tuple[Any, ...]:
        """Two forms with the same fields at the same route are one."""
        names = {one.name for one in self.fields}
        return (self.route, self.method, *sorted(names))

    def add(self, name: str, value: Any, *, named: bool = True, **more: Any) -> None:
        self.sent[name] = value
        if named:
            self.fields.append(Field(name, **more))


def forms_of(content: bytes, path: str, *, she: Any) -> Iterator[FoundForm]:
    """Each form of the page that goes back to this site; ``she`` fills it in with what is hers."""
    if not content.lstrip().startswith(b"<"):
        content = _html_in_json(content)
    if not content.strip():
        return
    tree = lxml.html.fromstring(content)
    for form in tree.iter("form"):
        action = (form.get("action") or path).partition("#")[0] or path
        if action.startswith("?"):
            action = path.partition("?")[0] + action
        match = _screen(action)
        if match is None:
            continue
        found = FoundForm((form.get("method") or "get").upper(), action, match.route)
        found.is_whole = match.view_name == "wagtailadmin_pages:edit"
        _read_all(form, found)
        if match.view_name in EDITORS and len(found.sent) > 3:
            _add_streams(found, match, she)
        elif match.view_name in EDITORS:  # a button beside it
            continue
        yield found


def _screen(action: str) -> ResolverMatch | None:
    try:
        return resolve(action.partition("?")[0])
    except Resolver404:
        return None


def _read_all(form: Any, found: FoundForm) -> None:
    for element in form.iter("input", "select", "textarea", "button"):
        _read(element, found)
    for template in form.iter("script", "template"):
        _read_empty_row(template, found)


def _html_in_json(content: bytes) -> bytes:
    """Wagtail's dialogs come as HTML in JSON."""
    try:
        return str(json.loads(content)["html"]).encode()
    except (ValueError, KeyError, TypeError):
        return b""


def _read(element: Any, found: FoundForm) -> None:
    """A field with what stands in it, or with something where it is empty."""
    name, kind = element.get("name"), (element.get("type") or "").lower()
    if not name or name in NEVER_NAMED or element.tag == "button" or kind == "submit":
        return
    if kind == "file":
        found.add(name, _picture() if "image" in found.path else _word_file(), named=False)
    elif element.tag == "select":
        found.add(name, _chosen(element, is_whole=found.is_whole))
    elif kind in ("checkbox", "radio"):
        if element.checked or not (found.is_whole or found.sent.get(name)):
            found.sent[name] = element.get("value", "on")
        if name not in {one.name for one in found.fields}:
            found.fields.append(Field(name))
    elif element.get("data-draftail-input") is not None:
        found.add(name, element.get("value") or "null", is_rich_text=True)
    else:
        value = element.text if element.tag == "textarea" else element.get("value")
        empty = found.is_whole or kind == "hidden"
        shown = value or ("" if empty else _something(name, kind))
        found.add(name, "words" if name == "new_slug" else shown, named=kind not in NOT_IDS)


def _chosen(element: Any, *, is_whole: bool) -> Any:
    options = [""] if is_whole else [value for value in element.value_options if value]
    if element.get("multiple") is not None:
        return list(element.value) or options[:1]
    return element.value or next(iter(options), "")


def _something(name: str, kind: str) -> str:
    if name.endswith(LEFT_EMPTY):
        return ""
    if kind == "number" or name.endswith(("hours", "order")):
        return "1"
    if kind == "time" or "time" in name or name.endswith("starts"):
        return "10:00"
    if kind == "date" or name.endswith(DAYS):
        return "2026-11-19"
    return {"email": "words@example.org", "url": "https://example.org/"}.get(kind, "Words")


def _read_empty_row(template: Any, found: FoundForm) -> None:
    """A row that the editor adds: its fields count only together with the row."""
    if not (template.get("id") or "").endswith(EMPTY_ROW):
        return
    prefix = template.get("id").removesuffix(EMPTY_ROW).removeprefix("id_")
    number = int(found.sent.get(f"{prefix}-TOTAL_FORMS") or 0)
    text = template.text or "".join(map(lxml.html.tostring, template))
    if not text.strip():
        return
    row = FoundForm("POST", found.path, found.route)
    for element in lxml.html.fromstring(text).iter("input", "select", "textarea"):
        if element.get("name"):
            element.set("name", str(element.get("name")).replace("__prefix__", str(number)))
        _read(element, row)
    whole = {name: str(value) for name, value in row.sent.items() if value}
    whole[f"{prefix}-TOTAL_FORMS"] = str(number + 1)
    for one in row.fields:
        found.fields.append(Field(one.name, one.is_rich_text, tuple(whole.items())))


def _word_file() -> SimpleUploadedFile:
    file, document = io.BytesIO(), Document()
    document.add_paragraph("Words")
    document.save(file)
    return SimpleUploadedFile("words.docx", file.getvalue())


def _picture() -> SimpleUploadedFile:
    file = io.BytesIO()
    Image.new("RGB", (8, 8)).save(file, "PNG")
    return SimpleUploadedFile("picture.png", file.getvalue(), "image/png")


def _add_streams(found: FoundForm, match: ResolverMatch, she: Any) -> None:
    """What the script of a page's editor makes of its blocks: one of each kind."""
    given = match.kwargs
    if "page_id" in given:
        model: Any = Page.objects.get(pk=given["page_id"]).specific_class
    else:
        model = apps.get_model(given["content_type_app_name"], given["content_type_model_name"])
    for name, one in model.get_edit_handler().get_form_class().base_fields.items():
        if isinstance(one, BlockField):
            _add_block(found, name, one.block, she)


def _add_block(found: FoundForm, name: str, block: Any, she: Any) -> None:
    if isinstance(block, blocks.BaseStreamBlock):
        found.sent[f"{name}-count"] = str(len(block.child_blocks))
        for number, (kind, child) in enumerate(block.child_blocks.items()):
            _add_place(found, f"{name}-{number}", number)
            found.sent[f"{name}-{number}-type"] = kind
            _add_block(found, f"{name}-{number}-value", child, she)
    elif isinstance(block, blocks.ListBlock):
        found.sent[f"{name}-count"] = "1"
        _add_place(found, f"{name}-0", 0)
        _add_block(found, f"{name}-0-value", block.child_block, she)
    elif isinstance(block, blocks.BaseStructBlock):
        for inner, child in block.child_blocks.items():
            _add_block(found, f"{name}-{inner}", child, she)
    elif isinstance(block, blocks.RichTextBlock):
        found.add(name, rich_text("<p>Words</p>"), is_rich_text=True)
    else:
        found.add(name, _plain(block, she))


def _add_place(found: FoundForm, name: str, number: int) -> None:
    found.sent |= {f"{name}-id": "", f"{name}-order": str(number), f"{name}-deleted": ""}


def _plain(block: Any, she: Any) -> str:
    kind: Any = getattr(block, "field", None)
    if isinstance(kind, forms.ModelChoiceField):
        rows: Any = kind.queryset
        hers = within_reach(rows.model, of=she).first() if kind.required else None
        return str(hers.pk) if hers else ""
    if isinstance(kind, forms.ChoiceField):
        choices: Any = kind.choices
        return next((str(value) for value, _ in choices if value), "")
    if isinstance(kind, forms.IntegerField | forms.DecimalField):
        return "5"
    if isinstance(kind, forms.DateField):
        return "2026-05-01"
    return "Words" if isinstance(block, blocks.CharBlock | blocks.TextBlock) else ""


def linked(number: str, kind: str) -> str:
    """A text that points to a page, a paper or a picture by its number."""
    content = json.loads(rich_text("<p>Words</p>"))
    content["blocks"][0]["entityRanges"] = [{"offset": 0, "length": 5, "key": 0}]
    data: Sent = {"id": int(number), "url": "/x/"}
    if kind == "IMAGE":
        data |= {"format": "fullwidth", "alt": "Words", "src": "/x/"}
        content["blocks"][0] |= {"type": "atomic", "text": " "}
        content["blocks"][0]["entityRanges"] = [{"offset": 0, "length": 1, "key": 0}]
    content["entityMap"] = {"0": {"type": kind, "mutability": "MUTABLE", "data": data}}
    return json.dumps(content)
