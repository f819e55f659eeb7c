"""Places that apps above fill."""

from django import template

from easyread.slots import shown_at

register = template.Library()
register.simple_tag(shown_at, name="slot")
