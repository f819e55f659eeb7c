"""Where tests put their files."""

import os
import shutil
from pathlib import Path

ROOM = 6 * 1024**3  # bytes that the files of a run may need, two copies of all packages with them


def quick_place() -> str | None:
    """Memory, where it has room: no disk is waited for. Otherwise where temporary files go."""
    memory = Path("/dev/shm")
    if memory.is_dir() and os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > ROOM:
        return str(memory)
    return None
