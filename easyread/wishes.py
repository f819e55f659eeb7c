"""How somebody wants to read: sizes and colours, as one short cookie remembers them."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Self

from django.db.models import TextChoices

COOKIE = "how-to-read"
COOKIE_AGE = 365 * 24 * 3600  # seconds; the privacy page says: a year
_BETWEEN = "."


class Size(TextChoices):
    """How large the words are, from the smallest."""

    NORMAL = "normal", "Normal"
    LARGE = "large", "Large"
    VERY_LARGE = "very-large", "Very large"
    LARGEST = "largest", "Largest"


class Colours(TextChoices):
    """Words on paper; each pair keeps 4.5:1 (src/_schemes.scss)."""

    NORMAL = "normal", "As usual"
    CREAM = "cream", "On cream"
    BLUE = "blue", "On light blue"
    YELLOW = "yellow", "Black on yellow"
    BLACK = "black", "White on black"


class Spacing(TextChoices):
    NORMAL = "normal", "As usual"
    WIDE = "wide", "More space between the lines"


class Pictures(TextChoices):
    NORMAL = "normal", "As usual"
    BIG = "big", "Bigger pictures"


@dataclass(frozen=True)
class Wishes:
    """What a reader chose; without a choice everything is normal."""

    size: Size = Size.NORMAL
    colours: Colours = Colours.NORMAL
    spacing: Spacing = Spacing.NORMAL
    pictures: Pictures = Pictures.NORMAL

    @classmethod
    def from_cookie(cls, text: str) -> Self:
        """What the cookie says, part by part; a part that says nothing known is normal."""
        parts = text[:100].split(_BETWEEN)
        names = [each.name for each in fields(cls)]
        return cls().with_chosen(dict(zip(names, parts, strict=False)))

    def with_chosen(self, chosen: Mapping[str, str]) -> Self:
        """The same with what ``chosen`` names by field; unknown values change nothing."""
        known: dict[str, Any] = {
            each.name: type(each.default)(chosen[each.name])
            for each in fields(self)
            if isinstance(each.default, TextChoices)
            and chosen.get(each.name) in type(each.default).values
        }
        return replace(self, **known)

    @property
    def cookie(self) -> str:
        """What is remembered; "" when there is nothing to remember."""
        values = [str(getattr(self, each.name)) for each in fields(self)]
        return "" if self == type(self)() else _BETWEEN.join(values)

    @property
    def classes(self) -> str:
        """The classes of ``<html>``, such as "reads-size-large reads-colours-cream"."""
        chosen = [(each.name, getattr(self, each.name), each.default) for each in fields(self)]
        return " ".join(f"reads-{name}-{value}" for name, value, usual in chosen if value != usual)

    @property
    def smaller(self) -> Size | None:
        """The next smaller size of words; None at the smallest."""
        return self._size_at(-1)

    @property
    def larger(self) -> Size | None:
        """The next larger size of words; None at the largest."""
        return self._size_at(+1)

    def _size_at(self, steps: int) -> Size | None:
        sizes = list(Size)
        place = sizes.index(self.size) + steps
        return sizes[place] if 0 <= place < len(sizes) else None
