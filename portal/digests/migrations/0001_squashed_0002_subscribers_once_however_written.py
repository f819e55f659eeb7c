"""All that the migrations before the first release did, in one: for new databases, and for those
that have all of them."""

import django.db.models.deletion
import django.db.models.functions.text
import easyread.fields
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    replaces = [
        ("digests", "0001_initial"),
        ("digests", "0002_subscribers_once_however_written"),
    ]

    dependencies = [

    ]

    operations = [
        migrations.CreateModel(
            name='Heartbeat',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=40, unique=True)),
                ('at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='DigestList',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(unique=True)),
                ('name', models.CharField(max_length=120)),
                ('cadence', models.CharField(choices=[('weekly', 'Every Monday'), ('monthly', 'On the first of the month')], default='monthly', max_length=20)),
                ('follows_the_senate', models.BooleanField(default=False, help_text='Everyone with a seat in the senate gets it: co-chairs and secretaries')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('cadence__in', ['weekly', 'monthly'])), name='digest_cadence_known', violation_error_message='Choose how often it goes out.')],
            },
        ),
        migrations.CreateModel(
            name='Edition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('period_start', models.DateTimeField()),
                ('period_end', models.DateTimeField()),
                ('state', models.CharField(choices=[('sending', 'Being sent'), ('done', 'Sent'), ('empty', 'Nothing to say, not sent')], max_length=20)),
                ('content', models.JSONField()),
                ('frozen_at', models.DateTimeField()),
                ('list', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='editions', to='digests.digestlist')),
            ],
        ),
        migrations.CreateModel(
            name='Subscriber',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('email', easyread.fields.AddressField(max_length=254)),
                ('name', models.CharField(blank=True, max_length=120)),
                ('state', models.CharField(choices=[('confirmed', 'Gets the digest'), ('left', 'Has left'), ('no_seat', 'Has no seat in the senate any more')], default='confirmed', max_length=20)),
                ('has_seat', models.BooleanField(default=False, editable=False, help_text='Gets the list for a seat in the senate')),
                ('token', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('list', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='subscribers', to='digests.digestlist')),
            ],
        ),
        migrations.CreateModel(
            name='Delivery',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('pending', 'Waiting'), ('claimed', 'Taken by a sender'), ('handing_over', 'Being handed to the mail server'), ('sent', 'Sent'), ('failed', 'Refused by the mail server'), ('suppressed', 'Not sent: the subscriber has left'), ('unknown', 'Not known: a person has to look')], default='pending', max_length=20)),
                ('token', models.UUIDField(blank=True, help_text='The sender that has claimed it', null=True)),
                ('lease_until', models.DateTimeField(blank=True, null=True)),
                ('next_at', models.DateTimeField(help_text='Not to be tried before')),
                ('attempts', models.PositiveIntegerField(default=0)),
                ('sent_at', models.DateTimeField(blank=True, null=True)),
                ('answer', models.CharField(blank=True, help_text='What the mail server said', max_length=300)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='deliveries', to='digests.edition')),
                ('subscriber', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='deliveries', to='digests.subscriber')),
            ],
        ),
        migrations.AddConstraint(
            model_name='edition',
            constraint=models.UniqueConstraint(fields=('list', 'period_start'), name='edition_once_per_period', violation_error_message='There is an edition for this time already.'),
        ),
        migrations.AddConstraint(
            model_name='edition',
            constraint=models.CheckConstraint(condition=models.Q(('period_end__gt', models.F('period_start'))), name='edition_period_in_order', violation_error_message='The edition ends before it begins.'),
        ),
        migrations.AddConstraint(
            model_name='subscriber',
            constraint=models.UniqueConstraint(models.F('list'), django.db.models.functions.text.Lower('email'), name='subscriber_once_per_list', violation_error_message='This address gets the list already.'),
        ),
        migrations.AddIndex(
            model_name='delivery',
            index=models.Index(fields=['state', 'next_at'], name='delivery_due'),
        ),
        migrations.AddConstraint(
            model_name='delivery',
            constraint=models.UniqueConstraint(fields=('edition', 'subscriber'), name='delivery_once_per_edition_and_subscriber', violation_error_message='This person has a copy already.'),
        ),
    ]
