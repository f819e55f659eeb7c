"""Which file of an archive waits is said by its end too; of a file that was read no words stay."""

from django.db import migrations
from django.db.models import OuterRef, Subquery


def mend(apps, schema_editor):
    """No service wrote such rows; a script may have."""
    files = apps.get_model("boards", "ArchiveFile").objects
    jobs = apps.get_model("boards", "ArchiveJob").objects.filter(pk=OuterRef("job"))
    files.filter(outcome="waiting").update(ended_at=None)
    ended = files.filter(ended_at=None).exclude(outcome="waiting")
    ended.update(ended_at=Subquery(jobs.values("asked_at")))
    readings = apps.get_model("boards", "WordReading").objects
    readings.exclude(state="waiting").update(source=[], understood={})


class Migration(migrations.Migration):
    dependencies = [("boards", "0027_holders_of_archives")]

    operations = [migrations.RunPython(mend, migrations.RunPython.noop)]
