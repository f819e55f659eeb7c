"""Every address as every role: what one may not see is nowhere, and nothing breaks.

A canary stands in every field of everything that is not for everyone; `policies.toml` says of
each address who gets an answer from it. That each has a policy is asked in tests/project.
"""

import pytest

from portal.users.models import User
from tests.canaries import roles
from tests.canaries.addresses import Address, addresses, routes
from tests.canaries.crawl import Findings, look, may_open, policy_of, push
from tests.canaries.garden import Garden
from tests.canaries.roles import visitor

pytestmark = [pytest.mark.crawl]

ENDS_THE_SESSION = {"admin/logout/"}
# What each role must meet: a crawl that sees nothing proves nothing.
MET = {
    roles.STRANGER: {"public minutes A", "public agenda B", "public easy read A"},
    roles.CITIZEN: {"public minutes B"},
    roles.MEMBER_A: {"title of a restricted paper A"},
    roles.MEMBER_B: {"title of a restricted paper B"},
    roles.CO_CHAIR_A: {
        "later draft of public minutes A",
        "draft minutes A",
        "draft meeting A",
        "scheduled meeting A",
        "restricted meeting A",
        "title of a draft paper A",
        "title of a restricted paper A",
        "e-mail of a member A",
        "phone of a member A",
        "e-mail of an action's owner A",
        "words of a proposal A",
        "who asked for easy read A",
        "answer to who asked for easy read A",
        "source of a Word file A",
    },
    roles.CO_CHAIR_B: {"draft minutes B", "words of a proposal B"},
    roles.SENATOR: {"public minutes A"},
    roles.OFFICER: {
        "who asked for easy read A",
        "draft minutes A",
        "draft minutes B",
        "evidence that is not public A",
    },
    roles.SUPERUSER: {"draft minutes A", "who asked for easy read B", "a subscriber"},
    roles.DEACTIVATED: {"public minutes A"},
    roles.REMOVED: {"public minutes A"},
}


def all_addresses(garden: Garden, users: dict[str, User]) -> list[Address]:
    return [
        address
        for route in routes()
        if route not in ENDS_THE_SESSION
        for address in addresses(route, garden, users)
    ]


@pytest.mark.parametrize("role", roles.ROLES)
def test_the_role_meets_what_it_may_see_and_nothing_else(
    role: str, garden: Garden, users: dict[str, User]
) -> None:
    client, found = visitor(role, users), Findings()
    for address in all_addresses(garden, users):
        look(client, role, address, garden, found)
    assert found.wrong == []
    met = {garden.place[canary] for canary, who in found.met.items() if role in who}
    assert MET[role] - met == set()
    assert found.checks > 700


@pytest.mark.parametrize("role", [role for role in roles.ROLES if role != roles.SUPERUSER])
def test_the_role_changes_nothing_where_it_has_nothing_to_do(
    role: str, garden: Garden, users: dict[str, User]
) -> None:
    client, found = visitor(role, users), Findings()
    policies = policy_of()
    for address in all_addresses(garden, users):
        if not may_open(policies[address.route], role, address.owner):
            push(client, role, address, garden, found)
    assert found.wrong == []
    assert found.checks > 100


def test_the_crawl_finds_what_it_looks_for(garden: Garden, users: dict[str, User]) -> None:
    """A canary that is let out, and an address whose policy is too narrow, are found."""
    address = next(one for one in all_addresses(garden, users) if one.path == "/actions/")
    found = Findings()
    for canary in garden.allowed:
        garden.allowed[canary] = {roles.SUPERUSER}
    look(visitor(roles.STRANGER, users), roles.STRANGER, address, garden, found)
    assert any("public minutes" in line for line in found.wrong)
