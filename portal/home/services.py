"""Setting up a portal: its first pages, its officers; who reads what concerns no board."""

from datetime import date, datetime

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q
from wagtail.models import GroupPagePermission, Page, Site

from boards.models import BoardsIndexPage, Letter
from boards.services.format_requests import secretary_for, tell_of_request
from charter.models import CharterPage
from charter.services import load_charter
from easyread.models import FormatRequest
from easyread.services import load_jargon, load_pictures
from portal.digests.enums import Cadence
from portal.digests.models import DigestList
from portal.home.models import HomePage, PlainPage, SiteLook
from portal.home.texts import ACCESSIBILITY, CONTACT, PRIVACY

OFFICERS = "Charter officers"
OFFICER_PERMISSIONS = (
    ("wagtailadmin", "access_admin"),
    ("boards", "read_every_board"),
    ("charter", "view_assessment"),
    ("charter", "change_assessment"),
    ("charter", "add_assessment"),
    ("charter", "view_signup"),
    ("charter", "add_signup"),
    ("charter", "change_signup"),
    ("charter", "view_charterversion"),
    ("charter", "add_charterversion"),
    ("charter", "change_charterversion"),
    ("easyread", "view_easyreadrecord"),
    ("easyread", "view_glossaryterm"),
    ("easyread", "add_glossaryterm"),
    ("easyread", "change_glossaryterm"),
    ("easyread", "delete_glossaryterm"),
    ("easyread", "view_allowedword"),
    ("easyread", "add_allowedword"),
    ("easyread", "change_allowedword"),
    ("easyread", "delete_allowedword"),
    ("digests", "view_edition"),
    ("digests", "view_delivery"),
)
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
def set_up_portal(*, council_name: str, today: date) -> HomePage:
    """Make what every portal has: pages, pictures, charter, officers, the senate's digest.

    Again does no harm: what is there stays as it is.
    """
    load_pictures()
    load_jargon()
    load_charter(in_force_from=today)
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
    DigestList.objects.get_or_create(
        slug="senate",
        defaults={
            "name": "Senate digest",
            "cadence": Cadence.MONTHLY,
            "follows_the_senate": True,
        },
    )
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


def prepare_officers() -> Group:
    """The group of officers: they read everything and keep the charter."""
    group, _ = Group.objects.get_or_create(name=OFFICERS)
    for app_label, codename in OFFICER_PERMISSIONS:
        group.permissions.add(
            Permission.objects.get(content_type__app_label=app_label, codename=codename)
        )
    charter_page = CharterPage.objects.first()
    if charter_page is not None:
        for codename in ("change_page", "publish_page"):
            GroupPagePermission.objects.get_or_create(
                group=group,
                page=charter_page,
                permission=Permission.objects.get(
                    content_type__app_label="wagtailcore", codename=codename
                ),
            )
    return group


def permissions_of(app_label: str) -> set[int]:
    """The numbers of what an app lets people do."""
    found = Permission.objects.filter(content_type__app_label=app_label)
    return set(found.values_list("pk", flat=True))


@transaction.atomic
def let_officers_into_new_screens(*, app_label: str, new: set[int]) -> None:
    """After an update brought an app these new permissions: officers get theirs of them, and those
    of models that were not open to them at all.

    Others stay as they are: an administrator may have taken one away.
    """
    group = Group.objects.filter(name=OFFICERS).first()
    of_app = Permission.objects.filter(content_type__app_label=app_label)
    theirs = of_app.filter(
        codename__in=[name for app, name in OFFICER_PERMISSIONS if app == app_label]
    )
    if group is None or not theirs.filter(pk__in=new).exists():
        return
    known = group.permissions.values("content_type")
    group.permissions.add(*theirs.filter(Q(pk__in=new) | ~Q(content_type__in=known)))


def tell_contact_of_request(*, request: FormatRequest, now: datetime) -> Letter | None:
    """Write to the site's own address what a reader asked for, where no board's secretary could
    be told: of the front door, the charter, or a board that nobody can be reached at."""
    to = SiteLook.objects.exclude(contact_email="").values_list("contact_email", flat=True).first()
    if not to or secretary_for(request, now=now):
        return None
    return tell_of_request(request=request, to=to, now=now)
