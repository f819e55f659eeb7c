from django.db import migrations, models
from django.db.models import F


def _words(text):
    return text.casefold().split()


def note_places(apps, schema_editor):
    """What is written under access is about the meeting's place, but for the board's usual words at
    another place: nobody said these of it. When a meeting changed is known from its last change."""
    meetings = apps.get_model("boards", "MeetingPage").objects
    meetings.exclude(access="").update(access_said_for=F("place"))
    for board in apps.get_model("boards", "BoardPage").objects.exclude(place="").exclude(access=""):
        below = meetings.filter(path__startswith=board.path).exclude(access="")
        copied = [
            meeting.pk
            for meeting in below.only("access", "place").iterator()
            if _words(meeting.access) == _words(board.access)
            and _words(meeting.place) != _words(board.place)
        ]
        meetings.filter(pk__in=copied).update(access_said_for=board.place)
    for meeting in meetings.filter(sequence__gt=0).only("last_published_at").iterator():
        meetings.filter(pk=meeting.pk).update(changed_at=meeting.last_published_at)


class Migration(migrations.Migration):
    dependencies = [("boards", "0012_addresses_in_one_form")]
    operations = [
        migrations.AddField(
            model_name="meetingpage",
            name="access_said_for",
            field=models.CharField(
                blank=True,
                editable=False,
                help_text="The place that the words are about",
                max_length=255,
            ),
        ),
        migrations.AddField(
            model_name="meetingpage",
            name="changed_at",
            field=models.DateTimeField(
                blank=True,
                editable=False,
                help_text="When time, place or state last changed",
                null=True,
            ),
        ),
        migrations.AlterField(
            model_name="meetingpage",
            name="access",
            field=models.TextField(
                blank=True, help_text="At this place: way in, hearing loop, quiet room, support"
            ),
        ),
        migrations.RunPython(note_places, migrations.RunPython.noop),
    ]
