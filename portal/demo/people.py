"""People of the demonstration: who came when, terms that end, empty seats, visits."""

import tomllib
from datetime import date, timedelta

from boards.enums import BoardKind, Chosen, Presence, Role
from boards.models import BY_PLACE, Attendance, Member, Visit
from boards.services.visits import tell_visit
from portal.demo.building import BuiltBoard
from portal.demo.content import FOLDER


def dress_people(built: list[BuiltBoard], *, today: date) -> None:
    """What makes the people's pages worth reading; dates are counted from today. Before minutes
    are recorded: attendance belongs to them."""
    boards = {board.text.slug: board for board in built}
    _let_terms_end(today)
    _let_everyone_reach(boards)
    _let_seats_follow(boards)
    Member.objects.create(
        board=boards["learning-disability"].page,
        name="Rufus Penhallow",
        role=Role.FACILITATOR,
        job="Open Door Brackenford",
        speaks_for="",
        chosen=Chosen.INVITED,
        is_citizen=False,
        since=today - timedelta(days=400),
        sort_order=20,
    )
    _vary_attendance(boards)
    tell_visits(boards, today=today)


def _let_terms_end(today: date) -> None:
    """One board is without its citizen co-chair; other terms end soon, or ended unnoticed."""
    ends = {
        "Bernadette Okoriel": -18,
        "Desmond Achike": 64,
        "Carol Winterbeck": 140,
        "Noreen Fazackerby": -12,
        "Lesley Duckmanton": 80,
        "Maurice Tindle": 33,
    }
    for name, days in ends.items():
        of_boards = Member.objects.filter(name=name).exclude(board__kind=BoardKind.SENATE)
        of_boards.update(until=today + timedelta(days=days))


def _let_everyone_reach(boards: dict[str, BuiltBoard]) -> None:
    """Some have ticked that everyone may see how to reach them; one board has a liaison officer
    beside its co-chairs."""
    board = boards["learning-disability"].page
    secretary = Member.objects.filter(board=board, role=Role.SECRETARY)
    secretary.update(show_email=True, phone="01632 960118", show_phone=True)
    Member.objects.filter(board=board, name="Imran Sattaur").update(show_email=True)
    liaison = Member.objects.filter(board=boards["disability"].page, is_citizen=False)
    liaison.filter(role=Role.MEMBER, name="Paul Ostrander").update(is_liaison=True, show_email=True)


def _let_seats_follow(boards: dict[str, BuiltBoard]) -> None:
    """In the senate only its own chairs and secretary are entered by hand."""
    of_senate = Member.objects.filter(board=boards["senate"].page)
    of_senate.filter(role=Role.MEMBER).delete()


def _vary_attendance(boards: dict[str, BuiltBoard]) -> None:
    """More and more citizens come, some people stay away, one for three meetings running."""
    away = []
    for board in boards.values():
        held = [one for one in board.meetings if one.minutes]
        for place, one in enumerate(held):
            rows = Attendance.objects.filter(minutes=one.minutes).order_by(BY_PLACE, "pk")
            back = len(held) - place  # 1 is the latest
            away += [row.pk for order, row in enumerate(rows) if _was_away(row, order, back)]
    Attendance.objects.filter(pk__in=away).update(presence=Presence.APOLOGIES)


def _was_away(row: Attendance, order: int, back: int) -> bool:
    if order < 2:
        return False
    if order == 5:
        return back <= 3
    return row.is_citizen and back > 3 and (order + back) % 3 == 0


def tell_visits(boards: dict[str, BuiltBoard], *, today: date) -> list[Visit]:
    """Visits between boards as their members told of them."""
    text = tomllib.loads((FOLDER / "visits.toml").read_text())
    return [
        tell_visit(
            visitor=boards[one["from"]].page,
            visited=boards[one["to"]].page,
            visited_on=today - timedelta(days=one["days_ago"]),
            words=one["words"],
            told_by=None,
            today=today,
        )
        for one in text["visits"]
    ]
