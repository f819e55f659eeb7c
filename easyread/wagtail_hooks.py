"""Registers the easy-read screens of the admin."""

from wagtail.snippets.models import register_snippet

from easyread.viewsets import EasyReadGroup

register_snippet(EasyReadGroup)
