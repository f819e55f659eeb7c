from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('easyread', '0005_made_files'),
    ]

    operations = [
        migrations.AddField(
            model_name='easyreadfile',
            name='lease_until',
            field=models.DateTimeField(blank=True, help_text='Until then whoever makes it has it alone', null=True),
        ),
    ]
