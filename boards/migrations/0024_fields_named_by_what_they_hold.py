"""A meeting was named like a moment, and a place like the number that an item keeps."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("boards", "0023_days_in_titles")]

    operations = [
        migrations.RenameField("passedmatter", "agreed_at", "agreed_by_meeting"),
        migrations.RenameField("actionpoint", "item_number", "item_position"),
        migrations.AlterField(
            model_name="actionpoint",
            name="item_position",
            field=models.PositiveIntegerField(
                help_text="Place of its item in the minutes, from 1; not the number that the item "
                "keeps"
            ),
        ),
        migrations.AlterField(
            model_name="letter",
            name="holder",
            field=models.UUIDField(
                blank=True, help_text="The process that has claimed it", null=True
            ),
        ),
    ]
