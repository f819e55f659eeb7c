"""Asking every address as every role, and comparing what comes with what may come."""

import tomllib
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import connection
from django.test import Client

from tests.canaries import roles
from tests.canaries.addresses import Address
from tests.canaries.garden import CANARY, Garden

POLICIES: dict[str, dict[str, list[str]]] = tomllib.loads(
    (Path(__file__).parent / "policies.toml").read_text()
)
REFUSED = {400, 401, 403, 404, 405, 410}
LOGIN_OR_HOME = ("/admin/login/", "/_util/login/", "/admin/?", "/admin/")


def policy_of() -> dict[str, str]:
    """The declared policy of each route; a route that is declared twice is a mistake."""
    found: dict[str, str] = {}
    for policy, by_part in POLICIES.items():
        for route in by_part["routes"]:
            assert route not in found, f"{route} has two policies"
            found[route] = policy
    return found


def may_open(policy: str, role: str, owner: str) -> bool:
    """Whether ``role`` may get an answer from an address about board ``owner``."""
    own = {"A": {roles.CO_CHAIR_A}, "B": {roles.CO_CHAIR_B}, "": roles.INSIDERS}[owner]
    seat = {"A": {roles.MEMBER_A}, "B": {roles.MEMBER_B}, "": set()}[owner]
    allowed = {
        "everyone": set(roles.ROLES),
        "accounts": roles.ACCOUNTS,
        "insiders": roles.INSIDERS,
        "the board": own | {roles.SUPERUSER},
        "the board and officers": own | {roles.OFFICER, roles.SUPERUSER},
        "the board, its members and officers": own | seat | {roles.OFFICER, roles.SUPERUSER},
        "both boards and officers": {
            roles.CO_CHAIR_A,
            roles.CO_CHAIR_B,
            roles.OFFICER,
            roles.SUPERUSER,
        },
        "officers": {roles.OFFICER, roles.SUPERUSER},
        "superusers": {roles.SUPERUSER},
    }
    return role in allowed[policy]


@dataclass
class Findings:
    checks: int = 0
    wrong: list[str] = field(default_factory=list)
    met: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    opened: set[tuple[str, str]] = field(default_factory=set)
    rows: list[Any] = field(default_factory=list)


def look(client: Client, role: str, address: Address, garden: Garden, found: Findings) -> None:
    """One GET: its state, its words, its headers."""
    answer = client.get(address.path)
    found.checks += 1
    judge(answer, role, address, garden, found, "GET")
    if answer.status_code == 200:
        found.opened.add((address.route, address.owner))


def judge(
    answer: Any, role: str, address: Address, garden: Garden, found: Findings, method: str
) -> None:
    where = f"{method} {address.path} as {role}: {answer.status_code}"
    if answer.status_code >= 500:
        found.wrong.append(f"{where} broke")
    policy = policy_of_cached()[address.route]
    if not may_open(policy, role, address.owner) and not _refuses(answer):
        found.wrong.append(f"{where} but the policy is “{policy}”")
    for canary in set(CANARY.findall(text_of(answer).lower())):
        found.met[canary].add(role)
        if role not in garden.allowed[canary]:
            found.wrong.append(f"{where} shows {canary}: {garden.place[canary]}")


_policies: dict[str, str] = {}


def policy_of_cached() -> dict[str, str]:
    if not _policies:
        _policies.update(policy_of())
    return _policies


def _refuses(answer: Any) -> bool:
    if answer.status_code == 302:
        return str(answer.headers["Location"]).startswith(LOGIN_OR_HOME)
    return answer.status_code in REFUSED


def text_of(answer: Any) -> str:
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return body.decode(errors="replace") + repr(sorted(answer.headers.items()))


def push(client: Client, role: str, address: Address, garden: Garden, found: Findings) -> None:
    """One POST where the role has nothing to do: refused, and nothing has changed.

    Nothing happens between two forms: the rows after one are those before the next.
    """
    before = found.rows or rows_in_database()
    answer = client.post(address.path, {})
    found.checks += 1
    judge(answer, role, address, garden, found, "POST")
    found.rows = rows_in_database()
    if found.rows != before:
        found.wrong.append(f"POST {address.path} as {role} changed the database")


def rows_in_database() -> list[Any]:
    """How many rows each table of ours and of Wagtail holds, and the newest of each."""
    tables = [
        model._meta.db_table
        for model in apps.get_models()
        if model._meta.managed and model._meta.app_label not in {"sessions", "contenttypes"}
    ]
    with connection.cursor() as cursor:
        cursor.execute(
            " UNION ALL ".join(f"SELECT '{table}', COUNT(*) FROM \"{table}\"" for table in tables)
        )
        return list(cursor.fetchall())
