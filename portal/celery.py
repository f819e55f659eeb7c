"""The Celery application: ``celery -A portal worker`` and ``celery -A portal beat``."""

from pathlib import Path
from typing import Any

from celery import Celery
from celery.signals import celeryd_init, worker_ready

from portal.startup import read_environment

read_environment()
app = Celery("portal", task_cls="portal.without_redis:WakingTask")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


def make_broker_folders() -> None:
    """kombu's filesystem transport expects its folders to be there."""
    options = app.conf.broker_transport_options or {}
    for name in ("data_folder_in", "processed_folder", "control_folder"):
        if name in options:
            Path(str(options[name])).mkdir(parents=True, exist_ok=True)


@app.on_after_configure.connect
def prepare(sender: Celery, **kwargs: Any) -> None:
    make_broker_folders()


@celeryd_init.connect
def prepare_worker(**kwargs: Any) -> None:
    make_broker_folders()


@worker_ready.connect
def wake_regular_work(sender: Any, **kwargs: Any) -> None:
    """A worker that comes up looks at once for work that waited for it; what is for the night
    waits for the night."""
    for entry in app.conf.beat_schedule.values():
        if isinstance(entry["schedule"], float):
            app.send_task(entry["task"], **entry["options"])
