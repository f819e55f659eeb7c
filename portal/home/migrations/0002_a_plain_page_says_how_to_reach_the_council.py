"""What the page with the address /contact/ said by its address, it says by a field.

Drafts and earlier versions of it say so too, or the next one that is published would not.
"""

from typing import Any

from django.db import migrations, models


def mark_contact(apps: Any, schema_editor: Any) -> None:
    pages = apps.get_model("home", "PlainPage").objects.filter(slug="contact")
    keys = [str(key) for key in pages.values_list("pk", flat=True)]
    pages.update(says_contact=True)
    revisions = apps.get_model("wagtailcore", "Revision").objects
    types = apps.get_model("contenttypes", "ContentType").objects
    for kind in types.filter(app_label="home", model="plainpage"):
        for revision in revisions.filter(content_type=kind, object_id__in=keys):
            revision.content["says_contact"] = True
            revision.save(update_fields=["content"])


class Migration(migrations.Migration):
    dependencies = [("home", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="plainpage",
            name="says_contact",
            field=models.BooleanField(
                default=False,
                help_text="Under the text: telephone, e-mail, and the way to the boards",
                verbose_name="says how to reach the council",
            ),
        ),
        migrations.RunPython(mark_contact, migrations.RunPython.noop),
    ]
