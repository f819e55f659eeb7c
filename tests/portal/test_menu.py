"""The menu says where one is."""

import pytest

from portal.home.templatetags.menu import menu


@pytest.mark.parametrize(
    ("path", "current"),
    [
        ("/", {}),
        ("/boards/", {"Boards": "page"}),
        ("/boards/carers/2026-03-17/", {"Boards": "true"}),
        ("/actions/12/", {"Actions": "true"}),
        ("/jargon-buster/gp/", {"Jargon buster": "true"}),
        ("/boards-of-old/", {}),
        ("", {}),
    ],
)
def test_the_section_is_marked_on_its_page_and_on_those_below(
    path: str, current: dict[str, str]
) -> None:
    assert {each.words: each.current for each in menu(path) if each.current} == current
