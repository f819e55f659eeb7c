"""Plain words with their addresses and telephone numbers as links."""

from django import template

from easyread.linking import linked

register = template.Library()
register.filter("linked", linked)
