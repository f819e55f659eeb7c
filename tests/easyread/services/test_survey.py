"""Counting the site's words: initials that nobody explained, words that nobody uses."""

from datetime import datetime, timedelta
from time import process_time
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from boards.models import BoardPage, MinutesPage
from easyread.initials import initials_in
from easyread.models import Abbreviation, AllowedWord, GlossaryTerm
from easyread.selectors.survey import (
    counted_at,
    explained_in_texts,
    unexplained,
    unused_terms,
    with_examples,
)
from easyread.services.survey import survey_words
from portal.home.models import HomePage
from portal.users.models import User
from tests.borough import (
    decision_block,
    make_agenda,
    make_easy_read,
    make_meeting,
    make_minutes,
    restrict,
    text_block,
)

WORDS = reverse("easyread_admin:words")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ask the ICB and the HWBs.", {"ICB", "HWB"}),
        ("the ICB's plan, the ICB’s plan", {"ICB"}),
        ("Our R&D team, LDPB, VCSE", {"R&D", "LDPB", "VCSE"}),
        ("The NHS, TV and the UK at 10 AM, OK", set()),
        ("Part IV, Henry VIII, XII, MMXX", set()),
        ("Town Hall, BF1 2AB, or E1W 3CD", set()),
        ("A4 paper, the M25, route B12, COVID", set()),
        ("AGENDA FOR THE MEETING", set()),
        ("Please READ THIS PAGE now", set()),
        ("PLEASE", {"PLEASE"}),
        ("http://EXAMPLE.ORG/ABC and MO@EXAMPLE.ORG", set()),
        ("McDonald, iPhone, eBay", set()),
        ("X" * 41, set()),
        ("", set()),
    ],
)
def test_initials_are_told_from_what_only_looks_like_them(text: str, expected: set[str]) -> None:
    assert initials_in([text]) == expected


def test_a_long_piece_without_spaces_is_looked_through_at_once() -> None:
    begun = process_time()
    assert initials_in(["a" * 100_000, "1A" * 50_000]) == set()
    assert process_time() - begun < 2


@pytest.fixture
def spoken(carers_board: BoardPage, now: datetime) -> list[MinutesPage]:
    """Two published minutes that speak of initials."""
    texts = ("The ICB met the XYZ.", "The ICB pays. Ask a GP about a hospital passport.")
    return [
        make_minutes(make_meeting(carers_board, now - timedelta(days=9 - n)), text_block(text))
        for n, text in enumerate(texts)
    ]


@pytest.fixture(autouse=True)
def nothing_explains_icb(home: HomePage) -> None:
    GlossaryTerm.objects.filter(slug="integrated-care-board").update(forms="")


def counted() -> dict[str, int]:
    return {each.word: each.pages for each in unexplained()}


def test_initials_are_counted_by_pages_with_an_example(
    spoken: list[MinutesPage], now: datetime
) -> None:
    assert survey_words(now=now).pages > len(spoken)
    assert counted() == {"ICB": 2, "XYZ": 1}
    examples = {row.abbreviation.word: row.example for row in with_examples(unexplained())}
    assert {word: page.pk for word, page in examples.items() if page} == {
        "ICB": spoken[1].pk,
        "XYZ": spoken[0].pk,
    }
    assert counted_at() == now


def test_words_in_angle_brackets_are_words(carers_board: BoardPage, now: datetime) -> None:
    make_minutes(make_meeting(carers_board, now), decision_block("Ask <ICB> & <b>XYZ</b>."))
    survey_words(now=now)
    assert counted() == {"ICB": 1, "XYZ": 1}


def test_counting_twice_is_counting_once(spoken: list[MinutesPage], now: datetime) -> None:
    survey_words(now=now)
    before = counted()
    survey_words(now=now)
    survey_words(now=now + timedelta(hours=1))
    assert counted() == before


def test_what_is_explained_or_allowed_is_off_the_list_at_once(
    spoken: list[MinutesPage], now: datetime
) -> None:
    survey_words(now=now)
    GlossaryTerm.objects.create(word="health board", forms="ICB", explanation="x")
    AllowedWord.objects.create(word="xyz")
    assert counted() == {}


def test_a_page_that_is_withdrawn_is_forgotten_at_the_next_count(
    spoken: list[MinutesPage], now: datetime
) -> None:
    survey_words(now=now)
    spoken[0].unpublish()
    example = next(row for row in with_examples(unexplained()) if row.abbreviation.word == "XYZ")
    assert example.example is None
    survey_words(now=now + timedelta(days=1))
    assert counted() == {"ICB": 1}
    assert not Abbreviation.objects.filter(word="XYZ").exists()


def test_what_is_not_public_is_not_counted(
    spoken: list[MinutesPage], carers_board: BoardPage, now: datetime
) -> None:
    secret = make_meeting(carers_board, now - timedelta(days=3))
    make_minutes(secret, text_block("The SECR is new."), publish=False)
    restrict(spoken[0])
    survey_words(now=now)
    assert counted() == {"ICB": 1}


def test_words_that_nobody_uses_are_told(spoken: list[MinutesPage], now: datetime) -> None:
    assert not unused_terms().exists()
    survey_words(now=now)
    unused = set(unused_terms().values_list("slug", flat=True))
    assert "quorum" in unused
    assert {"gp", "hospital-passport"} & unused == set()
    assert GlossaryTerm.objects.get(slug="gp").pages_using == 1


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def test_words_that_only_easy_reads_explain_are_told(
    spoken: list[MinutesPage], officer: User, client: Client
) -> None:
    rows = [
        {"type": "hard_word", "value": {"word": word, "words": "<p>It means this.</p>"}}
        for word in ("Arrears", "arrears", "Quokka bus", "Known word")
    ]
    GlossaryTerm.objects.create(word="Known word", slug="known", explanation="Known.")
    make_easy_read(spoken[0], body=rows)
    newest = make_easy_read(spoken[1], body=rows[:1])
    hidden = make_easy_read(make_agenda(spoken[1].get_parent().specific), body=rows, live=False)
    listed = [(each.word, each.times) for each in explained_in_texts()]
    assert listed == [("Arrears", 2), ("Quokka bus", 1)]
    client.force_login(officer)
    page = client.get(WORDS).content.decode()
    assert "Words that only easy reads explain" in page
    assert "/add/?word=Quokka%20bus" in page
    assert newest.url in page
    assert not hidden.live
    GlossaryTerm.objects.filter(slug="known").update(forms="arrears; quokka bus")
    assert explained_in_texts() == []


def test_officers_see_the_lists_and_others_do_not(
    spoken: list[MinutesPage], now: datetime, officer: User, co_chair: User
) -> None:
    survey_words(now=now)
    assert signed_in(co_chair).get(WORDS).status_code == 404
    GlossaryTerm.objects.filter(pages_using=0).exclude(slug="quorum").delete()
    text = signed_in(officer).get(WORDS).content.decode()
    assert "/admin/snippets/easyread/glossaryterm/add/?word=XYZ" in text
    assert spoken[0].url in text
    assert "quorum" in text


def test_before_the_first_count_the_page_says_so(home: HomePage, officer: User) -> None:
    text = signed_in(officer).get(WORDS).content.decode()
    assert "were not looked through yet" in text
    assert "Well done" not in text


@pytest.mark.parametrize("query", ["?p=x&unused=-1", "?p=999&unused=%00"])
def test_nonsense_in_the_address_does_no_harm(home: HomePage, officer: User, query: str) -> None:
    assert signed_in(officer).get(f"{WORDS}{query}").status_code == 200


def test_a_button_counts_again(
    spoken: list[MinutesPage],
    officer: User,
    co_chair: User,
    django_capture_on_commit_callbacks: Any,
) -> None:
    path = reverse("easyread_admin:count_words")
    with django_capture_on_commit_callbacks(execute=True):
        assert signed_in(co_chair).post(path).status_code == 404
    assert counted() == {}
    with django_capture_on_commit_callbacks(execute=True):
        answer = signed_in(officer).post(path, follow=True)
    assert "The words are being counted" in answer.content.decode()
    assert counted() == {"ICB": 2, "XYZ": 1}
