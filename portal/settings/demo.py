"""The demonstration: everything on one machine, nothing to set up. Never for the open internet."""

import secrets

from portal.settings import env
from portal.settings.base import *
from portal.settings.base import INSTALLED_APPS, STATIC_ROOT, STORAGES, VAR_DIR

DEMONSTRATION = True
INSTALLED_APPS = ["portal.mailbox", "portal.demo", *INSTALLED_APPS]
DEBUG = env.yes_or_no("DEBUG", False)
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]

_key_file = VAR_DIR / "secret_key"
if not _key_file.exists():
    _key_file.write_text(secrets.token_urlsafe(50))
    _key_file.chmod(0o600)
SECRET_KEY = _key_file.read_text()

# Files as they are: a start needs no collecting and no compressing.
STORAGES = STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # WhiteNoise warns where it is missing
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 0
