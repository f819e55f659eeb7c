"""What strangers may send: each form has a limit a sender and one for all, or a reason why not."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.contrib.auth.tokens import default_token_generator
from django.core import mail
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from boards.enums import ActionState
from boards.models import ActionUpdate, Letter, MinutesPage, Proposal
from boards.services import owners, proposals, send_report_link, set_owner_email
from charter.signing.services import answering
from easyread.models import FormatRequest
from easyread.senders.limits import Limit
from easyread.services import format_requests
from portal import doors
from portal.guards import NOBODY
from portal.users import backends
from portal.users.models import User
from tests.portal.test_sign_in import RIGHT, try_in

SIGN_IN = (backends.OF_A_SENDER, backends.OF_AN_ACCOUNT)
PASSWORD_OF_A_PAGE = (doors.TRIES_OF_A_SENDER, doors.TRIES_OF_A_PAGE)
KEEPS_NOTHING = "It answers a POST as it answers a GET, and keeps nothing."
# What one sender may send, and how much is taken of all.
LIMITED: dict[str, tuple[Limit, Limit | int]] = {
    "wagtailadmin_login": SIGN_IN,
    "wagtailcore_login": SIGN_IN,
    "wagtailadmin_password_reset": (doors.RESETS_OF_A_SENDER, doors.RESETS_OF_AN_ADDRESS),
    "wagtailadmin_password_reset_confirm": (doors.CHOICES_OF_A_SENDER, doors.CHOICES_BY_A_LINK),
    "wagtailcore_authenticate_with_password": PASSWORD_OF_A_PAGE,
    "wagtaildocs_authenticate_with_password": PASSWORD_OF_A_PAGE,
    "boards:propose": (proposals.OF_A_SENDER, proposals.MOST_A_DAY),
    "easyread:ask": (format_requests.OF_A_SENDER, format_requests.MOST_A_DAY),
}
# The link is the limit: strangers have none, and one office answers for many.
BY_LINK = {
    "boards:report_by_link": (owners.OF_A_SENDER, owners.OF_A_LINK),
    "charter:sign_by_link": (answering.OF_A_SENDER, answering.OF_A_LINK),
}
UNLIMITED = {
    "digests:leave": "It takes the link's own reader off a list, once; a mail program leaves for "
    "many readers from one address, and must never be refused.",
    "easyread:how_to_read": "It only sets the sender's own cookie.",
    "wagtail_serve": KEEPS_NOTHING,
    "wagtaildocs_serve": KEEPS_NOTHING,
    "wagtailadmin_sprite": KEEPS_NOTHING,
    **dict.fromkeys(NOBODY, "It is not found, by anybody."),
}
FILLINGS = [("uuid:", "00000000-0000-0000-0000-000000000007"), ("int:", "1"), ("key:", "1")]


def _walk(resolver: URLResolver, route: str = "", space: str = "") -> Iterator[tuple[str, str]]:
    """The name (or the route, where it has none) and an address of each pattern."""
    for part in resolver.url_patterns:
        whole = route + str(part.pattern)
        if isinstance(part, URLPattern):
            yield f"{space}{part.name}" if part.name else whole, _filled(whole)
        else:
            yield from _walk(part, whole, f"{space}{part.namespace}:" if part.namespace else space)


def _filled(route: str) -> str:
    for kind, value in FILLINGS:
        route = re.sub(f"<{kind}\\w+>", value, route)
    route = re.sub(r"<(\w+:)?\w+>", "x", route.replace("^", "").replace("$", ""))
    return "/" + re.sub(r"\(.*\)|\.\*", "1", route.replace(r"(\d+)/(.*)", "1/x.pdf"))


def _takes_something(client: Client, address: str) -> bool:
    answer = client.post(address)
    location = answer.headers.get("Location", "")
    return answer.status_code != 405 and not location.startswith("/admin/login/?next=")


def test_every_address_to_which_a_stranger_can_post_has_a_limit_or_a_reason(
    home: object, client: Client
) -> None:
    client.raise_request_exception = False
    found = dict(_walk(get_resolver()))
    taking = {name for name, address in found.items() if _takes_something(client, address)}
    assert taking == {*LIMITED, *BY_LINK, *UNLIMITED}


def test_one_stranger_cannot_use_up_what_is_for_everyone() -> None:
    for name, (of_a_sender, of_all) in LIMITED.items():
        most = of_all if isinstance(of_all, int) else of_all.most
        assert of_a_sender.most * 2 <= most, name  # twice: its count may begin in the middle
    assert doors.RESETS_OF_A_SENDER.most * 10 <= doors.RESETS.most


@pytest.fixture
def stranger() -> Callable[..., Any]:
    """Sends a form from the first of some addresses, or from another one."""

    def send(address: str, data: dict[str, Any], at: int = 1) -> Any:
        return Client().post(address, data, REMOTE_ADDR=f"198.51.100.{at}")

    return send


@dataclass(frozen=True)
class Form:
    address: str
    data: dict[str, str]
    usual: int  # the status of what was taken
    kept: str = ""  # what was typed, and stands on the page when it was refused


def _page(minutes: MinutesPage) -> Form:
    private = PageViewRestriction.objects.create(
        page=minutes, restriction_type=PageViewRestriction.PASSWORD, password="open"
    )
    address = f"/_util/authenticate_with_password/{private.pk}/{minutes.pk}/"
    return Form(address, {"password": "wrong", "return_url": "/back/"}, 200)


def _papers(minutes: MinutesPage) -> Form:
    private = CollectionViewRestriction.objects.create(
        collection=Collection.get_first_root_node(),
        restriction_type=CollectionViewRestriction.PASSWORD,
        password="open",
    )
    address = f"/documents/authenticate_with_password/{private.pk}/"
    return Form(address, {"password": "wrong", "return_url": "/back/"}, 200)


def _proposal(minutes: MinutesPage) -> Form:
    data = {"title": "A later bus", "words": "The last one goes at 6."}
    return Form("/propose/carers/", data, 302, data["words"])


def _asked(minutes: MinutesPage) -> Form:
    return Form(f"/ask-for/{minutes.pk}/", {"format": "paper"}, 302, "01632 960200")


def _new_password(minutes: MinutesPage) -> Form:
    User.objects.create_user("kit", "kit@example.org", RIGHT)
    return Form("/admin/password_reset/", {"email": "kit@example.org"}, 302, "kit@example.org")


FORMS = {
    "wagtailcore_authenticate_with_password": _page,
    "wagtaildocs_authenticate_with_password": _papers,
    "boards:propose": _proposal,
    "easyread:ask": _asked,
    "wagtailadmin_password_reset": _new_password,
}


@pytest.mark.parametrize("name", FORMS)
def test_one_sender_is_stopped_in_plain_words_and_the_next_is_not(
    minutes: MinutesPage, stranger: Callable[..., Any], name: str
) -> None:
    form, most = FORMS[name](minutes), LIMITED[name][0].most
    sent = [{**form.data, "contact": f"01632 960200, {n}"} for n in range(most + 2)]
    answers = [stranger(form.address, data) for data in sent]
    assert [one.status_code for one in answers] == [form.usual] * most + [429] * 2
    page = answers[-1].content.decode()
    assert re.search(r"Wait until \d+:\d\d[ap]m", page)
    assert int(answers[-1].headers["Retry-After"]) > 0
    assert form.kept in page
    assert "wrong<" not in page
    assert stranger(form.address, form.data, at=2).status_code == form.usual


@pytest.mark.parametrize("kind", [_page, _papers])
def test_the_right_password_of_a_page_opens_it_as_often_as_one_likes(
    minutes: MinutesPage, stranger: Callable[..., Any], kind: Callable[[MinutesPage], Form]
) -> None:
    form = kind(minutes)
    for _ in range(12):
        assert stranger(form.address, form.data | {"password": "open"}).status_code == 302
    assert stranger(form.address, form.data).status_code == 200


def test_bad_input_and_the_same_again_are_not_counted(
    minutes: MinutesPage, stranger: Callable[..., Any]
) -> None:
    for _ in range(format_requests.OF_A_SENDER.most + 1):
        assert stranger("/propose/carers/", {"title": "", "words": "x"}).status_code == 200
        wanted = {"format": "easy_read"}
        assert stranger(f"/ask-for/{minutes.pk}/", wanted).status_code == 302
    assert FormatRequest.objects.count() == 1
    assert stranger("/propose/carers/", {"title": "A bus", "words": "x"}).status_code == 302


def test_requests_are_limited_over_all_pages(
    minutes: MinutesPage, stranger: Callable[..., Any]
) -> None:
    pages = [minutes.pk, minutes.get_parent().pk]
    for n in range(format_requests.OF_A_SENDER.most):
        wanted = {"format": "paper", "contact": f"{n}"}
        assert stranger(f"/ask-for/{pages[n % 2]}/", wanted).status_code == 302
    assert stranger(f"/ask-for/{pages[0]}/", {"format": "audio"}).status_code == 429


def test_what_the_board_refuses_is_not_counted_for_the_sender(
    minutes: MinutesPage, stranger: Callable[..., Any]
) -> None:
    board = minutes.get_parent().get_parent().specific
    Proposal.objects.bulk_create(
        Proposal(board=board, title="x", words="x", proposed_at=timezone.now())
        for _ in range(proposals.MOST_A_DAY)
    )
    for _ in range(proposals.OF_A_SENDER.most + 1):
        answer = stranger("/propose/carers/", {"title": "A bus", "words": "I wrote this."})
        assert answer.status_code == 429
        assert "I wrote this." in answer.content.decode()
    Proposal.objects.all().delete()
    assert stranger("/propose/carers/", {"title": "A bus", "words": "x"}).status_code == 302


def test_one_link_takes_few_reports_a_day_and_a_new_one_takes_its_own(
    minutes: MinutesPage, stranger: Callable[..., Any]
) -> None:
    now = timezone.now()
    action = set_owner_email(
        action=minutes.actions.get(position=2), email="o@example.org", now=timezone.now()
    )
    path = send_report_link(action=action, now=now).link
    report = {"state": ActionState.IN_PROGRESS, "note": "I wrote this."}
    most = owners.OF_A_LINK.most
    answers = [stranger(path, report, at=n) for n in range(32)]
    assert [one.status_code for one in answers] == [302] * most + [429] * (32 - most)
    assert ActionUpdate.objects.count() == most
    page = answers[-1].content.decode()
    assert "or ring the secretary of the board" in page
    assert "I wrote this." in page
    assert "no-store" in answers[-1].headers["Cache-Control"]
    newer = send_report_link(action=action, now=now).link
    assert stranger(newer, report).status_code == 302


def test_asking_for_a_new_password_answers_known_and_unknown_addresses_alike(
    minutes: MinutesPage, stranger: Callable[..., Any]
) -> None:
    form = _new_password(minutes)
    for email in (form.data["email"], "nobody@example.org"):
        sent = [stranger(form.address, {"email": email}, at=n) for n in range(10)]
        assert [one.status_code for one in sent] == [302] * 8 + [429] * 2
        assert "Please look for them" in sent[-1].content.decode()
        assert f'value="{email}"' in sent[-1].content.decode()
    assert len(mail.outbox) == 8
    assert not Letter.objects.exists()


def test_whoever_chose_a_new_password_by_a_letter_signs_in_while_strangers_try(
    client: Client, co_chair: User
) -> None:
    for n in range(40):
        try_in(Client(), "wrong", at=f"198.51.100.{n}")
    assert try_in(client, RIGHT).status_code == 429
    who = urlsafe_base64_encode(force_bytes(co_chair.pk))
    token = default_token_generator.make_token(co_chair)
    form = client.get(f"/admin/password_reset/confirm/{who}/{token}/").headers["Location"]
    new = {"new_password1": "another long word", "new_password2": "another long word"}
    assert client.post(form, new | {"new_password2": "a slip"}).status_code == 200
    assert client.post(form, new).status_code == 302
    assert try_in(client, "another long word").status_code == 302


def test_a_link_to_choose_a_password_takes_few_tries(client: Client, co_chair: User) -> None:
    who = urlsafe_base64_encode(force_bytes(co_chair.pk))
    token = default_token_generator.make_token(co_chair)
    letter = f"/admin/password_reset/confirm/{who}/{token}/"
    assert Client().post(letter.replace(token, "x-x")).status_code == 200  # counts for nobody
    form = client.get(letter).headers["Location"]
    tries = [client.post(form, {"new_password1": "x"}).status_code for _ in range(12)]
    assert tries == [200] * 10 + [429] * 2
