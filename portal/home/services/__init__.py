"""Setting a portal up, and telling its contact what no board is told."""

from portal.home.services.contact import tell_contact_of_request
from portal.home.services.setting_up import set_up_portal

__all__ = ["set_up_portal", "tell_contact_of_request"]
