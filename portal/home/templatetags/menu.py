"""The menu of every full page."""

from dataclasses import dataclass

from django import template
from django.urls import reverse

register = template.Library()


@dataclass(frozen=True)
class Section:
    """A section of the site; ``current`` is what aria-current says of it, or nothing."""

    words: str
    address: str
    current: str


def section(words: str, address: str, path: str) -> Section:
    if path == address:
        return Section(words, address, "page")
    return Section(words, address, "true" if path.startswith(address) else "")


@register.simple_tag
def menu(path: str) -> list[Section]:
    """The sections in their order, for the page with this address."""
    sections = [
        ("Boards", "/boards/"),
        ("Meetings", reverse("boards:meetings")),
        ("Actions", reverse("boards:actions")),
        ("Who to ask", reverse("boards:who_to_ask")),
        ("Charter", "/charter/"),
        ("Digests", reverse("digests:archive")),
        ("Jargon buster", reverse("easyread:jargon_buster")),
    ]
    return [section(words, address, path) for words, address in sections]
