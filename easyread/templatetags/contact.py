"""Where people reach those who run the site."""

from django import template
from django.conf import settings

register = template.Library()


@register.simple_tag
def contact_page() -> str:
    """The address of the page, as the settings have it."""
    return settings.CONTACT_PAGE
