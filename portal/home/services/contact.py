"""Who reads what concerns no board."""

from datetime import datetime

from boards.models import Letter
from boards.selectors.format_requests import secretary_for
from boards.services import tell_of_request
from easyread.models import FormatRequest
from portal.home.models import SiteLook


def tell_contact_of_request(*, asked: FormatRequest, now: datetime) -> Letter | None:
    """Write to the site's own address what a reader asked for, where no board's secretary could
    be told: of the front door, the charter, or a board that nobody can be reached at."""
    to = SiteLook.objects.exclude(contact_email="").values_list("contact_email", flat=True).first()
    if not to or secretary_for(asked, now=now):
        return None
    return tell_of_request(asked=asked, to=to, now=now)
