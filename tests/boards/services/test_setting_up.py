"""A new board gets its group of editors and its collection, and keeps them."""

from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission

from boards.models import BoardPage, BoardsIndexPage
from boards.permissions import can_look_after
from boards.services import prepare_board
from portal.users.models import User


def test_preparing_a_board_twice_does_no_harm(carers_board: BoardPage) -> None:
    counts = [
        Group.objects.count(),
        Collection.objects.count(),
        GroupPagePermission.objects.count(),
        GroupCollectionPermission.objects.count(),
    ]
    assert prepare_board(board=carers_board) == carers_board.editors
    assert counts == [
        Group.objects.count(),
        Collection.objects.count(),
        GroupPagePermission.objects.count(),
        GroupCollectionPermission.objects.count(),
    ]


def test_a_board_that_takes_another_name_keeps_its_editors_and_its_papers(
    carers_board: BoardPage, autism_board: BoardPage, co_chair: User
) -> None:
    collections = Collection.objects.count()
    carers_board.title = "Carers and Families Partnership Board"
    carers_board.save_revision().publish()
    carers_board.refresh_from_db()
    assert carers_board.editors is not None
    assert co_chair in carers_board.editors.user_set.all()
    assert carers_board.title in carers_board.editors.name
    assert can_look_after(User.objects.get(pk=co_chair.pk), carers_board)
    assert not can_look_after(co_chair, autism_board)
    assert Collection.objects.count() == collections
    assert Collection.objects.filter(name__startswith="Carers and Families").exists()


def test_publishing_an_old_version_of_a_board_does_not_lose_its_editors(
    carers_board: BoardPage, co_chair: User
) -> None:
    old = carers_board.save_revision()
    old.content |= {"editors": None, "collection": None}
    old.publish()
    carers_board.refresh_from_db()
    assert carers_board.collection is not None
    assert carers_board.editors is not None
    assert co_chair in carers_board.editors.user_set.all()


def test_a_board_made_in_the_admin_is_ready_at_once(
    client: Client, boards_index: BoardsIndexPage
) -> None:
    client.force_login(User.objects.create_superuser("super", password="a long enough password"))
    data = {
        "title": "Deaf People's Board",
        "slug": "deaf-people",
        "kind": "partnership_board",
        "purpose": "People plan together.",
        "topics": "",
        "notice_days": "5",
        "draft_minutes_days": "10",
        "approved_minutes_days": "5",
        "action_days": "120",
        "members-TOTAL_FORMS": "0",
        "members-INITIAL_FORMS": "0",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
    }
    address = reverse("wagtailadmin_pages:add", args=["boards", "boardpage", boards_index.pk])
    assert client.post(address, data).status_code == 302
    board = BoardPage.objects.get()
    assert board.editors is not None
    assert Collection.objects.filter(name=f"Deaf People's Board ({board.pk})").exists()
