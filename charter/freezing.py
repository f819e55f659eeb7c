"""What keeps the text of a version in force, and all that happened on the way to a signature:
triggers in the database, on both engines.

No screen, service or ``update()`` gets round them. SQLite loses its triggers when Django makes a
table anew, so they are put back after each `migrate`. There no trigger keeps rows from being
deleted: it would also keep Django from emptying the database of a test.
"""

from django.db.backends.base.base import BaseDatabaseWrapper

VERSION, PRINCIPLE, POINT = "charter_charterversion", "charter_principle", "charter_subpoint"
CORRECTION, EVENT = "charter_textcorrection", "charter_signupevent"
KEPT = "The text of a charter in force is never changed, nor what happened."
# All but the picture, which may be put away, and with it goes no word.
WORDS = {
    VERSION: (
        *("charter_id", "number", "title", "introduction", "easy_introduction", "planned_for"),
        *("in_force_from", "put_in_force_at", "put_in_force_by", "digest"),
    ),
    PRINCIPLE: (
        *("version_id", "number", "title", "text", "easy_text", "questions", "examples"),
        "continues_id",
    ),
    POINT: ("principle_id", "number", "text", "easy_text"),
}


def _is_sealed(table: str, row: str) -> str:
    """SQL: whether the ``row`` (OLD or NEW) is part of a version in force."""
    if table == VERSION:
        return f"{row}.in_force_from IS NOT NULL"
    versions = f"SELECT 1 FROM {VERSION} v WHERE v.in_force_from IS NOT NULL AND v.id"
    if table == PRINCIPLE:
        return f"EXISTS ({versions} = {row}.version_id)"
    of_point = f"(SELECT p.version_id FROM {PRINCIPLE} p WHERE p.id = {row}.principle_id)"
    return f"EXISTS ({versions} = {of_point})"


def _refusals(differs: str) -> dict[tuple[str, str], str]:
    """When a change is refused, by table and kind of change; ``differs`` compares with NULL."""
    found = {(rows, how): "1 = 1" for rows in (CORRECTION, EVENT) for how in ("UPDATE", "DELETE")}
    for table, columns in WORDS.items():
        changed = " OR ".join(f"OLD.{name} {differs} NEW.{name}" for name in columns)
        found[table, "UPDATE"] = f"({_is_sealed(table, 'OLD')}) AND ({changed})"
        found[table, "DELETE"] = _is_sealed(table, "OLD")
        if table != VERSION:
            found[table, "INSERT"] = _is_sealed(table, "NEW")
    return found


def _postgresql() -> list[str]:
    statements = []
    for (table, change), when in _refusals("IS DISTINCT FROM").items():
        name = f"{table}_{change.lower()}_is_kept"
        row = "OLD" if change == "DELETE" else "NEW"
        statements += [
            f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"IF {when} THEN RAISE EXCEPTION '{KEPT}'; END IF; RETURN {row}; END; $$",
            f"DROP TRIGGER IF EXISTS {name} ON {table}",
            f"CREATE TRIGGER {name} BEFORE {change} ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION {name}()",
        ]
    return statements


def _sqlite() -> list[str]:
    return [
        f"CREATE TRIGGER IF NOT EXISTS {table}_{change.lower()}_is_kept BEFORE {change} ON {table} "
        f"WHEN {when} BEGIN SELECT RAISE(ABORT, '{KEPT}'); END"
        for (table, change), when in _refusals("IS NOT").items()
        if change != "DELETE"
    ]


def _gone() -> list[str]:
    tables = {table for table, _ in _refusals("")}
    return [
        f"DROP FUNCTION IF EXISTS {table}_{change}_is_kept CASCADE"
        for table in sorted(tables)
        for change in ("insert", "update", "delete")
    ]


def freeze(connection: BaseDatabaseWrapper) -> None:
    """Put the triggers where they are not there; on other engines there are none. Where an earlier
    migration was gone back to, they go too: they would ask for columns that are not there."""
    with connection.cursor() as cursor:
        is_there = EVENT in connection.introspection.table_names(cursor)
        if connection.vendor == "postgresql":
            statements = _postgresql() if is_there else _gone()
        else:  # SQLite drops a table's triggers with its columns
            statements = _sqlite() if is_there and connection.vendor == "sqlite" else []
        for statement in statements:
            cursor.execute(statement)
