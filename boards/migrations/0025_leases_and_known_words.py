"""Whoever makes a file has it alone; the database knows more of its words and moments."""

from django.conf import settings
from django.db import migrations, models
from django.db.models import F


def mend(apps, schema_editor):
    """No service wrote such rows; a script may have."""
    rows = {name: apps.get_model("boards", name).objects for name in (
        "ActionUpdate", "ArchiveJob", "JointInvitation", "Letter", "Member"
    )}
    rows["ActionUpdate"].exclude(state__in=["open", "in_progress", "done", "dropped"]).update(state="open")
    rows["Member"].exclude(chosen__in=["", "elected", "nominated", "appointed", "invited"]).update(chosen="")
    rows["ArchiveJob"].filter(state="done", ended_at=None).update(ended_at=F("asked_at"))
    rows["ArchiveJob"].exclude(state="done").update(ended_at=None)
    rows["JointInvitation"].filter(state="waiting").update(answered_at=None)
    rows["JointInvitation"].filter(answered_at=None).exclude(state="waiting").update(answered_at=F("asked_at"))
    rows["Letter"].filter(state="sent", sent_at=None).update(sent_at=F("written_at"))
    rows["Letter"].exclude(state="sent").update(sent_at=None)


class Migration(migrations.Migration):

    dependencies = [
        ('boards', '0024_fields_named_by_what_they_hold'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='pack',
            name='lease_until',
            field=models.DateTimeField(blank=True, help_text='Until then whoever makes it has it alone', null=True),
        ),
        migrations.RunPython(mend, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name='actionupdate',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['open', 'in_progress', 'done', 'dropped'])), name='action_update_state_known', violation_error_message='Choose how far the action was.'),
        ),
        migrations.AddConstraint(
            model_name='archivejob',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('ended_at__isnull', False), ('state', 'done')), models.Q(models.Q(('state', 'done'), _negated=True), ('ended_at__isnull', True)), _connector='OR'), name='archive_job_done_says_when', violation_error_message='A job that is done says when it ended, and no other does.'),
        ),
        migrations.AddConstraint(
            model_name='jointinvitation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('answered_at__isnull', True), ('state', 'waiting')), models.Q(models.Q(('state', 'waiting'), _negated=True), ('answered_at__isnull', False)), _connector='OR'), name='joint_invitation_waits_until_answered', violation_error_message='An invitation waits as long as it has no answer.'),
        ),
        migrations.AddConstraint(
            model_name='letter',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('sent_at__isnull', False), ('state', 'sent')), models.Q(models.Q(('state', 'sent'), _negated=True), ('sent_at__isnull', True)), _connector='OR'), name='letter_sent_says_when', violation_error_message='A letter that was sent says when, and no other does.'),
        ),
        migrations.AddConstraint(
            model_name='member',
            constraint=models.CheckConstraint(condition=models.Q(('chosen__in', ['', 'elected', 'nominated', 'appointed', 'invited'])), name='member_chosen_known', violation_error_message='Choose how the person came to the seat.'),
        ),
    ]
