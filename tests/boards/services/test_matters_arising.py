"""What is open goes from meeting to meeting: into agendas, minutes and the action's history."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from boards.enums import ActionState
from boards.models import AgendaPage, BoardPage, MeetingPage, MinutesPage
from boards.selectors import agenda_view
from boards.selectors.carried import carried_to_do, kept_lines
from boards.services import (
    AgendaIsPublic,
    plan_meeting,
    refresh_matters_arising,
    report_progress,
    start_minutes,
)
from portal.users.models import User
from tests.borough import action_block, make_agenda, make_meeting, publish_again
from tests.services.kept import kept

BUSES, TIMETABLE = "Write to the bus company", "Bring the timetable"


@pytest.fixture
def close(minutes: MinutesPage) -> Callable[[str, datetime], None]:
    def _close(text: str, at: datetime) -> None:
        report_progress(
            action=minutes.actions.get(text=text),
            state=ActionState.DONE,
            note="",
            outcome="It is better.",
            reported_by=None,
            now=at,
        )

    return _close


def plan(board: BoardPage, at: datetime) -> AgendaPage:
    meeting = plan_meeting(
        board=board,
        starts_at=at,
        ends_at=at + timedelta(hours=2),
        place="Town Hall",
        access="",
        how_to_join="",
        planned_by=None,
    )
    return AgendaPage.objects.child_of(meeting).get()


@kept
def draft(minutes: MinutesPage, carers_board: BoardPage, now: datetime) -> AgendaPage:
    """The draft agenda of a meeting in ten days, planned when two actions were open."""
    return plan(carers_board, now + timedelta(days=10))


def items(agenda: AgendaPage) -> list[dict[str, Any]]:
    found = AgendaPage.objects.get(pk=agenda.pk).get_latest_revision_as_object()
    return list(found.items.get_prep_value())


def arising(agenda: AgendaPage) -> str:
    (found,) = [item for item in items(agenda) if item["value"]["title"] == "Matters arising"]
    return str(found["value"]["summary"])


def write(agenda: AgendaPage, summary: str) -> None:
    """As the editor would: other words under “Matters arising”."""
    page = AgendaPage.objects.get(pk=agenda.pk).get_latest_revision_as_object()
    blocks = list(page.items.get_prep_value())
    for block in blocks:
        if block["value"]["title"] == "Matters arising":
            block["value"]["summary"] = summary
    page.items = blocks
    page.save_revision()


def words(html: str) -> list[str]:
    return [text for _, text in kept_lines(html)]


Close = Callable[[str, datetime], None]


def carried(agenda: AgendaPage, now: datetime) -> list[str]:
    return [row.action.text for row in agenda_view(agenda, now=now).carried_over]


@pytest.mark.parametrize(
    ("closed", "expected"),
    [(None, [BUSES]), (-11, []), (-10, [BUSES]), (-9, [BUSES]), (0, [BUSES])],
)
def test_an_agenda_shows_what_was_open_at_its_meeting(
    minutes: MinutesPage,
    carers_board: BoardPage,
    close: Close,
    now: datetime,
    closed: int | None,
    expected: list[str],
) -> None:
    agenda = make_agenda(make_meeting(carers_board, now - timedelta(days=10)))
    publish_again(minutes, minutes.items[0].value["content"].get_prep_value()[2])
    if closed is not None:
        close(BUSES, now + timedelta(days=closed))
    assert carried(agenda, now) == expected


def test_the_states_are_those_of_today_and_the_words_say_so(
    minutes: MinutesPage, carers_board: BoardPage, close: Close, now: datetime
) -> None:
    agenda = make_agenda(make_meeting(carers_board, now - timedelta(days=10)))
    close(BUSES, now)
    page = Client().get(agenda.url).content.decode()
    assert "2 actions were not finished at that time" in page
    assert "It is better." in page


def test_what_was_agreed_at_the_meeting_or_withdrawn_is_not_carried_to_it(
    minutes: MinutesPage, held_meeting: MeetingPage, carers_board: BoardPage, now: datetime
) -> None:
    own = make_agenda(held_meeting)
    later = make_agenda(make_meeting(carers_board, now - timedelta(days=10)))
    assert carried(own, now) == []
    assert carried(later, now) == [BUSES, TIMETABLE]
    publish_again(minutes, action_block("Something else"))
    assert carried(later, now) == ["Something else"]


def test_a_new_agenda_has_the_standing_items_and_lists_what_is_open(draft: AgendaPage) -> None:
    found = [
        (item["value"]["title"], item["value"]["purpose"], item["value"]["minutes"])
        for item in items(draft)
    ]
    assert found == [
        ("Welcome and apologies", "know", 5),
        ("Minutes of the last meeting", "decide", 5),
        ("Matters arising", "discuss", 15),
        ("Any other business", "discuss", 10),
        ("Date of the next meeting", "know", 5),
    ]
    assert words(arising(draft)) == [
        "Write to the bus company – Sy Reed, by 1 April 2026. Open.",
        "Bring the timetable – Mo Vale. Open.",
    ]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("", []),
        ("\n  \n", []),
        ("Tea\n\n  matters   ARISING \r\nSafety", ["Tea", "matters ARISING", "Safety"]),
        ("x" * 300, ["x" * 160]),
    ],
)
def test_a_board_has_standing_items_of_its_own(
    carers_board: BoardPage, now: datetime, lines: str, expected: list[str]
) -> None:
    carers_board.standing_items = lines
    carers_board.save()
    agenda = plan(carers_board, now + timedelta(days=3))
    assert [item["value"]["title"] for item in items(agenda)] == expected
    others = [item["value"] for item in items(agenda) if item["value"]["title"] == "Tea"]
    assert [(item["purpose"], item["minutes"]) for item in others] == [("discuss", 10)] * len(
        others
    )


def test_a_draft_is_brought_up_to_date_and_what_people_wrote_stays(
    draft: AgendaPage, close: Close, now: datetime
) -> None:
    own = arising(draft).replace("</ul>", "<li>Ask <i>Kit</i> &amp; Lee</li></ul>")
    edited = own.replace("<li>", '<li data-block-key="k">').replace("<p>", '<p data-block-key="p">')
    write(draft, f"<p>Please read &lt;this&gt; first.</p>{edited}<p>Thank you.</p>")
    before, versions = items(draft), draft.revisions.count()
    close(BUSES, now)
    assert refresh_matters_arising(agenda=draft, by=None) is True
    assert words(arising(draft)) == ["Bring the timetable – Mo Vale. Open."]
    for written in (
        "<p>Please read &lt;this&gt; first.</p>",
        "Ask <i>Kit</i> &amp; Lee",
        "<p>Thank you.</p>",
    ):
        assert written in arising(draft)
    assert [item for item in items(draft) if item["value"]["title"] != "Matters arising"] == [
        item for item in before if item["value"]["title"] != "Matters arising"
    ]
    assert draft.revisions.count() == versions + 1
    assert refresh_matters_arising(agenda=draft, by=None) is False
    assert draft.revisions.count() == versions + 1


def test_a_list_comes_and_goes_with_what_is_open(
    draft: AgendaPage, close: Close, now: datetime
) -> None:
    write(draft, "<p>Only this.</p>")
    assert refresh_matters_arising(agenda=draft, by=None) is True
    assert arising(draft).startswith("<p>Only this.</p><p><b>Not finished")
    assert len(words(arising(draft))) == 2
    close(BUSES, now)
    close(TIMETABLE, now)
    assert refresh_matters_arising(agenda=draft, by=None) is True
    assert arising(draft) == "<p>Only this.</p>"


def test_words_of_actions_are_never_taken_for_html(
    minutes: MinutesPage, carers_board: BoardPage, now: datetime
) -> None:
    publish_again(minutes, action_block("Ask <b>who</b> & why", owner="<i>Kit</i>"))
    agenda = plan(carers_board, now + timedelta(days=10))
    assert words(arising(agenda)) == ["Ask <b>who</b> & why – <i>Kit</i>. Open."]


def test_very_many_open_actions_end_with_a_link_to_all(
    minutes: MinutesPage, carers_board: BoardPage, now: datetime
) -> None:
    publish_again(minutes, *(action_block(f"Action {n}") for n in range(45)))
    agenda = plan(carers_board, now + timedelta(days=10))
    lines = kept_lines(arising(agenda))
    assert (len(lines), lines[-1]) == (
        41,
        ("/actions/?board=carers&state=unfinished", "There are more"),
    )
    assert carried_to_do([carers_board], now=now) == {}


def test_a_public_agenda_is_left_alone(draft: AgendaPage, close: Close, now: datetime) -> None:
    draft.get_latest_revision().publish()
    draft.refresh_from_db()
    close(BUSES, now)
    with pytest.raises(AgendaIsPublic):
        refresh_matters_arising(agenda=draft, by=None)


def test_my_boards_tells_when_a_draft_is_behind(
    draft: AgendaPage, carers_board: BoardPage, autism_board: BoardPage, close: Close, now: datetime
) -> None:
    plan(autism_board, now + timedelta(days=10))
    boards = [carers_board, autism_board]
    assert carried_to_do(boards, now=now) == {}
    close(BUSES, now)
    assert carried_to_do(boards, now=now - timedelta(days=15)) == {}
    ((board, to_dos),) = carried_to_do(boards, now=now).items()
    assert board == carers_board.pk
    assert [to_do.words for to_do in to_dos] == [
        "Bring the open actions on the agenda for Sunday 26 April 2026 up to date"
    ]
    refresh_matters_arising(agenda=draft, by=None)
    assert carried_to_do(boards, now=now) == {}


def test_one_button_brings_the_draft_up_to_date(
    draft: AgendaPage,
    co_chair: User,
    other_co_chair: User,
    client: Client,
    close: Close,
    now: datetime,
) -> None:
    close(BUSES, now)
    address = f"/admin/my-boards/agendas/{draft.pk}/matters-arising/"
    client.force_login(other_co_chair)
    assert client.post(address).status_code == 404
    client.force_login(co_chair)
    assert "Bring the timetable" in client.get(address).content.decode()
    assert len(words(arising(draft))) == 2
    assert client.post(address).status_code == 302
    assert len(words(arising(draft))) == 1


def test_minutes_begin_with_what_was_open(draft: AgendaPage, close: Close, now: datetime) -> None:
    close(BUSES, now + timedelta(days=11))
    minutes = start_minutes(meeting=draft.get_parent().specific, started_by=None)
    content = {item.value["title"]: item.value["content"] for item in minutes.items}
    (block,) = content["Matters arising"]
    assert words(str(block.value.source)) == [
        "Write to the bus company – Sy Reed, by 1 April 2026. Done.",
        "Bring the timetable – Mo Vale. Open.",
    ]
    assert [len(each) for title, each in content.items() if title != "Matters arising"] == [0] * 4
