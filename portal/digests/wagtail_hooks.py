"""Registers the digest's screens in the admin."""

from wagtail.snippets.models import register_snippet

from portal.digests.viewsets import DigestGroup

register_snippet(DigestGroup)
