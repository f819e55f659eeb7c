"""What every page has, whatever is on it; and that no kind of page was forgotten."""

import urllib.error
import urllib.request
from collections import Counter
from typing import Any

import pytest
from django.urls import resolve
from lxml import html
from wagtail.models import get_page_models

from tests.browser.pages import NOT_PAGES, PAGES, SAME_TITLE_AS, public_view_names
from tests.services.processes import Portal

pytestmark = [pytest.mark.browser]
Addresses = dict[str, dict[str, str]]

OUR_APPS = {"boards", "charter", "easyread", "home"}


@pytest.fixture(scope="module")
def documents(demo_site: Portal, addresses: Addresses) -> dict[str, Any]:
    """Every kind of public page as the server sends it, without any JavaScript."""
    return {name: html.fromstring(_fetch(demo_site, addresses[name]["path"])) for name in PAGES}


def _fetch(site: Portal, path: str) -> bytes:
    try:
        with urllib.request.urlopen(f"{site.address}{path}", timeout=20) as answer:
            body: bytes = answer.read()
    except urllib.error.HTTPError as problem:
        body = problem.read()
    return body


def test_the_list_of_pages_and_the_list_of_their_addresses_are_the_same(
    addresses: Addresses,
) -> None:
    assert set(addresses) == set(PAGES)


def test_every_model_of_pages_is_checked(addresses: Addresses) -> None:
    ours = {model._meta.label for model in get_page_models() if model._meta.app_label in OUR_APPS}
    assert ours - {address["model"] for address in addresses.values()} == set()


def test_every_public_view_is_checked(addresses: Addresses) -> None:
    checked = {
        resolve(address["path"].partition("?")[0]).view_name for address in addresses.values()
    }
    assert set(public_view_names()) - checked == NOT_PAGES


@pytest.mark.parametrize("name", PAGES)
def test_page_is_built_as_it_should_be(documents: dict[str, Any], name: str) -> None:
    page = documents[name]
    assert page.get("lang") == "en-GB"
    assert len(page.findall(".//h1")) == 1
    assert len(page.findall(".//main")) == 1
    assert _jumps(page) == []
    assert _inline_code(page) == []
    assert _doubled(page) == []


def test_each_page_has_a_title_of_its_own(documents: dict[str, Any]) -> None:
    titles = Counter(
        page.findtext(".//title") for name, page in documents.items() if name not in SAME_TITLE_AS
    )
    assert [title for title, number in titles.items() if number > 1] == []


@pytest.mark.parametrize("name", PAGES)
def test_the_first_link_skips_to_the_content(documents: dict[str, Any], name: str) -> None:
    page = documents[name]
    first = next(one for one in page.iter() if one.tag in {"a", "button", "input", "select"})
    assert first.text_content().startswith("Skip to")
    assert page.get_element_by_id(first.get("href").removeprefix("#")).tag == "main"


def _jumps(page: Any) -> list[str]:
    """Headings that stand more than one level below the one before.

    What went wrong in a form stands above the h1, under an h2, as GOV.UK does it.
    """
    jumps = []
    level = 1
    for heading in page.iter("h1", "h2", "h3", "h4", "h5", "h6"):
        if int(heading.tag[1]) > level + 1:
            jumps.append(f"{heading.tag}: {heading.text_content().strip()}")
        level = int(heading.tag[1])
    return jumps


def _inline_code(page: Any) -> list[str]:
    """Styles, scripts and handlers in the page: the content security policy forbids them."""
    found = [one.tag for one in page.iter("style")]
    found += [one.tag for one in page.iter("script") if not one.get("src")]
    for one in page.iter():
        if isinstance(one.tag, str):
            found += [f"{one.tag} {key}" for key in one.attrib if key == "style" or key[:2] == "on"]
    return found


def _doubled(page: Any) -> list[str]:
    """Ids that are there more than once: labels and links would lead to the wrong place."""
    ids = Counter(one.get("id") for one in page.iter() if one.get("id"))
    return [name for name, number in ids.items() if number > 1]
