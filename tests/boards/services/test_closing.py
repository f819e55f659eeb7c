"""Boards end, alone or in another board: their papers and addresses stay."""

from datetime import date, datetime, timedelta

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone
from wagtail.models import Collection

from boards import selectors, services
from boards.models import BoardPage, BoardsIndexPage, MeetingPage, MinutesPage, Paper
from charter.signing.selectors import boards_of_the_charter
from tests.borough import make_agenda, make_board, make_meeting
from tests.services.kept import kept

WHY = "Its work is done."


@pytest.fixture
def yesterday(now: datetime) -> date:
    return timezone.localdate(now) - timedelta(days=1)


@kept
def group(boards_index: BoardsIndexPage, carers_board: BoardPage) -> BoardPage:
    """A task and finish group of the carers board whose time is over in a week."""
    return make_board(
        boards_index,
        "Falls Group",
        "falls",
        kind="task_and_finish",
        question="How can fewer people fall?",
        ends_on=date(2026, 4, 23),
        reports_to=carers_board,
    )


@pytest.fixture
def report(group: BoardPage) -> Paper:
    file = ContentFile(b"%PDF-1.4 Fewer falls", name="fewer-falls.pdf")
    return Paper.objects.create(title="Fewer falls", file=file, collection=group.collection)


def close(
    board: BoardPage, on: date, now: datetime, *, words: str = WHY, report: Paper | None = None
) -> BoardPage:
    return services.close_board(
        board=board, on=on, reason=words, report=report, closed_by=None, now=now
    )


def merge(board: BoardPage, into: BoardPage, on: date, now: datetime) -> None:
    services.merge_boards(boards=[board], into=into, on=on, reason=WHY, merged_by=None, now=now)


def test_a_closed_board_keeps_its_addresses_and_leaves_the_lists(
    client: Client, carers_board: BoardPage, minutes: MinutesPage, yesterday: date, now: datetime
) -> None:
    action = minutes.actions.first()
    assert action
    addresses = [
        carers_board.url,
        minutes.url,
        minutes.get_parent().url,
        action.get_absolute_url(),
        "/past-meetings/carers/",
        "/charter/boards/carers/",
    ]
    close(carers_board, yesterday, now)
    assert [client.get(address).status_code for address in addresses] == [200] * 6
    page = client.get(carers_board.url).content.decode()
    assert "This board ended on Wednesday 15 April 2026" in page
    assert f"Why: {WHY}" in page
    assert "Next meeting" not in page
    assert selectors.board_cards(now=now) == []
    assert [one.board for one in selectors.board_lists(now=now).ended] == [carers_board]
    assert boards_of_the_charter() == []
    for address in ("/", "/boards/"):
        assert "Boards that ended (1)" in client.get(address).content.decode()


def test_a_merged_board_names_the_one_that_goes_on_and_that_one_names_it(
    client: Client, carers_board: BoardPage, autism_board: BoardPage, yesterday: date, now: datetime
) -> None:
    carers_board.topics.add("respite")
    carers_board.save()
    merge(carers_board, autism_board, yesterday, now)
    old = client.get(carers_board.url).content.decode()
    assert f'Its work goes on in <a href="{autism_board.url}">' in old
    new = client.get(autism_board.url).content.decode()
    assert "This board goes on with the work of:" in new
    assert f'<a href="{carers_board.url}">Carers Partnership Board</a>' in new
    autism_board.refresh_from_db()
    assert [topic.name for topic in autism_board.topics.all()] == ["respite"]


def test_a_line_of_several_steps_is_shown_both_ways(
    boards_index: BoardsIndexPage,
    carers_board: BoardPage,
    autism_board: BoardPage,
    yesterday: date,
    now: datetime,
) -> None:
    last = make_board(boards_index, "Board for All", "all")
    merge(carers_board, autism_board, yesterday, now)
    merge(autism_board, last, yesterday, now)
    carers_board.refresh_from_db()
    assert selectors.kin_of(carers_board).goes_on_in == [autism_board, last]
    assert set(selectors.kin_of(last).goes_on_from) == {autism_board, carers_board}


def test_what_is_not_finished_is_carried_over_into_the_agendas_of_the_board_that_goes_on(
    carers_board: BoardPage,
    autism_board: BoardPage,
    minutes: MinutesPage,
    yesterday: date,
    now: datetime,
) -> None:
    agenda = make_agenda(make_meeting(autism_board, now + timedelta(days=9)))
    before = selectors.agenda_view(agenda, now=now).carried_over
    merge(carers_board, autism_board, yesterday, now)
    after = selectors.agenda_view(agenda, now=now).carried_over
    assert (len(before), len(after)) == (0, 2)
    assert {row.action.board_id for row in after} == {carers_board.pk}


def test_topics_reach_a_draft_of_the_board_that_goes_on_and_its_draft_words_stay_drafts(
    carers_board: BoardPage, autism_board: BoardPage, yesterday: date, now: datetime
) -> None:
    carers_board.topics.add("respite")
    carers_board.save()
    autism_board.purpose = "New words."
    autism_board.save_revision()
    merge(carers_board, BoardPage.objects.get(pk=autism_board.pk), yesterday, now)
    public = BoardPage.objects.get(pk=autism_board.pk)
    assert public.purpose == "People plan together."
    assert [topic.name for topic in public.topics.all()] == ["respite"]
    draft = public.get_latest_revision_as_object()
    assert draft.purpose == "New words."
    assert [topic.name for topic in draft.topics.all()] == ["respite"]


def test_publishing_an_older_draft_does_not_open_a_board_again(
    carers_board: BoardPage, yesterday: date, now: datetime
) -> None:
    carers_board.purpose = "New words."
    draft = carers_board.save_revision()
    close(carers_board, yesterday, now)
    draft.publish()
    carers_board.refresh_from_db()
    assert (carers_board.purpose, carers_board.closed_on) == ("New words.", yesterday)


def test_a_meeting_to_come_is_in_the_way_until_it_is_cancelled(
    carers_board: BoardPage, coming_meeting: MeetingPage, yesterday: date, now: datetime
) -> None:
    with pytest.raises(services.CannotClose, match="16 May 2026"):
        close(carers_board, yesterday, now)
    MeetingPage.objects.filter(pk=coming_meeting.pk).update(
        status="cancelled", status_reason="The board ends."
    )
    assert close(carers_board, yesterday, now).has_ended


def test_a_board_cannot_have_ended_before_it_last_met_nor_in_the_future(
    carers_board: BoardPage, held_meeting: MeetingPage, now: datetime
) -> None:
    held = timezone.localdate(held_meeting.starts_at)
    with pytest.raises(services.CannotClose, match="last met on 17 March 2026"):
        close(carers_board, held - timedelta(days=1), now)
    with pytest.raises(services.CannotClose, match="still to come"):
        close(carers_board, timezone.localdate(now) + timedelta(days=1), now)
    assert close(carers_board, held, now).closed_on == held


def test_a_board_says_why_it_ends_and_ends_once(
    carers_board: BoardPage, yesterday: date, now: datetime
) -> None:
    with pytest.raises(services.CannotClose, match="Say why"):
        close(carers_board, yesterday, now, words="  ")
    close(carers_board, yesterday, now)
    with pytest.raises(services.CannotClose, match="ended already"):
        close(carers_board, yesterday, now)


def test_a_board_goes_on_neither_in_itself_nor_in_one_that_ended_nor_in_a_draft(
    carers_board: BoardPage, autism_board: BoardPage, yesterday: date, now: datetime
) -> None:
    with pytest.raises(services.CannotClose, match="in itself"):
        merge(carers_board, carers_board, yesterday, now)
    BoardPage.objects.filter(pk=autism_board.pk).update(live=False)
    with pytest.raises(services.CannotClose, match="not public"):
        merge(carers_board, autism_board, yesterday, now)
    BoardPage.objects.filter(pk=autism_board.pk).update(live=True)
    close(autism_board, yesterday, now)
    with pytest.raises(services.CannotClose, match="ended as well"):
        merge(carers_board, autism_board, yesterday, now)
    carers_board.refresh_from_db()
    assert not carers_board.has_ended


def test_a_task_and_finish_group_ends_with_a_report_that_everyone_can_read(
    client: Client, group: BoardPage, report: Paper, yesterday: date, now: datetime
) -> None:
    with pytest.raises(services.CannotClose, match="Choose the report"):
        close(group, yesterday, now)
    report.is_restricted, report.restricted_because = True, "It names people."
    report.look_again_on = yesterday
    report.save()
    with pytest.raises(services.CannotClose, match="not for everyone"):
        close(group, yesterday, now, report=report)
    report.is_restricted, report.collection = False, Collection.get_first_root_node()
    report.save()
    with pytest.raises(services.CannotClose, match="not one of this board's papers"):
        close(group, yesterday, now, report=report)
    report.collection = group.collection
    report.save()
    assert client.get(report.url).status_code == 404
    close(group, yesterday, now, report=report)
    assert "Fewer falls" in client.get(group.url).content.decode()
    assert client.get(report.url).status_code == 200


def test_all_boards_of_a_merger_end_or_none(
    carers_board: BoardPage,
    autism_board: BoardPage,
    group: BoardPage,
    yesterday: date,
    now: datetime,
) -> None:
    with pytest.raises(services.CannotClose):
        services.merge_boards(
            boards=[carers_board, group],
            into=autism_board,
            on=yesterday,
            reason=WHY,
            merged_by=None,
            now=now,
        )
    assert not BoardPage.objects.exclude(closed_on=None).exists()


def test_a_board_that_was_closed_by_mistake_goes_on(
    client: Client, carers_board: BoardPage, autism_board: BoardPage, yesterday: date, now: datetime
) -> None:
    merge(carers_board, autism_board, yesterday, now)
    services.reopen_board(board=carers_board, reopened_by=None)
    carers_board.refresh_from_db()
    assert (carers_board.closed_on, carers_board.successor) == (None, None)
    assert carers_board in [card.board for card in selectors.board_cards(now=now)]
    assert "goes on with the work" not in client.get(autism_board.url).content.decode()
    with pytest.raises(services.CannotReopen):
        services.reopen_board(board=carers_board, reopened_by=None)
