"""The only reader of the environment.

Every value is checked here, once. A wrong value ends the start with one sentence that names the
variable, in place of a traceback; secrets are never printed.
"""

import sys
from pathlib import Path
from typing import Any, NoReturn

from dj_email_url import parse as parse_email_url
from environs import Env, EnvError, validate

BASE_DIR = Path(__file__).resolve().parent.parent.parent

_env = Env()


def refuse(name: str, why: str) -> NoReturn:
    """End the start with a sentence for whoever runs the portal."""
    sys.exit(f"The portal cannot start: {name} {why} (see .env.example).")


def text(name: str, default: str = "") -> str:
    return str(_env.str(name, default)).strip()


def required_text(name: str, *, at_least: int = 1) -> str:
    value = text(name)
    if len(value) < at_least:
        refuse(name, "is not set" if not value else f"is shorter than {at_least} characters")
    return value


def whole_number(name: str, default: int, *, low: int, high: int) -> int:
    try:
        return int(_env.int(name, default, validate=validate.Range(low, high)))
    except EnvError:
        refuse(name, f"must be a whole number from {low} to {high}")


def yes_or_no(name: str, default: bool) -> bool:
    try:
        return bool(_env.bool(name, default))
    except EnvError:
        refuse(name, "must be yes or no")


def words(name: str) -> list[str]:
    """A list of words with commas between them."""
    return [word.strip() for word in text(name).split(",") if word.strip()]


def web_address(name: str, default: str) -> str:
    value = text(name, default).rstrip("/")
    if not value.startswith(("http://", "https://")):
        refuse(name, "must be a web address that starts with http:// or https://")
    return value


def folder(name: str, default: Path) -> Path:
    path = Path(text(name, str(default)))
    return path if path.is_absolute() else BASE_DIR / path


def writable_folder(name: str, default: Path) -> Path:
    """A folder that is made where it is not there."""
    path = folder(name, default)
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError:
        refuse(name, f"names a folder that cannot be made: {path}")
    return path


def database(default_file: Path) -> dict[str, Any]:
    """Django's settings for ``DATABASE_URL``: PostgreSQL, or SQLite (the embedded default)."""
    value = text("DATABASE_URL", f"sqlite:///{default_file}")
    if not value.startswith(("postgres://", "postgresql://", "sqlite:///")):
        refuse("DATABASE_URL", "must start with postgresql:// or sqlite:///")
    try:
        settings = dict(_env.dj_db_url("DATABASE_URL", value))
    except (EnvError, ValueError):
        refuse("DATABASE_URL", "is not an address of a database")
    if "sqlite" in settings["ENGINE"]:
        settings["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        }
    else:
        settings["CONN_MAX_AGE"] = 60
        settings["CONN_HEALTH_CHECKS"] = True
        settings["OPTIONS"] = {"connect_timeout": 5, **settings.get("OPTIONS", {})}
    return settings


def redis_address() -> str:
    value = text("REDIS_URL")
    if value and not value.startswith(("redis://", "rediss://", "unix://")):
        refuse("REDIS_URL", "must start with redis://, rediss:// or unix://")
    return value


def email(default: str) -> dict[str, Any]:
    """Django's ``EMAIL_…`` settings for ``EMAIL_URL`` (smtp://user:password@host:port)."""
    value = text("EMAIL_URL", default)
    scheme = value.partition("://")[0]
    if scheme == "files":
        return {"EMAIL_BACKEND": "portal.mailbox.backend.FileBackend"}
    if scheme not in {"smtp", "smtps", "smtp+tls", "smtp+ssl", "submission", "console", "memory"}:
        refuse("EMAIL_URL", "must start with smtp://, smtp+tls://, smtp+ssl:// or files://")
    try:
        settings = parse_email_url(value)
    except ValueError:
        refuse("EMAIL_URL", "is not an address of a mail server")
    return {name: value for name, value in settings.items() if name.startswith("EMAIL_")}
