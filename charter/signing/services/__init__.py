"""Asking boards to sign, signing, and what becomes of a signature (docs/adr/0041)."""

from charter.signing.services.answering import (
    agree,
    answer,
    answer_by_link,
    decline,
    sign_on_paper,
)
from charter.signing.services.asking import ask_to_sign, keep_note, remind
from charter.signing.services.changing import (
    keep_reviews,
    put_right,
    review,
    take_over,
    withdraw,
)
from charter.signing.services.keeping import CannotSign

__all__ = [
    "CannotSign",
    "agree",
    "answer",
    "answer_by_link",
    "ask_to_sign",
    "decline",
    "keep_note",
    "keep_reviews",
    "put_right",
    "remind",
    "review",
    "sign_on_paper",
    "take_over",
    "withdraw",
]
