"""What a start costs and what a worker holds, beside a plain Wagtail in the same run."""

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROUNDS = 5
APPS = (
    "users contrib.redirects contrib.settings embeds sites snippets documents images search admin"
)
PLAIN = f"""
SECRET_KEY = "x"
INSTALLED_APPS = [*["wagtail." + name for name in {APPS.split()}], "wagtail", "modelcluster",
    "taggit", "django_filters", *["django.contrib." + name for name in
    ("auth", "contenttypes", "sessions", "messages", "staticfiles")]]
MIDDLEWARE = ["django.contrib." + name for name in ("sessions.middleware.SessionMiddleware",
    "auth.middleware.AuthenticationMiddleware", "messages.middleware.MessageMiddleware")]
TEMPLATES = [{{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True,
    "OPTIONS": {{"context_processors": ["django.template.context_processors.request",
    "django.contrib.auth.context_processors.auth",
    "django.contrib.messages.context_processors.messages"]}}}}]
DATABASES = {{"default": {{"ENGINE": "django.db.backends.sqlite3", "NAME": "plain.sqlite3"}}}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
ROOT_URLCONF = "plain_urls"
STATIC_URL = "/static/"
USE_TZ = True
WAGTAIL_SITE_NAME, WAGTAILADMIN_BASE_URL = "Plain", "http://127.0.0.1"
"""
URLS = """
from django.urls import include, path
from wagtail import urls
from wagtail.admin import urls as admin
urlpatterns = [path("admin/", include(admin)), path("", include(urls))]
"""
WORKER = """
from celery import Celery
app = Celery("plain", broker="memory://")
app.autodiscover_tasks()
"""
PORTAL = Path(__file__).resolve().parents[1]


def _check(folder: Path, env: dict[str, str]) -> float:
    """Seconds of the processor."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "django", "check"]
    if folder == PORTAL:
        command = [sys.executable, "manage.py", "check"]
    subprocess.run(command, cwd=folder, env=env, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _worker(folder: Path, app: str, env: dict[str, str]) -> float:
    """Megabytes that a worker holds when it waits for work."""
    command = [sys.executable, "-m", "celery", "-A", app, "worker", "--pool", "solo"]
    with tempfile.TemporaryFile() as log:
        worker = subprocess.Popen(command, cwd=folder, env=env, stdout=log, stderr=log)
        try:
            deadline = time.monotonic() + 60
            while time.monotonic() < deadline:
                time.sleep(0.5)
                log.seek(0)
                if b" ready." in log.read():
                    break
            time.sleep(2)
            status = Path(f"/proc/{worker.pid}/status").read_text()
        finally:
            worker.terminate()
            worker.wait()
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        plain = Path(name)
        for file, words in (("plain", PLAIN), ("plain_urls", URLS), ("plain_worker", WORKER)):
            (plain / f"{file}.py").write_text(words)
        (plain / "var").mkdir()
        ours = os.environ | {"ENV_FILE": "/dev/null", "VAR_DIR": str(plain / "var")}
        theirs = ours | {"DJANGO_SETTINGS_MODULE": "plain", "PYTHONPATH": name}
        pairs = [(_check(PORTAL, ours), _check(plain, theirs)) for _ in range(ROUNDS)]
        portal, other = (median(each) for each in zip(*pairs, strict=True))
        print("| | portal | plain Wagtail | ratio |\n|---|---|---|---|")
        print(f"| a start, processor | {portal:.1f} s | {other:.1f} s | {portal / other:.2f} |")
        portal, other = _worker(PORTAL, "portal", ours), _worker(plain, "plain_worker", theirs)
        print(f"| a worker | {portal:.0f} MB | {other:.0f} MB | {portal / other:.2f} |")


if __name__ == "__main__":
    main()
