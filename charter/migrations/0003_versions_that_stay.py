"""A version is a draft until it is put in force, and stays as it is then.

The versions that are there were in force: they are sealed as they stand. Who put them in force,
nobody wrote down.
"""

import django.db.models.deletion
from django.db import migrations, models
from django.utils import timezone

from charter.versions.sealing import seal_of


def seal(apps, schema_editor):
    now = timezone.now()
    for version in apps.get_model("charter", "CharterVersion").objects.all():
        principles = [(one, None, []) for one in version.principles.order_by("number")]
        version.put_in_force_at = now
        version.digest = seal_of(
            version.charter.slug, version, principles, in_force_from=version.in_force_from
        )
        version.save()


class Migration(migrations.Migration):
    dependencies = [("charter", "0002_charters")]

    operations = [
        migrations.AlterField("charterversion", "charter", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="versions", to="charter.charter")),
        migrations.AlterField("charterversion", "number", models.PositiveIntegerField()),
        migrations.AlterField("charterversion", "in_force_from", models.DateField(blank=True, null=True)),
        migrations.AddField("charterversion", "planned_for", models.DateField(blank=True, help_text="A draft: the day from which it shall be in force", null=True)),
        migrations.AddField("charterversion", "put_in_force_at", models.DateTimeField(blank=True, null=True)),
        migrations.AddField("charterversion", "put_in_force_by", models.CharField(blank=True, help_text="Name of the account; empty: nobody wrote it down", max_length=160)),
        migrations.AddField("charterversion", "digest", models.CharField(blank=True, max_length=64)),
        migrations.RemoveField("principle", "sort_order"),
        migrations.AlterField("principle", "version", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="principles", to="charter.charterversion")),
        migrations.AddField("principle", "examples", models.TextField(blank=True, help_text="What can show it, one a line")),
        migrations.AddField("principle", "continues", models.ForeignKey(blank=True, help_text="The principle of the version before that goes on in this one", null=True, on_delete=django.db.models.deletion.PROTECT, related_name="continued_by", to="charter.principle")),
        migrations.RunPython(seal, migrations.RunPython.noop),
    ]
