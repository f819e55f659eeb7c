"""What each check found stood in three columns beside each other; what was settled, as a digest."""

import hashlib
import json
from datetime import datetime

from django.db import migrations


def digest_of(words):
    return hashlib.sha256(json.dumps(words).encode()).hexdigest()


def carry_over(apps, schema_editor):
    rows = apps.get_model("boards", "TrailProblem").objects
    keys = {}
    for check in apps.get_model("boards", "TrailCheck").objects.order_by("pk").iterator():
        for words in check.problems:
            key, since = check.keys.get(words, words), check.since.get(words)
            keys |= {digest_of(key): key}
            rows.create(
                found_by=check, key=key, words=words,
                since=datetime.fromisoformat(since) if since else check.at,
            )
    for settled in apps.get_model("boards", "SettledProblem").objects.order_by("pk"):
        settled.key = keys.get(settled.key, settled.key)
        settled.save()


def carry_back(apps, schema_editor):
    rows = apps.get_model("boards", "TrailProblem").objects.order_by("pk")
    for check in apps.get_model("boards", "TrailCheck").objects.order_by("pk").iterator():
        found = list(rows.filter(found_by=check))
        check.problems = [one.words for one in found]
        check.since = {one.words: one.since.isoformat() for one in found}
        check.keys = {one.words: one.key for one in found}
        check.save()
    keys = set(rows.values_list("key", flat=True))
    for settled in apps.get_model("boards", "SettledProblem").objects.order_by("pk"):
        settled.key = digest_of(settled.key) if settled.key in keys else settled.key
        settled.save()


class Migration(migrations.Migration):
    dependencies = [("boards", "0030_problems_of_the_trail")]

    operations = [migrations.RunPython(carry_over, carry_back)]
