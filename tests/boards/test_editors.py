"""A co-chair edits, publishes and uploads for their own board, and for no other."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.models import Collection, GroupPagePermission, Page
from wagtail.permissions import policy_registry

from boards.models import BoardPage, BoardsIndexPage, MeetingPage, MinutesPage, Paper
from boards.permissions import boards_looked_after_by, boards_read_by, can_look_after
from boards.services import prepare_board
from portal.users.models import User
from tests.borough import make_agenda, make_meeting


def edit(page: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def add_minutes(page: Page) -> str:
    return reverse("wagtailadmin_pages:add", args=["boards", "minutespage", page.pk])


@pytest.fixture
def collection_of(db: None) -> Callable[[BoardPage], Collection]:
    def find(board: BoardPage) -> Collection:
        return Collection.objects.get(name=f"{board.title} ({board.pk})")

    return find


def test_a_co_chair_may_edit_and_publish_their_own_boards_pages_only(
    co_chair: User, other_co_chair: User, minutes: MinutesPage, carers_board: BoardPage
) -> None:
    for page in (carers_board, minutes.get_parent(), minutes):
        own, other = page.permissions_for_user(co_chair), page.permissions_for_user(other_co_chair)
        assert own.can_edit()
        assert own.can_publish()
        assert not other.can_edit()
        assert not other.can_publish()
        assert not other.can_delete()
        assert not other.can_unpublish()
        assert not other.can_move()
    assert carers_board.permissions_for_user(co_chair).can_add_subpage()
    assert not carers_board.permissions_for_user(other_co_chair).can_add_subpage()


def test_a_co_chair_makes_no_boards(co_chair: User, boards_index: BoardsIndexPage) -> None:
    tester = boards_index.permissions_for_user(co_chair)
    assert not tester.can_add_subpage()
    assert not tester.can_edit()


def test_a_co_chair_cannot_move_pages_to_another_board(
    co_chair: User, held_meeting: MeetingPage, autism_board: BoardPage, carers_board: BoardPage
) -> None:
    tester = held_meeting.permissions_for_user(co_chair)
    assert not tester.can_move_to(autism_board)
    prepare_board(board=autism_board).user_set.add(co_chair)
    co_chair = User.objects.get(pk=co_chair.pk)
    assert held_meeting.permissions_for_user(co_chair).can_move_to(autism_board)


def test_which_boards_one_looks_after(
    co_chair: User,
    other_co_chair: User,
    officer: User,
    member: User,
    carers_board: BoardPage,
    autism_board: BoardPage,
) -> None:
    assert list(boards_looked_after_by(co_chair)) == [carers_board]
    assert list(boards_looked_after_by(other_co_chair)) == [autism_board]
    assert list(boards_looked_after_by(officer)) == []
    assert list(boards_looked_after_by(member)) == []
    assert can_look_after(co_chair, carers_board)
    assert not can_look_after(co_chair, autism_board)
    co_chair.is_active = False
    assert not can_look_after(co_chair, carers_board)


def test_who_may_only_add_pages_looks_after_no_board(member: User, carers_board: BoardPage) -> None:
    adders = Group.objects.create(name="May add, not change")
    add = Permission.objects.get(codename="add_page", content_type__app_label="wagtailcore")
    GroupPagePermission.objects.create(group=adders, page=carers_board, permission=add)
    member.groups.add(adders)
    assert list(boards_looked_after_by(User.objects.get(pk=member.pk))) == []


def test_officers_read_every_board_and_co_chairs_their_own(
    co_chair: User, officer: User, carers_board: BoardPage, autism_board: BoardPage
) -> None:
    assert list(boards_read_by(officer)) == [autism_board, carers_board]
    assert list(boards_read_by(co_chair)) == [carers_board]


def test_the_edit_page_opens_for_the_own_board_only(
    client: Client, co_chair: User, other_co_chair: User, minutes: MinutesPage
) -> None:
    client.force_login(co_chair)
    assert client.get(edit(minutes)).status_code == 200
    client.force_login(other_co_chair)
    assert client.get(edit(minutes)).status_code == 302
    assert client.post(edit(minutes), {"title": "Taken over"}).status_code == 302
    minutes.refresh_from_db()
    assert minutes.title != "Taken over"


def test_minutes_are_added_under_the_own_board_only(
    client: Client, co_chair: User, other_co_chair: User, held_meeting: MeetingPage
) -> None:
    data = {
        "title": "Minutes",
        "slug": "minutes",
        "status": "draft",
        "items-count": "0",
        "attendance-TOTAL_FORMS": "0",
        "attendance-INITIAL_FORMS": "0",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "action-publish": "1",
    }
    client.force_login(other_co_chair)
    assert client.get(add_minutes(held_meeting)).status_code == 302
    assert client.post(add_minutes(held_meeting), data).status_code == 302
    assert not MinutesPage.objects.exists()
    client.force_login(co_chair)
    assert client.get(add_minutes(held_meeting)).status_code == 200
    assert client.post(add_minutes(held_meeting), data).status_code == 302
    assert MinutesPage.objects.get().live


@pytest.mark.parametrize("view", ["unpublish", "delete", "copy"])
def test_the_other_boards_co_chair_can_neither_unpublish_delete_nor_copy(
    client: Client, co_chair: User, other_co_chair: User, held_meeting: MeetingPage, view: str
) -> None:
    agenda = make_agenda(held_meeting)
    address = reverse(f"wagtailadmin_pages:{view}", args=[agenda.pk])
    before = Page.objects.count()
    client.force_login(other_co_chair)
    assert client.get(address).status_code == 302
    client.post(address, {"new_title": "x", "new_slug": "x", "new_parent_page": agenda.pk})
    agenda.refresh_from_db()
    assert agenda.live
    assert Page.objects.count() == before
    # The own co-chair may; what was public is withdrawn or changed, but not deleted or copied.
    Page.objects.filter(pk=agenda.pk).update(first_published_at=None, live=view != "delete")
    client.force_login(co_chair)
    assert client.get(address).status_code == (302 if view == "copy" else 200)


def test_moving_a_meeting_to_another_board_is_refused(
    client: Client, co_chair: User, held_meeting: MeetingPage, autism_board: BoardPage
) -> None:
    client.force_login(co_chair)
    move = reverse("wagtailadmin_pages:move_confirm", args=[held_meeting.pk, autism_board.pk])
    client.post(move)
    assert not MeetingPage.objects.child_of(autism_board).exists()


def test_papers_go_into_the_own_boards_collection_only(
    client: Client,
    co_chair: User,
    carers_board: BoardPage,
    autism_board: BoardPage,
    collection_of: Callable[[BoardPage], Collection],
) -> None:
    def upload(board: BoardPage) -> int:
        file = SimpleUploadedFile("plan.txt", b"The plan")
        data = {"title": "Plan", "file": file, "collection": collection_of(board).pk}
        return client.post(reverse("wagtaildocs:add"), data).status_code

    client.force_login(co_chair)
    upload(autism_board)
    # Somebody with one collection is not asked for it: the paper stays in their own.
    allowed = {collection_of(carers_board).pk}
    assert set(Paper.objects.values_list("collection_id", flat=True)) <= allowed
    assert upload(carers_board) == 302
    assert Paper.objects.filter(collection__in=allowed).exists()
    papers = policy_registry.get_by_type(Paper)
    assert list(papers.collections_user_has_permission_for(co_chair, "add")) == [
        collection_of(carers_board)
    ]


def test_a_paper_of_another_board_cannot_be_changed(
    client: Client,
    co_chair: User,
    other_co_chair: User,
    carers_board: BoardPage,
    collection_of: Callable[[BoardPage], Collection],
) -> None:
    paper = Paper(title="Plan", collection=collection_of(carers_board))
    paper.file.save("plan.txt", SimpleUploadedFile("plan.txt", b"The plan"))
    address = reverse("wagtaildocs:edit", args=[paper.pk])
    client.force_login(co_chair)
    assert client.get(address).status_code == 200
    client.force_login(other_co_chair)
    assert client.get(address).status_code == 302
    client.post(address, {"title": "Taken over"})
    paper.refresh_from_db()
    assert paper.title == "Plan"


def test_an_officer_edits_no_board(
    client: Client, officer: User, carers_board: BoardPage, minutes: MinutesPage
) -> None:
    client.force_login(officer)
    for page in (carers_board, minutes):
        assert not page.permissions_for_user(officer).can_edit()
        assert client.get(edit(page)).status_code == 302


def test_a_member_without_a_duty_is_refused_the_admin(client: Client, member: User) -> None:
    client.force_login(member)
    answer = client.get("/admin/")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/admin/login/?next=/admin/")


def test_a_stranger_is_asked_to_sign_in(client: Client, home: Page) -> None:
    answer = client.get("/admin/my-boards/")
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/admin/login/")


def test_the_meetings_of_two_boards_are_kept_apart_in_the_explorer(
    client: Client, co_chair: User, autism_board: BoardPage, held_meeting: MeetingPage
) -> None:
    theirs = make_meeting(autism_board, held_meeting.starts_at)
    client.force_login(co_chair)
    explorer = reverse("wagtailadmin_explore", args=[held_meeting.get_parent().pk])
    assert held_meeting.title in client.get(explorer).content.decode()
    assert client.get(edit(theirs)).status_code == 302
