"""Reading the mail that was sent to files."""

from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from django.conf import settings


@dataclass(frozen=True)
class Mail:
    """A sent mail: its name in the folder, headers and parts."""

    name: str
    to: str
    subject: str
    sent_at: datetime
    text: str
    html: str


def _body(message: EmailMessage, kind: str) -> str:
    part = message.get_body(preferencelist=(kind,))
    return str(part.get_content()) if part else ""


def _read(path: Path) -> Mail:
    message = message_from_bytes(path.read_bytes(), policy=policy.default)
    return Mail(
        name=path.stem,
        to=str(message["To"] or ""),
        subject=str(message["Subject"] or ""),
        sent_at=message["Date"].datetime.replace(tzinfo=UTC),  # as Django writes it
        text=_body(message, "plain"),
        html=_body(message, "html"),
    )


def sent_mail(*, limit: int) -> list[Mail]:
    """The latest mail first."""
    files = sorted(settings.MAIL_DIR.glob("*.eml"), reverse=True)[:limit]
    return [_read(path) for path in files]


def one_mail(*, name: str) -> Mail | None:
    """The mail with this name, or None: names that are not of our making find nothing."""
    path = settings.MAIL_DIR / f"{name}.eml"
    if path.parent != settings.MAIL_DIR or not path.is_file():
        return None
    return _read(path)
