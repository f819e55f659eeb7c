"""The colours that a reader can choose: each pair is measured as WCAG 2.2 reckons it (1.4.3)."""

import re
from pathlib import Path

import pytest

from easyread.wishes import Colours
from portal.home.colours import AA_FOR_SHAPES, AA_FOR_TEXT, PAPER, contrast

SOURCES = Path(__file__).resolve().parents[2] / "portal" / "assets" / "src"
CHOSEN = [colours.value for colours in Colours if colours is not Colours.NORMAL]
GROUNDS = ("paper", "paper-deep", "sheet", "field", "warm", "council-tint")
WORDS = ("ink", "ink-soft", "late", "done", "progress")
COUNCIL = {"council-primary": "#0b4f5c", "council-primary-dark": "#07363f"}
HEX = re.compile(r"--([\w-]+): (#[0-9a-f]{6});")


def scheme(name: str) -> dict[str, str]:
    """The colours of a scheme by name: what it sets over what is usual."""
    usual = dict(HEX.findall((SOURCES / "_tokens.scss").read_text())) | COUNCIL
    text = (SOURCES / "_schemes.scss").read_text()
    own = re.search(rf"html\.reads-colours-{name} {{\n(.*?)\n(?:}}|\n)", text, re.DOTALL)
    assert own, name
    return usual | dict(HEX.findall(own[1]))


@pytest.mark.parametrize("name", CHOSEN)
def test_words_can_be_read_on_every_ground(name: str) -> None:
    colours = scheme(name)
    words = [*WORDS, "council-primary", "council-primary-dark"]
    weak = {
        (word, ground): round(contrast(colours[word], colours[ground]), 2)
        for word in words
        for ground in GROUNDS
        if contrast(colours[word], colours[ground]) < AA_FOR_TEXT
    }
    assert weak == {}


@pytest.mark.parametrize("name", CHOSEN)
def test_words_can_be_read_on_what_marks_a_state(name: str) -> None:
    colours = scheme(name)
    for state in ("late", "done", "progress"):
        assert contrast(colours[state], colours[f"{state}-back"]) >= AA_FOR_TEXT, state
        assert contrast(colours["ink"], colours[f"{state}-back"]) >= AA_FOR_TEXT, state
    assert contrast(colours["on-done"], colours["done"]) >= AA_FOR_TEXT
    assert contrast(colours["focus"], colours["focus-ink"]) >= AA_FOR_TEXT


@pytest.mark.parametrize("name", CHOSEN)
def test_lines_and_shapes_can_be_seen(name: str) -> None:
    colours = scheme(name)
    for ground in ("paper", "sheet", "field"):
        assert contrast(colours["line-strong"], colours[ground]) >= AA_FOR_SHAPES, ground


@pytest.mark.parametrize("name", ["cream", "blue"])
def test_any_councils_colour_can_be_read_on_the_light_papers(name: str) -> None:
    # A council's colour is checked on PAPER when it is saved: no ground here is darker.
    colours = scheme(name)
    for ground in (*GROUNDS, "sheet"):
        assert contrast("#000000", colours[ground]) >= contrast("#000000", PAPER), ground


@pytest.mark.parametrize("name", ["yellow", "black"])
def test_the_strong_schemes_leave_nothing_to_the_council(name: str) -> None:
    colours = scheme(name)
    assert colours["council-primary"] != COUNCIL["council-primary"]
    assert contrast(colours["council-on-primary"], colours["council-primary"]) >= AA_FOR_TEXT
    assert contrast(colours["council-accent"], colours["sheet"]) >= AA_FOR_SHAPES
