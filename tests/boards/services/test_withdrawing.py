"""Published minutes are withdrawn with a reason; a correction says why before it is public."""

from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse

from boards.models import ActionPoint, MeetingPage, MinutesPage, MinutesRecord
from boards.selectors import public_actions
from boards.selectors.trail import trail_report
from boards.services import (
    MinutesNotPublic,
    TrailNeedsReason,
    publish_with_reason,
    withdraw_minutes,
)
from portal.users.models import User
from tests.borough import make_easy_read, make_minutes, restrict


def withdraw(minutes: MinutesPage, now: datetime, reason: str = "They named a person.") -> None:
    withdraw_minutes(minutes=minutes, reason=reason, withdrawn_by=None, now=now)


def kinds() -> list[str]:
    return list(MinutesRecord.objects.order_by("sequence").values_list("kind", flat=True))


@pytest.fixture
def superuser(db: None) -> User:
    return User.objects.create_superuser("super", password="a long enough password")


def test_withdrawn_minutes_say_so_at_their_address_and_on_the_meetings_page(
    client: Client, minutes: MinutesPage, held_meeting: MeetingPage, now: datetime
) -> None:
    easy_read = make_easy_read(minutes)
    address = minutes.url
    assert client.get(easy_read.url).status_code == 200
    withdraw(minutes, now)
    answer = client.get(address)
    text = answer.content.decode()
    assert answer.status_code == 410
    assert "withdrawn on Thursday 16 April 2026" in text
    assert "They named a person." in text
    assert "Write to the bus company" not in text
    assert client.get(easy_read.url).status_code == 404
    assert ActionPoint.objects.exists()
    assert not public_actions().exists()
    text = client.get(held_meeting.url).content.decode()
    assert "The minutes were withdrawn on Thursday 16 April 2026" in text
    assert trail_report().problems == []


def test_an_action_of_withdrawn_minutes_says_only_that_they_were_withdrawn_and_why(
    client: Client, minutes: MinutesPage, held_meeting: MeetingPage, now: datetime
) -> None:
    action = minutes.actions.get(text="Write to the bus company")
    address = action.get_absolute_url()
    assert client.get(address).status_code == 200
    withdraw(minutes, now)
    answer = client.get(address)
    text = answer.content.decode()
    assert answer.status_code == 410
    assert "Tuesday 17 March 2026 were withdrawn on Thursday 16 April 2026" in text
    assert "They named a person." in text
    assert "bus company" not in text
    restrict(held_meeting)
    assert client.get(address).status_code == 404


def test_minutes_that_were_never_public_have_no_notice(
    client: Client, held_meeting: MeetingPage
) -> None:
    draft = make_minutes(held_meeting, publish=False)
    assert client.get(draft.url).status_code == 404


def test_a_restricted_notice_is_not_shown_to_strangers(
    client: Client, minutes: MinutesPage, held_meeting: MeetingPage, now: datetime
) -> None:
    withdraw(minutes, now)
    restrict(held_meeting)
    answer = client.get(minutes.url)
    assert "They named" not in answer.content.decode()
    assert answer.status_code != 410


def test_withdrawing_needs_a_reason_and_something_public(
    minutes: MinutesPage, now: datetime
) -> None:
    with pytest.raises(TrailNeedsReason):
        withdraw(minutes, now, reason="  ")
    assert MinutesPage.objects.get().live
    withdraw(minutes, now)
    with pytest.raises(MinutesNotPublic):
        withdraw(minutes, now)
    assert kinds() == ["published", "withdrawn"]


def test_publishing_again_ends_the_withdrawal_with_a_reason(
    client: Client, minutes: MinutesPage, co_chair: User, now: datetime
) -> None:
    withdraw(minutes, now)
    page = MinutesPage.objects.get()
    with pytest.raises(TrailNeedsReason):
        publish_with_reason(minutes=page, reason="", published_by=co_chair, now=now)
    publish_with_reason(minutes=page, reason="The name is out.", published_by=co_chair, now=now)
    page = MinutesPage.objects.get()
    assert (page.live, page.withdrawn_on, page.withdrawn_because) == (True, None, "")
    assert client.get(page.url).status_code == 200
    number = {n: reverse("boards:minutes_version", args=[page.pk, n]) for n in (1, 2, 3)}
    assert [client.get(number[n]).status_code for n in (1, 2, 3)] == [404, 404, 200]
    assert number[1] not in client.get(page.url).content.decode()
    assert kinds() == ["published", "withdrawn", "corrected"]
    assert trail_report().problems == []


def test_a_draft_saved_while_withdrawn_does_not_end_the_notice(
    client: Client, minutes: MinutesPage, co_chair: User, now: datetime
) -> None:
    withdraw(minutes, now)
    draft = minutes.get_latest_revision_as_object()
    draft.title = "Without the name"
    draft.save()  # as the editor does with a page that is not public
    draft.save_revision(user=co_chair)
    assert client.get(minutes.url).status_code == 410
    assert trail_report().problems == []


def test_unpublishing_leads_to_the_screen_that_asks_why(
    client: Client, minutes: MinutesPage, co_chair: User
) -> None:
    client.force_login(co_chair)
    answer = client.post(reverse("wagtailadmin_pages:unpublish", args=[minutes.pk]))
    screen = reverse("boards_admin:withdraw_minutes", args=[minutes.pk])
    assert answer.headers["Location"] == screen
    assert "Withdraw the minutes" in client.get(screen).content.decode()
    for empty in ("", "   ", "\0"):
        text = client.post(screen, {"reason": empty}).content.decode()
        assert "What you wrote is still there" in text
    assert MinutesPage.objects.get().live
    client.post(screen, {"reason": "They named a person."})
    record = MinutesRecord.objects.get(kind="withdrawn")
    assert (record.by, record.reason) == ("co_chair", "They named a person.")
    assert client.get(screen).status_code == 302


def test_minutes_are_not_taken_down_in_bulk_nor_with_what_stands_above(
    client: Client, superuser: User, minutes: MinutesPage, held_meeting: MeetingPage
) -> None:
    client.force_login(superuser)
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])
    alone = client.post(f"{bulk}?next=/admin/&id={minutes.pk}")
    assert alone.headers["Location"].endswith(f"/minutes/{minutes.pk}/withdraw/")
    board = held_meeting.get_parent()
    client.post(f"{bulk}?next=/admin/&id={minutes.pk}&id={held_meeting.pk}")
    client.post(f"{bulk}?next=/admin/&id={board.pk}", {"include_descendants": "on"})
    single = reverse("wagtailadmin_pages:unpublish", args=[held_meeting.pk])
    text = client.post(single, {"include_descendants": "on"}, follow=True).content.decode()
    assert "if it is not public, they are not either" in text
    client.post(single)
    assert MinutesPage.objects.get().live
    assert MeetingPage.objects.get().live
    assert kinds() == ["published"]


def test_strangers_to_a_board_neither_withdraw_nor_correct(
    client: Client, minutes: MinutesPage, other_co_chair: User, officer: User
) -> None:
    minutes.title = "Changed"
    minutes.save_revision()
    for user in (other_co_chair, officer):
        client.force_login(user)
        for name in ("withdraw_minutes", "correct_minutes"):
            address = reverse(f"boards_admin:{name}", args=[minutes.pk])
            assert client.get(address).status_code == 404
            assert client.post(address, {"reason": "Because"}).status_code == 404
    assert kinds() == ["published"]


def test_earlier_versions_can_be_read_as_long_as_the_minutes_are_public(
    client: Client, minutes: MinutesPage, co_chair: User, now: datetime
) -> None:
    before = minutes.url
    minutes.items[0].value["title"] = "Trains in the evening"
    minutes.save_revision()
    reason = "It was about trains."
    publish_with_reason(minutes=minutes, reason=reason, published_by=co_chair, now=now)
    text = client.get(before).content.decode()
    assert "Version 2, corrected on 16 April 2026" in text
    assert reason in text
    first = reverse("boards:minutes_version", args=[minutes.pk, 1])
    assert first in text
    text = client.get(first).content.decode()
    assert "This is an earlier version" in text
    assert "Buses in the evening" in text
    assert "Write to the bus company" in text
    assert "Trains in the evening" not in text
    assert client.get(reverse("boards:minutes_version", args=[minutes.pk, 9])).status_code == 404
    withdraw(MinutesPage.objects.get(), now)
    assert client.get(first).status_code == 404


def test_earlier_versions_of_restricted_minutes_are_not_shown(
    client: Client, minutes: MinutesPage, held_meeting: MeetingPage
) -> None:
    address = reverse("boards:minutes_version", args=[minutes.pk, 1])
    assert client.get(address).status_code == 200
    restrict(held_meeting)
    assert client.get(address).status_code == 404
