"""Colours, policies and the answers that belong to no page."""

import pytest
from django.core.exceptions import ValidationError
from django.db import OperationalError, connection
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, Site

from boards.models import BoardPage, MeetingPage, MinutesPage
from charter.templatetags.squares import squares
from portal.home import colours
from portal.home.models import HomePage, SiteLook
from portal.home.services import set_up_portal
from portal.users.models import User
from tests.borough import make_easy_read


@pytest.fixture
def look(home: HomePage) -> SiteLook:
    return SiteLook.objects.get()


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [("#000000", "#ffffff", 21), ("#ffffff", "#FFFFFF", 1), ("#767676", "#ffffff", 4.54)],
)
def test_contrast_is_reckoned_as_wcag_does(one: str, other: str, found: float) -> None:
    assert round(colours.contrast(one, other), 2) == found
    assert colours.contrast(one, other) == colours.contrast(other, one)


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"colour": "#777777"}, "colour", "contrast is 3.7 to 1 and must be at least 4.5 to 1"),
        ({"colour": "#ffee00"}, "colour", "hard to read on our paper: the contrast is 1.0 to 1"),
        ({"accent": "#ffee00"}, "accent", "too light to be seen"),
        ({"colour": "teal"}, "colour", "Write the colour like #0b4f5c."),
        ({"accent": "#0b4f5"}, "accent", "Write the colour like #0b4f5c."),
        ({"accent": "#000;}b"}, "accent", "Write the colour like #0b4f5c."),
    ],
)
def test_a_colour_that_cannot_be_read_is_refused_with_the_reason(
    look: SiteLook, changes: dict[str, str], field: str, words: str
) -> None:
    look.full_clean()
    for name, value in changes.items():
        setattr(look, name, value)
    with pytest.raises(ValidationError) as refusal:
        look.full_clean()
    assert words in refusal.value.message_dict[field][0]


def test_the_colours_reach_the_browser_without_inline_styles(
    client: Client, look: SiteLook
) -> None:
    look.colour, look.accent = "#123456", "#654321"
    look.save()
    answer = client.get("/look.css")
    assert answer.headers["Content-Type"] == "text/css; charset=utf-8"
    assert "max-age=300" in answer.headers["Cache-Control"]
    css = answer.content.decode()
    for colour in ("#123456", "#654321", look.colour_dark, look.colour_tint):
        assert colour in css
    assert look.colour_dark != look.colour != look.colour_tint


def test_the_councils_name_stands_on_every_page(client: Client, look: SiteLook) -> None:
    assert "Testbury Council" in client.get("/").content.decode()
    assert "Testbury Council" in client.get("/actions/").content.decode()


def test_public_pages_allow_nothing_but_the_site_itself(
    client: Client, minutes: MinutesPage
) -> None:
    easy_read = make_easy_read(minutes)
    for address in ("/", "/actions/", "/search/", minutes.url, easy_read.url, "/nowhere/"):
        policy = client.get(address).headers["Content-Security-Policy"]
        assert "unsafe" not in policy
        for part in ("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'"):
            assert part in policy.split("; "), address


def test_the_policy_is_relaxed_under_the_admin_only(client: Client, co_chair: User) -> None:
    assert "'unsafe-inline'" in client.get("/admin/login/").headers["Content-Security-Policy"]
    client.force_login(co_chair)
    assert "'unsafe-inline'" in client.get("/admin/").headers["Content-Security-Policy"]
    assert "unsafe" not in client.get("/").headers["Content-Security-Policy"]
    assert "unsafe" not in client.get("/administration/").headers["Content-Security-Policy"]


def test_readers_get_no_cookie(client: Client, minutes: MinutesPage) -> None:
    for address in ("/", "/boards/", minutes.url, "/actions/", "/search/?q=bus", "/charter/"):
        assert not client.get(address).cookies, address


def test_an_address_that_is_not_there_is_said_in_plain_words(
    client: Client, home: HomePage
) -> None:
    answer = client.get("/nowhere/at-all/")
    assert answer.status_code == 404
    page = answer.content.decode()
    assert "We cannot find this page" in page
    assert "Testbury Council" in page


def test_a_database_that_does_not_answer_is_said_in_plain_words(home: HomePage) -> None:
    def refuse(*args: object) -> object:
        raise OperationalError("could not connect to server")

    client = Client(raise_request_exception=False)
    for address in ("/", "/boards/", "/actions/", "/search/?q=bus", "/charter/", "/admin/"):
        with connection.execute_wrapper(refuse):
            answer = client.get(address)
        assert answer.status_code in {503, 302}, address
        if answer.status_code == 503:
            assert "The site cannot answer just now" in answer.content.decode()
    with connection.execute_wrapper(refuse):
        assert client.get("/").status_code == 503
    assert client.get("/").status_code == 200


def test_the_health_of_the_portal(client: Client, db: None) -> None:
    answer = client.get("/health/")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})

    def refuse(*args: object) -> object:
        raise OperationalError(f"password authentication failed for {connection.vendor}")

    with connection.execute_wrapper(refuse):
        answer = client.get("/health/")
    assert (answer.status_code, answer.json()) == (
        503,
        {"status": "the database does not answer"},
    )


def test_robots_keep_out_of_the_admin(client: Client) -> None:
    assert "Disallow: /admin/" in client.get("/robots.txt").content.decode().splitlines()


@pytest.mark.parametrize("address", ["/look.css", "/health/", "/robots.txt"])
def test_these_can_only_be_read(client: Client, home: HomePage, address: str) -> None:
    assert client.post(address).status_code == 405


def test_who_comes_back_to_an_address_of_a_form_reads_why_nothing_is_there(
    client: Client, co_chair: User, coming_meeting: MeetingPage
) -> None:
    """After signing in again a browser asks for the address to which its form was to go."""
    client.force_login(co_chair)
    answer = client.get(reverse("boards_admin:bring_word", args=[coming_meeting.pk]))
    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    assert "It may be part of a form. Nothing was changed." in answer.content.decode()


def test_the_squares_of_a_board_show_the_best_first() -> None:
    counts = {"in_place": 1, "working_well": 2, "started": 1}
    assert squares(counts, range(6)) == [
        *["working_well"] * 2,
        "in_place",
        "started",
        *["not_started"] * 2,
    ]


def test_the_first_day_puts_our_home_page_in_the_place_of_wagtails(home: HomePage) -> None:
    site = Site.objects.get()
    assert (site.root_page_id, site.site_name) == (home.pk, "Testbury Council")
    assert [page.title for page in Page.get_first_root_node().get_children()] == ["Home"]
    titles = {"Boards", "Charter", "Accessibility", "Privacy", "Contact"}
    assert {page.title for page in home.get_children()} == titles


def test_setting_up_twice_keeps_what_the_council_wrote(
    carers_board: BoardPage, look: SiteLook
) -> None:

    HomePage.objects.update(introduction="Our own words.")
    again = set_up_portal(council_name="Another Council")
    assert again.introduction == "Our own words."
    assert SiteLook.objects.get().council_name == "Testbury Council"
    assert HomePage.objects.count() == 1
    assert again.get_children().count() == 5
