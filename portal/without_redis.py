"""What goes on while Redis does not answer: all but the work in the background.

What the cache holds can be asked for anew, and a message to a worker only wakes it: what it would
have done is found by the regular work. After Redis did not answer once, nobody in this process
waits for it again for some seconds.
"""

import logging
from collections.abc import Callable
from time import monotonic
from typing import Any

from celery import Task
from django.conf import settings
from django.core.cache import cache
from django.core.cache.backends.locmem import LocMemCache
from django.core.cache.backends.redis import RedisCache
from kombu.exceptions import OperationalError

logger = logging.getLogger(__name__)

LEFT_ALONE_SECONDS = 10.0
PATIENCE_SECONDS = 0.5


class _Silence:
    """Until when Redis is not asked again; one for all threads, each of which has its own cache."""

    until = 0.0

    @classmethod
    def is_on(cls) -> bool:
        return monotonic() < cls.until

    @classmethod
    def begin(cls, problem: Exception) -> None:
        logger.warning("Redis does not answer: %s", problem)
        cls.until = monotonic() + LEFT_ALONE_SECONDS


class WakingTask(Task[Any, Any]):
    """A task whose message only wakes. While the broker is away none is sent and nothing fails:
    the regular work does later what it would have done."""

    def apply_async(self, *args: Any, **kwargs: Any) -> Any:
        if not _Silence.is_on():
            try:
                return super().apply_async(*args, **kwargs)
            except OperationalError as problem:
                _Silence.begin(problem)
        logger.warning("Not sent, and left to the regular work: %s", self.name)
        return None


def _either(name: str) -> Callable[..., Any]:
    """The method of this name: of the cache in Redis, or else of the one in memory."""

    def method(self: "RedisOrMemory", *args: Any, **kwargs: Any) -> Any:
        from redis import RedisError

        if not _Silence.is_on():
            try:
                return getattr(RedisCache, name)(self, *args, **kwargs)
            except RedisError as problem:
                self.memory.clear()  # of an earlier silence
                _Silence.begin(problem)
        return getattr(self.memory, name)(*args, **kwargs)

    return method


class RedisOrMemory(RedisCache):
    """The cache in Redis; in the memory of each process while Redis does not answer."""

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        from redis.backoff import NoBackoff
        from redis.retry import Retry

        self.memory = LocMemCache("while Redis is away", params | {"OPTIONS": {}})
        patience = {
            "socket_connect_timeout": PATIENCE_SECONDS,
            "socket_timeout": PATIENCE_SECONDS,
            "retry": Retry(NoBackoff(), 0),
        }
        super().__init__(server, params | {"OPTIONS": params.get("OPTIONS", {}) | patience})

    add = _either("add")
    clear = _either("clear")
    delete = _either("delete")
    delete_many = _either("delete_many")
    get = _either("get")
    get_many = _either("get_many")
    has_key = _either("has_key")
    incr = _either("incr")
    set = _either("set")
    set_many = _either("set_many")
    touch = _either("touch")


def redis_is_away() -> bool:
    """Whether there should be a Redis that does not answer."""
    if not settings.REDIS_URL:
        return False
    cache.get("is anybody there")
    return _Silence.is_on()
