"""Turns what happens in the admin into calls of services."""

from django.db.models import Model
from django.http import HttpRequest
from django.utils import timezone

from charter import services
from charter.models import SignUp


def note_signature(request: HttpRequest, instance: Model) -> None:
    if isinstance(instance, SignUp):
        services.note_signature(sign_up=instance, now=timezone.now())
