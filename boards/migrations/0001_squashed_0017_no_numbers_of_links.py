"""All that the migrations before the first release did, in one: for new databases, and for those
that have all of them."""

import django.core.validators
import django.db.models.deletion
import easyread.fields
import modelcluster.contrib.taggit
import modelcluster.fields
import modelsearch.index
import taggit.managers
import uuid
import wagtail.models.media
from django.conf import settings
from django.db import migrations, models

TABLE = "boards_minutesrecord"

POSTGRESQL = f"""
CREATE FUNCTION boards_trail_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Lines of the trail are added, never changed or deleted.';
END;
$$;
CREATE TRIGGER boards_trail_is_kept BEFORE UPDATE OR DELETE ON {TABLE}
    FOR EACH ROW EXECUTE FUNCTION boards_trail_is_kept();
"""
POSTGRESQL_BACK = f"""
DROP TRIGGER IF EXISTS boards_trail_is_kept ON {TABLE};
DROP FUNCTION IF EXISTS boards_trail_is_kept();
"""
SQLITE = f"""
CREATE TRIGGER IF NOT EXISTS boards_trail_is_kept BEFORE UPDATE ON {TABLE}
BEGIN
    SELECT RAISE(ABORT, 'Lines of the trail are added, never changed.');
END
"""
SQLITE_BACK = "DROP TRIGGER IF EXISTS boards_trail_is_kept"


def guard(apps, schema_editor):
    statement = {"postgresql": POSTGRESQL, "sqlite": SQLITE}.get(schema_editor.connection.vendor)
    if statement:
        schema_editor.execute(statement)


def unguard(apps, schema_editor):
    back = {"postgresql": POSTGRESQL_BACK, "sqlite": SQLITE_BACK}
    statement = back.get(schema_editor.connection.vendor)
    if statement:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    initial = True

    replaces = [
        ("boards", "0001_initial"),
        ("boards", "0002_the_life_of_a_meeting"),
        ("boards", "0003_when_actions_are_late"),
        ("boards", "0004_late_from_is_known"),
        ("boards", "0005_versions_that_were_public"),
        ("boards", "0006_the_trail_is_kept"),
        ("boards", "0007_facilitators_on_boards"),
        ("boards", "0008_archive_files_say_more"),
        ("boards", "0009_what_belongs_to_a_board"),
        ("boards", "0010_find_collections"),
        ("boards", "0011_joint_invitations"),
        ("boards", "0012_addresses_in_one_form"),
        ("boards", "0013_where_access_is_true_and_when_it_changed"),
        ("boards", "0014_lines_of_the_trail_have_a_format"),
        ("boards", "0015_personal_links"),
        ("boards", "0016_links_that_were_sent"),
        ("boards", "0017_no_numbers_of_links"),
    ]

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
        ('taggit', '0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx'),
        ('wagtailcore', '0098_apitoken'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('contenttypes', '0002_remove_content_type_name'),
        ('easyread', '0001_squashed_0004_what_moved_to_the_record'),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ActionPoint',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('block_id', models.UUIDField(editable=False)),
                ('position', models.PositiveIntegerField(help_text='Place in the minutes, from 1')),
                ('item_number', models.PositiveIntegerField()),
                ('item_title', models.CharField(max_length=200)),
                ('text', models.TextField()),
                ('owner', models.CharField(blank=True, max_length=160)),
                ('due_on', models.DateField(blank=True, db_index=True, null=True)),
                ('due_words', models.CharField(blank=True, max_length=80)),
                ('agreed_on', models.DateField(db_index=True)),
                ('late_from', models.DateField(db_index=True, help_text='Late from this day on: the day after the date, or by age where there is none')),
                ('owner_email', easyread.fields.AddressField(blank=True, help_text='Where the owner gets the link to report. Never shown to the public', max_length=254)),
                ('is_withdrawn', models.BooleanField(default=False, help_text='The text of the minutes no longer holds it')),
                ('state', models.CharField(choices=[('open', 'Open'), ('in_progress', 'In progress'), ('done', 'Done'), ('dropped', 'Dropped')], db_index=True, default='open', max_length=20)),
                ('outcome', models.TextField(blank=True, help_text='What changed for people')),
                ('closed_on', models.DateField(blank=True, db_index=True, null=True)),
            ],
            options={
                'permissions': [('report_progress', "Can report the progress of any board's action")],
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='AgendaPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('items', easyread.fields.DocumentField(blank=True)),
            ],
            options={
                'verbose_name': 'agenda',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='Attendance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('name', models.CharField(max_length=120)),
                ('role', models.CharField(blank=True, help_text='Role or organisation', max_length=160)),
                ('presence', models.CharField(choices=[('present', 'Was there'), ('apologies', 'Sent apologies')], default='present', max_length=20)),
                ('is_citizen', models.BooleanField(default=False, verbose_name='citizen')),
            ],
        ),
        migrations.CreateModel(
            name='BoardsIndexPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('introduction', models.TextField(blank=True)),
            ],
            options={
                'verbose_name': 'list of boards',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='BoardTopic',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Deadline',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('agenda', 'Agenda and papers'), ('draft_minutes', 'Draft minutes'), ('approved_minutes', 'Approved minutes')], max_length=20)),
                ('due_on', models.DateField(db_index=True)),
                ('published_on', models.DateField(blank=True, null=True)),
                ('late_reason', models.TextField(blank=True, help_text='Shown to everyone')),
            ],
        ),
        migrations.CreateModel(
            name='Decision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('block_id', models.UUIDField(editable=False)),
                ('position', models.PositiveIntegerField(help_text='Place in the minutes, from 1')),
                ('item_title', models.CharField(max_length=200)),
                ('text', models.TextField()),
                ('is_withdrawn', models.BooleanField(default=False)),
                ('added_at', models.DateTimeField(blank=True, help_text='When a correction added it; else it came with the minutes', null=True)),
            ],
        ),
        migrations.CreateModel(
            name='JointInvitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('waiting', 'Waits for an answer'), ('accepted', 'Said yes'), ('declined', 'Said no'), ('taken_back', 'Was taken back')], default='waiting', max_length=20)),
                ('asked_at', models.DateTimeField()),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='Letter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=200, unique=True)),
                ('to', easyread.fields.AddressField(blank=True, help_text='Emptied when the letter has long been sent', max_length=254)),
                ('subject', models.CharField(max_length=200)),
                ('words', models.TextField(help_text='Paragraphs, with an empty line between')),
                ('link', models.CharField(blank=True, help_text='Address of the one button', max_length=500)),
                ('link_words', models.CharField(blank=True, max_length=80)),
                ('message_token', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('state', models.CharField(choices=[('pending', 'Waiting'), ('claimed', 'Taken up'), ('handing_over', 'Being handed over'), ('sent', 'Sent'), ('failed', 'Refused'), ('unknown', 'Not known')], default='pending', max_length=20)),
                ('claim', models.UUIDField(blank=True, help_text='The sender that has taken it up', null=True)),
                ('lease_until', models.DateTimeField(blank=True, null=True)),
                ('next_at', models.DateTimeField(help_text='Not to be tried before')),
                ('attempts', models.PositiveIntegerField(default=0)),
                ('written_at', models.DateTimeField()),
                ('sent_at', models.DateTimeField(blank=True, null=True)),
                ('answer', models.CharField(blank=True, help_text='What the mail server said', max_length=300)),
            ],
        ),
        migrations.CreateModel(
            name='MeetingPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('starts_at', models.DateTimeField(db_index=True, verbose_name='starts')),
                ('ends_at', models.DateTimeField(db_index=True, verbose_name='ends')),
                ('place', models.CharField(max_length=255)),
                ('access', models.TextField(blank=True, help_text='At this place: way in, hearing loop, quiet room, support')),
                ('access_said_for', models.CharField(blank=True, editable=False, help_text='The place that the words are about', max_length=255)),
                ('how_to_join', models.TextField(blank=True, help_text='In person, by phone, by link')),
                ('status', models.CharField(choices=[('planned', 'Planned'), ('changed', 'Changed'), ('cancelled', 'Cancelled')], default='planned', max_length=20)),
                ('status_reason', models.TextField(blank=True, help_text='Why it was changed or cancelled: shown to everyone')),
                ('sequence', models.PositiveIntegerField(default=0, editable=False, help_text='How often time, place or state changed (RFC 5545)')),
                ('changed_at', models.DateTimeField(blank=True, editable=False, help_text='When time, place or state last changed', null=True)),
            ],
            options={
                'verbose_name': 'meeting',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='Member',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('name', models.CharField(max_length=120)),
                ('role', models.CharField(choices=[('co_chair_officer', 'Co-chair (council officer)'), ('co_chair_citizen', 'Co-chair (citizen)'), ('secretary', 'Secretary'), ('facilitator', 'Facilitator'), ('representative', 'Representative'), ('member', 'Member')], default='member', max_length=20)),
                ('job', models.CharField(blank=True, help_text='Post or organisation, if any', max_length=160)),
                ('speaks_for', models.CharField(blank=True, help_text='For which people', max_length=160)),
                ('chosen', models.CharField(blank=True, choices=[('elected', 'Elected'), ('nominated', 'Nominated'), ('appointed', 'Appointed'), ('invited', 'Invited')], max_length=20)),
                ('is_citizen', models.BooleanField(default=True, help_text='Not there as part of a paid job')),
                ('is_liaison', models.BooleanField(default=False, help_text='Speaks for the board with the council', verbose_name='liaison officer')),
                ('email', easyread.fields.AddressField(blank=True, help_text='Only public if you tick it', max_length=254)),
                ('show_email', models.BooleanField(default=False, verbose_name='everyone may see the e-mail address')),
                ('phone', models.CharField(blank=True, help_text='Only public if you tick it', max_length=40)),
                ('show_phone', models.BooleanField(default=False, verbose_name='everyone may see the phone number')),
                ('since', models.DateField(blank=True, help_text='Term from', null=True)),
                ('until', models.DateField(blank=True, help_text='Term until', null=True)),
            ],
        ),
        migrations.CreateModel(
            name='MinutesPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('items', easyread.fields.DocumentField(blank=True)),
                ('status', models.CharField(choices=[('draft', 'Draft'), ('approved', 'Approved')], default='draft', max_length=20)),
                ('approved_item', models.PositiveIntegerField(blank=True, help_text='Number of the item by which that meeting approved them', null=True)),
                ('approved_published_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('withdrawn_on', models.DateField(blank=True, editable=False, null=True)),
                ('withdrawn_because', models.TextField(blank=True, editable=False)),
                ('corrections', models.TextField(blank=True, help_text='What the approving meeting corrected, if anything')),
            ],
            options={
                'verbose_name': 'minutes',
                'verbose_name_plural': 'minutes',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='MinutesRecord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sequence', models.PositiveBigIntegerField(help_text='From 1, without a gap', unique=True)),
                ('version', models.PositiveIntegerField(help_text='Of these minutes, from 1', null=True)),
                ('kind', models.CharField(choices=[('published', 'Published as a draft'), ('corrected', 'Corrected'), ('approved', 'Approved'), ('withdrawn', 'Withdrawn'), ('visibility', 'Who can see them, or where, was changed'), ('progress', 'How far an action is')], max_length=20)),
                ('at', models.DateTimeField()),
                ('by', models.CharField(blank=True, help_text='Name of the account', max_length=160)),
                ('reason', models.TextField(blank=True)),
                ('content', models.JSONField()),
                ('previous', models.CharField(blank=True, max_length=64)),
                ('digest', models.CharField(max_length=64, unique=True)),
                ('format', models.PositiveSmallIntegerField(default=1, help_text='The form that is sealed')),
            ],
        ),
        migrations.CreateModel(
            name='Pack',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('fingerprint', models.CharField(help_text="SHA-256 of the agenda's words and its papers' fingerprints", max_length=64)),
                ('state', models.CharField(choices=[('making', 'Being made'), ('ready', 'Ready'), ('failed', 'Could not be made')], default='making', max_length=20)),
                ('file', models.FileField(blank=True, upload_to='packs')),
                ('pages', models.PositiveIntegerField(blank=True, null=True)),
                ('size', models.PositiveBigIntegerField(blank=True, help_text='Bytes', null=True)),
                ('asked_at', models.DateTimeField()),
                ('made_at', models.DateTimeField(blank=True, null=True)),
                ('problem', models.CharField(blank=True, max_length=300)),
            ],
        ),
        migrations.CreateModel(
            name='Paper',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=255, verbose_name='title')),
                ('file', models.FileField(upload_to='documents', verbose_name='file')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created at')),
                ('file_size', models.PositiveBigIntegerField(editable=False, null=True)),
                ('file_hash', models.CharField(blank=True, editable=False, max_length=40)),
                ('is_restricted', models.BooleanField(default=False, verbose_name='not for everyone')),
                ('restricted_because', models.CharField(blank=True, help_text='Shown to everyone: no names, no details', max_length=300, verbose_name='why not')),
                ('look_again_on', models.DateField(blank=True, help_text='When you will look again whether it can be public', null=True)),
            ],
            options={
                'verbose_name': 'paper',
                'verbose_name_plural': 'documents',
                'abstract': False,
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='PaperShare',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('shared_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='PaperVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(help_text='From 1')),
                ('file', models.FileField(upload_to='paper-versions')),
                ('file_name', models.CharField(max_length=255)),
                ('kind', models.CharField(help_text='pdf, docx, …: as found in the file itself', max_length=10)),
                ('sha256', models.CharField(max_length=64)),
                ('size', models.PositiveBigIntegerField(help_text='Bytes')),
                ('added_at', models.DateTimeField()),
                ('reason', models.CharField(blank=True, help_text='What is different, and why', max_length=300)),
                ('was_public', models.BooleanField(default=False, help_text='It was what everyone saw; else only insiders may open it')),
            ],
        ),
        migrations.CreateModel(
            name='PassedMatter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('to_outside', models.CharField(blank=True, help_text='A body outside the portal', max_length=160)),
                ('title', models.CharField(max_length=160)),
                ('words', models.TextField(help_text='What is asked, in plain words', max_length=3000)),
                ('passed_on', models.DateField()),
                ('answer', models.TextField(blank=True, max_length=3000)),
                ('answered_on', models.DateField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='PersonalLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('purpose', models.CharField(choices=[('report_action', 'Say how far an action is')], max_length=40)),
                ('object_id', models.PositiveBigIntegerField()),
                ('person', easyread.fields.AddressField(help_text='To whom it was sent', max_length=254)),
                ('code', models.CharField(max_length=64, unique=True)),
                ('made_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField()),
                ('is_for_once', models.BooleanField(default=False, help_text='It ends when it was used')),
                ('used_at', models.DateTimeField(blank=True, help_text='The first time', null=True)),
                ('void_at', models.DateTimeField(blank=True, help_text='What it stands for has changed, or a newer one was sent', null=True)),
            ],
        ),
        migrations.CreateModel(
            name='Proposal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('title', models.CharField(max_length=160)),
                ('words', models.TextField(max_length=3000)),
                ('name', models.CharField(blank=True, max_length=120)),
                ('email', easyread.fields.AddressField(blank=True, max_length=254)),
                ('proposed_at', models.DateTimeField()),
                ('state', models.CharField(choices=[('new', 'Waiting for an answer'), ('on_agenda', 'On the agenda'), ('answered', 'Answered')], default='new', max_length=20)),
                ('answer', models.TextField(blank=True)),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='SettledProblem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(help_text="Of the problem's words", max_length=64, unique=True)),
                ('words', models.TextField()),
                ('by', models.CharField(help_text='Name of the account', max_length=160)),
                ('at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='TopicMention',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('agenda', 'Agenda'), ('minutes', 'Minutes')], max_length=20)),
                ('item_number', models.PositiveIntegerField()),
                ('item_title', models.CharField(max_length=200)),
                ('held_on', models.DateField(help_text='Day of the meeting')),
            ],
        ),
        migrations.CreateModel(
            name='TrailCheck',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('records', models.PositiveBigIntegerField()),
                ('head', models.CharField(blank=True, help_text='Digest of the last line', max_length=64)),
                ('problems', models.JSONField(default=list)),
                ('since', models.JSONField(default=dict, help_text='When each problem was first found')),
                ('format', models.PositiveSmallIntegerField(default=1, help_text='The latest form it knew')),
            ],
        ),
        migrations.CreateModel(
            name='Visit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('visited_on', models.DateField()),
                ('words', models.TextField(help_text='What was told, in plain words', max_length=2000)),
            ],
        ),
        migrations.CreateModel(
            name='WordReading',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('file_name', models.CharField(max_length=255)),
                ('sha256', models.CharField(max_length=64)),
                ('source', models.JSONField(default=list)),
                ('understood', models.JSONField(default=dict)),
                ('state', models.CharField(choices=[('waiting', 'To be checked'), ('taken_over', 'Taken over into the minutes'), ('dropped', 'Dropped')], default='waiting', max_length=20)),
                ('read_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='ActionTopic',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('content_object', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='action_topics', to='boards.actionpoint')),
                ('tag', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(app_label)s_%(class)s_items', to='taggit.tag')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='actionpoint',
            name='topics',
            field=taggit.managers.TaggableManager(blank=True, help_text='A comma-separated list of tags.', through='boards.ActionTopic', to='taggit.Tag', verbose_name='Tags'),
        ),
        migrations.CreateModel(
            name='ActionUpdate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('by_owner', models.BooleanField(default=False, help_text='By the link in an e-mail')),
                ('state', models.CharField(choices=[('open', 'Open'), ('in_progress', 'In progress'), ('done', 'Done'), ('dropped', 'Dropped')], max_length=20)),
                ('note', models.TextField(blank=True)),
                ('action', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='updates', to='boards.actionpoint')),
                ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='AgendaPaper',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('item_number', models.PositiveIntegerField()),
                ('added_on', models.DateField()),
                ('is_supplement', models.BooleanField(default=False)),
                ('reason', models.TextField(blank=True, help_text='Why it came late: shown to everyone')),
                ('is_withdrawn', models.BooleanField(default=False, help_text='No longer on the agenda')),
                ('agenda', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='papers', to='boards.agendapage')),
            ],
        ),
        migrations.CreateModel(
            name='ArchiveJob',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('token', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('title', models.CharField(max_length=160)),
                ('folder', models.CharField(help_text='Where the files lie on this machine', max_length=500)),
                ('publishes', models.BooleanField(default=False, help_text='Minutes without doubts become public; all others stay drafts')),
                ('state', models.CharField(choices=[('waiting', 'Waiting'), ('running', 'Running'), ('done', 'Done'), ('stopped', 'Stopped')], default='waiting', max_length=20)),
                ('asked_at', models.DateTimeField()),
                ('lease_until', models.DateTimeField(blank=True, help_text='Somebody works on it', null=True)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('asked_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='ArchiveFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField(help_text='Line of the manifest, from 1')),
                ('file_name', models.CharField(max_length=300)),
                ('held_on', models.DateField(blank=True, null=True)),
                ('starts', models.TimeField(blank=True, help_text='If the manifest says so', null=True)),
                ('place', models.CharField(blank=True, max_length=255)),
                ('is_approved', models.BooleanField(default=False, help_text='The manifest says so')),
                ('sha256', models.CharField(blank=True, db_index=True, max_length=64)),
                ('outcome', models.CharField(choices=[('waiting', 'Waiting'), ('published', 'Brought in and public'), ('draft', 'Brought in as a draft: to be checked'), ('skipped', 'Left out: it is there already'), ('failed', 'Could not be brought in')], default='waiting', max_length=20)),
                ('report', models.TextField(blank=True, help_text='What was found, or what is wrong')),
                ('items', models.PositiveIntegerField(default=0)),
                ('actions', models.PositiveIntegerField(default=0)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('job', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='files', to='boards.archivejob')),
            ],
        ),
        migrations.CreateModel(
            name='BoardPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('notice_days', models.PositiveSmallIntegerField(default=5, help_text='Clear working days between the day the agenda is out and the meeting', validators=[django.core.validators.MinValueValidator(0), django.core.validators.MaxValueValidator(60)], verbose_name='days of notice')),
                ('draft_minutes_days', models.PositiveSmallIntegerField(default=10, help_text='Working days after the meeting', validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(120)], verbose_name='days for draft minutes')),
                ('approved_minutes_days', models.PositiveSmallIntegerField(default=5, help_text='Working days after the meeting that approved them', validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(120)], verbose_name='days for approved minutes')),
                ('action_days', models.PositiveSmallIntegerField(default=120, help_text='Days after which an action that has no date is late', validators=[django.core.validators.MinValueValidator(7), django.core.validators.MaxValueValidator(730)], verbose_name='days for an action without a date')),
                ('standing_items', models.TextField(blank=True, default='Welcome and apologies\nMinutes of the last meeting\nMatters arising\nAny other business\nDate of the next meeting', help_text='Items of every agenda, one a line. New items go before “Any other business”.')),
                ('kind', models.CharField(choices=[('partnership_board', 'Partnership board'), ('forum', 'Forum'), ('senate', 'Senate'), ('task_and_finish', 'Task and finish group')], default='partnership_board', max_length=20)),
                ('purpose', models.TextField(help_text='What the board is for, in one or two plain sentences')),
                ('easy_purpose', models.CharField(blank=True, help_text='The same in at most 12 easy words', max_length=120)),
                ('schedule', models.CharField(blank=True, help_text='For example: every three months, on a Thursday', max_length=160)),
                ('place', models.CharField(blank=True, help_text='Where it usually meets', max_length=255)),
                ('access', models.TextField(blank=True, help_text='Step-free way in, hearing loop, quiet room, support at the meeting')),
                ('how_to_join', models.TextField(blank=True, help_text='How a citizen can come, or take part')),
                ('contact_email', models.EmailField(blank=True, help_text='Public: how to reach the secretary', max_length=254)),
                ('contact_phone', models.CharField(blank=True, max_length=40)),
                ('question', models.TextField(blank=True, help_text='For a task and finish group: the one question it answers')),
                ('ends_on', models.DateField(blank=True, help_text='For a task and finish group: the day it ends', null=True)),
                ('closed_on', models.DateField(blank=True, editable=False, null=True)),
                ('closing_words', models.TextField(blank=True, editable=False, help_text='Why it ended')),
                ('collection', models.OneToOneField(blank=True, editable=False, help_text='Where its papers are', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='board', to='wagtailcore.collection')),
                ('editors', models.OneToOneField(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='board', to='auth.group')),
            ],
            options={
                'verbose_name': 'board',
                'permissions': [('read_every_board', 'Can read what every board has in preparation')],
            },
            bases=('wagtailcore.page',),
        ),
        migrations.AddField(
            model_name='boardpage',
            name='picture',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='easyread.picture'),
        ),
        migrations.AddField(
            model_name='boardpage',
            name='reports_to',
            field=models.ForeignKey(blank=True, help_text='The board that this one reports to, if any', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='sub_groups', to='boards.boardpage'),
        ),
        migrations.AddField(
            model_name='boardpage',
            name='successor',
            field=models.ForeignKey(blank=True, editable=False, help_text='The board that goes on with its work', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='forerunners', to='boards.boardpage'),
        ),
        migrations.AddField(
            model_name='archivefile',
            name='board',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='boards.boardpage'),
        ),
        migrations.AddField(
            model_name='actionpoint',
            name='board',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='actions', to='boards.boardpage'),
        ),
        migrations.AddField(
            model_name='boardtopic',
            name='content_object',
            field=modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='board_topics', to='boards.boardpage'),
        ),
        migrations.AddField(
            model_name='boardtopic',
            name='tag',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(app_label)s_%(class)s_items', to='taggit.tag'),
        ),
        migrations.AddField(
            model_name='boardpage',
            name='topics',
            field=modelcluster.contrib.taggit.ClusterTaggableManager(blank=True, help_text='What the board deals with: transport, health', through='boards.BoardTopic', to='taggit.Tag', verbose_name='Tags'),
        ),
        migrations.AddField(
            model_name='deadline',
            name='board',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='boards.boardpage'),
        ),
        migrations.AddField(
            model_name='deadline',
            name='reason_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='decision',
            name='board',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='boards.boardpage'),
        ),
        migrations.AddField(
            model_name='jointinvitation',
            name='answered_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='jointinvitation',
            name='asked_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='jointinvitation',
            name='board',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='invitations', to='boards.boardpage'),
        ),
        migrations.AddIndex(
            model_name='letter',
            index=models.Index(fields=['state', 'next_at'], name='letter_due'),
        ),
        migrations.AddConstraint(
            model_name='letter',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['pending', 'claimed', 'handing_over', 'sent', 'failed', 'unknown'])), name='letter_state_known', violation_error_message='Choose how far the letter is.'),
        ),
        migrations.AddField(
            model_name='meetingpage',
            name='joint_with',
            field=modelcluster.fields.ParentalManyToManyField(blank=True, help_text='Boards that were asked to hold this meeting together, and said yes', related_name='joint_meetings', to='boards.boardpage'),
        ),
        migrations.AddField(
            model_name='jointinvitation',
            name='meeting',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='invitations', to='boards.meetingpage'),
        ),
        migrations.AddField(
            model_name='deadline',
            name='meeting',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='deadlines', to='boards.meetingpage'),
        ),
        migrations.AddField(
            model_name='actionpoint',
            name='meeting',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='actions', to='boards.meetingpage'),
        ),
        migrations.AddField(
            model_name='member',
            name='account',
            field=models.ForeignKey(blank=True, help_text="With an account, a member can read this board's restricted papers", null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='seats', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='member',
            name='board',
            field=modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='members', to='boards.boardpage'),
        ),
        migrations.AddField(
            model_name='minutespage',
            name='approved_at',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='approved_minutes', to='boards.meetingpage', verbose_name='approved by the meeting'),
        ),
        migrations.AddField(
            model_name='decision',
            name='minutes',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='boards.minutespage'),
        ),
        migrations.AddField(
            model_name='attendance',
            name='minutes',
            field=modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='attendance', to='boards.minutespage'),
        ),
        migrations.AddField(
            model_name='archivefile',
            name='minutes',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='boards.minutespage'),
        ),
        migrations.AddField(
            model_name='actionpoint',
            name='minutes',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='actions', to='boards.minutespage'),
        ),
        migrations.AddField(
            model_name='minutesrecord',
            name='minutes',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='records', to='boards.minutespage'),
        ),
        migrations.AddField(
            model_name='pack',
            name='agenda',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='packs', to='boards.agendapage'),
        ),
        migrations.AddField(
            model_name='paper',
            name='collection',
            field=models.ForeignKey(default=wagtail.models.media.get_root_collection_id, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='wagtailcore.collection', verbose_name='collection'),
        ),
        migrations.AddField(
            model_name='paper',
            name='tags',
            field=taggit.managers.TaggableManager(blank=True, help_text=None, through='taggit.TaggedItem', to='taggit.Tag', verbose_name='tags'),
        ),
        migrations.AddField(
            model_name='paper',
            name='uploaded_by_user',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, to=settings.AUTH_USER_MODEL, verbose_name='uploaded by user'),
        ),
        migrations.AddField(
            model_name='boardpage',
            name='closing_report',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='boards.paper'),
        ),
        migrations.AddField(
            model_name='agendapaper',
            name='paper',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='placements', to='boards.paper'),
        ),
        migrations.AddField(
            model_name='papershare',
            name='board',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='papers_shared_with_it', to='boards.boardpage'),
        ),
        migrations.AddField(
            model_name='papershare',
            name='paper',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='shares', to='boards.paper'),
        ),
        migrations.AddField(
            model_name='papershare',
            name='shared_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='paperversion',
            name='added_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='paperversion',
            name='paper',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='boards.paper'),
        ),
        migrations.AddField(
            model_name='passedmatter',
            name='agreed_at',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='boards.meetingpage'),
        ),
        migrations.AddField(
            model_name='passedmatter',
            name='board',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='matters_passed', to='boards.boardpage'),
        ),
        migrations.AddField(
            model_name='passedmatter',
            name='to_board',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='matters_received', to='boards.boardpage'),
        ),
        migrations.AddField(
            model_name='personallink',
            name='content_type',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='contenttypes.contenttype'),
        ),
        migrations.AddField(
            model_name='proposal',
            name='answered_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='proposal',
            name='board',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='proposals', to='boards.boardpage'),
        ),
        migrations.AddField(
            model_name='proposal',
            name='meeting',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='proposals', to='boards.meetingpage'),
        ),
        migrations.AddConstraint(
            model_name='settledproblem',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('words', ''), _negated=True), models.Q(('by', ''), _negated=True)), name='settled_problem_says_what_and_who', violation_error_message='Say what you found.'),
        ),
        migrations.AddField(
            model_name='topicmention',
            name='board',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mentions', to='boards.boardpage'),
        ),
        migrations.AddField(
            model_name='topicmention',
            name='meeting',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mentions', to='boards.meetingpage'),
        ),
        migrations.AddField(
            model_name='topicmention',
            name='page',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='topic_mentions', to=settings.WAGTAIL_PAGE_MODEL),
        ),
        migrations.AddField(
            model_name='topicmention',
            name='topic',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mentions', to='taggit.tag'),
        ),
        migrations.AddField(
            model_name='visit',
            name='told_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='visit',
            name='visited',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='visits_received', to='boards.boardpage'),
        ),
        migrations.AddField(
            model_name='visit',
            name='visitor',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='visits_made', to='boards.boardpage'),
        ),
        migrations.AddField(
            model_name='wordreading',
            name='meeting',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='readings', to='boards.meetingpage'),
        ),
        migrations.AddField(
            model_name='wordreading',
            name='read_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddConstraint(
            model_name='archivejob',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['waiting', 'running', 'done', 'stopped'])), name='archive_job_state_known', violation_error_message='Choose how far the job is.'),
        ),
        migrations.AddConstraint(
            model_name='meetingpage',
            constraint=models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('starts_at'))), name='meeting_ends_after_start', violation_error_message='The meeting ends before it starts.'),
        ),
        migrations.AddConstraint(
            model_name='meetingpage',
            constraint=models.CheckConstraint(condition=models.Q(('status', 'planned'), models.Q(('status_reason', ''), _negated=True), _connector='OR'), name='meeting_change_has_reason', violation_error_message='Say why the meeting was changed or cancelled.'),
        ),
        migrations.AddConstraint(
            model_name='meetingpage',
            constraint=models.CheckConstraint(condition=models.Q(('status__in', ['planned', 'changed', 'cancelled'])), name='meeting_status_known', violation_error_message='Choose planned, changed or cancelled.'),
        ),
        migrations.AddConstraint(
            model_name='jointinvitation',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'waiting')), fields=('meeting', 'board'), name='joint_invitation_waits_once', violation_error_message='This board is asked already.'),
        ),
        migrations.AddConstraint(
            model_name='jointinvitation',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['waiting', 'accepted', 'declined', 'taken_back'])), name='joint_invitation_state_known', violation_error_message='Choose what became of the invitation.'),
        ),
        migrations.AddIndex(
            model_name='deadline',
            index=models.Index(fields=['board', 'due_on'], name='deadline_of_board'),
        ),
        migrations.AddConstraint(
            model_name='deadline',
            constraint=models.UniqueConstraint(fields=('meeting', 'kind'), name='deadline_once_per_meeting_and_kind', violation_error_message='The clock has this day already.'),
        ),
        migrations.AddConstraint(
            model_name='deadline',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['agenda', 'draft_minutes', 'approved_minutes'])), name='deadline_kind_known', violation_error_message='Choose what the clock waits for.'),
        ),
        migrations.AddConstraint(
            model_name='member',
            constraint=models.CheckConstraint(condition=models.Q(('role__in', ['co_chair_officer', 'co_chair_citizen', 'secretary', 'facilitator', 'representative', 'member'])), name='member_role_known', violation_error_message='Choose what the person does on the board.'),
        ),
        migrations.AddConstraint(
            model_name='member',
            constraint=models.CheckConstraint(condition=models.Q(('since__isnull', True), ('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='member_term_in_order', violation_error_message='The term ends before it begins.'),
        ),
        migrations.AddConstraint(
            model_name='minutespage',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('approved_at__isnull', True), ('status', 'draft')), models.Q(('approved_at__isnull', False), ('status', 'approved')), _connector='OR'), name='minutes_approved_say_by_which_meeting', violation_error_message='Approved minutes name the meeting that approved them; drafts name none.'),
        ),
        migrations.AddConstraint(
            model_name='minutespage',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_because', ''), ('withdrawn_on__isnull', True)), models.Q(('withdrawn_on__isnull', False), models.Q(('withdrawn_because', ''), _negated=True)), _connector='OR'), name='minutes_withdrawn_say_why', violation_error_message='Say why the minutes are withdrawn.'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.UniqueConstraint(fields=('minutes', 'block_id'), name='decision_once_per_block', violation_error_message='This decision is there already.'),
        ),
        migrations.AddConstraint(
            model_name='attendance',
            constraint=models.CheckConstraint(condition=models.Q(('presence__in', ['present', 'apologies'])), name='attendance_presence_known', violation_error_message='Choose whether the person was there.'),
        ),
        migrations.AddConstraint(
            model_name='archivefile',
            constraint=models.UniqueConstraint(fields=('job', 'position'), name='archive_file_once_per_line', violation_error_message='This line is in the job already.'),
        ),
        migrations.AddConstraint(
            model_name='archivefile',
            constraint=models.CheckConstraint(condition=models.Q(('outcome__in', ['waiting', 'published', 'draft', 'skipped', 'failed'])), name='archive_file_outcome_known', violation_error_message='Choose what became of the file.'),
        ),
        migrations.AddIndex(
            model_name='actionpoint',
            index=models.Index(fields=['board', 'state', 'due_on'], name='action_board_state'),
        ),
        migrations.AddConstraint(
            model_name='actionpoint',
            constraint=models.UniqueConstraint(fields=('minutes', 'block_id'), name='action_once_per_block', violation_error_message='This action is there already.'),
        ),
        migrations.AddConstraint(
            model_name='actionpoint',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['open', 'in_progress', 'done', 'dropped'])), name='action_state_known', violation_error_message='Choose how far the action is.'),
        ),
        migrations.AddConstraint(
            model_name='actionpoint',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('closed_on__isnull', True), ('state__in', ('open', 'in_progress'))), models.Q(('closed_on__isnull', False), ('state__in', ('done', 'dropped')), models.Q(('outcome', ''), _negated=True)), _connector='OR'), name='action_closed_says_what_changed', violation_error_message='To close an action, say what changed.'),
        ),
        migrations.AddConstraint(
            model_name='minutesrecord',
            constraint=models.UniqueConstraint(fields=('minutes', 'version'), name='minutes_record_once_per_version', violation_error_message='This version is on record already.'),
        ),
        migrations.AddConstraint(
            model_name='minutesrecord',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['published', 'corrected', 'approved', 'withdrawn', 'visibility', 'progress'])), name='minutes_record_kind_known', violation_error_message='Choose what happened to the minutes.'),
        ),
        migrations.AddConstraint(
            model_name='minutesrecord',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['published', 'approved', 'progress']), models.Q(('reason', ''), _negated=True), _connector='OR'), name='minutes_record_says_why', violation_error_message='A correction or withdrawal says why.'),
        ),
        migrations.AddConstraint(
            model_name='minutesrecord',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind__in', ('visibility', 'progress')), ('version__isnull', True)), models.Q(models.Q(('kind__in', ('visibility', 'progress')), _negated=True), ('version__isnull', False)), _connector='OR'), name='minutes_record_version_has_number', violation_error_message='A version has a number, and nothing else has one.'),
        ),
        migrations.AddConstraint(
            model_name='minutesrecord',
            constraint=models.CheckConstraint(condition=models.Q(('format__in', [1, 2])), name='minutes_record_format_known', violation_error_message='This format of the trail is not known.'),
        ),
        migrations.AddConstraint(
            model_name='pack',
            constraint=models.UniqueConstraint(fields=('agenda', 'fingerprint'), name='pack_once_per_revision', violation_error_message='This pack is there already.'),
        ),
        migrations.AddConstraint(
            model_name='pack',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['making', 'ready', 'failed'])), name='pack_state_known', violation_error_message='Choose how far the pack is.'),
        ),
        migrations.AddConstraint(
            model_name='pack',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'ready'), _negated=True), models.Q(models.Q(('file', ''), _negated=True), ('pages__isnull', False)), _connector='OR'), name='pack_ready_has_its_file', violation_error_message='A pack that is ready has its file.'),
        ),
        migrations.AddConstraint(
            model_name='paper',
            constraint=models.CheckConstraint(condition=models.Q(('is_restricted', False), models.Q(models.Q(('restricted_because', ''), _negated=True), ('look_again_on__isnull', False)), _connector='OR'), name='paper_restricted_says_why_and_until_when', violation_error_message='A paper that is not for everyone says why, and when that will be looked at again.'),
        ),
        migrations.AddConstraint(
            model_name='boardpage',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['partnership_board', 'forum', 'senate', 'task_and_finish'])), name='board_kind_known', violation_error_message='Choose what kind of board this is.'),
        ),
        migrations.AddConstraint(
            model_name='boardpage',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'task_and_finish'), _negated=True), models.Q(models.Q(('question', ''), _negated=True), ('ends_on__isnull', False)), _connector='OR'), name='board_task_group_has_question_and_end', violation_error_message='A task and finish group needs its question and the day it ends.'),
        ),
        migrations.AddConstraint(
            model_name='boardpage',
            constraint=models.CheckConstraint(condition=models.Q(('closed_on__isnull', True), models.Q(('closing_words', ''), _negated=True), _connector='OR'), name='board_ended_says_why', violation_error_message='Say why the board ended.'),
        ),
        migrations.AddConstraint(
            model_name='boardpage',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'task_and_finish'), _negated=True), ('closed_on__isnull', True), ('closing_report__isnull', False), _connector='OR'), name='board_task_group_ends_with_report', violation_error_message='A task and finish group ends with a report.'),
        ),
        migrations.AddConstraint(
            model_name='boardpage',
            constraint=models.CheckConstraint(condition=models.Q(('successor__isnull', True), models.Q(('closed_on__isnull', False), models.Q(('successor', models.F('pk')), _negated=True)), _connector='OR'), name='board_goes_on_in_another', violation_error_message='Only a board that ended goes on in another board.'),
        ),
        migrations.AddConstraint(
            model_name='agendapaper',
            constraint=models.UniqueConstraint(fields=('agenda', 'paper'), name='paper_once_per_agenda', violation_error_message='This paper is on the agenda already.'),
        ),
        migrations.AddConstraint(
            model_name='papershare',
            constraint=models.UniqueConstraint(fields=('paper', 'board'), name='paper_shared_once_with_a_board', violation_error_message='This paper is shared with that board already.'),
        ),
        migrations.AddConstraint(
            model_name='paperversion',
            constraint=models.UniqueConstraint(fields=('paper', 'number'), name='paper_version_once', violation_error_message='This version is there already.'),
        ),
        migrations.AddConstraint(
            model_name='passedmatter',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('to_board__isnull', False), ('to_outside', '')), models.Q(('to_board__isnull', True), models.Q(('to_outside', ''), _negated=True)), _connector='OR'), name='matter_has_one_receiver', violation_error_message='Choose a board, or name a body outside: one of the two.'),
        ),
        migrations.AddConstraint(
            model_name='passedmatter',
            constraint=models.CheckConstraint(condition=models.Q(('to_board__isnull', True), models.Q(('to_board', models.F('board')), _negated=True), _connector='OR'), name='matter_goes_to_another_board', violation_error_message='A matter goes to another board.'),
        ),
        migrations.AddConstraint(
            model_name='passedmatter',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_on__isnull', True)), models.Q(models.Q(('answer', ''), _negated=True), ('answered_on__isnull', False)), _connector='OR'), name='matter_answered_with_words', violation_error_message='An answer has words and a day.'),
        ),
        migrations.AddConstraint(
            model_name='passedmatter',
            constraint=models.CheckConstraint(condition=models.Q(('answered_on__isnull', True), ('answered_on__gte', models.F('passed_on')), _connector='OR'), name='matter_answered_after_it_was_passed', violation_error_message='The answer is older than the matter.'),
        ),
        migrations.AddIndex(
            model_name='personallink',
            index=models.Index(fields=['content_type', 'object_id'], name='personal_link_about'),
        ),
        migrations.AddConstraint(
            model_name='personallink',
            constraint=models.CheckConstraint(condition=models.Q(('purpose__in', ['report_action'])), name='personal_link_purpose_known', violation_error_message='Choose what the link is for.'),
        ),
        migrations.AddConstraint(
            model_name='personallink',
            constraint=models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('made_at'))), name='personal_link_ends_after_it_was_made', violation_error_message='The link ends before it was made.'),
        ),
        migrations.AddIndex(
            model_name='proposal',
            index=models.Index(fields=['board', 'state'], name='proposal_board_state'),
        ),
        migrations.AddConstraint(
            model_name='proposal',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['new', 'on_agenda', 'answered'])), name='proposal_state_known', violation_error_message='Choose what becomes of the proposal.'),
        ),
        migrations.AddConstraint(
            model_name='proposal',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('answered_at__isnull', True), ('state', 'new')), models.Q(models.Q(('state', 'new'), _negated=True), ('answered_at__isnull', False), models.Q(('answer', ''), _negated=True)), _connector='OR'), name='proposal_answered_with_words', violation_error_message='Answer the proposal in words.'),
        ),
        migrations.AddIndex(
            model_name='topicmention',
            index=models.Index(fields=['topic', 'held_on'], name='mention_of_topic'),
        ),
        migrations.AddIndex(
            model_name='topicmention',
            index=models.Index(fields=['board', 'held_on'], name='mention_of_board'),
        ),
        migrations.AddConstraint(
            model_name='topicmention',
            constraint=models.UniqueConstraint(fields=('page', 'item_number', 'topic'), name='topic_once_per_item', violation_error_message='The item has this topic already.'),
        ),
        migrations.AddConstraint(
            model_name='topicmention',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['agenda', 'minutes'])), name='topic_mention_kind_known', violation_error_message='Choose agenda or minutes.'),
        ),
        migrations.AddConstraint(
            model_name='visit',
            constraint=models.CheckConstraint(condition=models.Q(('visitor', models.F('visited')), _negated=True), name='visit_to_another_board', violation_error_message='A board visits another board.'),
        ),
        migrations.AddConstraint(
            model_name='wordreading',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['waiting', 'taken_over', 'dropped'])), name='reading_state_known', violation_error_message='Choose what becomes of the file that was read.'),
        ),
        migrations.RunPython(guard, unguard),
    ]
