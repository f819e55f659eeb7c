"""Who cannot see the page hears its title first: that of a refused form begins with “Error”."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from boards.models import BoardPage
from portal.users.models import User
from tests.project.test_templates_look_one_way import TEMPLATES


def _title(page: bytes) -> str:
    found = re.search("<title>(.*?)</title>", page.decode(), re.DOTALL)
    assert found
    return found[1].strip()


@pytest.mark.parametrize("name", ["boards:propose", "boards_admin:plan_meeting"])
def test_the_title_of_a_refused_form_begins_with_error(
    client: Client, carers_board: BoardPage, co_chair: User, name: str
) -> None:
    client.force_login(co_chair)
    address = reverse(name, args=["carers" if name == "boards:propose" else carers_board.pk])
    asked = _title(client.get(address).content)
    assert _title(client.post(address, {}).content) == f"Error: {asked}"


def test_a_screen_that_says_what_is_wrong_says_so_in_its_title_too() -> None:
    of_forms = [words for words in TEMPLATES.values() if '"admin_parts/errors.html"' in words]
    assert of_forms
    assert [words for words in of_forms if '"admin_parts/form_screen.html"' not in words] == []


def test_what_is_wrong_with_a_question_follows_it_without_a_colon(
    client: Client, carers_board: BoardPage
) -> None:
    page = client.post(reverse("boards:propose", args=["carers"]), {}).content.decode()
    assert "What should the board talk about? Write a few words here.</a>" in page
    assert "Tell us more: Write one or two sentences here.</a>" in page
