"""What Wagtail's editor sends when somebody publishes minutes or a meeting."""

from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from boards.models import MeetingPage, MinutesPage


def typed(minutes: MinutesPage, **more: Any) -> dict[str, Any]:
    """What the editor's form sends: an action with a day, and one person who was there."""
    action = {"text": "Ask again", "owner": "Sy Reed", "due_on": "2026-05-01", "due_words": ""}
    content = [("text", rich_text("<p>Sundays too.</p>")), ("action", action)]
    item = {"title": "Buses on Sundays", "topics": "", "content": streamfield(content)}
    person = {"name": "Mo Vale", "role": "", "presence": "present", "is_citizen": "on"}
    form = {
        "title": minutes.title,
        "slug": minutes.slug,
        "status": "draft",
        "approved_at": "",
        "approved_item": "",
        "corrections": "",
        "seo_title": "",
        "search_description": "",
        "go_live_at": "",
        "expire_at": "",
        "items": streamfield([("item", item)]),
        "attendance": inline_formset([person]),
        "comments": inline_formset([]),
        "action-publish": "action-publish",
    }
    return nested_form_data(form | more)


def publish_meeting(client: Client, meeting: MeetingPage, **more: Any) -> str:
    """Publish the meeting as it is, but for ``more``; what the editor answers, "" if it is out."""
    form = {
        "title": meeting.title,
        "slug": meeting.slug,
        "starts_at": f"{timezone.localtime(meeting.starts_at):%Y-%m-%d %H:%M}",
        "ends_at": f"{timezone.localtime(meeting.ends_at):%Y-%m-%d %H:%M}",
        "place": meeting.place,
        "access": meeting.access,
        "how_to_join": meeting.how_to_join,
        "status": meeting.status,
        "status_reason": meeting.status_reason,
        "comments": inline_formset([]),
        "action-publish": "action-publish",
    }
    address = reverse("wagtailadmin_pages:edit", args=[meeting.pk])
    answer = client.post(address, nested_form_data(form | more))
    return "" if answer.status_code == 302 else answer.content.decode()
