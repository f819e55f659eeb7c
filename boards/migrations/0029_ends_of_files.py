from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('boards', '0028_files_that_ended'),
    ]

    operations = [
        migrations.AddConstraint(
            model_name='archivefile',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('ended_at__isnull', True), ('outcome', 'waiting')), models.Q(models.Q(('outcome', 'waiting'), _negated=True), ('ended_at__isnull', False)), _connector='OR'), name='archive_file_ended_says_when', violation_error_message='A file says when it ended, unless it waits.'),
        ),
        migrations.AddConstraint(
            model_name='wordreading',
            constraint=models.CheckConstraint(condition=models.Q(('state', 'waiting'), models.Q(('source', []), ('understood', {})), _connector='OR'), name='reading_ended_keeps_no_words', violation_error_message='Of a file that does not wait, no words are kept.'),
        ),
    ]
