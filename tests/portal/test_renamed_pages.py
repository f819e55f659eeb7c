"""An editor gives pages other addresses: what leads to them still does."""

import re
from importlib import import_module

import pytest
from django.apps import apps
from django.test import Client, TestCase
from wagtail.models import Site

from boards.models import MinutesPage
from portal.home.models import HomePage, PlainPage, SiteLook
from tests.borough import make_easy_read

LINK = re.compile(r'href="(/[^"#?]*)"')
RENAMED = ("contact", "boards", "charter", "privacy", "accessibility")
MIGRATION = "portal.home.migrations.0002_a_plain_page_says_how_to_reach_the_council"


def rename(home: HomePage, slug: str) -> None:
    page = home.get_children().get(slug=slug).specific
    page.slug = f"our-{slug}"
    with TestCase.captureOnCommitCallbacks(execute=True):
        page.save_revision().publish()


def main_of(client: Client, address: str) -> str:
    """Without the footer, which says it on every page."""
    return client.get(address).content.decode().partition("<main")[2].partition("</main>")[0]


@pytest.fixture
def phone(home: HomePage) -> str:
    site = Site.objects.get(root_page=home)
    SiteLook.objects.filter(site=site).update(contact_phone="01234 567890")
    return "01234 567890"


def test_every_link_leads_somewhere_when_pages_have_other_addresses(
    client: Client, home: HomePage, minutes: MinutesPage
) -> None:
    easy_read = make_easy_read(minutes)
    for slug in RENAMED:
        rename(home, slug)
    shown = [
        easy_read.url.replace("/boards/", "/our-boards/"),
        "/",
        "/our-boards/",
        "/our-boards/carers/",
        "/nothing-here/",
    ]
    links = {
        link for address in shown for link in LINK.findall(client.get(address).content.decode())
    }
    assert {f"/{slug}/" for slug in RENAMED} <= links
    lost = {
        link
        for link in links - {"/admin/"}
        if not link.startswith("/static/") and client.get(link, follow=True).status_code != 200
    }
    assert lost == set()


def test_the_contact_page_says_how_to_reach_the_council_at_any_address(
    client: Client, home: HomePage, phone: str
) -> None:
    assert phone in main_of(client, "/contact/")
    rename(home, "contact")
    assert phone in main_of(client, "/our-contact/")
    assert phone not in main_of(client, "/privacy/")


def test_a_contact_page_from_before_says_it_too_and_so_does_a_draft_of_it(home: HomePage) -> None:
    page = PlainPage.objects.get(slug="contact")
    page.says_contact = False
    page.save()
    page.save_revision()
    import_module(MIGRATION).mark_contact(apps, None)
    page.refresh_from_db()
    assert page.says_contact
    assert page.get_latest_revision_as_object().says_contact
    assert not PlainPage.objects.get(slug="privacy").says_contact
