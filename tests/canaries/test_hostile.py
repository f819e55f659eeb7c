"""A secretary of one board puts what is not hers into every form of hers: nothing comes of it.

Few attacks each time, and the same ones; all of them with ``HOSTILE_ATTACKS=all``, which takes
hours (docs/adr/0034). ``HOSTILE_SEED`` takes others.
"""

import os
import re
from collections.abc import Callable
from itertools import islice
from typing import Any

import pytest
from django.utils import timezone
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection

from boards.models import BoardPage, Letter
from portal.users.models import User
from tests.canaries import roles
from tests.canaries.addresses import addresses, routes
from tests.canaries.attacks import SHE, Attack, Walk, attacks_with, in_turn, targets_of
from tests.canaries.garden import Garden, own
from tests.canaries.hostile import Assault, World
from tests.canaries.roles import visitor

pytestmark = [pytest.mark.crawl]

FEW = "60"
WANTED = os.environ.get("HOSTILE_ATTACKS", FEW)
SEED = int(os.environ.get("HOSTILE_SEED", "34"))
# Screens with many forms of several kinds; of the others one is asked about each board.
EVERY_ONE = ("/edit/",)


@pytest.fixture
def assault(
    garden: Garden,
    users: dict[str, User],
    django_capture_on_commit_callbacks: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> Assault:
    monkeypatch.setattr("easyread.tasks.make_files.delay", nobody_asks)  # it prints, and takes long
    b = garden.boards.b
    picture = get_image_model().objects.create(
        title=garden.plant("title of a picture B", own("B")),
        file=get_test_image_file(),
        collection=Collection.objects.get(name=f"{b.title} ({b.pk})"),
    )
    garden.note("image", picture, "B")
    Letter.objects.update(state="sent", sent_at=timezone.now())
    onlookers = {role: visitor(role, users) for role in (roles.STRANGER, roles.MEMBER_A)}
    client = visitor(SHE, users)
    world = World.seen_now(garden, users[SHE])
    return Assault(client, garden, world, django_capture_on_commit_callbacks, onlookers)


def walk(assault: Assault, users: dict[str, User], *, wide: bool, only: str = "") -> Walk:
    garden = assault.garden
    asked = []
    for route in routes():
        seen: set[str] = set()
        for address in addresses(route, garden, users):
            if only in address.path and (
                wide or route.endswith(EVERY_ONE) or address.owner not in seen
            ):
                asked.append(address)
                seen.add(address.owner)
    return Walk(assault.client, users[SHE], asked)


def attacks(assault: Assault, users: dict[str, User], found: Walk) -> list[list[Attack]]:
    targets = targets_of(assault.garden, users)
    return [list(attacks_with(form, targets)) for form in found.forms]


def test_nothing_of_another_board_changes_or_is_shown(
    assault: Assault, users: dict[str, User]
) -> None:
    found = walk(assault, users, wide=WANTED != FEW)
    some = None if WANTED == "all" else int(WANTED)
    for attack in islice(in_turn(attacks(assault, users, found), SEED), some):
        assault.make(attack)
    assert assault.wrote
    public = [one for route in routes() for one in addresses(route, assault.garden, users)]
    assault.look_everywhere(public, now=timezone.now())
    assert assault.found.wrong == []


def nobody_asks(*_: Any, **__: Any) -> None:
    """A door that stands open."""


@pytest.mark.parametrize(
    ("door", "opened", "kind", "screen", "place"),
    [
        (
            "easyread.reach.refuse_beyond_reach",
            nobody_asks,
            "agenda",
            "/admin/pages/{}/edit/",
            "-papers-",
        ),
        (
            "boards.permissions.boards_looked_after_by",
            lambda _: BoardPage.objects.all(),
            "reading",
            "/admin/my-boards/readings/{}/",
            "in the address",
        ),
    ],
    ids=["of the editor", "of our screens"],
)
def test_a_door_that_stands_open_is_found(
    assault: Assault,
    users: dict[str, User],
    monkeypatch: pytest.MonkeyPatch,
    door: str,
    opened: Callable[..., Any],
    kind: str,
    screen: str,
    place: str,
) -> None:
    rows = assault.garden.rows
    hers = next(pk for pk, owner in rows[kind] if owner == "A")
    theirs = {str(pk) for what in ("paper", "reading") for pk, owner in rows[what] if owner == "B"}
    found = walk(assault, users, wide=True, only=screen.format(hers))
    tried = [
        attack
        for those in attacks(assault, users, found)
        for attack in those
        if place in attack.place and re.split("[= ]", attack.place)[-1] in theirs
    ]
    for attack in tried[:6]:
        assault.make(attack)
    assert assault.found.wrong == []
    monkeypatch.setattr(door, opened)
    for attack in tried[:6]:
        assault.make(attack)
    assert assault.found.wrong
