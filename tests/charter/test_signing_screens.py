"""The screens of signing: an officer asks, a secretary enters, a co-chair signs, everyone sees."""

import re
from datetime import datetime, timedelta
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from boards.enums import Role
from boards.models import AgendaPage, BoardPage, Letter, MeetingPage, Member, Paper
from charter.enums import SignUpState
from charter.models import CharterVersion, SignUp, SignUpEvent
from charter.signing import services
from portal.users.models import User
from tests.borough import make_agenda, make_meeting, restrict
from tests.charter.signing import ask, sign_charter
from tests.papers import make_paper
from tests.services.kept import kept
from tests.shown import without_explained_words


@kept
def asked(carers_board: BoardPage, first: CharterVersion, now: datetime) -> SignUp:
    return ask(carers_board, first, now)


def screen(name: str, *of: object) -> str:
    return reverse(f"charter_admin:{name}", args=of)


def link_to_mo() -> str:
    return Letter.objects.filter(to="mo.carers@example.org").latest("pk").link


def test_an_officer_asks_the_boards_that_are_ticked(
    client: Client, officer: User, carers_board: BoardPage, autism_board: BoardPage
) -> None:
    client.force_login(officer)
    page = client.get(screen("signing")).content.decode()
    assert "Not asked yet: 2" in page
    refused = client.post(screen("signing"), {}).content.decode()
    assert "Error: " in refused
    strange = client.post(screen("signing"), {"boards": [str(carers_board.pk), "999999"]})
    assert "Nobody was asked: look at the list again." in strange.content.decode()
    assert not SignUp.objects.exists()
    answer = client.post(screen("signing"), {"boards": [str(carers_board.pk)]}, follow=True)
    assert "1 board is asked" in answer.content.decode()
    assert SignUp.objects.get().state == SignUpState.INVITED
    only = client.get(screen("signing"), {"state": "invited"}).content.decode()
    assert carers_board.title in only
    assert autism_board.title not in only


@pytest.mark.parametrize(
    ("step", "told", "state"),
    [
        ("decline", {"reason": "Too early."}, SignUpState.DECLINED),
        ("agreed", {"meeting": "held"}, SignUpState.SIGNING),
        ("paper", {"citizen": "Mo Vale", "on": "2026-04-10", "scan": "own"}, SignUpState.SIGNING),
    ],
)
def test_a_secretary_enters_what_happened(
    client: Client,
    co_chair: User,
    asked: SignUp,
    held_meeting: MeetingPage,
    step: str,
    told: dict[str, str],
    state: SignUpState,
) -> None:
    client.force_login(co_chair)
    paper = make_paper(asked.board, "Signed", "signed.txt", b"Mo Vale")
    address = screen("step", asked.board_id, step)
    assert address in client.get(screen("board_signing", asked.board_id)).content.decode()
    refused = client.post(address, {}).content.decode()
    assert "Error: " in refused
    known = {"held": held_meeting.pk, "own": paper.pk}
    answer = client.post(address, {name: known.get(word, word) for name, word in told.items()})
    assert answer.status_code == 302, answer.content.decode()
    assert SignUp.objects.get().state == state
    assert SignUpEvent.objects.latest("pk").by == str(co_chair)


def test_a_secretary_puts_it_on_an_agenda_with_one_click(
    client: Client, co_chair: User, asked: SignUp
) -> None:
    client.force_login(co_chair)
    address = screen("step", asked.board_id, "agenda")
    assert "There is no such meeting" in client.get(address).content.decode()
    start = timezone.now() + timedelta(days=30)
    meeting = make_meeting(asked.board, start)
    agenda = make_agenda(meeting)
    assert client.post(address, {"meeting": meeting.pk}).status_code == 302
    draft = AgendaPage.objects.get(pk=agenda.pk).get_latest_revision_as_object()
    assert "The charter: do we sign it?" in [block.value["title"] for block in draft.items]


def test_officers_who_do_not_look_after_a_board_put_nothing_on_its_agenda(
    client: Client, officer: User, asked: SignUp
) -> None:
    client.force_login(officer)
    meeting = make_meeting(asked.board, timezone.now() + timedelta(days=30))
    agenda = make_agenda(meeting)
    before = AgendaPage.objects.get(pk=agenda.pk).latest_revision_id
    address = screen("step", asked.board_id, "agenda")
    assert address not in client.get(screen("board_signing", asked.board_id)).content.decode()
    assert client.post(address, {"meeting": meeting.pk}).status_code == 404
    assert AgendaPage.objects.get(pk=agenda.pk).latest_revision_id == before


def test_nobody_enters_anything_for_another_board(
    client: Client,
    co_chair: User,
    member: User,
    autism_board: BoardPage,
    first: CharterVersion,
    now: datetime,
) -> None:
    other = ask(autism_board, first, now)
    make_meeting(autism_board, now - timedelta(days=3))
    for person in (co_chair, member):
        client.force_login(person)
        for address in (
            screen("board_signing", other.board_id),
            screen("step", other.board_id, "decline"),
            screen("step", other.board_id, "paper"),
        ):
            assert client.get(address).status_code in {302, 404}
            assert client.post(address, {"reason": "No."}).status_code in {302, 404, 405}
        for address in (screen("remind", other.board_id), screen("signing")):
            answer = client.post(address, {"boards": [other.board_id]})
            assert answer.status_code in {302, 403, 404}
    assert SignUpEvent.objects.count() == 1


def test_a_note_is_for_officers_only(
    client: Client, co_chair: User, officer: User, asked: SignUp
) -> None:
    address = screen("step", asked.board_id, "note")
    client.force_login(officer)
    assert client.post(address, {"note": "Ring them."}).status_code == 302
    assert "Ring them." in client.get(screen("board_signing", asked.board_id)).content.decode()
    client.force_login(co_chair)
    assert client.get(address).status_code == 404
    assert "Ring them." not in client.get(screen("board_signing", asked.board_id)).content.decode()
    assert "Ring them." not in Client().get("/charter/boards/carers/").content.decode()


def test_a_co_chair_signs_by_the_link_without_an_account(
    client: Client, carers_board: BoardPage, first: CharterVersion
) -> None:
    ask(carers_board, first, timezone.now())
    link = link_to_mo()
    page = client.get(link).content.decode()
    assert "Hello Mo Vale" in page
    assert "checked" not in page, "nothing is ticked before"
    assert SignUp.objects.get().state == SignUpState.INVITED, "to look changes nothing"
    unread = client.post(link, {"answer": "sign"}).content.decode()
    assert "Read the principles first" in unread
    kept_words = client.post(link, {"answer": "decline", "reason": ""}).content.decode()
    assert "Say why, in a few words." in kept_words
    done = client.post(link, {"answer": "sign", "has_read": "on"}, follow=True)
    assert "You have signed the charter" in done.content.decode()
    assert SignUp.objects.get().signed_by_citizen == "Mo Vale"
    again = client.post(link, {"answer": "decline", "reason": "My words"})
    assert again.status_code == 404
    assert "My words" in again.content.decode(), "nothing is lost"
    assert SignUp.objects.get().state == SignUpState.SIGNING


def test_a_co_chair_signs_by_account_and_nobody_else_can(
    client: Client, member: User, asked: SignUp
) -> None:
    address = reverse("charter:sign", args=[asked.board.slug])
    assert client.get(address).status_code == 302, "first she signs in"
    client.force_login(member)
    assert client.get(address).status_code == 404
    Member.objects.filter(board=asked.board, role=Role.CO_CHAIR_OFFICER).update(account=member)
    assert "sign the charter" in client.get("/charter/boards/carers/").content.decode()
    assert client.post(address, {"answer": "sign", "has_read": "on"}).status_code == 302
    assert SignUp.objects.get().signed_by_officer == "Ola Penn"
    assert "You have signed already" in client.get(address).content.decode()


def test_the_certificate_says_who_when_and_whether_it_still_holds(
    client: Client, first: CharterVersion, held_meeting: MeetingPage, now: datetime
) -> None:
    board = BoardPage.objects.get(slug="carers")
    address = reverse("charter:certificate", args=["carers", 1])
    assert client.get(address).status_code == 404
    signed = sign_charter(board, first, held_meeting, now=now)
    page = client.get(address).content.decode()
    assert "Tuesday 17 March 2026" in page
    printed = client.get(reverse("charter:certificate_pdf", args=["carers", 1]))
    (sheet,) = PdfReader(BytesIO(printed.content)).pages
    words = re.sub(r"\s+", " ", sheet.extract_text())
    for told in ("Mo Vale", "Ola Penn", "Tuesday 17 March 2026", first.digest[:32]):
        assert told in words
    restrict(held_meeting)
    for page in (address, "/charter/boards/carers/"):
        told = client.get(page).content.decode()
        assert held_meeting.url not in told
        assert "meeting of the board" in told or "at a meeting." in told
    (sheet,) = PdfReader(
        BytesIO(client.get(reverse("charter:certificate_pdf", args=["carers", 1])).content)
    ).pages
    assert "At a meeting of the board." in sheet.extract_text()
    services.withdraw(sign_up=signed, on=now.date(), reason="Fares.", by="Sy Reed", now=now)
    assert "This no longer holds" in client.get(address).content.decode()
    history = without_explained_words(client.get("/charter/boards/carers/").content.decode())
    assert "Fares." in history
    assert "withdrew on 16 April 2026" in history


def test_each_state_shows_its_own_day(client: Client, asked: SignUp, now: datetime) -> None:
    for address in ("/charter/boards/carers/", "/boards/carers/"):
        page = without_explained_words(client.get(address).content.decode())
        assert "was asked to sign the charter on 16 April 2026" in page, address
    services.decline(sign_up=asked, reason="Too early.", by="Sy Reed", now=now + timedelta(days=9))
    page = without_explained_words(client.get("/charter/boards/carers/").content.decode())
    assert "said no to the charter on 25 April 2026" in page


@pytest.mark.begins("2026-04-20T10:00")
def test_my_boards_says_what_is_to_do_about_the_charter(
    client: Client, co_chair: User, first: CharterVersion, held_meeting: MeetingPage, now: datetime
) -> None:
    board = BoardPage.objects.get(slug="carers")
    client.force_login(co_chair)

    def shown() -> str:
        return client.get(reverse("boards_admin:my_boards")).content.decode()

    assert "charter" not in shown()
    asked = ask(board, first, now)
    assert "The board is asked to sign the charter: put it on an agenda" in shown()
    services.agree(sign_up=asked, meeting=held_meeting, by="Sy Reed", now=now)
    missing = "Missing: the co-chair who is a citizen, the co-chair who is an officer"
    assert missing in shown()
    signed = sign_charter(board, first, held_meeting, now=now, agreed=True)
    assert "charter again" not in shown()
    assert signed.reviewed_on
    SignUp.objects.update(reviewed_on=timezone.localdate() - timedelta(days=320))
    assert "Look at the charter again by" in shown()


def test_the_scan_of_a_signature_cannot_be_deleted(
    admin_client: Client, asked: SignUp, now: datetime
) -> None:
    scan = make_paper(asked.board, "Signed", "signed.txt", b"Mo Vale")
    other = make_paper(asked.board, "Not needed", "other.txt", b"Mo Vale")
    names = {Role.CO_CHAIR_CITIZEN: "Mo Vale"}
    services.sign_on_paper(
        sign_up=asked, names=names, on=now.date(), scan=scan, by="Sy Reed", now=now
    )
    for paper in (scan, other):
        admin_client.post(reverse("wagtaildocs:delete", args=[paper.pk]))
    admin_client.post(f"/admin/bulk/boards/paper/delete/?id={scan.pk}&next=/admin/")
    assert list(Paper.objects.filter(pk__in=[scan.pk, other.pk])) == [scan]
