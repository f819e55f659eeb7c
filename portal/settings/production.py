"""The portal for real, behind a proxy that speaks HTTPS. Everything secret comes from outside."""

from urllib.parse import urlsplit

from portal.settings import env
from portal.settings.base import *
from portal.settings.base import PUBLIC_URL

SECRET_KEY = env.required_text("SECRET_KEY", at_least=50)
for _name in ("PUBLIC_URL", "DATABASE_URL", "REDIS_URL", "EMAIL_URL", "MAIL_FROM"):
    env.required_text(_name)
if env.text("EMAIL_URL").startswith("files:"):
    env.refuse("EMAIL_URL", "must name a mail server: only the demonstration keeps mail in files")

ALLOWED_HOSTS = env.words("ALLOWED_HOSTS") or [urlsplit(PUBLIC_URL).hostname or ""]
ALLOWED_HOSTS.append("127.0.0.1")  # health checks come from inside
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL]

_https = env.yes_or_no("HTTPS", True)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _https else None
SECURE_SSL_REDIRECT = _https
SECURE_REDIRECT_EXEMPT = [r"^health/$"]
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if _https else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = _https
SECURE_HSTS_PRELOAD = _https
SESSION_COOKIE_SECURE = _https
CSRF_COOKIE_SECURE = _https
if _https:
    SESSION_COOKIE_NAME = "__Host-sessionid"
    CSRF_COOKIE_NAME = "__Host-csrftoken"
