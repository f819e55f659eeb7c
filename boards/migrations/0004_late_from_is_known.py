from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("boards", "0003_when_actions_are_late")]
    operations = [
        migrations.AlterField(
            model_name="actionpoint",
            name="late_from",
            field=models.DateField(
                db_index=True,
                help_text="Late from this day on: the day after the date, or by age where there is none",
            ),
        ),
    ]
