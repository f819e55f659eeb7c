"""Free ports on loopback, below the range from which clients get theirs."""

import random
import socket

# pytest-randomly sets the shared generator to the same seed in every process before every test:
# all processes of a run would then try the same ports in the same order.
_chance = random.SystemRandom()


def free_port() -> int:
    for _ in range(200):
        port = _chance.randint(20000, 32000)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise RuntimeError("no free port")
