from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('easyread', '0003_records_of_easy_reads'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='easyreadpage',
            name='easy_read_checked_says_by_whom',
        ),
        migrations.RemoveConstraint(
            model_name='easyreadpage',
            name='easy_read_progress_known',
        ),
        migrations.RemoveField(
            model_name='easyreadpage',
            name='checked_on',
        ),
        migrations.RemoveField(
            model_name='easyreadpage',
            name='original_published_at',
        ),
        migrations.RemoveField(
            model_name='easyreadpage',
            name='progress',
        ),
        migrations.RemoveField(
            model_name='easyreadpage',
            name='readers',
        ),
        migrations.AddConstraint(
            model_name='formatrequest',
            constraint=models.CheckConstraint(condition=models.Q(('answered_at__isnull', True), models.Q(('answer', ''), _negated=True), _connector='OR'), name='format_request_answered_says_what', violation_error_message='Write what was answered.'),
        ),
    ]
