"""The way out of a list, and the archive on the web."""

import uuid
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from portal.digests.enums import EditionState, SubscriberState
from portal.digests.models import DigestList, Edition, Subscriber
from portal.digests.services import freeze_edition


def way_out(subscriber: Subscriber) -> str:
    return reverse("digests:leave", args=[subscriber.token])


def test_looking_at_the_way_out_takes_nobody_off_the_list(
    client: Client, subscriber: Subscriber
) -> None:
    for _ in range(2):
        assert client.get(way_out(subscriber)).status_code == 200
        assert client.head(way_out(subscriber)).status_code == 200
    subscriber.refresh_from_db()
    assert subscriber.state == SubscriberState.CONFIRMED


@pytest.mark.parametrize("data", [{}, {"List-Unsubscribe": "One-Click"}])
def test_one_click_leaves_without_cookies_and_again_does_no_harm(
    subscriber: Subscriber, data: dict[str, str]
) -> None:
    mail_program = Client(enforce_csrf_checks=True)
    for _ in range(2):
        answer = mail_program.post(way_out(subscriber), data)
        assert answer.status_code == 200
        assert not answer.cookies
        subscriber.refresh_from_db()
        assert subscriber.state == SubscriberState.LEFT


def test_the_way_out_of_one_reader_leaves_the_others_alone(
    client: Client, subscriber: Subscriber, senate: DigestList
) -> None:
    other = Subscriber.objects.create(list=senate, email="other@example.org")
    client.post(way_out(subscriber))
    other.refresh_from_db()
    assert other.state == SubscriberState.CONFIRMED


def test_the_way_out_shows_no_address(client: Client, subscriber: Subscriber) -> None:
    assert "reader@example.org" not in client.get(way_out(subscriber)).content.decode()


def test_a_way_out_that_nobody_has_is_not_found(client: Client, senate: DigestList) -> None:
    address = reverse("digests:leave", args=[uuid.uuid4()])
    assert client.get(address).status_code == 404
    assert client.post(address).status_code == 404
    assert client.post("/digests/leave/not-a-token/").status_code == 404


def test_the_archive_shows_what_was_sent_the_newest_first(
    client: Client, edition: Edition, senate: DigestList, now: datetime
) -> None:
    older = Edition.objects.get()
    older.pk, older.state = None, EditionState.DONE
    older.period_start, older.period_end = (now - timedelta(days=days) for days in (40, 10))
    older.save()
    answer = client.get("/digests/")
    assert list(answer.context["editions"]) == [edition, older]
    page = client.get(edition.get_absolute_url()).content.decode()
    assert "Ask for a later bus." in page
    assert "Carers Partnership Board" in page


def test_the_archive_names_no_reader(client: Client, edition: Edition) -> None:
    for address in ("/digests/", edition.get_absolute_url()):
        page = client.get(address).content.decode()
        assert "mo.carers@example.org" not in page
        for subscriber in Subscriber.objects.all():
            assert str(subscriber.token) not in page


def test_an_edition_with_nothing_to_say_is_not_shown(
    client: Client, senate: DigestList, start: datetime, end: datetime, now: datetime
) -> None:
    empty = freeze_edition(digest_list=senate, start=start, end=end, now=now)
    assert empty.state == EditionState.EMPTY
    assert not client.get("/digests/").context["editions"].object_list
    assert client.get(empty.get_absolute_url()).status_code == 404


def test_an_edition_is_found_under_its_own_list_only(client: Client, edition: Edition) -> None:
    assert client.get(reverse("digests:edition", args=["other", edition.pk])).status_code == 404
    assert client.get(f"/digests/senate/{10**30}/").status_code == 404
    assert client.get("/digests/?page=99999").status_code == 200
