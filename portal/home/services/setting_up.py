"""Setting up a portal: its first pages, and what each part of it begins with."""

from django.db import transaction
from wagtail.models import Page, Site

from boards.models import BoardsIndexPage
from charter.models import CharterPage
from charter.versions.services import load_charter
from easyread.services import load_jargon, load_pictures
from portal.digests.services import make_senate_digest
from portal.home.models import HomePage, PlainPage, SiteLook
from portal.home.texts import ACCESSIBILITY, CONTACT, PRIVACY
from portal.users.services import prepare_officers

PLAIN_PAGES = (
    ("Accessibility", "accessibility", ACCESSIBILITY),
    ("Privacy", "privacy", PRIVACY),
    ("Contact", "contact", CONTACT),
)
INTRODUCTION = (
    "Here you can read what your partnership boards talk about, what they decide, "
    "and what came of what people raised."
)


@transaction.atomic
def set_up_portal(*, council_name: str) -> HomePage:
    """Make what every portal has: pages, pictures, charter, officers, the senate's digest.

    Again does no harm: what is there stays as it is.
    """
    load_pictures()
    load_jargon()
    load_charter()
    home = HomePage.objects.first() or _make_home(council_name)
    if not BoardsIndexPage.objects.exists():
        home.add_child(
            instance=BoardsIndexPage(
                title="Boards",
                slug="boards",
                show_in_menus=True,
                introduction="Each board plans one part of life in the borough together.",
            )
        )
    if not CharterPage.objects.exists():
        home.add_child(instance=CharterPage(title="Charter", slug="charter", show_in_menus=True))
    for title, slug, body in PLAIN_PAGES:
        if not home.get_children().filter(slug=slug).exists():
            page = PlainPage(title=title, slug=slug, body=body, says_contact=slug == "contact")
            home.add_child(instance=page)
    prepare_officers()
    make_senate_digest()
    return home


def _make_home(council_name: str) -> HomePage:
    """Put our home page in the place of Wagtail's welcome page."""
    root = Page.get_first_root_node()
    site = Site.objects.filter(is_default_site=True).first()
    welcome = site.root_page if site else None
    home = HomePage(title="Home", slug="portal-home", introduction=INTRODUCTION)
    root.add_child(instance=home)
    if site is None:
        site = Site(hostname="localhost", is_default_site=True)
    site.root_page = home
    site.site_name = council_name
    site.save()
    if welcome is not None and type(welcome.specific) is Page:
        welcome.delete()
    home.slug = "home"
    home.save()
    SiteLook.objects.update_or_create(site=site, defaults={"council_name": council_name})
    return home
