"""Plain words become HTML with links that are whole, and with nothing else."""

import pytest

from easyread.linking import linked

TEAMS = (
    "https://teams.microsoft.com/l/meetup-join/19%3ameeting_NjY0%40thread/0"
    "?context=%7b%22Tid%22%3a%22f5a1%22%7d&x=1"
)


def link(address: str, words: str) -> str:
    return f'<a href="{address}">{words}</a>'


def test_a_long_address_is_whole_in_the_link_and_short_to_read() -> None:
    html = linked(f"Join here: {TEAMS}.")
    whole = TEAMS.replace("&", "&amp;")
    assert html == f"Join here: {link(whole, 'teams.microsoft.com/l/meetup-join/1…')}."


@pytest.mark.parametrize(
    ("words", "html"),
    [
        (
            "(see http://a.example/b_(c))",
            f"(see {link('http://a.example/b_(c)', 'a.example/b_(c)')})",
        ),
        ("www.a.example/", link("https://www.a.example/", "a.example")),
        (
            "Write to jo.o'hara@a.example",
            "Write to " + link("mailto:jo.o&#x27;hara@a.example", "jo.o&#x27;hara@a.example"),
        ),
        ("Ring 01632 960148, or", f"Ring {link('tel:01632960148', '01632 960148')}, or"),
        ("020 7946 0000", link("tel:02079460000", "020 7946 0000")),
        ("(020) 7946 0000", link("tel:02079460000", "(020) 7946 0000")),
        ("+44 (0)20 7946 0000", link("tel:+442079460000", "+44 (0)20 7946 0000")),
        ("0800 1111", link("tel:08001111", "0800 1111")),
        ("one\r\ntwo", "one<br>two"),
    ],
    ids=["brackets", "www", "mail", "phone", "London", "bracketed", "abroad", "short", "lines"],
)
def test_what_becomes_a_link(words: str, html: str) -> None:
    assert linked(words) == html


@pytest.mark.parametrize(
    "words",
    [
        "Meeting ID: 812 3456 7890",
        "on 01/02/2027 at 10:00",
        "2027-01-02",
        "room 0123",
        "£01632.960",
        "javascript:alert(1)",
        "0300 123 4567 8901 2345",
    ],
)
def test_what_stays_as_it_is(words: str) -> None:
    assert linked(words) == words


def test_nothing_that_is_written_becomes_other_html() -> None:
    html = linked('<b>https://a.example/"onclick="x</b> & <script>')
    assert "<b>" not in html
    assert "<script>" not in html
    assert 'onclick="' not in html
