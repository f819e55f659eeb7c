from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("boards", "0004_late_from_is_known"),
    ]

    operations = [
        migrations.AddField(
            model_name="paperversion",
            name="was_public",
            field=models.BooleanField(
                default=False,
                help_text="It was what everyone saw; else only insiders may open it",
            ),
        ),
    ]
