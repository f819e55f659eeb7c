"""A secretary who puts every foreign id into every form of hers, and what must not come of it."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test import Client
from wagtail.images import get_image_model
from wagtail.models import Page

from boards.models import Paper
from easyread.visibility import public_pages
from portal.digests.compose import compose
from tests.canaries import roles
from tests.canaries.addresses import Address
from tests.canaries.attacks import (
    BETWEEN_BOARDS,
    DERIVED,
    ENDS_THE_SESSION,
    REMOVES,
    SHE,
    Attack,
    Capture,
    Row,
    Rows,
    rolled_back,
    written,
)
from tests.canaries.crawl import Findings, policy_of_cached, text_of
from tests.canaries.garden import CANARY, Garden


@dataclass
class World:
    """The rows as they are, and whose each of them is."""

    garden: Garden
    she: Any
    rows: dict[str, Rows] = field(default_factory=dict)
    owners: dict[tuple[str, str], set[str]] = field(default_factory=dict)

    @classmethod
    def seen_now(cls, garden: Garden, she: Any) -> "World":
        world = cls(garden, she)
        world.rows = {table: _rows_of(table) for table in world.models}
        for _ in range(4):
            for table, rows in world.rows.items():
                for pk, row in rows.items():
                    world.own(table, pk, row)
        return world

    @cached_property
    def models(self) -> dict[str, Any]:
        return {
            model._meta.db_table: model
            for model in apps.get_models(include_auto_created=True)
            if model._meta.managed and not DERIVED.search(model._meta.db_table)
        }

    @cached_property
    def columns(self) -> dict[str, list[str]]:
        return {
            table: [one.column for one in model._meta.local_concrete_fields]
            for table, model in self.models.items()
        }

    @cached_property
    def links(self) -> dict[str, list[tuple[int, str]]]:
        """Which columns of a table name rows of which other."""
        return {
            table: [
                (number, one.remote_field.model._meta.db_table)
                for number, one in enumerate(model._meta.local_concrete_fields)
                if one.remote_field
            ]
            for table, model in self.models.items()
        }

    @cached_property
    def tables_of_types(self) -> dict[int, str]:
        return {
            one.pk: found._meta.db_table
            for one in ContentType.objects.all()
            if (found := one.model_class())
        }

    @cached_property
    def hidden(self) -> set[tuple[str, str]]:
        """What of board B her pages may not even refer to."""
        b = self.garden.boards.b
        public = public_pages(Page.objects.all()).values("pk")
        pages = Page.objects.descendant_of(b, inclusive=True).exclude(pk__in=public)
        within = {"collection__name": f"{b.title} ({b.pk})"}
        return {
            (rows.model._meta.db_table, str(row.pk))
            for rows in (
                pages,
                Paper.objects.filter(**within),
                get_image_model().objects.filter(**within),
            )
            for row in rows
        }

    def own(self, table: str, pk: Any, row: Row) -> set[str]:
        """Whose a row is: its board's, or that of what it refers to."""
        named = dict(zip(self.columns[table], row, strict=True))
        found = set(self.owners.get((table, str(pk)), ()))
        if table == "wagtailcore_page":
            found |= self._board_of(str(named["path"]))
        elif table == "wagtailcore_collection":
            boards = (("A", self.garden.boards.a), ("B", self.garden.boards.b))
            found |= {
                who for who, board in boards if named["name"] == f"{board.title} ({board.pk})"
            }
        elif table == "users_user" and pk == self.she.pk:
            found.add("A")
        elif table != "auth_group":
            for number, other in self.links[table]:
                found |= self.owners.get((other, str(row[number])), set())
            for kind in ("content_type_id", "base_content_type_id"):
                if kind in named and "object_id" in named:
                    other = self.tables_of_types.get(named[kind], "")
                    found |= self.owners.get((other, str(named["object_id"])), set())
        self.owners[table, str(pk)] = found
        return found

    def _board_of(self, path: str) -> set[str]:
        boards = (("A", self.garden.boards.a), ("B", self.garden.boards.b))
        return {who for who, board in boards if path.startswith(board.path)}

    def differences(self, tables: set[str]) -> list[str]:
        """What was done to rows that are not hers, and what came where it may not."""
        wrong: list[str] = []
        before_all = dict(self.owners)
        after = {table: _rows_of(table) for table in sorted(tables & set(self.models))}
        news = [
            (table, pk, row)
            for table, rows in after.items()
            for pk, row in rows.items()
            if self.rows[table].get(pk) != row
        ]
        for _ in range(3):
            for table, pk, row in news:
                self.own(table, pk, row)
        for table, rows in after.items():
            for pk in self.rows[table].keys() - rows.keys():
                if "A" not in before_all[table, str(pk)]:
                    wrong.append(f"deleted {table} {pk}")
        for table, pk, row in news:
            wrong += self._judge_row(table, pk, row, before_all)
        self.owners = before_all
        return wrong

    def _judge_row(
        self, table: str, pk: Any, row: Row, before: dict[tuple[str, str], set[str]]
    ) -> Iterator[str]:
        old = self.rows[table].get(pk)
        if old is not None and "A" not in before[table, str(pk)]:
            yield f"changed {table} {pk}: {_changed(self.columns[table], old, row)}"
        now = self.owners[table, str(pk)]
        came = now - before.get((table, str(pk)), set())
        if "B" in came and table not in BETWEEN_BOARDS | {"wagtailcore_referenceindex"}:
            yield f"made for board B {table} {pk}: {row}"[:400]
        if table == "wagtailcore_referenceindex":
            named = dict(zip(self.columns[table], row, strict=True))
            other = self.tables_of_types.get(named["to_content_type_id"], "")
            if "B" not in self._owner_of_reference(named) and (
                (other, str(named["to_object_id"])) in self.hidden
                or (
                    other == "boards_paper"
                    and "B" in self.owners.get((other, named["to_object_id"]), ())
                )
            ):
                yield f"refers to board B's {other} {named['to_object_id']}"
        for canary in set(CANARY.findall(repr(row).lower())) - set(
            CANARY.findall(repr(old).lower())
        ):
            if SHE not in self.garden.allowed[canary]:
                yield f"holds {canary} ({self.garden.place[canary]}): {table} {pk}"

    def _owner_of_reference(self, named: dict[str, Any]) -> set[str]:
        other = self.tables_of_types.get(named["base_content_type_id"], "")
        return self.owners.get((other, str(named["object_id"])), set())


def _changed(columns: list[str], old: Row, new: Row) -> str:
    return ", ".join(
        f"{name}: {a!r:.60} → {b!r:.60}"
        for name, a, b in zip(columns, old, new, strict=True)
        if a != b
    )


def _rows_of(table: str) -> Rows:
    model = next(
        one for one in apps.get_models(include_auto_created=True) if one._meta.db_table == table
    )
    names = ", ".join(f'"{one.column}"' for one in model._meta.local_concrete_fields)
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT "{model._meta.pk.column}", {names} FROM "{table}"')
        return {row[0]: row[1:] for row in cursor.fetchall()}


@dataclass
class Assault:
    """One attack after the other, each on the borough as it was."""

    client: Client
    garden: Garden
    world: World
    on_commit: Capture
    onlookers: dict[str, Client]
    found: Findings = field(default_factory=Findings)
    made: int = 0
    wrote: list[Attack] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.cookies = deepcopy(self.client.cookies)

    def make(self, attack: Attack) -> None:
        self.made += 1
        with rolled_back():
            tables = self.send(attack)
            if tables:
                self.wrote.append(attack)
                for line in self.world.differences(tables):
                    self.found.wrong.append(f"{attack}: {line}")
                if "wagtailcore_page" in tables:
                    self._look_around(attack)
        self.client.cookies = deepcopy(self.cookies)

    def send(self, attack: Attack) -> set[str]:
        """The tables to which it wrote."""
        with written() as tables, self.on_commit(execute=True):
            query = ("&" if "?" in attack.path else "?") + "&".join(
                f"{name}={value}" for name, value in attack.query
            )
            path = attack.path + (query if attack.query else "")
            sent = dict(attack.sent)
            for name, value in sent.items():
                if hasattr(value, "seek"):
                    value.seek(0)
                elif value is None:
                    sent[name] = ""
            ask = self.client.post if attack.form.method == "POST" else self.client.get
            answer = ask(path, sent)
        self._judge(answer, SHE, path, str(attack))
        if answer.status_code in (301, 302):
            there = str(answer.headers["Location"])
            if there.startswith("/") and not there.startswith(ENDS_THE_SESSION):
                self._judge(self.client.get(there), SHE, there, f"after {attack}")
        return {one for one in tables if one in self.world.models}

    def _judge(self, answer: Any, role: str, path: str, why: str) -> None:
        """What she published of hers everyone may meet; what is not hers nobody new may."""
        if answer.status_code >= 500:
            self.found.wrong.append(f"{why}: {path} broke as {role}")
        for canary in set(CANARY.findall(text_of(answer).lower())):
            allowed = self.garden.allowed[canary]
            if role not in allowed and SHE not in allowed:
                place = self.garden.place[canary]
                self.found.wrong.append(f"{why}: {path} as {role} shows {canary}: {place}")

    def look_everywhere(self, addresses: list[Address], *, now: datetime) -> None:
        """After all that she could write, one on top of the other: what others are shown."""
        for attack in self.wrote:
            if not REMOVES.search(attack.path):
                self.send(attack)
                self.client.cookies = deepcopy(self.cookies)
        for address in addresses:
            if policy_of_cached()[address.route] == "everyone":
                for role, client in self.onlookers.items():
                    self._judge(client.get(address.path), role, address.path, "in the end")
        year = timedelta(days=365)
        words = repr(compose(start=now - year, end=now + year))
        for canary in set(CANARY.findall(words.lower())):
            if not {SHE, roles.STRANGER} & self.garden.allowed[canary]:
                self.found.wrong.append(f"the digest shows {canary}")

    def _look_around(self, attack: Attack) -> None:
        """The pages that came of it, for her and for those who may see less."""
        old = self.world.rows["wagtailcore_page"]
        pages = {pk for pk, row in _rows_of("wagtailcore_page").items() if old.get(pk) != row}
        for page in Page.objects.filter(pk__in=pages, depth__gt=2):
            draft = f"/admin/pages/{page.pk}/view_draft/"
            self._judge(self.client.get(draft), SHE, draft, f"after {attack}")
            for role, client in self.onlookers.items():
                if page.url:
                    self._judge(client.get(page.url), role, page.url, f"after {attack}")
