"""The database itself refuses to change a line of the trail, and on PostgreSQL to delete one.

SQLite has no trigger against deleting: Django's tests empty tables that way. There, missing lines
are found by the check of the trail.
"""

from django.db import migrations

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
    dependencies = [("boards", "0005_versions_that_were_public")]
    operations = [migrations.RunPython(guard, unguard)]
