"""What stands on a page in rows: its secretary saves it again, and sees it before it is public."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from boards.models import Attendance, BoardPage, Member, MinutesPage
from portal.users.models import User
from tests.canaries.forms import forms_of


@pytest.fixture
def pat(carers_board: BoardPage) -> Member:
    Member.objects.filter(board=carers_board).delete()
    return Member.objects.create(board=carers_board, name="Pat Fern")


def sent_by_the_editor(client: Client, page: Any, she: User) -> tuple[str, dict[str, Any]]:
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    found = forms_of(client.get(address).content, address, she=she)
    return address, next(form.sent for form in found if "members-TOTAL_FORMS" in form.sent)


def test_a_board_is_saved_with_its_own_members_and_with_no_other_boards(
    client: Client, co_chair: User, carers_board: BoardPage, autism_board: BoardPage, pat: Member
) -> None:
    theirs = Member.objects.create(board=autism_board, name="Kit Moss")
    client.force_login(co_chair)
    address, sent = sent_by_the_editor(client, carers_board, co_chair)
    named = sent | {"members-0-name": "Pat Reed", "action-publish": "1"}
    assert client.post(address, named | {"members-0-id": theirs.pk}).status_code in (400, 404)
    assert client.post(address, named).status_code == 302
    assert Member.objects.get(pk=pat.pk).name == "Pat Reed"
    theirs.refresh_from_db()
    assert (theirs.name, theirs.board) == ("Kit Moss", autism_board)


def test_a_draft_of_minutes_shows_who_was_there_in_the_order_of_the_rows(
    client: Client, co_chair: User, minutes: MinutesPage
) -> None:
    minutes.attendance = [
        Attendance(name="Came last", sort_order=None),
        Attendance(name="Came second", sort_order=2),
        Attendance(name="Came first", sort_order=1),
    ]
    minutes.save_revision()
    client.force_login(co_chair)
    answer = client.get(reverse("wagtailadmin_pages:view_draft", args=[minutes.pk]))
    assert answer.status_code == 200
    words = answer.content.decode()
    order = [words.index(name) for name in ("Came first", "Came second", "Came last")]
    assert order == sorted(order)
