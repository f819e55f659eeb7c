"""What stood on the page of an easy read goes to its record, its check to a readers' check.

The text from which it was made was not kept: ``manage.py catch_up`` takes the original's.
"""

from django.db import migrations
from django.db.models.functions import Left, Length
from django.utils import timezone

STEP = 4  # letters of a page's path for each level of the tree


def keep(apps, schema_editor):
    EasyReadPage = apps.get_model("easyread", "EasyReadPage")
    Record = apps.get_model("easyread", "EasyReadRecord")
    Check = apps.get_model("easyread", "ReadersCheck")
    Page = apps.get_model("wagtailcore", "Page")
    pages = EasyReadPage.objects.annotate(above=Left("path", Length("path") - STEP)).defer("body")
    for page in pages:
        original = Page.objects.filter(path=page.above).first()
        made_from = page.original_published_at
        published = original.last_published_at if original else None
        check = None
        if page.progress == "checked" and page.readers and page.checked_on:
            check = Check.objects.create(
                easy_read=page,
                readers=page.readers,
                checked_on=page.checked_on,
                words_sha256="",
                remarks="Recorded before the questions were asked",
                recorded_at=timezone.now(),
            )
        Record.objects.create(
            easy_read=page,
            made_from_at=made_from,
            original_changed_at=(
                published if made_from and published and published > made_from else None
            ),
            readers_check=check,
        )
        if page.progress == "in_preparation" and page.live:
            Page.objects.filter(pk=page.pk).update(live=False, has_unpublished_changes=True)
    requests = apps.get_model("easyread", "FormatRequest").objects.filter(answer="")
    requests.filter(answered_at__isnull=False).update(answer="Answered.")


def put_back(apps, schema_editor):
    EasyReadPage = apps.get_model("easyread", "EasyReadPage")
    for record in apps.get_model("easyread", "EasyReadRecord").objects.select_related(
        "readers_check", "easy_read"
    ):
        check = record.readers_check
        state = "in_preparation" if not record.easy_read.live else "ready"
        EasyReadPage.objects.filter(pk=record.easy_read_id).update(
            progress="checked" if check else state,
            readers=check.readers if check else "",
            checked_on=check.checked_on if check else None,
            original_published_at=record.made_from_at,
        )


class Migration(migrations.Migration):

    dependencies = [
        ("easyread", "0002_the_life_of_an_easy_read"),
    ]

    operations = [migrations.RunPython(keep, put_back)]
