"""Give every action the first day on which it is late."""

from datetime import timedelta

from django.db import migrations

WITHOUT_A_DATE = 121  # days: the rule that every board begins with


def fill(apps, schema_editor):
    actions = apps.get_model("boards", "ActionPoint")
    changed = []
    for action in actions.objects.filter(late_from__isnull=True).only("due_on", "agreed_on"):
        from_date = action.due_on and action.due_on + timedelta(days=1)
        action.late_from = from_date or action.agreed_on + timedelta(days=WITHOUT_A_DATE)
        changed.append(action)
    actions.objects.bulk_update(changed, ["late_from"], batch_size=200)


class Migration(migrations.Migration):
    dependencies = [("boards", "0002_the_life_of_a_meeting")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
