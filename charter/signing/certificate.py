"""The certificate that a board signed, on one page of A4; PDF/UA-1."""

from pathlib import Path

import typst

from boards.models import MeetingPage
from boards.rules.dates import long_date
from charter.models import SignUp
from charter.signing.words import ended_words
from easyread.printing.typesetting import as_data, fonts

AT_ONE = "At a meeting of the board."
SHEET = Path(__file__).with_name("certificate.typ")


def make_pdf(sign_up: SignUp, *, meeting: MeetingPage | None) -> bytes:
    """``sign_up`` with its board and version, once signed; ``meeting`` where everyone may know of
    it. About a tenth of a second."""
    signed_on = sign_up.signed_on
    if signed_on is None:
        raise ValueError("It is not signed.")
    data = {
        "board": sign_up.board.title,
        "charter": sign_up.version.title,
        "number": sign_up.version.number,
        "signed": long_date(signed_on),
        "citizen": sign_up.signed_by_citizen,
        "officer": sign_up.signed_by_officer,
        "agreed": f"At its meeting on {long_date(meeting.starts_at)}." if meeting else AT_ONE,
        "ended": ended_words(sign_up),
        "digest": sign_up.version.digest,
    }
    return typst.compile(
        str(SHEET),
        root=str(SHEET.parent),
        font_paths=fonts(),
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards="ua-1",
        sys_inputs={"data": as_data(data)},
    )
