"""Links that are in letters already go on working, as rows of the one kind."""

from datetime import UTC, datetime, timedelta

from django.core.signing import BadSignature, Signer
from django.db import migrations
from django.utils.crypto import salted_hmac

LASTS = timedelta(days=60)
PATH = "/actions/report/"


def keep_links(apps, schema_editor):
    """Until now the action, the number of links before and the moment stood signed in the link."""
    letters = apps.get_model("boards", "Letter").objects.filter(link__contains=PATH)
    actions = apps.get_model("boards", "ActionPoint").objects
    signer = Signer(salt="boards.links.report", sep=".")
    for link in letters.order_by("pk").values_list("link", flat=True):
        token = link.partition(PATH)[2].strip("/")
        try:
            action_id, number, made = signer.unsign_object(token)
        except (BadSignature, ValueError):
            continue
        action = actions.filter(pk=action_id, link_number=number).exclude(owner_email="").first()
        if action is not None:
            kind, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
                app_label="boards", model="actionpoint"
            )
            made_at = datetime.fromtimestamp(made, tz=UTC)
            apps.get_model("boards", "PersonalLink").objects.get_or_create(
                code=salted_hmac("boards.links", token, algorithm="sha256").hexdigest(),
                defaults={
                    "purpose": "report_action",
                    "content_type": kind,
                    "object_id": action.pk,
                    "person": action.owner_email,
                    "made_at": made_at,
                    "ends_at": made_at + LASTS,
                },
            )


class Migration(migrations.Migration):
    dependencies = [("boards", "0015_personal_links")]

    operations = [migrations.RunPython(keep_links, migrations.RunPython.noop)]
