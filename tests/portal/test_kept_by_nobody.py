"""What caches, search engines, other sites and logs may keep of an answer."""

import logging
import re
from collections.abc import Iterator
from datetime import datetime

import pytest
from django.conf import settings
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone

from boards.models import ActionPoint, BoardPage, Letter, MinutesPage
from boards.services import propose_item, set_owner_email
from boards.services.owners import report_link
from charter.models import CharterVersion
from charter.signing.services import ask_to_sign
from portal.digests.models import DigestList, Subscriber
from portal.settings.logging import KeepKeysOut
from portal.users.models import User
from tests.borough import restrict

KEY = re.compile(r"<(uuid:\w+|\w+:token)>")


def addresses_with_keys(resolver: URLResolver | None = None, above: str = "") -> Iterator[str]:
    """The names of all public addresses that hold a key nobody can guess."""
    for each in (resolver or get_resolver()).url_patterns:
        route = above + str(each.pattern)
        if isinstance(each, URLResolver) and not route.startswith("admin/"):
            yield from addresses_with_keys(each, route)
        elif isinstance(each, URLPattern) and KEY.search(route):
            yield str(each.name)


@pytest.fixture
def links(minutes: MinutesPage, carers_board: BoardPage, now: datetime) -> dict[str, str]:
    """An address of each kind that works without an account, by its name."""
    action = set_owner_email(
        action=ActionPoint.objects.all()[0], email="owner@example.org", now=timezone.now()
    )
    proposal = propose_item(
        board=carers_board, title="Ramps", words="Why?", name="", email="", now=now
    )
    (sign_up,) = ask_to_sign(
        boards=[carers_board],
        version=CharterVersion.objects.get(),
        by="An officer",
        now=timezone.now(),
    )
    to_sign = Letter.objects.get(key__startswith=f"charter:{sign_up.pk}:", link__contains="/sign/")
    digest_list = DigestList.objects.get()
    subscriber = Subscriber.objects.create(list=digest_list, email="reader@example.org")
    return {
        "leave": f"/digests/leave/{subscriber.token}/",
        "proposal": proposal.get_absolute_url(),
        "sign_by_link": to_sign.link,
        "report_by_link": report_link(action, now=datetime.now(tz=now.tzinfo))[1],
    }


def test_an_address_that_is_a_key_stays_where_it_is(
    client: Client, links: dict[str, str], member: User
) -> None:
    assert set(addresses_with_keys()) == set(links)
    readers = [client, Client()]
    client.force_login(member)
    for address in links.values():
        key = address.strip("/").split("/")[-1]
        unknown = address.replace(key, "00000000-0000-4000-8000-000000000000")
        for path in (address, unknown):
            for answer in (reader.get(path) for reader in readers):
                assert answer.status_code == (200 if path == address else 404)
                assert answer["Cache-Control"] == "private, no-store"
                assert answer["Referrer-Policy"] == "no-referrer"
                assert answer["X-Robots-Tag"] == "noindex"
                assert key not in answer.content.decode()
                assert not answer.cookies


def test_what_one_with_an_account_is_told_is_kept_by_no_cache(
    client: Client, minutes: MinutesPage, carers_board: BoardPage, co_chair: User
) -> None:
    action = ActionPoint.objects.all()[0].get_absolute_url()
    addresses = ["/", "/search/?q=bus", "/calendars/all.ics", "/feeds/all.atom", "/none-here/"]
    addresses += [carers_board.url, minutes.url, "/actions/", action, "/on-time/", "/charter/"]
    for address in addresses:
        assert "no-store" not in Client().get(address).headers.get("Cache-Control", ""), address
    restrict(carers_board)
    client.force_login(co_chair)
    for address in [*addresses, "/admin/my-boards/"]:
        kept = client.get(address)["Cache-Control"]
        assert {"private", "no-store"} <= set(kept.split(", ")), address
    assert client.get("/look.css")["Cache-Control"] == "public, max-age=300"


def test_what_was_sent_and_what_sets_a_cookie_is_kept_by_no_cache(
    client: Client, carers_board: BoardPage
) -> None:
    form = client.get(f"/propose/{carers_board.slug}/")
    assert form.cookies
    for answer in (form, client.post(f"/propose/{carers_board.slug}/", {"title": ""})):
        assert answer["Cache-Control"] == "private, no-store"


def test_logs_hold_no_key(links: dict[str, str], caplog: pytest.LogCaptureFixture) -> None:
    assert settings.LOGGING["handlers"]["stderr"]["filters"] == ["keys"]
    caplog.handler.addFilter(KeepKeysOut())
    for address in links.values():
        Client().put(address)
        logging.getLogger("django.request").error("Not found: %s", f"{address}?page=2")
    assert caplog.text.count("…") == 2 * len(links)
    for address in links.values():
        assert address.split("/")[-2] not in caplog.text
