"""For the tests: like the demonstration, quicker where it makes no difference to what is tested."""

import tempfile
from pathlib import Path

from portal.settings.base import *
from portal.settings.base import DATABASES, INSTALLED_APPS, STORAGES

SECRET_KEY = "only for the tests, where nothing is secret"
ALLOWED_HOSTS = ["*"]
DEMONSTRATION = True
INSTALLED_APPS = ["portal.mailbox", "portal.demo", *INSTALLED_APPS]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
_media = tempfile.TemporaryDirectory(prefix="portal-tests-media-")  # goes away with the process
MEDIA_ROOT = Path(_media.name)
STORAGES = STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
CELERY_TASK_ALWAYS_EAGER = True
CELERY_TASK_EAGER_PROPAGATES = True
DATABASES["default"].pop("CONN_MAX_AGE", None)
