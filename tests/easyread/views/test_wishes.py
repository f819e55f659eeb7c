"""Sizes and colours: remembered only once somebody chose, and for whatever the cookie says."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from boards.models import MinutesPage
from easyread.wishes import COOKIE, COOKIE_AGE, Colours, Size, Wishes
from portal.home.models import HomePage
from tests.borough import make_easy_read

CHOOSE = "/how-to-read/"


def classes(client: Client, address: str = "/") -> set[str]:
    root: Any = html.fromstring(client.get(address).content.decode())
    return set(root.get("class").split()) - {"govuk-template"}


def test_reading_sets_no_cookie(client: Client, minutes: MinutesPage) -> None:
    easy_read = make_easy_read(minutes)
    for address in (easy_read.url, f"{easy_read.url}?idea=1", CHOOSE, f"{CHOOSE}?back=/"):
        assert not client.get(address).cookies, address


def test_a_choice_is_kept_for_a_year_and_holds_on_every_page(
    client: Client, minutes: MinutesPage
) -> None:
    easy_read = make_easy_read(minutes)
    answer = client.post(CHOOSE, {"size": "large", "colours": "yellow", "back": minutes.url})
    assert (answer.status_code, answer.headers["Location"]) == (302, minutes.url)
    assert list(answer.cookies) == [COOKIE]
    kept = answer.cookies[COOKIE]
    assert (kept["max-age"], kept["samesite"], kept["httponly"]) == (COOKIE_AGE, "Lax", True)
    assert not kept["secure"]
    for address in ("/", minutes.url, easy_read.url, "/actions/", CHOOSE):
        assert classes(client, address) == {"reads-size-large", "reads-colours-yellow"}


def test_over_https_the_cookie_stays_on_https(client: Client, home: HomePage) -> None:
    answer = client.post(CHOOSE, {"size": "large"}, secure=True)
    assert answer.cookies[COOKIE]["secure"]


def test_one_choice_leaves_the_others_as_they_are(client: Client, home: HomePage) -> None:
    client.post(CHOOSE, {"size": "largest", "spacing": "wide", "pictures": "big"})
    client.post(CHOOSE, {"colours": "black"})
    assert classes(client) == {
        "reads-size-largest",
        "reads-colours-black",
        "reads-spacing-wide",
        "reads-pictures-big",
    }
    client.post(CHOOSE, {"size": "normal"})
    assert "reads-size-largest" not in classes(client)
    assert "reads-colours-black" in classes(client)


@pytest.mark.parametrize("back", [{"normal": "1", "size": "large"}, {"size": "normal"}])
def test_back_to_normal_forgets(client: Client, home: HomePage, back: dict[str, str]) -> None:
    client.post(CHOOSE, {"size": "large"})
    assert classes(client)
    answer = client.post(CHOOSE, back)
    assert answer.cookies[COOKIE]["max-age"] == 0
    assert classes(client) == set()


@pytest.mark.parametrize(
    "chosen",
    [{}, {"normal": "1"}, {"size": "gigantic"}, {"colours": "\x00"}, {"size": "large\r\nX: y"}],
)
def test_who_chose_nothing_gets_no_cookie(
    client: Client, home: HomePage, chosen: dict[str, str]
) -> None:
    answer = client.post(CHOOSE, chosen)
    assert answer.status_code == 302
    assert not answer.cookies


@pytest.mark.parametrize(
    ("cookie", "expected"),
    [
        ("large.cream.wide.big", 4),
        ("large.nonsense.wide", 2),
        ("large", 1),
        ("", 0),
        ("....", 0),
        ('"><script>alert(1)</script>', 0),
        ("x" * 4000, 0),
        ("cream.large", 0),
        ("large.cream.wide.big.more.and.more", 4),
    ],
)
def test_rubbish_in_the_cookie_is_passed_over(
    client: Client, home: HomePage, cookie: str, expected: int
) -> None:
    client.cookies[COOKIE] = cookie
    assert len(classes(client)) == expected


@pytest.mark.parametrize(
    "back",
    [
        "https://elsewhere.example/",
        "//elsewhere.example/",
        "///elsewhere.example/",
        "/\\elsewhere.example/",
        "\\\\elsewhere.example",
        "javascript:alert(1)",
        "boards/",
        "",
        "/" + "x" * 3000,
    ],
)
def test_one_is_never_sent_elsewhere(client: Client, home: HomePage, back: str) -> None:
    answer = client.post(CHOOSE, {"size": "large", "back": back})
    assert (answer.status_code, answer.headers["Location"]) == (302, CHOOSE)
    form: Any = html.fromstring(client.get(CHOOSE, {"back": back}).content.decode())
    assert form.xpath("//input[@name='back']/@value") == [""]


@pytest.mark.parametrize("back", ["/a\r\nSet-Cookie: x=y", "/a\x00b"])
def test_an_address_cannot_add_headers(client: Client, home: HomePage, back: str) -> None:
    answer = client.post(CHOOSE, {"size": "large", "back": back})
    assert answer.status_code == 302
    assert list(answer.cookies) == [COOKIE]


def test_other_sites_cannot_choose_for_the_reader(home: HomePage) -> None:
    reader = Client(enforce_csrf_checks=True)
    for sender in ("cross-site", "same-site"):
        answer = reader.post(CHOOSE, {"size": "large"}, headers={"sec-fetch-site": sender})
        assert (answer.status_code, dict(answer.cookies)) == (403, {})
    answer = reader.post(CHOOSE, {"size": "large"}, headers={"sec-fetch-site": "same-origin"})
    assert answer.cookies[COOKIE].value == "large.normal.normal.normal"


def test_caches_know_that_the_cookie_changes_the_page(client: Client, minutes: MinutesPage) -> None:
    easy_read = make_easy_read(minutes)
    for address in ("/", minutes.url, easy_read.url, "/actions/", CHOOSE, "/nowhere/"):
        assert "Cookie" in client.get(address).headers["Vary"], address
    for address in ("/look.css", "/robots.txt"):
        assert "Cookie" not in client.get(address).headers.get("Vary", ""), address


def test_the_page_shows_what_is_chosen(client: Client, home: HomePage) -> None:
    client.post(CHOOSE, {"colours": "blue"})
    page: Any = html.fromstring(client.get(CHOOSE).content.decode())
    chosen = page.xpath("//input[@type='radio'][@checked]/@value")
    assert chosen == ["normal", "blue", "normal", "normal"]
    assert len(page.xpath("//input[@type='radio'][@name='size']")) == len(Size) == 4
    assert len(page.xpath("//input[@type='radio'][@name='colours']")) == len(Colours) == 5


def test_sizes_end_at_both_ends() -> None:
    assert (Wishes().smaller, Wishes().larger) == (None, Size.LARGE)
    assert (Wishes(Size.LARGEST).smaller, Wishes(Size.LARGEST).larger) == (Size.VERY_LARGE, None)


def test_the_bar_leads_back_to_where_one_was(client: Client, minutes: MinutesPage) -> None:
    easy_read = make_easy_read(
        minutes, body=[{"type": "idea", "value": {"picture": None, "words": "<p>Hi.</p>"}}]
    )
    address = f"{easy_read.url}?idea=1"
    page: Any = html.fromstring(client.get(address).content.decode())
    (form,) = page.xpath("//form[@data-wishes]")
    assert form.get("action") == reverse("easyread:how_to_read")
    assert form.xpath("input[@name='back']/@value") == [address]
    larger = form.xpath(".//button[@name='size']/@value")[1]
    answer = client.post(form.get("action"), {"size": larger, "back": address}, follow=True)
    assert answer.redirect_chain == [(address, 302)]
    assert classes(client, address) == {"reads-size-large"}


def test_privacy_says_so(client: Client, home: HomePage) -> None:
    words = client.get("/privacy/").content.decode()
    assert COOKIE in words
    assert "stays for a year" in words
