"""No Docker engine runs where this is built: what the containers run is run here without one."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.services.fixtures import SmtpSink
from tests.services.ports import free_port
from tests.services.processes import BIN, ROOT, Portal, answers, wait_for

# What is not installed for real is loaded from the settings that have it.
DEMONSTRATION = {"DJANGO_SETTINGS_MODULE": "portal.settings.demo"}


def _services() -> dict[str, Any]:
    compose = YAML(typ="safe").load((ROOT / "docker-compose.yml").read_text())
    services: dict[str, Any] = compose["services"]
    return services


def test_every_container_says_how_it_is_and_none_runs_as_root() -> None:
    services = _services()
    assert set(services) == {"setup", "web", "worker", "beat", "postgres", "redis", "mail"}
    for name, service in services.items():
        assert service.get("user") not in {None, "root", "0"}, name
    for name in set(services) - {"setup", "beat"}:
        assert services[name]["healthcheck"]["test"], name


@pytest.mark.slow
@pytest.mark.redis
@pytest.mark.postgres
def test_the_containers_commands_run_the_portal_for_real(
    tmp_path: Path, postgres_url: str, redis_url: str, smtp_sink: SmtpSink
) -> None:
    services = _services()
    port = free_port()
    portal = Portal(
        tmp_path,
        port,
        {
            "DJANGO_SETTINGS_MODULE": "portal.settings.production",
            "SECRET_KEY": "x" * 50,
            "PUBLIC_URL": "http://boards.example.org",
            "DATABASE_URL": postgres_url,
            "REDIS_URL": redis_url,
            "EMAIL_URL": smtp_sink.url,
            "MAIL_FROM": "boards@example.org",
            "HTTPS": "no",
            "GRANIAN_HOST": "127.0.0.1",
            "GRANIAN_PORT": str(port),
            "STATIC_ROOT": str(tmp_path / "collected"),
        },
    )
    try:
        collected = portal.manage("collectstatic", "--noinput", "--verbosity", "0")
        assert collected.returncode == 0, collected.stderr
        setup = portal.start(services["setup"]["command"])
        assert setup.process.wait(180) == 0, setup.output
        assert "Everything is noted." in setup.output
        seeded = replace(portal, more=portal.more | DEMONSTRATION).manage("seed_demo")
        assert seeded.returncode == 0, seeded.stderr
        web = portal.start(services["web"]["command"])
        wait_for(lambda: answers(f"{portal.address}/health/"), seconds=60, what="web")
        assert answers(f"{portal.address}/"), web.output
        worker = portal.start(services["worker"]["command"])
        beat = portal.start(services["beat"]["command"])
        wait_for(lambda: len(smtp_sink.messages) > 0, seconds=60, what=f"a digest: {worker.output}")
        check = services["worker"]["healthcheck"]["test"]
        assert check[:3] == ["CMD", "python", "manage.py"]
        wait_for(lambda: portal.manage(*check[3:]).returncode == 0, seconds=30, what="a heartbeat")
        assert beat.process.poll() is None, beat.output
    finally:
        portal.stop()


def test_the_commands_come_with_the_project() -> None:
    for name in ("web", "worker", "beat"):
        assert (BIN / _services()[name]["command"][0]).exists(), name
