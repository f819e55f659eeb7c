"""Places in a page that apps above fill: the page names the place, and knows neither them nor
what they show there.

An app fills a place in its `AppConfig.ready`; the tag ``{% slot "place" page %}`` shows it.
"""

from collections.abc import Callable, Mapping
from typing import Any

from django.template.loader import render_to_string
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from wagtail.models import Page

# What a template is to show of a page; None if there is nothing to show.
Filling = Callable[[Any], Mapping[str, Any] | None]

_filled: dict[str, dict[str, Filling]] = {}


def fills(place: str, template: str, filling: Filling) -> None:
    """Let ``template`` stand at ``place``, with what ``filling`` gives and ``page``."""
    _filled.setdefault(place, {})[template] = filling


def shown_at(place: str, page: Page) -> SafeString:
    """All that fills a place of a page, in the order in which the apps came."""
    pieces = (
        (render_to_string(template, {**given, "page": page}),)
        for template, filling in _filled.get(place, {}).items()
        if (given := filling(page)) is not None
    )
    return format_html_join("", "{}", pieces)
