"""The action of a letter stood in its key (``action:7:report:9``), the number of tries of a file in a
sentence."""

import django.db.models.deletion
from django.db import migrations, models

BEGUN = ("Being read.", "Being read again.", "Being read for the third time.")


def read_words(apps, schema_editor):
    letters = apps.get_model("boards", "Letter")
    actions = set(apps.get_model("boards", "ActionPoint").objects.values_list("pk", flat=True))
    for pk, key in letters.objects.filter(key__startswith="action:").values_list("pk", "key"):
        number = key.split(":")[1]
        if number.isdecimal() and int(number) in actions:
            letters.objects.filter(pk=pk).update(action_id=int(number))
    files = apps.get_model("boards", "ArchiveFile").objects
    for tries, words in enumerate(BEGUN, start=1):
        files.filter(report=words).update(tries=tries, report="")


class Migration(migrations.Migration):
    dependencies = [("boards", "0019_numbers_of_items")]

    operations = [
        migrations.AddField(
            model_name="archivefile",
            name="tries",
            field=models.PositiveSmallIntegerField(default=0, help_text="How often it was begun"),
        ),
        migrations.AddField(
            model_name="letter",
            name="action",
            field=models.ForeignKey(
                blank=True,
                help_text="If it is about one",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="letters",
                to="boards.actionpoint",
            ),
        ),
        migrations.RunPython(read_words, migrations.RunPython.noop),
    ]
