"""Colours and their contrast, as WCAG 2.2 reckons it (1.4.3)."""

import re

HEX = re.compile(r"#[0-9a-fA-F]{6}")
WHITE = "#ffffff"
PAPER = "#f2eadb"  # the darkest ground on which links stand (src/_tokens.scss)
AA_FOR_TEXT = 4.5
AA_FOR_SHAPES = 3.0


def _luminance(colour: str) -> float:
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours written #rrggbb: from 1 (none) to 21 (black on white)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def darker(colour: str, share: float = 0.3) -> str:
    """The colour with each channel lowered by ``share``."""
    channels = (int(int(colour[place : place + 2], 16) * (1 - share)) for place in (1, 3, 5))
    return "#" + "".join(f"{channel:02x}" for channel in channels)


def tint(colour: str, share: float = 0.93) -> str:
    """The colour mixed with ``share`` of white."""
    channels = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{round(value + (255 - value) * share):02x}" for value in channels)
