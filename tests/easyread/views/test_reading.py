"""Reading an easy read: one idea at a time, the words that are hard, its beginning and its end."""

from typing import Any

import pytest
from django.conf import settings
from django.test import Client, override_settings
from lxml import html

from boards.models import MinutesPage
from easyread.models import EasyReadPage, GlossaryTerm, Picture
from easyread.selectors import word_list
from tests.borough import check_with_readers, make_easy_read
from tests.services.kept import kept

BODY = [
    {"type": "heading", "value": {"text": "Buses"}},
    {"type": "idea", "value": {"picture": None, "words": "<p>We talked about buses.</p>"}},
    {"type": "decision", "value": {"picture": None, "words": "<p>We said yes.</p>"}},
    {"type": "heading", "value": {"text": "What comes next"}},
    {"type": "action", "value": {"who": "Sy Reed", "what": "Ring the depot", "when": "By May"}},
    {"type": "date_and_place", "value": {"when": "Monday 4 May", "where": "Town Hall"}},
    {"type": "money", "value": {"how_much": "About 400 pounds", "words": "<p>For a room.</p>"}},
    {"type": "contact", "value": {"who": "The secretary", "phone": "01632 960200"}},
]
WORDS = [
    "We talked about buses.",
    "We said yes.",
    "Ring the depot",
    "Monday 4 May",
    "About 400 pounds",
    "The secretary",
]


@kept
def easy_read(minutes: MinutesPage) -> EasyReadPage:
    return make_easy_read(minutes, body=BODY)


def main_of(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    page: Any = html.fromstring(answer.content.decode())
    (main,) = page.iter("main")
    return " ".join(main.text_content().split())


def test_the_whole_shows_every_idea_and_what_it_is_of(
    client: Client, minutes: MinutesPage, easy_read: EasyReadPage
) -> None:
    shown = main_of(client, easy_read.url)
    for words in (*WORDS, "Buses", "What comes next", "Town Hall", "01632 960200"):
        assert words in shown
    assert f"This is the easy read of: {minutes.title}." in shown
    assert "You can ask someone to help you read this." in shown
    assert "Read the full version" in shown


def test_that_one_can_have_help_is_said_once(client: Client, minutes: MinutesPage) -> None:
    words = "<p>You can ask <b>someone to help</b> you.</p>"
    page = make_easy_read(
        minutes, body=[{"type": "idea", "value": {"picture": None, "words": words}}]
    )
    assert main_of(client, page.url).count("someone to help") == 1


@pytest.mark.parametrize("number", range(1, 7))
def test_each_idea_has_a_screen_of_its_own(
    client: Client, easy_read: EasyReadPage, number: int
) -> None:
    shown = main_of(client, f"{easy_read.url}?idea={number}")
    assert [words for words in WORDS if words in shown] == [WORDS[number - 1]]
    assert f"Idea {number} of 6" in shown
    assert ("Buses" if number < 3 else "What comes next") in shown


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ("", 1),
        ("0", 1),
        ("-3", 1),
        ("three", 1),
        ("2.5", 1),
        ("%00", 1),
        ("٣", 1),
        ("1;DROP", 1),
        ("  4 ", 4),
        ("0004", 4),
        ("7", 6),
        ("999999999999", 6),
        ("9" * 6000, 6),
    ],
)
def test_a_number_that_is_none_leads_to_the_nearest_idea(
    client: Client, easy_read: EasyReadPage, asked: str, number: int
) -> None:
    assert f"Idea {number} of 6" in main_of(client, f"{easy_read.url}?idea={asked}")


def test_the_first_has_no_way_back_and_the_last_leads_to_the_end(
    client: Client, easy_read: EasyReadPage
) -> None:
    first = client.get(f"{easy_read.url}?idea=1").content.decode()
    assert 'rel="next"' in first
    assert 'rel="prev"' not in first
    last = client.get(f"{easy_read.url}?idea=6").content.decode()
    assert 'href="?idea=5#idea"' in last
    assert 'rel="next"' not in last
    assert 'href="?#the-end"' in last
    assert 'id="the-end"' in client.get(easy_read.url).content.decode()


def test_search_engines_are_led_to_the_whole(client: Client, easy_read: EasyReadPage) -> None:
    for address in (easy_read.url, f"{easy_read.url}?idea=2"):
        page: Any = html.fromstring(client.get(address).content.decode())
        assert page.xpath("//link[@rel='canonical']/@href") == [
            f"{settings.PUBLIC_URL}{easy_read.url}"
        ]


@override_settings(PUBLIC_URL="https://boards.testbury.example")
def test_the_address_on_paper_is_the_portal_s_own(
    client: Client, easy_read: EasyReadPage, minutes: MinutesPage
) -> None:
    assert f"https://boards.testbury.example{minutes.url}" in main_of(client, easy_read.url)


def test_without_ideas_there_is_nothing_to_turn(client: Client, minutes: MinutesPage) -> None:
    page = make_easy_read(minutes, body=[{"type": "heading", "value": {"text": "Buses"}}])
    shown = main_of(client, f"{page.url}?idea=1")
    assert "Buses" in shown
    assert "Idea" not in shown


def test_who_checked_it_and_when_is_said_only_if_somebody_did(
    client: Client, easy_read: EasyReadPage
) -> None:
    assert "checked" not in main_of(client, easy_read.url)
    check_with_readers(easy_read)
    shown = main_of(client, easy_read.url)
    assert "A and B checked this easy read." in shown
    assert "They did this on Wednesday 1 April 2026." in shown


def test_the_word_list_explains_the_hard_words_that_are_used(
    client: Client, easy_read: EasyReadPage
) -> None:
    GlossaryTerm.objects.all().delete()
    picture = Picture.objects.order_by("pk")[0]
    for word, forms in (("Depot", ""), ("Coach", "buses"), ("Tribunal", "")):
        GlossaryTerm.objects.create(
            word=word,
            slug=word.lower(),
            forms=forms,
            explanation=f"{word} in easy words.",
            picture=picture,
        )
    assert [term.word for term in word_list(easy_read)] == ["Coach", "Depot"]
    whole = main_of(client, easy_read.url)
    assert "Hard words in this text" in whole
    assert "Depot in easy words." in whole
    assert "Tribunal" not in whole
    one = main_of(client, f"{easy_read.url}?idea=3")
    assert "Depot in easy words." in one
    assert "Coach in easy words." not in one


def test_the_list_has_the_words_that_the_text_explains_itself(
    client: Client, minutes: MinutesPage
) -> None:
    GlossaryTerm.objects.all().delete()
    GlossaryTerm.objects.create(word="Depot", slug="depot", explanation="Where buses sleep.")
    own = {"word": "Depot", "words": "<p>A yard.</p><p>Buses sleep there.</p>"}
    again = {"word": "depot", "words": "<p>Something else.</p>"}
    body = [*BODY, *({"type": "hard_word", "value": value} for value in (own, again))]
    easy_read = make_easy_read(minutes, body=body)
    (listed,) = word_list(easy_read)
    assert (listed.word, listed.explanation) == ("Depot", "A yard.\nBuses sleep there.")
    assert main_of(client, easy_read.url).count("A yard.") == 2  # in its row, and in the list
    number = len([block for block in body if block["type"] != "heading"]) - 1
    assert main_of(client, f"{easy_read.url}?idea={number}").count("A yard.") == 1
