"""A real SMTP server that accepts, refuses, stalls or hangs up, as it is told."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import Message
from typing import Any

from aiosmtpd.controller import Controller

from tests.services.ports import free_port


@dataclass
class MailServer:
    """A real SMTP server that answers each address as it is told; by default it accepts."""

    at_address: dict[str, str] = field(default_factory=dict)
    at_end: dict[str, str] = field(default_factory=dict)
    messages: list[Message] = field(default_factory=list)

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, to: str, *_: Any) -> str:
        envelope.rcpt_tos.append(to)
        return self.at_address.get(to, "250 known")

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        (to,) = envelope.rcpt_tos
        answer = self.at_end.get(to, "250 kept")
        if not answer.startswith(("4", "5")):
            self.messages.append(message_from_bytes(envelope.content, policy=policy.default))
        if answer == "hang up":
            server.transport.abort()
        if answer == "stall":
            await asyncio.sleep(60)  # ends when the one who waits goes away
        return answer

    @property
    def received(self) -> list[str]:
        return sorted(str(message["To"]) for message in self.messages)


@contextmanager
def running_mail_server(settings: Any) -> Iterator[MailServer]:
    """The server on a free port, with Django's mail going to it."""
    found = MailServer()
    controller = Controller(found, hostname="127.0.0.1", port=free_port())
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", controller.port
    settings.EMAIL_TIMEOUT = 3  # a busy machine may take a second over an answer
    yield found
    controller.stop()
