"""What is known of sign-ups becomes events: nobody wrote down when a board was asked, or since when
it is thinking about it; those days stay empty."""

from django.db import migrations
from django.utils import timezone

BY = "The portal, from what was kept before"
ONCE_SIGNED = ("signed", "lapsed", "withdrawn")


def _events(row):
    yield {"kind": "asked"}
    if row.state in ONCE_SIGNED:
        on, way = row.signed_on, "before"
        yield {"kind": "citizen_signed", "on": on, "name": row.signed_by_citizen, "way": way}
        yield {"kind": "officer_signed", "on": on, "name": row.signed_by_officer, "way": way}
        yield {"kind": "agreed", "on": on, "meeting_id": row.meeting_id}
    if row.state == "considering":
        yield {"kind": "considering"}
    if row.state == "lapsed":
        yield {"kind": "lapsed"}
    if row.state == "withdrawn":
        yield {"kind": "withdrawn", "words": "Nobody wrote down why."}


def tell(apps, schema_editor):
    event_of = apps.get_model("charter", "SignUpEvent").objects
    now = timezone.now()
    for row in apps.get_model("charter", "SignUp").objects.order_by("pk"):
        for facts in _events(row):
            event_of.create(sign_up=row, by=BY, at=row.recorded_at or now, **facts)
        if row.state in ONCE_SIGNED:
            row.reviewed_on = row.signed_on
            row.since = row.signed_on if row.state == "signed" else None
        if row.state == "withdrawn":
            row.reason = "Nobody wrote down why."
        row.save()


def untell(apps, schema_editor):
    """Back: states that were not known before become the nearest that was."""
    rows = apps.get_model("charter", "SignUp").objects
    rows.filter(state="signing").update(state="considering")
    rows.filter(state__in=["declined", "not_asked"]).update(state="invited")


class Migration(migrations.Migration):
    dependencies = [("charter", "0005_what_happened")]

    operations = [migrations.RunPython(tell, untell)]
