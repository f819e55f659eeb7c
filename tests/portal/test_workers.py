"""Real Celery workers, real brokers, a real mail server: an edition goes out once to each."""

from collections import Counter
from typing import Any

import pytest

from tests.services.fixtures import SmtpSink
from tests.services.processes import Portal, wait_for

WORKER = ["celery", "-A", "portal", "worker", "--loglevel", "INFO", "--pool", "solo"]
BEAT = ["celery", "-A", "portal", "beat", "--loglevel", "INFO"]
COUNT = """SELECT (SELECT COUNT(*) FROM digests_delivery),
                  (SELECT COUNT(*) FROM digests_delivery WHERE state = 'sent'),
                  (SELECT COUNT(*) FROM digests_edition WHERE state = 'sending')"""


def _counts(portal: Portal) -> tuple[int, int, int]:
    """Deliveries, those sent, and editions that are still being sent."""
    deliveries, sent, sending = portal.ask(COUNT)
    return deliveries, sent, sending


def _digest_reaches_everyone_once(portal: Portal, sink: SmtpSink) -> None:
    worker = portal.start(WORKER)
    portal.start(BEAT)
    wait_for(lambda: bool(_copies(sink)), seconds=60, what=f"mail: {worker.output}")
    wait_for(lambda: _counts(portal)[2] == 0, seconds=60, what="the edition to be done")
    deliveries, sent, _ = _counts(portal)
    assert deliveries == sent == len(_copies(sink)) > 10
    assert set(Counter(str(copy["To"]) for copy in _copies(sink)).values()) == {1}
    again = portal.manage("shell", "--no-imports", "-c", AGAIN)
    assert again.returncode == 0, again.stderr
    wait_for(lambda: worker.output.count("plan_editions") >= 2, seconds=30, what="another turn")
    assert len(_copies(sink)) == sent
    _is_a_proper_mail(_copies(sink)[0], portal)
    assert set(Counter(message["Message-ID"] for message in sink.messages).values()) == {1}


def _copies(sink: SmtpSink) -> list[Any]:
    """The digest's copies; letters to single people have no list that one could leave."""
    return [message for message in sink.messages if message["List-Unsubscribe"]]


AGAIN = """from portal.digests import tasks
tasks.plan_editions.delay()
tasks.recover_editions.delay()"""


def _is_a_proper_mail(message: Any, portal: Portal) -> None:
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert message["List-Unsubscribe"].strip().startswith(f"<{portal.address}/digests/leave/")
    kinds = {part.get_content_type() for part in message.walk()}
    assert {"text/plain", "text/html"} <= kinds


@pytest.mark.slow
@pytest.mark.redis
def test_a_worker_over_redis_sends_the_digest_once_to_each(
    own_portal: Portal, redis_url: str, smtp_sink: SmtpSink
) -> None:
    own_portal.more |= {"REDIS_URL": redis_url, "EMAIL_URL": smtp_sink.url}
    _digest_reaches_everyone_once(own_portal, smtp_sink)


@pytest.mark.slow
def test_a_worker_over_the_file_broker_sends_the_digest_once_to_each(
    own_portal: Portal, smtp_sink: SmtpSink
) -> None:
    own_portal.more |= {"EMAIL_URL": smtp_sink.url}
    _digest_reaches_everyone_once(own_portal, smtp_sink)
