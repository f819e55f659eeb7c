"""Where the admin goes next is an address, not the name of a screen."""

import pytest
from django.test import Client
from django.urls import reverse

from boards.models import BoardPage
from portal.users.models import User
from tests.papers import make_paper


@pytest.mark.parametrize(("there", "status"), [("48", 400), ("/admin/", 302), ("", 302)])
def test_a_word_that_is_no_address_is_refused(
    client: Client, co_chair: User, carers_board: BoardPage, there: str, status: int
) -> None:
    paper = make_paper(carers_board, "Our figures", "ours.txt", b"Words")
    client.force_login(co_chair)
    delete = reverse("wagtaildocs:delete", args=[paper.pk])
    assert client.post(delete, {"next": there}).status_code == status
