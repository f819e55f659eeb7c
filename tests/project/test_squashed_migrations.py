"""A portal that has all of the migrations before the first release goes on from there."""

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

OURS = {"boards", "easyread", "digests"}


@pytest.mark.django_db
def test_a_portal_from_before_has_nothing_to_do_again() -> None:
    executor = MigrationExecutor(connection)
    found = executor.loader.replacements
    squashed = {key: found[key] for key in found if key[0] in OURS}
    assert {app for app, _ in squashed} == OURS
    rows = MigrationRecorder(connection).migration_qs
    for (app, name), migration in squashed.items():
        rows.filter(app=app, name=name).delete()
        for its_app, its_name in migration.replaces:
            rows.filter(app=its_app, name=its_name).delete()
            rows.create(app=its_app, name=its_name, applied=timezone.now())
    again = MigrationExecutor(connection)
    assert again.migration_plan(again.loader.graph.leaf_nodes()) == []
    again.loader.check_consistent_history(connection)
