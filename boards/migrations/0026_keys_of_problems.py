from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('boards', '0025_leases_and_known_words'),
    ]

    operations = [
        migrations.AddField(
            model_name='trailcheck',
            name='keys',
            field=models.JSONField(default=dict, help_text='What each problem is, however it is worded'),
        ),
        migrations.AlterField(
            model_name='settledproblem',
            name='digest',
            field=models.CharField(help_text="Of the problem's key", max_length=64, unique=True),
        ),
    ]
