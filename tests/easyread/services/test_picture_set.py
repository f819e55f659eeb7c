"""The product's own pictures: all that council life needs, found by its word, drawn alike."""

import csv
import re
from collections import defaultdict
from pathlib import Path

import pytest
from lxml.etree import _Element as Element
from lxml.etree import fromstring

from easyread.finding import PictureWords
from easyread.services.pictures import PICTURES

DRAWN = PICTURES.parent / "drawn"
BUILT = Path(__file__).resolve().parents[3] / "build" / "static" / "pictures"
FEWEST = 320
LARGEST = 4096  # bytes of a drawing
MOST_TO_CHOOSE_FROM = 4  # pictures that one word may lead to

# The words that issue 4 names, each with the pictures that it must lead to.
COUNCIL_LIFE = {
    "meeting": "meeting",
    "chair": "chair",
    "minutes": "minutes",
    "agenda": "agenda",
    "vote": "vote",
    "decision": "decision",
    "action": "action",
    "carer": "carer",
    "support worker": "support-worker",
    "advocate": "advocate",
    "council": "council",
    "money": "money",
    "budget": "budget",
    "bus": "bus",
    "train": "train",
    "taxi": "taxi",
    "doctor": "doctor",
    "hospital": "hospital",
    "nurse": "nurse",
    "dentist": "dentist",
    "health check": "health-check",
    "mental health": "mental-health",
    "home": "home",
    "housing": "housing",
    "job": "job",
    "school": "school",
    "college": "college",
    "day centre": "day-centre",
    "phone": "phone",
    "e-mail": "e-mail",
    "letter": "letter",
    "website": "website",
    "calendar": "calendar",
    "clock": "clock",
    "morning": "morning",
    "evening": "evening",
    "help": "help",
    "danger": "danger",
    "hate crime": "hate-crime",
    "police": "police",
    "complaint": "complaint",
    "happy": "happy",
    "sad": "sad",
    "worried": "worried",
    "angry": "angry",
    "yes": "yes",
    "no": "no",
    "wheelchair": "wheelchair",
    "hearing": "hearing",
    "sight": "sight",
    "autism": "autism",
    "learning disability": "learning-disability",
    "older person": "older-person",
    "young person": "young-person",
    "family": "family",
    "friend": "friend",
    "food": "food",
    "exercise": "exercise",
    "holiday": "holiday",
    "law": "law",
    "rights": "rights",
    "equality": "equality",
    "training": "training",
    "volunteer": "volunteer",
    "charity": "charity",
    "report": "report",
    "plan": "plan",
    "question": "question",
    "answer": "answer",
    "listen": "listen",
    "speak": "speak",
    "sign": "sign",
    "easy read": "easy-read",
    "toilet": "toilet",
    "lift": "lift",
    "parking": "parking",
    "map": "map",
}

# The palette of the drawings: OpenMoji's, with two browns more for skin and hair.
COLOURS = {
    *("#92d3f5", "#61b2e4", "#1e50a0"),  # blue
    *("#ea5a47", "#d22f27", "#ffa7c0"),  # red, and pink
    *("#b1cc33", "#5c9e31"),  # green
    *("#fcea2b", "#f1b31c", "#e27022"),  # yellow, orange
    *("#b399c8", "#8967aa"),  # purple
    *("#fadcbc", "#debb90", "#c19a65", "#a57939", "#8f5f3f", "#6a462f"),  # skin, hair, wood
    *("#fff", "#d0cfce", "#9b9b9a", "#3f3f3f", "#000"),
    "none",
}
OUTLINE = {
    "fill": "none",
    "stroke": "#000",
    "stroke-width": "2",
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
}
SHAPES = {"path", "rect", "circle", "ellipse"}
SVG = "{http://www.w3.org/2000/svg}"


def table() -> list[dict[str, str]]:
    with PICTURES.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


ROWS = table()
OURS = [row["slug"] for row in ROWS if row["source"] == "drawn"]


def words(row: dict[str, str]) -> list[str]:
    return row["words"].split("; ")


def drawing(slug: str) -> tuple[Element, Element]:
    """The file and the one group that all its shapes stand in."""
    svg = fromstring((DRAWN / f"{slug}.svg").read_bytes())
    (outline,) = svg
    return svg, outline


def test_the_set_has_at_least_320_pictures_each_with_its_file() -> None:
    assert len(ROWS) >= FEWEST
    assert [row["slug"] for row in ROWS if not (BUILT / f"{row['slug']}.svg").is_file()] == []
    assert {path.stem for path in DRAWN.glob("*.svg")} == set(OURS)


@pytest.mark.parametrize(("word", "slug"), COUNCIL_LIFE.items())
def test_each_word_of_council_life_leads_to_its_own_picture(word: str, slug: str) -> None:
    found = [r["slug"] for r in ROWS if word in [w.lower() for w in (r["name"], *words(r))]]
    assert found == [slug]


def test_looking_for_a_word_of_council_life_brings_its_picture_first() -> None:
    index = PictureWords((i, row["name"], row["words"]) for i, row in enumerate(ROWS))
    first = {word: index.find(word, limit=1)[0] for word in COUNCIL_LIFE}
    assert {word: ROWS[place]["slug"] for word, place in first.items()} == COUNCIL_LIFE


def test_slugs_are_in_order_and_names_are_there_once() -> None:
    slugs = [row["slug"] for row in ROWS]
    names = [row["name"].lower() for row in ROWS]
    assert slugs == sorted(set(slugs))
    assert len(names) == len(set(names))
    assert [slug for slug in slugs if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)] == []


def test_each_picture_has_other_words_that_say_more_than_its_name() -> None:
    for row in ROWS:
        small = [word.lower() for word in words(row)]
        assert len(small) >= 2, row["slug"]
        assert len(small) == len(set(small)), row["slug"]
        assert row["name"].lower() not in small, row["slug"]
        assert all(word == word.strip() and 1 <= len(word) <= 60 for word in small), row["slug"]


def test_the_name_of_a_picture_leads_to_no_other_picture() -> None:
    names = {row["name"].lower(): row["slug"] for row in ROWS}
    taken = [
        (row["slug"], word)
        for row in ROWS
        for word in words(row)
        if names.get(word.lower(), row["slug"]) != row["slug"]
    ]
    assert taken == []


def test_a_word_leaves_few_pictures_to_choose_from() -> None:
    leads: defaultdict[str, list[str]] = defaultdict(list)
    for row in ROWS:
        for word in words(row):
            leads[word.lower()].append(row["slug"])
    assert {word: to for word, to in leads.items() if len(to) > MOST_TO_CHOOSE_FROM} == {}


@pytest.mark.parametrize("slug", OURS)
def test_a_drawing_has_the_size_the_outline_and_the_colours_of_the_rest(slug: str) -> None:
    svg, outline = drawing(slug)
    assert dict(svg.items()) == {"viewBox": "0 0 72 72"}
    assert outline.tag == f"{SVG}g"
    assert dict(outline.items()) == OUTLINE
    assert (DRAWN / f"{slug}.svg").stat().st_size < LARGEST
    for part in outline.iter():
        assert part.tag.removeprefix(SVG) in SHAPES | {"g"}
        assert {part.get("fill", "none"), part.get("stroke", "none")} <= COLOURS
        assert not (part.text or "").strip()


@pytest.mark.parametrize("slug", OURS)
def test_a_drawing_is_black_lines_thick_enough_to_see(slug: str) -> None:
    """Shapes that are filled have the common outline, or none; lines of their own are not thin."""
    _svg, outline = drawing(slug)
    for part in outline.iter():
        if part.get("fill") and part.get("stroke-width") is None:
            assert part.get("stroke") in {None, "none", "#000"} or part is outline
        assert float(part.get("stroke-width", "2")) >= 1.3
