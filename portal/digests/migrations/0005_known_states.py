"""The database knows the states of the digest."""

from django.db import migrations, models
from django.db.models import F


def mend(apps, schema_editor):
    """No service wrote such rows; a script may have. Nobody is written to by accident."""
    rows = {name: apps.get_model("digests", name).objects for name in (
        "Delivery", "Edition", "Heartbeat", "Subscriber"
    )}
    known = ["pending", "claimed", "handing_over", "sent", "failed", "suppressed", "unknown"]
    rows["Delivery"].exclude(state__in=known).update(state="unknown")
    rows["Delivery"].filter(state="sent", sent_at=None).update(sent_at=F("next_at"))
    rows["Delivery"].exclude(state="sent").update(sent_at=None)
    rows["Edition"].exclude(state__in=["sending", "done", "empty"]).update(state="done")
    rows["Subscriber"].exclude(state__in=["confirmed", "left", "no_seat"]).update(state="left")
    rows["Heartbeat"].filter(name="tick").delete()  # there is one for each regular task now


class Migration(migrations.Migration):

    dependencies = [
        ('digests', '0004_who_holds_a_copy'),
    ]

    operations = [
        migrations.RunPython(mend, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name='delivery',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['pending', 'claimed', 'handing_over', 'sent', 'failed', 'suppressed', 'unknown'])), name='delivery_state_known', violation_error_message='Choose how far the copy is.'),
        ),
        migrations.AddConstraint(
            model_name='delivery',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('sent_at__isnull', False), ('state', 'sent')), models.Q(models.Q(('state', 'sent'), _negated=True), ('sent_at__isnull', True)), _connector='OR'), name='delivery_sent_says_when', violation_error_message='A copy that was sent says when, and no other does.'),
        ),
        migrations.AddConstraint(
            model_name='edition',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['sending', 'done', 'empty'])), name='edition_state_known', violation_error_message='Choose how far the edition is.'),
        ),
        migrations.AddConstraint(
            model_name='subscriber',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['confirmed', 'left', 'no_seat'])), name='subscriber_state_known', violation_error_message='Choose whether the person gets the list.'),
        ),
    ]
