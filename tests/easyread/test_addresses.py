"""Addresses: whatever letters people use, the same person is meant."""

import pytest

from easyread.addresses import email_in, one_form


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("mo@example.org", "mo@example.org"),
        (" Mo.Vale@Example.ORG\n", "mo.vale@example.org"),
        ("ΣΊΣΥΦΟΣ@example.org", "σίσυφοσ@example.org"),
        ("Jose\u0301@example.org", "jos\u00e9@example.org"),
        ("mo@BÜCHER.example", "mo@xn--bcher-kva.example"),
        ("mo@XN--BCHER-KVA.example", "mo@xn--bcher-kva.example"),
        ("mo@bu\u0308cher.example", "mo@xn--bcher-kva.example"),
        (f"mo@{'ü' * 70}.example", f"mo@{'ü' * 70}.example"),
        ("", ""),
    ],
    ids=[
        "plain",
        "capitals",
        "greek",
        "accent",
        "idn",
        "xn",
        "accent in a domain",
        "none",
        "empty",
    ],
)
def test_all_ways_of_writing_an_address_have_one_form(written: str, kept: str) -> None:
    assert one_form(written) == kept
    assert one_form(kept) == kept


@pytest.mark.parametrize("contact", ["07700 900123", "Mo, mo@example.org", "mo@", "@", ""])
def test_what_is_not_just_an_address_is_none(contact: str) -> None:
    assert email_in(contact) == ""
