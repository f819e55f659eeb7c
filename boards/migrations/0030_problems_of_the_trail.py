import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('boards', '0029_ends_of_files'),
    ]

    operations = [
        migrations.RenameField('settledproblem', 'digest', 'key'),
        migrations.AlterField(
            model_name='settledproblem',
            name='key',
            field=models.TextField(help_text='Of the problem', unique=True),
        ),
        migrations.CreateModel(
            name='TrailProblem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.TextField()),
                ('words', models.TextField()),
                ('since', models.DateTimeField(help_text='When a check found it first')),
                ('found_by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='found', to='boards.trailcheck')),
            ],
        ),
    ]
