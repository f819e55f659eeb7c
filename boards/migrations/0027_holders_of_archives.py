from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('boards', '0026_keys_of_problems'),
    ]

    operations = [
        migrations.AddField(
            model_name='archivejob',
            name='holder',
            field=models.UUIDField(blank=True, help_text='Who works on it', null=True),
        ),
        migrations.AlterField(
            model_name='archivejob',
            name='lease_until',
            field=models.DateTimeField(blank=True, help_text='Until when it is theirs', null=True),
        ),
    ]
