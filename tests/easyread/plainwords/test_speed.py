"""2,000 sentences a second are the aim (`make bench` measures); a busy machine does half.

Time is that of the processor, so that other work on the machine does not count.
"""

from __future__ import annotations

import subprocess
import sys
import time

from easyread.plainwords import check, sentences

TEXT = """The Board received an update on the implementation of the carers' strategy.
We met on Monday at the town hall.
It was noted that uptake of annual health checks stood at 46% against a target of 75%.
You can ask someone to help you read this.
RESOLVED: that the recommendations set out in section 4.2 of the report be approved.
"""
LOAD = """
import time
started = time.process_time()
from easyread.plainwords import check
check("The committee noted the report.")
import sys
foreign = {"django", "wagtail", "boards", "portal", "easyread.models"} & set(sys.modules)
assert not foreign, foreign
print(time.process_time() - started)
"""


def test_a_thousand_sentences_take_less_than_a_second() -> None:
    text = TEXT * 200
    count = len(sentences(text))
    check(TEXT)
    best = float("inf")
    for _ in range(3):
        started = time.process_time()
        check(text)
        best = min(best, time.process_time() - started)
    assert count / best > 1_000


def test_it_loads_in_half_a_second_and_needs_nothing_else_of_the_site() -> None:
    told = [
        subprocess.run(
            [sys.executable, "-c", LOAD], check=True, capture_output=True, text=True
        ).stdout
        for _ in range(3)
    ]
    assert min(float(seconds) for seconds in told) < 0.5
