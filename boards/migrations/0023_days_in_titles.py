"""The day in the titles of meetings was found by a pattern."""

import re

from django.db import migrations, models

DAY = r"\d{1,2} [A-Z][a-z]+ \d{4}"
DAY_AT_END = re.compile(rf", ((?:\d{{1,2}}(?: [A-Z][a-z]+(?: \d{{4}})?)? to )?{DAY})$")


def read_titles(apps, schema_editor):
    meetings = apps.get_model("boards", "MeetingPage").objects
    for pk, title in meetings.values_list("pk", "title").iterator():
        if found := DAY_AT_END.search(title):
            meetings.filter(pk=pk).update(day_in_title=found[1])


class Migration(migrations.Migration):
    dependencies = [("boards", "0022_made_files")]

    operations = [
        migrations.AddField(
            model_name="meetingpage",
            name="day_in_title",
            field=models.CharField(
                blank=True,
                editable=False,
                help_text="With which its title ends, if any",
                max_length=60,
            ),
        ),
        migrations.RunPython(read_titles, migrations.RunPython.noop),
    ]
