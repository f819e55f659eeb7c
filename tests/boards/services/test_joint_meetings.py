"""A joint meeting is one meeting: on every board's page, and once in the list of all."""

from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from boards import selectors, services
from boards.models import BoardPage, BoardsIndexPage, JointInvitation, Letter, MeetingPage
from portal.users.models import User
from tests.borough import make_agenda, make_board, make_meeting, make_minutes, restrict
from tests.services.kept import kept
from tests.shown import without_explained_words


@kept
def joint(carers_board: BoardPage, autism_board: BoardPage, now: datetime) -> MeetingPage:
    """The carers board hosts it, together with the autism board."""
    meeting = make_meeting(carers_board, now + timedelta(days=9))
    return services.share_meeting(meeting=meeting, boards=[autism_board])


def test_it_is_a_meeting_of_each_of_its_boards(
    joint: MeetingPage, carers_board: BoardPage, autism_board: BoardPage, now: datetime
) -> None:
    for board in (carers_board, autism_board):
        assert list(MeetingPage.objects.of_board(board)) == [joint]
    assert list(MeetingPage.objects.hosted_by(autism_board)) == []
    cards = {card.board: card.next_meeting for card in selectors.board_cards(now=now)}
    assert cards == {carers_board: joint, autism_board: joint}


def test_it_is_listed_once_among_the_meetings_of_all_boards_with_all_names(
    client: Client, joint: MeetingPage, carers_board: BoardPage, autism_board: BoardPage
) -> None:
    far = timezone.now() + timedelta(days=9)
    MeetingPage.objects.update(starts_at=far, ends_at=far + timedelta(hours=2))
    assert list(selectors.upcoming_meetings(now=timezone.now())) == [joint]
    page = client.get("/").content.decode()
    assert page.count("A joint meeting, together with Autism Partnership Board") == 1


def test_each_boards_page_and_the_meetings_own_name_all_of_them(
    client: Client, joint: MeetingPage, carers_board: BoardPage, autism_board: BoardPage
) -> None:
    far = timezone.now() + timedelta(days=9)
    MeetingPage.objects.update(starts_at=far, ends_at=far + timedelta(hours=2))
    for board in (carers_board, autism_board):
        page = without_explained_words(client.get(board.url).content.decode())
        words = "A joint meeting of Carers Partnership Board, Autism Partnership Board"
        assert page.count(words) == 1, board
        assert joint.url in page
    page = client.get(joint.url).content.decode()
    assert f'<a href="{autism_board.url}">Autism Partnership Board</a>' in page
    assert "The Carers Partnership Board hosts it" in page


def test_it_stays_among_the_meetings_that_were_of_each(
    client: Client, joint: MeetingPage, autism_board: BoardPage
) -> None:
    past = timezone.now() - timedelta(days=9)
    MeetingPage.objects.update(starts_at=past, ends_at=past + timedelta(hours=2))
    page = client.get("/past-meetings/autism/").content.decode()
    assert joint.url in page
    assert "A joint meeting of" in page


def test_it_reaches_those_who_follow_either_board(
    client: Client, joint: MeetingPage, carers_board: BoardPage, autism_board: BoardPage
) -> None:
    far = timezone.now() + timedelta(days=9)
    MeetingPage.objects.update(starts_at=far, ends_at=far + timedelta(hours=2))
    agenda, minutes = make_agenda(joint), make_minutes(joint)
    for board in (carers_board, autism_board):
        feed = client.get(reverse("boards:board_feed", args=[board.slug])).content.decode()
        assert agenda.title in feed, board
        assert minutes.title in feed, board
        calendar = client.get(reverse("boards:board_calendar", args=[board.slug]))
        lines = calendar.content.decode().replace("\r\n ", "")
        assert "SUMMARY:Carers Partnership Board\\, Autism Partnership Board" in lines, board


def test_what_is_agreed_there_belongs_to_the_host(
    joint: MeetingPage, carers_board: BoardPage
) -> None:
    minutes = make_minutes(joint)
    assert {action.board_id for action in minutes.actions.all()} == {carers_board.pk}


def test_only_the_hosts_people_may_change_it(
    client: Client, joint: MeetingPage, co_chair: User, other_co_chair: User
) -> None:
    edit = reverse("wagtailadmin_pages:edit", args=[joint.pk])
    client.force_login(other_co_chair)
    assert client.get(edit).status_code == 302
    start = reverse("boards_admin:start_minutes", args=[joint.pk])
    assert client.get(start).status_code == 404
    client.force_login(co_chair)
    assert client.get(edit).status_code == 200


def test_a_board_is_not_joint_with_itself_nor_with_one_that_ended(
    joint: MeetingPage, carers_board: BoardPage, autism_board: BoardPage, now: datetime
) -> None:
    with pytest.raises(services.CannotShare, match="with itself"):
        services.share_meeting(meeting=joint, boards=[carers_board])
    autism_board.closed_on = timezone.localdate(now)
    with pytest.raises(services.CannotShare, match="ended on"):
        services.share_meeting(meeting=joint, boards=[autism_board])
    joint = services.share_meeting(meeting=joint, boards=[])
    assert list(MeetingPage.objects.of_board(autism_board)) == []


@pytest.fixture
def asked(carers_board: BoardPage, autism_board: BoardPage, co_chair: User) -> JointInvitation:
    """The carers board's co-chair asks the autism board."""
    now = timezone.now()
    meeting = make_meeting(carers_board, now + timedelta(days=9))
    boards = [autism_board]
    return services.invite_boards(meeting=meeting, boards=boards, invited_by=co_chair, now=now)[0]


def answer(client: Client, invitation: JointInvitation, word: str) -> int:
    address = reverse("boards_admin:answer_invitation", args=[invitation.pk])
    return client.post(address, {"answer": word}).status_code


def test_a_board_that_is_asked_holds_it_once_its_own_people_say_yes(
    client: Client, asked: JointInvitation, co_chair: User, other_co_chair: User
) -> None:
    together = list(MeetingPage.objects.of_board(asked.board))
    letter = Letter.objects.get(key=f"invitation:{asked.pk}:came")
    assert (together, letter.to) == ([], "sy.autism@example.org")
    client.force_login(co_chair)
    assert answer(client, asked, "yes") == 404
    assert list(MeetingPage.objects.of_board(asked.board)) == []
    client.force_login(other_co_chair)
    assert "Say yes or no to a joint meeting" in client.get("/admin/my-boards/").content.decode()
    assert answer(client, asked, "yes") == 302
    assert list(MeetingPage.objects.of_board(asked.board)) == [asked.meeting]
    asked.refresh_from_db()
    assert asked.answered_by == other_co_chair


@pytest.mark.parametrize("sent", [{}, {"answer": ""}, {"answer": "perhaps"}])
def test_what_says_neither_yes_nor_no_is_no_answer(
    client: Client, asked: JointInvitation, other_co_chair: User, sent: dict[str, str]
) -> None:
    client.force_login(other_co_chair)
    address = reverse("boards_admin:answer_invitation", args=[asked.pk])
    page = client.post(address, sent, follow=True).content.decode()
    assert "Choose yes or no. Nothing was answered." in page
    asked.refresh_from_db()
    assert (asked.state, asked.answered_at) == ("waiting", None)
    assert answer(client, asked, "yes") == 302
    assert list(MeetingPage.objects.of_board(asked.board)) == [asked.meeting]


@pytest.mark.parametrize("how", ["declined", "taken back"])
def test_no_stays_no(
    client: Client, asked: JointInvitation, co_chair: User, other_co_chair: User, how: str
) -> None:
    leave = reverse("boards_admin:leave_meeting", args=[asked.meeting_id, asked.board_id])
    client.force_login(other_co_chair)
    assert client.post(leave).status_code == 404, "only the host takes an invitation back"
    client.force_login(other_co_chair if how == "declined" else co_chair)
    assert (
        answer(client, asked, "no") if how == "declined" else client.post(leave).status_code
    ) == 302
    client.force_login(other_co_chair)
    assert answer(client, asked, "yes") == 302
    assert list(MeetingPage.objects.of_board(asked.board)) == []


def test_either_board_can_end_it_and_no_third_one(
    client: Client,
    joint: MeetingPage,
    autism_board: BoardPage,
    member: User,
    other_co_chair: User,
    boards_index: BoardsIndexPage,
) -> None:
    leave = reverse("boards_admin:leave_meeting", args=[joint.pk, autism_board.pk])
    member.groups.add(services.prepare_board(board=make_board(boards_index, "Third", "third")))
    client.force_login(member)
    assert client.post(leave).status_code == 404
    assert list(MeetingPage.objects.of_board(autism_board)) == [joint]
    client.force_login(other_co_chair)
    assert client.post(leave).status_code == 302
    assert list(MeetingPage.objects.of_board(autism_board)) == []


def test_only_public_boards_that_go_on_can_be_asked(
    client: Client, joint: MeetingPage, co_chair: User, boards_index: BoardsIndexPage
) -> None:
    hidden = make_board(boards_index, "Zyzzyva Board", "hidden", live=False)
    ended = make_board(
        boards_index, "Quokka Board", "ended", closed_on=date(2026, 4, 1), closing_words="Done."
    )
    client.force_login(co_chair)
    address = reverse("boards_admin:together", args=[joint.pk])
    page = client.get(address).content.decode()
    assert "Zyzzyva" not in page
    assert "Quokka" not in page
    for board in (hidden, ended):
        answer = client.post(address, {"boards": [board.pk]})
        assert "Zyzzyva" not in answer.content.decode()
    assert not JointInvitation.objects.exists()


def test_the_editor_makes_no_meeting_joint(
    client: Client, held_meeting: MeetingPage, co_chair: User, autism_board: BoardPage
) -> None:
    form_class = MeetingPage.get_edit_handler().get_form_class()
    assert "joint_with" not in form_class.base_fields
    old = held_meeting.save_revision()
    services.share_meeting(meeting=held_meeting, boards=[autism_board])
    old.publish()
    assert list(MeetingPage.objects.of_board(autism_board)) == [held_meeting]


def test_sharing_leaves_the_words_of_a_draft_a_draft(
    carers_board: BoardPage, autism_board: BoardPage, now: datetime
) -> None:
    meeting = make_meeting(carers_board, now + timedelta(days=9))
    meeting.place = "The Library"
    meeting.save_revision()
    meeting = MeetingPage.objects.get(pk=meeting.pk)
    shared = services.share_meeting(meeting=meeting, boards=[autism_board])
    public = MeetingPage.objects.get(pk=shared.pk)
    assert public.place == "Town Hall"
    draft = public.get_latest_revision_as_object()
    assert (draft.place, list(draft.joint_with.all())) == ("The Library", [autism_board])


def test_a_restricted_board_is_not_named_and_a_restricted_host_hides_the_meeting(
    client: Client,
    joint: MeetingPage,
    carers_board: BoardPage,
    autism_board: BoardPage,
    boards_index: BoardsIndexPage,
    now: datetime,
) -> None:
    open_board = make_board(boards_index, "Open Board", "open")
    services.share_meeting(meeting=joint, boards=[autism_board, open_board])
    restrict(autism_board)
    page = client.get(joint.url).content.decode()
    assert "Open Board" in page
    assert "Autism" not in page
    restrict(carers_board)
    assert "Carers" not in client.get(open_board.url).content.decode()
    assert selectors.board_overview(open_board, now=now).coming == []


def test_many_joint_meetings_cost_what_one_costs(
    client: Client, joint: MeetingPage, carers_board: BoardPage, autism_board: BoardPage
) -> None:
    def cost(address: str) -> int:
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        return len(queries)

    now = timezone.now()
    make_and_share(carers_board, autism_board, [now + timedelta(days=20)])
    addresses = ["/", "/boards/", autism_board.url, joint.url]
    of_one = [cost(address) for address in addresses]
    make_and_share(carers_board, autism_board, [now + timedelta(days=n) for n in range(30, 33)])
    assert [cost(address) for address in addresses] == of_one


def make_and_share(host: BoardPage, partner: BoardPage, moments: list[datetime]) -> None:
    for moment in moments:
        services.share_meeting(meeting=make_meeting(host, moment), boards=[partner])
