"""``manage.py check --deploy`` on the production settings, without a word of complaint."""

import os
import subprocess
import sys
import tempfile

ENVIRONMENT = {
    "DJANGO_SETTINGS_MODULE": "portal.settings.production",
    "SECRET_KEY": "nJ3x" * 20 + "qT7vLw0",
    "PUBLIC_URL": "https://boards.example.org",
    "DATABASE_URL": "postgresql://portal@127.0.0.1:5432/portal",
    "REDIS_URL": "redis://127.0.0.1:6379/0",
    "EMAIL_URL": "smtp://127.0.0.1:25",
    "MAIL_FROM": "boards@example.org",
    "TRUSTED_PROXIES": "1",
}


def check_deployment() -> subprocess.CompletedProcess[str]:
    with tempfile.TemporaryDirectory() as folder:
        return subprocess.run(
            [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
            env=os.environ | ENVIRONMENT | {"VAR_DIR": folder},
            capture_output=True,
            text=True,
            check=False,
        )


if __name__ == "__main__":
    done = check_deployment()
    sys.stdout.write(done.stdout + done.stderr)
    sys.exit(done.returncode)
