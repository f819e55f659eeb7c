import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('boards', '0031_what_checks_found_as_rows'),
    ]

    operations = [
        migrations.RemoveField(
            model_name='trailcheck',
            name='keys',
        ),
        migrations.RemoveField(
            model_name='trailcheck',
            name='problems',
        ),
        migrations.RemoveField(
            model_name='trailcheck',
            name='since',
        ),
        migrations.AlterField(
            model_name='trailproblem',
            name='found_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='problems', to='boards.trailcheck'),
        ),
    ]
