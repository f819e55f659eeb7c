"""All that the migrations before the first release did, in one: for new databases, and for those
that have all of them."""

import django.db.models.deletion
import easyread.fields
import modelsearch.index
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    replaces = [
        ("easyread", "0001_initial"),
        ("easyread", "0002_the_life_of_an_easy_read"),
        ("easyread", "0003_records_of_easy_reads"),
        ("easyread", "0004_what_moved_to_the_record"),
    ]

    dependencies = [
        ('wagtailcore', '0098_apitoken'),
        ('wagtailimages', '0027_image_description'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='AllowedWord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('word', models.CharField(max_length=80, unique=True)),
                ('why', models.CharField(blank=True, max_length=200)),
            ],
            options={
                'verbose_name': 'allowed word',
            },
        ),
        migrations.CreateModel(
            name='EasyReadPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('body', easyread.fields.DocumentField(blank=True, verbose_name='Ideas, one a row')),
            ],
            options={
                'verbose_name': 'easy read',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='MissingPicture',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('words', models.CharField(help_text='As searched, in small letters', max_length=80, unique=True)),
                ('times', models.PositiveIntegerField(default=1)),
                ('last_at', models.DateTimeField()),
            ],
            options={
                'verbose_name': 'missing picture',
            },
        ),
        migrations.CreateModel(
            name='Abbreviation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('word', models.CharField(max_length=40, unique=True)),
                ('pages', models.PositiveIntegerField(default=0, help_text='On how many public pages')),
                ('counted_at', models.DateTimeField()),
                ('example', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.WAGTAIL_PAGE_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Picture',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(help_text='A short name for addresses, for example: bus', unique=True)),
                ('name', models.CharField(help_text='What the picture shows, in plain words', max_length=80)),
                ('words', models.TextField(blank=True, help_text='Other words for it, with semicolons between: coach; public transport')),
                ('description', models.CharField(blank=True, help_text='What someone who cannot see it is told. Empty: its name', max_length=250, verbose_name='alternative text')),
                ('source', models.CharField(default='upload', editable=False, max_length=40)),
                ('static_file', models.CharField(blank=True, editable=False, max_length=200)),
                ('author', models.CharField(blank=True, help_text='Who made it', max_length=200)),
                ('licence', models.CharField(blank=True, help_text='For example: CC BY 4.0', max_length=80)),
                ('licence_url', models.URLField(blank=True)),
                ('image', models.ForeignKey(blank=True, help_text='A photograph or drawing of your own', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailimages.image')),
            ],
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='GlossaryTerm',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('word', models.CharField(max_length=80, unique=True)),
                ('slug', models.SlugField(max_length=80, unique=True)),
                ('forms', models.TextField(blank=True, help_text='Other forms of the word, with semicolons between: GPs; doctors')),
                ('explanation', models.TextField(help_text='Short sentences of at most 15 words')),
                ('pages_using', models.PositiveIntegerField(blank=True, editable=False, help_text='On how many public pages it stands', null=True)),
                ('counted_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('picture', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='terms', to='easyread.picture')),
            ],
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='PictureMark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('used_at', models.DateTimeField(blank=True, null=True)),
                ('is_favourite', models.BooleanField(default=False, verbose_name='favourite')),
                ('picture', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='marks', to='easyread.picture')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='picture_marks', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='ReadersCheck',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('readers', models.CharField(help_text='Names or initials, as they wish', max_length=200)),
                ('checked_on', models.DateField()),
                ('words_sha256', models.CharField(help_text='Fingerprint of the words and pictures that they read', max_length=64)),
                ('remarks', models.TextField(blank=True, max_length=2000)),
                ('recorded_at', models.DateTimeField()),
                ('easy_read', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='checks', to='easyread.easyreadpage')),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='ReadersAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('question', models.CharField(choices=[('one_idea', 'Does each sentence say one thing?'), ('hard_words', 'Are all hard words explained?'), ('same_words', 'Is the same thing always called by the same word?'), ('plain_sayings', 'Does it say what it means, with no sayings or foreign words?'), ('pictures', 'Cover the words: do the pictures still say it?'), ('meaning', 'Does whoever wrote the full version agree that the meaning is right?'), ('respect', 'Is it written for adults, and is nothing important left out?')], max_length=20)),
                ('verdict', models.CharField(choices=[('yes', 'Yes'), ('no', 'No'), ('not_sure', 'Not sure')], max_length=20)),
                ('check_of', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='easyread.readerscheck')),
            ],
        ),
        migrations.CreateModel(
            name='EasyReadRecord',
            fields=[
                ('easy_read', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='record', serialize=False, to='easyread.easyreadpage')),
                ('source', models.JSONField(default=list, help_text="The original's ideas from which it was made, as text")),
                ('made_from_at', models.DateTimeField(blank=True, help_text='When the text that it was made from was published', null=True)),
                ('original_changed_at', models.DateTimeField(blank=True, help_text='Since when the original says something else', null=True)),
                ('words_sha256', models.CharField(blank=True, help_text='Fingerprint of the words and pictures now public', max_length=64)),
                ('readers_check', models.ForeignKey(blank=True, help_text="The readers' check that holds for the words now public", null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='easyread.readerscheck')),
            ],
        ),
        migrations.CreateModel(
            name='EasyReadFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('pdf_16', 'PDF'), ('pdf_20', 'PDF, large print, 20 point'), ('pdf_24', 'PDF, very large print, 24 point'), ('pdf_28', 'PDF, largest print, 28 point'), ('word', 'Word')], max_length=20)),
                ('fingerprint', models.CharField(help_text='SHA-256 of all that stands in the file', max_length=64)),
                ('state', models.CharField(choices=[('making', 'Being made'), ('ready', 'Ready'), ('failed', 'Not made')], default='making', max_length=20)),
                ('file', models.FileField(blank=True, upload_to='easy-reads')),
                ('pages', models.PositiveIntegerField(blank=True, help_text='Unknown for Word', null=True)),
                ('size', models.PositiveBigIntegerField(blank=True, help_text='Bytes', null=True)),
                ('asked_at', models.DateTimeField()),
                ('made_at', models.DateTimeField(blank=True, null=True)),
                ('problem', models.CharField(blank=True, max_length=300)),
                ('easy_read', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='files', to='easyread.easyreadpage')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('easy_read', 'kind', 'fingerprint'), name='easy_read_file_once_per_revision', violation_error_message='This file is there already.'), models.CheckConstraint(condition=models.Q(('kind__in', ['pdf_16', 'pdf_20', 'pdf_24', 'pdf_28', 'word'])), name='easy_read_file_kind_known', violation_error_message='Choose one of the kinds of file.'), models.CheckConstraint(condition=models.Q(('state__in', ['making', 'ready', 'failed'])), name='easy_read_file_state_known', violation_error_message='Choose how far the file is.'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'ready'), _negated=True), models.Q(('file', ''), _negated=True), _connector='OR'), name='easy_read_file_ready_has_its_file', violation_error_message='A file that is ready is there.')],
            },
        ),
        migrations.CreateModel(
            name='FormatRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('format', models.CharField(choices=[('easy_read', 'Easy read'), ('large_print', 'Large print'), ('paper', 'On paper'), ('audio', 'Audio'), ('language', 'Another language')], default='easy_read', max_length=20)),
                ('language', models.CharField(blank=True, max_length=60)),
                ('contact', models.CharField(blank=True, max_length=200)),
                ('asked_at', models.DateTimeField()),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('answer', models.TextField(blank=True, max_length=2000)),
                ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('page', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='format_requests', to=settings.WAGTAIL_PAGE_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('format__in', ['easy_read', 'large_print', 'paper', 'audio', 'language'])), name='format_request_format_known', violation_error_message='Choose one of the formats.'), models.CheckConstraint(condition=models.Q(('answered_at__isnull', True), ('answered_at__gte', models.F('asked_at')), _connector='OR'), name='format_request_answered_after_asked', violation_error_message='A request cannot be answered before it was made.'), models.CheckConstraint(condition=models.Q(('answered_at__isnull', True), models.Q(('answer', ''), _negated=True), _connector='OR'), name='format_request_answered_says_what', violation_error_message='Write what was answered.')],
            },
        ),
        migrations.AddConstraint(
            model_name='picture',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('image__isnull', False), ('static_file', '')), models.Q(models.Q(('static_file', ''), _negated=True), ('image__isnull', True)), _connector='OR'), name='picture_has_one_source', violation_error_message='A picture needs an image of its own.'),
        ),
        migrations.AddConstraint(
            model_name='picturemark',
            constraint=models.UniqueConstraint(fields=('user', 'picture'), name='picture_mark_once_per_writer', violation_error_message='This picture is marked already.'),
        ),
        migrations.AddConstraint(
            model_name='readerscheck',
            constraint=models.CheckConstraint(condition=models.Q(('readers', ''), _negated=True), name='readers_check_says_by_whom', violation_error_message='Write who checked it: names or initials.'),
        ),
        migrations.AddConstraint(
            model_name='readersanswer',
            constraint=models.UniqueConstraint(fields=('check_of', 'question'), name='readers_answer_once_per_question', violation_error_message='This question is answered already.'),
        ),
        migrations.AddConstraint(
            model_name='readersanswer',
            constraint=models.CheckConstraint(condition=models.Q(('question__in', ['one_idea', 'hard_words', 'same_words', 'plain_sayings', 'pictures', 'meaning', 'respect'])), name='readers_answer_question_known', violation_error_message='Choose one of the questions.'),
        ),
        migrations.AddConstraint(
            model_name='readersanswer',
            constraint=models.CheckConstraint(condition=models.Q(('verdict__in', ['yes', 'no', 'not_sure'])), name='readers_answer_verdict_known', violation_error_message='Choose yes, no or not sure.'),
        ),
    ]
