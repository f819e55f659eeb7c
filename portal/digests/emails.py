"""Building the mail: what is the same for all is rendered once an edition."""

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse

from boards.links import absolute
from boards.rules.dates import short_date
from portal.digests.items import DigestContent
from portal.digests.models import Delivery, Edition

WAY_OUT = "https://way-out.invalid/"  # stands in the rendered edition for each reader's own link


class EditionMail:
    """An edition as mail; only the way out differs from reader to reader."""

    def __init__(self, edition: Edition) -> None:
        last_day = short_date(edition.period_end)
        context = {
            "edition": edition,
            "content": DigestContent.from_json(edition.content),
            "site": settings.PUBLIC_URL,
            "archive": absolute(edition.get_absolute_url()),
            "way_out": WAY_OUT,
        }
        self.subject = f"{edition.list.name}: what the boards did until {last_day}"
        self._text = render_to_string("emails/digest/body.txt", context)
        self._html = render_to_string("emails/digest/body.html", context)

    @property
    def text(self) -> str:
        return self._text

    def to(self, delivery: Delivery) -> EmailMultiAlternatives:
        """The copy for one subscriber, with the headers that let a mail program unsubscribe."""
        way_out = absolute(reverse("digests:leave", args=[delivery.subscriber.token]))
        message = EmailMultiAlternatives(
            subject=self.subject,
            body=self._text.replace(WAY_OUT, way_out),
            to=[delivery.subscriber.email],
            headers={
                "Message-ID": delivery.message_id,
                "List-Unsubscribe": f"<{way_out}>",
                "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            },
        )
        message.attach_alternative(self._html.replace(WAY_OUT, way_out), "text/html")
        return message
