"""Writers find pictures by word, by other words and by any form of a word."""

import time
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from easyread.finding import PictureWords
from easyread.models import Picture
from easyread.selectors import find_pictures, suggest_for, suggest_pictures
from portal.home.models import HomePage


def add(name: str, words: str = "", **more: Any) -> Picture:
    more.setdefault("slug", f"test-{name.lower().replace(' ', '-')}")
    return Picture.objects.create(name=name, words=words, static_file="pictures/bus.svg", **more)


def names(pictures: list[Picture]) -> list[str]:
    return [picture.name for picture in pictures]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("bus", "Bus"),
        ("  BUS ", "Bus"),
        ("carers", "Carer"),
        ("carer’s", "Carer"),
        ("went by bus", "Bus"),
        ("doctors", "Doctor"),
        ("e-mails", "E-mail"),
        ("email", "E-mail"),
        ("Health-Check", "Health check"),
        ("coach", "Bus"),
        ("voting", "Vote"),
        ("vot", "Vote"),
    ],
)
def test_a_writer_finds_the_picture_that_is_meant(home: HomePage, words: str, name: str) -> None:
    Picture.objects.filter(slug="bus").update(words="coach; public transport")
    assert names(find_pictures(words))[0] == name


def test_the_best_comes_first(home: HomePage) -> None:
    Picture.objects.update(words="", name="Other")
    for name, words in (
        ("Zebras", ""),
        ("Zebra crossing", ""),
        ("Stripes", "zebra"),
        ("Animals", "zebras"),
        ("Quiet zebra", ""),
        ("Zebra", ""),
    ):
        add(name, words)
    found = names(find_pictures("zebra"))
    assert found == ["Zebra", "Stripes", "Zebras", "Animals", "Zebra crossing", "Quiet zebra"]
    assert names(find_pictures("zebra", limit=2)) == ["Zebra", "Stripes"]
    assert names(find_pictures("crossing zebras"))[0] == "Zebra crossing"


@pytest.mark.parametrize("words", ["", "   ", "\0", "xyzzy", "…", "x" * 5_000, "a " * 3_000])
def test_nonsense_finds_nothing_or_little_and_breaks_nothing(home: HomePage, words: str) -> None:
    assert len(find_pictures(words)) <= 60
    assert len(suggest_pictures(words)) <= 4
    if "x" in words or not words.replace("\0", "").strip():
        assert find_pictures(words) == []


def test_suggestions_name_what_a_sentence_is_about(home: HomePage) -> None:
    found = names(suggest_pictures("We talked about the health check at the day centre."))
    assert found[:2] in (["Health check", "Day centre"], ["Day centre", "Health check"])
    assert len(found) <= 4
    assert names(suggest_pictures("Carers said that the bus is late.", most=2)) == ["Carer", "Bus"]
    assert suggest_pictures("And so on.") == []


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Many adults go without a dentist. The board looks for some that give time.", "Dentist"),
        ("Carers hear last. The board works with the hospital on telling them first.", "Carer"),
        ("The board looks at how families book their beds at Larch House.", "Family"),
        ("Raise the late bus in July.", "Bus"),
        ("Carers who visit pay a great deal for parking.", "Carer"),
        ("Read the new letter by 14 August 2026.", "Letter"),
        ("The board will look at it.", "Partnership board"),
    ],
    ids=["looks-for", "works-with", "looks-at", "late", "great-deal", "read", "only-these"],
)
def test_words_that_say_little_propose_a_picture_last(
    home: HomePage, text: str, first: str
) -> None:
    assert names(suggest_pictures(text))[0] == first


def test_many_sentences_cost_what_one_costs(home: HomePage) -> None:
    texts = ["The council pays for the bus.", "", "Carers met.", "We voted."] * 10
    with CaptureQueriesContext(connection) as one:
        suggest_pictures(texts[0])
    with CaptureQueriesContext(connection) as many:
        found = suggest_for(texts)
    assert len(many) == len(one) == 2
    assert [names(some) for some in found] == [names(suggest_pictures(text)) for text in texts]
    assert found[1] == []
    assert suggest_for([]) == []


def test_a_search_costs_two_queries_and_knows_of_every_change(home: HomePage) -> None:
    assert find_pictures("quokka") == []
    picture = add("Quokka")
    with CaptureQueriesContext(connection) as queries:
        assert find_pictures("quokka") == [picture]
    assert len(queries) == 2
    Picture.objects.filter(pk=picture.pk).update(name="Wombat")
    assert find_pictures("quokka") == []
    assert find_pictures("wombat") == [picture]
    picture.delete()
    assert find_pictures("wombat") == []


def test_a_thousand_pictures_are_searched_in_a_moment() -> None:
    rows = [(key, f"Thing {key} of the town", f"object {key}; item") for key in range(1_000)]
    words = PictureWords(rows)
    quickest = min(_seconds(words) for _ in range(5))
    assert quickest < 0.1, f"{quickest * 1000:.0f} ms"


def _seconds(words: PictureWords) -> float:
    start = time.process_time()  # other work on the machine does not count
    assert len(words.find("things of towns", limit=60)) == 60
    return time.process_time() - start
