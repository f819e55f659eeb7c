"""What a hostile secretary sends: every foreign id in every field of every form of hers."""

import random
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from itertools import count
from typing import Any

import lxml.html
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.db import connection, transaction
from django.test import Client
from wagtail.models import Collection, Page

from portal.guards import NAMES_A_PAGE
from tests.canaries import roles
from tests.canaries.addresses import Address
from tests.canaries.crawl import may_open, policy_of_cached
from tests.canaries.forms import Field, FoundForm, Sent, forms_of, linked
from tests.canaries.garden import Garden

SHE = roles.CO_CHAIR_A
# What Wagtail, Django and we understand beside what a form shows; together, since most is ignored.
# What the door itself asks about is tried one by one: it would hide the others.
ALONE = (*NAMES_A_PAGE, "next", "id")
NAMES = (
    *("collection", "collection_id", "live", "page", "pk", "object_id", "owner"),
    *("content_type", "editors", "board", "boards", "meeting", "agenda", "minutes", "paper"),
    *("approved_at", "joint_with", "together_with", "successor", "closing_report", "account"),
    *("groups", "path", "depth", "restriction_type", "alias_of", "locked_by", "latest_revision"),
)
REMOVES = re.compile("delete|leave|remove|withdraw|unpublish|move|logout")
ENDS_THE_SESSION = ("/admin/logout/",)
# Tables that tell nothing: sessions, what is made of other rows, who edits at this moment.
DERIVED = re.compile(r"django_session|wagtailsearch|wagtailadmin_editingsession|sqlite_|cache")
# What one board may do to another: it is asked, told, visited, lent to.
BETWEEN_BOARDS = {
    "boards_passedmatter",
    "boards_visit",
    "boards_jointinvitation",
    "boards_papershare",
}
WRITES = re.compile(r'^(?:INSERT(?: OR \w+)? INTO|UPDATE|DELETE FROM) "(\w+)"')
Row = tuple[Any, ...]
Rows = dict[Any, Row]
Capture = Callable[..., AbstractContextManager[Any]]


@dataclass(frozen=True)
class Target:
    """What a field may be given that is not hers."""

    kind: str
    value: str


def targets_of(garden: Garden, users: dict[str, Any]) -> list[Target]:
    """One value for every kind of row that is board B's or nobody's; each value once."""
    found = [
        Target(kind, str(pk))
        for kind, rows in garden.rows.items()
        for pk, who in rows
        if who != "A"
    ]
    b = garden.boards.b
    for page in Page.objects.descendant_of(b, inclusive=True):
        found.append(Target("page", str(page.pk)))
    collection = Collection.objects.get(name=f"{b.title} ({b.pk})")
    found += [
        Target("collection", str(collection.pk)),
        Target("collection", str(Collection.get_first_root_node().pk)),
        Target("account", str(users[roles.CO_CHAIR_B].pk)),
        Target("account", str(users[roles.SUPERUSER].pk)),
        Target("group", str(Group.objects.get(board=b).pk)),
        Target("slug", b.slug),
        Target("path", b.path),
        Target("address", b.url),
        Target("address", f"/admin/pages/{b.pk}/edit/"),
    ]
    return list({one.value: one for one in found}.values())


@dataclass(frozen=True)
class Attack:
    """One foreign value in one place of one form."""

    form: FoundForm
    place: str
    path: str
    query: tuple[tuple[str, str], ...]
    sent: tuple[tuple[str, Any], ...]

    def __str__(self) -> str:
        return f"{self.form.method} {self.path} ({self.place})"


def attacks_with(form: FoundForm, targets: list[Target]) -> Iterator[Attack]:
    for one in form.fields:
        for target in targets:
            for value in _values_for(one, target):
                yield _attack(form, one.name, value, dict(one.with_it))
    yield from _with_more_names(form, targets)
    yield from _with_other_addresses(form, targets)


def _with_more_names(form: FoundForm, targets: list[Target]) -> Iterator[Attack]:
    own = {one.name for one in form.fields}
    for names in (*((name,) for name in ALONE), NAMES):
        for target in targets:
            more = {name: target.value for name in names if name not in own}
            query = tuple((name, target.value) for name in names)
            shown = f"{'and others' if len(names) > 1 else names[0]}={target.value}"
            yield Attack(form, shown, form.path, (), _items(form.sent | more))
            yield Attack(form, f"?{shown}", form.path, query, _items(form.sent))
            yield Attack(replace(form, method="GET"), f"?{shown}", form.path, query, ())


def _with_other_addresses(form: FoundForm, targets: list[Target]) -> Iterator[Attack]:
    for number in re.finditer(r"(?<=/)\d+(?=/)", form.path):
        for target in targets:
            if target.value.isdecimal():
                path = form.path[: number.start()] + target.value + form.path[number.end() :]
                yield Attack(form, f"in the address {target.value}", path, (), _items(form.sent))


def _attack(form: FoundForm, name: str, value: Any, more: Sent) -> Attack:
    sent = form.sent | more | {name: value}
    shown = str(value)[-60:] if isinstance(value, str) else value
    return Attack(form, f"{name}={shown}", form.path, (), _items(sent))


def _items(sent: Sent) -> tuple[tuple[str, Any], ...]:
    return tuple(sent.items())


def _values_for(place: Field, target: Target) -> Iterator[str]:
    if not place.is_rich_text:
        yield target.value
    elif target.value.isdecimal():
        for kind in ("LINK", "DOCUMENT", "IMAGE"):
            yield linked(target.value, kind)


def in_turn(attacks: list[list[Attack]], seed: int) -> Iterator[Attack]:
    """All of them in a random order in which every form has its turn."""
    chance = random.Random(seed)
    for those in attacks:
        chance.shuffle(those)
    for turn in count():
        left = [those[turn] for those in attacks if len(those) > turn]
        if not left:
            return
        yield from left


class Walk:
    """What she finds: each form of each screen that she may open, and of those that they link."""

    def __init__(self, client: Client, she: Any, addresses: list[Address]) -> None:
        self.client = client
        self.she = she
        self.kinds: dict[tuple[Any, ...], FoundForm] = {}
        self.seen: set[str] = set()
        self.asked = 0
        linked_to: list[str] = []
        for address in addresses:
            policy = policy_of_cached()[address.route]
            if address.owner != "B" and may_open(policy, SHE, address.owner):
                linked_to += self._look(address.path)
        for path in linked_to:
            if re.fullmatch(r"/admin/pages/add/\w+/\w+/\d+/", path):
                self._look(path)

    @property
    def forms(self) -> list[FoundForm]:
        return list(self.kinds.values())

    def _look(self, path: str) -> list[str]:
        if path in self.seen or path.startswith(ENDS_THE_SESSION):
            return []
        self.seen.add(path)
        self.asked += 1
        answer = self.client.get(path)
        if answer.status_code != 200 or answer.streaming:
            return []
        for form in forms_of(answer.content, path, she=self.she):
            self.kinds.setdefault(form.kind, form)
        if "/admin/pages/" not in path or b"<html" not in answer.content:
            return []
        tree = lxml.html.fromstring(answer.content)
        return [str(a.get("href")).partition("?")[0] for a in tree.iter("a") if a.get("href")]


@contextmanager
def rolled_back() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    cache.clear()


@contextmanager
def written() -> Iterator[set[str]]:
    """The names of the tables that were written to meanwhile."""
    tables: set[str] = set()

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if found := WRITES.match(sql):
            tables.add(found[1])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield tables
