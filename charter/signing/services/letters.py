"""What is written to boards about signing: each letter once."""

from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils import timezone

from boards.enums import LinkPurpose
from boards.rules.dates import long_date
from boards.selectors.people import secretary_of
from boards.services.letters import write_letter
from boards.services.links import make_link, void_links
from charter.enums import SignUpState
from charter.models import SignUp, SignUpEvent
from charter.signing.selectors import address_of, co_chairs_of, yet_to_sign

ONCE_IN_DAYS = 14  # a board is reminded


def _certificate(sign_up: SignUp) -> str:
    return reverse("charter:certificate", args=[sign_up.board.slug, sign_up.version.number])


@dataclass(frozen=True)
class Words:
    """What a letter says: its subject, its paragraphs, and what stands on its one button."""

    subject: str
    paragraphs: str
    button: str = "See what it means, and sign"


def _to_secretary(sign_up: SignUp, event: SignUpEvent, words: Words, *, now: datetime) -> None:
    if to := secretary_of(sign_up.board, now):
        write_letter(
            key=f"charter:{sign_up.pk}:event:{event.pk}:secretary",
            to=to,
            subject=words.subject,
            words=words.paragraphs,
            link=reverse("charter_admin:board_signing", args=[sign_up.board_id]),
            link_words=words.button,
            now=now,
        )


def ask(sign_up: SignUp, event: SignUpEvent, *, now: datetime) -> None:
    """To both co-chairs, each with a link of her own, and to the secretary."""
    board, title = sign_up.board.title, sign_up.version.title
    to_co_chairs = Words(
        f"Will the {board} sign the charter?",
        f"We ask your board to sign the charter: “{title}”.\n\n"
        "The charter says how partnership boards work together with people. On the next page "
        "you can read it in easy words, and what it means to sign.\n\n"
        "Both co-chairs sign, each for herself or himself. Talk about it at a meeting of your "
        "board. You can sign before or after it.\n\n"
        "You need no account and no password. The link works for 60 days, and only for you.",
    )
    unreached = _to_co_chairs(sign_up, event, to_co_chairs, now=now)
    on_paper = (
        f"\n\nWe could not write to {' and '.join(unreached)}: no e-mail address is written down. "
        "They can sign on paper, and you enter that on the next page."
    )
    to_secretary = Words(
        f"The {board} is asked to sign the charter",
        f"The {board} is asked to sign the charter: “{title}”.\n\n"
        "Please put it on an agenda: on the next page that is one click. After the meeting, say "
        f"there at which meeting the board agreed.{on_paper if unreached else ''}",
        "Open the charter of this board",
    )
    _to_secretary(sign_up, event, to_secretary, now=now)


def remind(sign_up: SignUp, event: SignUpEvent, *, now: datetime) -> None:
    """To co-chairs who have not signed, with new links, and to the secretary."""
    board, title = sign_up.board.title, sign_up.version.title
    to_co_chairs = Words(
        f"The charter: the {board} has not answered yet",
        f"Your board was asked to sign the charter: “{title}”. The answer is not there yet.\n\n"
        "To say no is an answer too. If something is not clear, ring the secretary of your "
        "board.\n\nThe link works for 60 days, and only for you.",
    )
    _to_co_chairs(sign_up, event, to_co_chairs, now=now)
    to_secretary = Words(
        f"The {board} has not answered about the charter",
        f"The {board} was asked to sign the charter: “{title}”. The answer is not there yet.\n\n"
        "On the next page you see what is missing.",
        "See what is missing",
    )
    _to_secretary(sign_up, event, to_secretary, now=now)


def _to_co_chairs(sign_up: SignUp, event: SignUpEvent, words: Words, *, now: datetime) -> list[str]:
    """To those who have not signed; links sent before are void. Returns the names of those who
    have no address."""
    void_links(purpose=LinkPurpose.SIGN_CHARTER, model=SignUp, keys=[sign_up.pk], now=now)
    seats = yet_to_sign(sign_up, on=timezone.localdate(now))
    for seat in seats:
        to = address_of(seat)
        if not to:
            continue
        _, token = make_link(
            purpose=LinkPurpose.SIGN_CHARTER, about=sign_up, person=to, now=now, is_for_once=True
        )
        write_letter(
            key=f"charter:{sign_up.pk}:event:{event.pk}:seat:{seat.pk}",
            to=to,
            subject=words.subject,
            words=f"Hello {seat.name},\n\n{words.paragraphs}",
            link=reverse("charter:sign_by_link", args=[token]),
            link_words=words.button,
            now=now,
        )
    return [seat.name for seat in seats if not address_of(seat)]


def tell_of_signature(sign_up: SignUp, *, now: datetime) -> None:
    """When a signature is whole: to both co-chairs and the secretary, with the certificate."""
    if sign_up.state != SignUpState.SIGNED or sign_up.signed_on is None:
        return
    board = sign_up.board.title
    subject = f"The {board} has signed the charter"
    words = (
        f"Both co-chairs have signed, and the board agreed at a meeting. So the {board} keeps the "
        f"charter since {long_date(sign_up.signed_on)}. Everyone can see it.\n\n"
        "On the next page is the certificate, to look at and to print."
    )
    seats = co_chairs_of(sign_up.board, on=timezone.localdate(now))
    known = {address_of(seat) for seat in seats} | {secretary_of(sign_up.board, now)}
    for to in sorted(known - {""}):
        write_letter(
            key=f"charter:{sign_up.pk}:signed:{sign_up.signed_on}:{to}",
            to=to,
            subject=subject,
            words=words,
            link=_certificate(sign_up),
            link_words="See the certificate",
            now=now,
        )


def _to_all(sign_up: SignUp, event: SignUpEvent, words: Words, *, now: datetime) -> None:
    """To the secretary, who can enter something, and to the co-chairs, who can look."""
    _to_secretary(sign_up, event, words, now=now)
    board = sign_up.board
    known = {address_of(seat) for seat in co_chairs_of(board, on=timezone.localdate(now))}
    for to in sorted(known - {"", secretary_of(board, now)}):
        write_letter(
            key=f"charter:{sign_up.pk}:event:{event.pk}:to:{to}",
            to=to,
            subject=words.subject,
            words=words.paragraphs,
            link=reverse("charter:board", args=[board.slug]),
            link_words="See how your board and the charter stand",
            now=now,
        )


def remind_of_review(
    sign_up: SignUp, event: SignUpEvent, *, due: date | None, now: datetime
) -> None:
    """Some weeks before a board has to look at the charter again."""
    by = f" by {long_date(due)}" if due else ""
    board = sign_up.board.title
    words = Words(
        f"The {board}: look at the charter again{by}",
        f"The {board} signed the charter. Once a year each board looks at it again: what is kept, "
        f"what is not yet, and what to do about it.\n\nPlease do so{by}. The secretary says so on "
        "the portal. If nobody does, the signature lapses four weeks later.",
        "Say that the board has looked at it",
    )
    _to_all(sign_up, event, words, now=now)


def lapsed(sign_up: SignUp, event: SignUpEvent, *, now: datetime) -> None:
    """When a signature lapsed."""
    board = sign_up.board.title
    words = Words(
        f"The signature of the {board} has lapsed",
        f"The {board} has not looked at the charter again in time. So its signature has lapsed "
        "today, and everyone can see that.\n\nAn officer can ask the board to sign again.",
        "See the charter of this board",
    )
    _to_all(sign_up, event, words, now=now)
