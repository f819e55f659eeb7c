"""What a paragraph or run looks like after Word's styles: bold, underlined, a heading, a list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

_OFF = {"0", "false", "off", "none"}
_MAX_CHAIN = 20


def name_of(element: etree._Element) -> str:
    """The element's name without namespace: transitional and strict files differ only there."""
    tag = element.tag
    return tag.rsplit("}", 1)[-1] if isinstance(tag, str) else ""


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first element down the path of local names, or None."""
    for step in path:
        if element is None:
            return None
        element = next((one for one in element if name_of(one) == step), None)
    return element


def children(element: etree._Element | None, name: str) -> Iterator[etree._Element]:
    """The direct children with that local name."""
    if element is not None:
        yield from (one for one in element if name_of(one) == name)


def attribute(element: etree._Element | None, name: str) -> str:
    """The attribute with that local name, or ""."""
    if element is None:
        return ""
    for key, value in element.attrib.items():
        if str(key).rsplit("}", 1)[-1] == name:
            return str(value)
    return ""


def number(text: str, default: int = 0) -> int:
    """A small whole number from an attribute; `default` for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else default


@dataclass(frozen=True)
class Look:
    """Character formatting; None means that nothing was said."""

    bold: bool | None = None
    italic: bool | None = None
    underlined: bool | None = None
    capitals: bool | None = None
    hidden: bool | None = None

    def over(self, below: Look) -> Look:
        """This look where it says something, else the one below it."""
        return Look(
            *(
                mine if mine is not None else theirs
                for mine, theirs in (
                    (self.bold, below.bold),
                    (self.italic, below.italic),
                    (self.underlined, below.underlined),
                    (self.capitals, below.capitals),
                    (self.hidden, below.hidden),
                )
            )
        )


def look_of(properties: etree._Element | None) -> Look:
    """The look that one w:rPr states by itself."""

    def switch(name: str) -> bool | None:
        found = child(properties, name)
        return None if found is None else attribute(found, "val").lower() not in _OFF

    return Look(switch("b"), switch("i"), switch("u"), switch("caps"), switch("vanish"))


@dataclass(frozen=True)
class Style:
    """One style with what it inherits worked in. `level` is 1–9 for headings, else 0."""

    name: str = ""
    look: Look = Look()
    level: int = 0
    list_id: str = ""
    list_level: int = 0


@dataclass(frozen=True)
class StyleSheet:
    """The styles of a file by their id, and the id of the default paragraph style."""

    by_id: dict[str, Style] = field(default_factory=dict)
    default: str = ""

    def get(self, style_id: str) -> Style:
        """The style, the default one for "", an empty one for an id that is not there."""
        return self.by_id.get(style_id or self.default, Style())


def outline_level(properties: etree._Element | None) -> int | None:
    """1–9 from w:outlineLvl (which counts from 0; 9 there means body text), None if unsaid."""
    found = child(properties, "outlineLvl")
    if found is None:
        return None
    level = number(attribute(found, "val"), 9)
    return level + 1 if level < 9 else 0


def read_styles(root: etree._Element | None) -> StyleSheet:
    """All styles of word/styles.xml, each with its ancestors' formatting."""
    raw = {attribute(one, "styleId"): one for one in children(root, "style")}
    base = look_of(child(root, "docDefaults", "rPrDefault", "rPr"))
    default = next(
        (
            key
            for key, one in raw.items()
            if attribute(one, "default") in ("1", "true") and attribute(one, "type") == "paragraph"
        ),
        "",
    )
    sheet: dict[str, Style] = {}
    for key in raw:
        sheet[key] = _resolved(key, raw, base)
    return StyleSheet(sheet, default)


def _resolved(key: str, raw: dict[str, etree._Element], base: Look) -> Style:
    chain: list[etree._Element] = []
    while key in raw and len(chain) < _MAX_CHAIN:
        chain.append(raw[key])
        key = attribute(child(raw[key], "basedOn"), "val")
    style = Style(name=attribute(child(chain[0], "name"), "val"), look=Look())
    if attribute(chain[0], "type") == "paragraph":
        style = replace(style, look=base)
    for one in reversed(chain):
        properties = child(one, "pPr")
        level = outline_level(properties)
        numbering = child(properties, "numPr")
        style = replace(
            style,
            look=look_of(child(one, "rPr")).over(style.look),
            level=style.level if level is None else level,
            list_id=attribute(child(numbering, "numId"), "val") or style.list_id,
            list_level=number(attribute(child(numbering, "ilvl"), "val"), style.list_level),
        )
    named = style.name.lower()
    if style.level == 0 and named.startswith("heading ") and named[8:].isdigit():
        style = replace(style, level=min(9, int(named[8:10])))
    return style
