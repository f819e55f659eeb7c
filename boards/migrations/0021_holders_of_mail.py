from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("boards", "0020_fields_for_what_stood_in_words")]

    operations = [
        migrations.RenameField(model_name="letter", old_name="claim", new_name="holder"),
        migrations.AlterField(
            model_name="letter",
            name="holder",
            field=models.UUIDField(
                blank=True, help_text="The sender that has claimed it", null=True
            ),
        ),
    ]
