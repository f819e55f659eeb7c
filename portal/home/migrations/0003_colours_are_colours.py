"""The database knows what a colour looks like: a stylesheet is made of it."""

from django.db import migrations, models

COLOUR = "^#[0-9a-fA-F]{6}$"


def mend(apps, schema_editor):
    """What is no colour is none on any page either: the colours of the first day."""
    looks = apps.get_model("home", "SiteLook").objects
    looks.exclude(colour__regex=COLOUR).update(colour="#0b4f5c")
    looks.exclude(accent__regex=COLOUR).update(accent="#b35c12")


class Migration(migrations.Migration):

    dependencies = [
        ('home', '0002_a_plain_page_says_how_to_reach_the_council'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.RunPython(mend, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name='sitelook',
            constraint=models.CheckConstraint(condition=models.Q(('colour__regex', '^#[0-9a-fA-F]{6}$')), name='site_look_colour_is_a_colour', violation_error_message='Write the main colour like #0b4f5c.'),
        ),
        migrations.AddConstraint(
            model_name='sitelook',
            constraint=models.CheckConstraint(condition=models.Q(('accent__regex', '^#[0-9a-fA-F]{6}$')), name='site_look_accent_is_a_colour', violation_error_message='Write the second colour like #0b4f5c.'),
        ),
    ]
