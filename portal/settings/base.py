"""Settings that every way of running the portal shares."""

from pathlib import Path

from portal.settings import csp, env, logging, schedule

BASE_DIR = env.BASE_DIR
VAR_DIR: Path = env.writable_folder("VAR_DIR", BASE_DIR / "var")
DEBUG = False
DEMONSTRATION = False

INSTALLED_APPS = [
    "portal.users",
    "portal.home",
    "portal.search",
    "portal.digests",
    "charter",
    "boards",
    "easyread",
    "easyread.senders",
    "wagtail.users",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Pages hold no secret beside CSRF tokens, which Django masks anew each time.
    "django.middleware.gzip.GZipMiddleware",
    "portal.middleware.KeptByNobodyMiddleware",
    "portal.middleware.ContentSecurityPolicyMiddleware",
    "easyread.middleware.WishesMiddleware",
    "easyread.middleware.AskedOnceMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "portal.middleware.OneDirectionMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "portal.doors.DoorsMiddleware",
    "portal.guards.AdminGuardMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "portal.middleware.NotAskedThisWayMiddleware",
    "portal.middleware.NotPublishedMiddleware",
    "portal.one_at_a_time.OnePageAtATimeMiddleware",
]

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "portal.home.context.site_look",
                "easyread.context.wishes",
            ],
        },
    },
]
FORM_RENDERER = "portal.forms.PortalFormRenderer"

DATABASES = {"default": env.database(VAR_DIR / "portal.sqlite3")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "users.User"
AUTHENTICATION_BACKENDS = ["portal.users.backends.CountingBackend"]
TRUSTED_PROXIES = env.whole_number("TRUSTED_PROXIES", 0, low=0, high=10)  # in front of the portal
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "wagtailadmin_login"

LANGUAGE_CODE = "en-gb"
LOCALE_PATHS = [BASE_DIR / "portal" / "locale"]  # plainer words for Django's and Wagtail's own
TIME_ZONE = "Europe/London"
USE_I18N = True
USE_TZ = True

PUBLIC_URL = env.web_address("PUBLIC_URL", "http://127.0.0.1:8000")
STATIC_URL = "/static/"
STATIC_ROOT = env.folder("STATIC_ROOT", BASE_DIR / "build" / "collected")
STATICFILES_DIRS = [BASE_DIR / "build" / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = env.folder("MEDIA_ROOT", VAR_DIR / "media")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

REDIS_URL = env.redis_address()
CACHES = {
    "default": (
        {"BACKEND": "portal.without_redis.RedisOrMemory", "LOCATION": REDIS_URL}
        if REDIS_URL
        else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    ),
}

MAIL_DIR = VAR_DIR / "mail"
vars().update(env.email("files://"))
EMAIL_TIMEOUT = env.whole_number("EMAIL_TIMEOUT", 30, low=1, high=300)
DEFAULT_FROM_EMAIL = env.text("MAIL_FROM", "Partnership portal <portal@brackenford.example>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

# Celery
CELERY_BROKER_URL = REDIS_URL or "filesystem://localhost/"
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
if REDIS_URL:
    CELERY_BROKER_TRANSPORT_OPTIONS: dict[str, object] = {
        "visibility_timeout": 600,
        "socket_connect_timeout": 2,
        "socket_timeout": 10,  # longer than a worker listens at a time
    }
else:
    BROKER_DIR = VAR_DIR / "broker"
    CELERY_BROKER_TRANSPORT_OPTIONS = {
        "data_folder_in": str(BROKER_DIR / "queue"),
        "data_folder_out": str(BROKER_DIR / "queue"),
        "processed_folder": str(BROKER_DIR / "processed"),
        "control_folder": str(BROKER_DIR / "control"),
        "store_processed": False,
    }
# Whoever publishes does not wait long for a broker that is away.
CELERY_TASK_PUBLISH_RETRY_POLICY = {"max_retries": 1, "interval_start": 0, "interval_max": 0.1}
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_TIME_LIMIT = 540
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TIMEZONE = TIME_ZONE
CELERY_BEAT_SCHEDULE = schedule.BEAT_SCHEDULE
CELERY_BEAT_SCHEDULE_FILENAME = str(VAR_DIR / "beat-schedule")

# Wagtail
WAGTAIL_SITE_NAME = "Partnership portal"
WAGTAILADMIN_BASE_URL = PUBLIC_URL
WAGTAILADMIN_RICH_TEXT_EDITORS = {"default": {"WIDGET": "portal.rich_text.NamedRichTextArea"}}
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAILDOCS_DOCUMENT_MODEL = "boards.Paper"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "boards.forms.papers.BasePaperForm"
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "pdf", "txt", "xlsx"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_IMAGE_FORM_BASE = "easyread.picture_forms.BaseWholeImageForm"
# Otherwise each editor's browser calls third parties.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_DATE_FORMAT = "%d/%m/%Y"
WAGTAIL_DATETIME_FORMAT = "%d/%m/%Y %H:%M"
WAGTAIL_TIME_FORMAT = "%H:%M"
WAGTAIL_I18N_ENABLED = False
WAGTAIL_WORKFLOW_ENABLED = False
TAGGIT_CASE_INSENSITIVE = True

# Pages that may have an easy-read version (the easyread app imports none of them).
EASYREAD_PARENT_PAGE_TYPES = [
    "home.HomePage",
    "boards.AgendaPage",
    "boards.MinutesPage",
]

# The site setting with the council's name and how to reach it, for the files of easy reads.
EASYREAD_SITE_LOOK = "home.SiteLook"

# The page that says how to reach the council; `set_up_portal` makes it.
CONTACT_PAGE = "/contact/"

# Browsers
CONTENT_SECURITY_POLICY = csp.PUBLIC
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_HTTPONLY = True
X_FRAME_OPTIONS = "DENY"  # Wagtail allows its own preview by itself

LOGGING = logging.configured(env.text("LOG_LEVEL", "INFO"))
