"""Addresses and telephone numbers in plain words become links.

An address is whole in its link and shortened for reading: the links of online meetings are longer
than a phone is wide.
"""

import re

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

SHOWN = 36  # signs of an address
_ENDS = ".,;:!?)»”’"  # that close the sentence, not the address
_FOUND = re.compile(
    r"(?P<web>\bhttps?://[^\s<>\"“”]+|\bwww\.[^\s<>\"“”]+)"
    r"|(?P<mail>\b[\w.+'-]+@[\w-]+(?:\.[\w-]+)+\b)"
    # +44 20 7946 0000, 01632 960 148, (020) 7946 0000; no dates, no numbers inside others
    r"|(?<![\w/.+-])(?P<phone>(?:\+44[ -]?(?:\(0\)[ -]?)?[1-9]|\(0[1-9]\d{1,4}\)|0[1-9])"
    r"(?:[ -]?\d){5,10})(?![ -]?\d|[\w/]|\.\d)",
    re.IGNORECASE,
)
_LINE_END = re.compile(r"\r\n|\r|\n")


def linked(words: str) -> SafeString:
    """``words`` as HTML with links and line breaks; all else is escaped."""
    lines = ((_line(line),) for line in _LINE_END.split(str(words)))
    return format_html_join(mark_safe("<br>"), "{}", lines)


def _line(line: str) -> SafeString:
    pieces: list[SafeString] = []
    end = 0
    for found in _FOUND.finditer(line):
        text = found.group()
        if found["web"]:
            text = _without_end(text)
            link = _to(text if "://" in text else f"https://{text}", _short(text))
        elif found["mail"]:
            link = _to(f"mailto:{text}", text)
        elif number := _number(text):
            link = _to(f"tel:{number}", text)
        else:
            continue
        pieces += [conditional_escape(line[end : found.start()]), link]
        end = found.start() + len(text)
    return mark_safe("".join([*pieces, conditional_escape(line[end:])]))


def _to(address: str, words: str) -> SafeString:
    return format_html('<a href="{}">{}</a>', address, words)


def _without_end(address: str) -> str:
    """The signs that close a sentence are no part of it; a bracket that it opened is."""
    while address[-1] in _ENDS:
        if address[-1] == ")" and address.count("(") >= address.count(")"):
            break
        address = address[:-1]
    return address


def _short(address: str) -> str:
    plain = re.sub(r"^(?:https?://)?(?:www\.)?", "", address, flags=re.IGNORECASE).rstrip("/")
    return plain if len(plain) <= SHOWN else f"{plain[: SHOWN - 1]}…"


def _number(words: str) -> str:
    """The number to dial, or "" if it has too few or too many digits for the United Kingdom."""
    digits = re.sub(r"\D", "", words.replace("(0)", ""))
    if words.startswith("+"):
        return f"+{digits}" if len(digits) in (11, 12) else ""
    is_short = digits.startswith("0800") and len(digits) in (8, 10)
    return digits if len(digits) in (10, 11) or is_short else ""
