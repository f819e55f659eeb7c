"""E-mail addresses in the one form in which they are kept, looked for and compared."""

import unicodedata

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.encoding import punycode


def one_form(address: str) -> str:
    """The same for all ways of writing an address that reach the same person.

    No space around it and no capitals; a domain in other letters than a to z as mail servers know
    it (xn--…). What is no address stays as it is in that.
    """
    folded = unicodedata.normalize("NFC", address.strip().casefold())
    name, at, domain = folded.rpartition("@")
    try:
        return f"{name}{at}{punycode(domain)}"
    except UnicodeError:  # no domain can be so
        return folded


def email_in(contact: str) -> str:
    """The e-mail address in what someone wrote, if it is one and nothing else."""
    address = one_form(contact)
    try:
        validate_email(address)
    except ValidationError:
        return ""
    return address
