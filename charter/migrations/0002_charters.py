"""Versions belong to a charter; those that are there to that of the boards."""

import django.db.models.deletion
from django.db import migrations, models


def name_the_charter(apps, schema_editor):
    versions = apps.get_model("charter", "CharterVersion").objects.order_by("-number")
    if latest := versions.first():
        charter = apps.get_model("charter", "Charter").objects.create(
            slug="partnership-boards", name=latest.title[:120]
        )
        versions.update(charter=charter)


class Migration(migrations.Migration):
    dependencies = [("charter", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="Charter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(unique=True)),
                ("name", models.CharField(max_length=120)),
                ("signed_by", models.CharField(choices=[("boards", "Partnership boards"), ("organisations", "Organisations")], default="boards", max_length=20)),
            ],
        ),
        migrations.AddField("charterversion", "charter", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="versions", to="charter.charter")),
        migrations.RunPython(name_the_charter, migrations.RunPython.noop),
    ]
