"""Every address of ours gets nonsense in its path, its query and its form: never a server error."""

import re

import pytest
from django.test import Client

from portal.users.models import User
from tests.canaries import roles
from tests.canaries.addresses import PARAMETER, SPOKEN, addresses, routes
from tests.canaries.garden import Garden
from tests.canaries.roles import visitor

pytestmark = [pytest.mark.crawl]

OURS_IN_THE_ADMIN = ("admin/my-boards/", "admin/charter-matrix/", "admin/sent-mail/")
TEXTS = ("\x00", "9" * 5000, "-1", "🚌 <script>' OR 1=1 --")
NAMES = (
    *("q", "page", "p", "board", "state", "topic", "owner", "agreed_from", "agreed_to", "order"),
    *("format", "contact", "next", "outcome", "note", "day", "starts", "hours", "place", "every"),
    *("first", "title", "words", "name", "email", "reason", "meeting", "answer", "item", "file"),
    *("to_board", "to_outside", "visited_on", "other", "direction", "closed_on", "successor"),
    *("language", "leave_empty"),
)
WORDS = ("0", "9" * 18, "9" * 30, "-1", "%00", "%ff", "🚌", "..", "%2e%2e", "x" * 300)


def ours() -> list[str]:
    return [
        route
        for route in routes()
        if route.startswith(OURS_IN_THE_ADMIN) or not route.startswith(("admin/", "_util/"))
    ]


@pytest.fixture
def insider(users: dict[str, User]) -> Client:
    return visitor(roles.SUPERUSER, users)


def test_nonsense_in_queries_and_forms_breaks_nothing(
    garden: Garden, users: dict[str, User], insider: Client
) -> None:
    asked = 0
    for route in ours():
        for address in list(addresses(route, garden, users))[:1]:
            path = address.path.partition("?")[0]
            for text in TEXTS:
                asked += 2
                nonsense = dict.fromkeys(NAMES, text)
                assert insider.get(path, nonsense).status_code < 500, (path, text[:20])
                assert insider.post(path, nonsense).status_code < 500, (path, text[:20])
    assert asked > 400


def test_nonsense_in_the_path_breaks_nothing(insider: Client) -> None:
    asked = 0
    for route in ours():
        spoken = re.sub(r"[\^$]", "", SPOKEN.get(route, route))
        if PARAMETER.search(spoken):
            for word in WORDS:
                asked += 1
                path = "/" + PARAMETER.sub(word, spoken)
                assert insider.get(path).status_code < 500, path
    assert asked > 300
