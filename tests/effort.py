"""How long things may take: long enough for any machine, and far less than when they go wrong."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

PATIENCE = 120
"""Seconds after which a test gives up waiting, on however busy a machine."""

SOON = 30
"""Seconds of processor time for what takes a second; where it goes wrong, it takes many minutes."""


@contextmanager
def little_effort() -> Iterator[None]:
    """Fail when what is done takes the processor long, whatever else it has to do meanwhile."""
    begun = time.process_time()
    yield
    assert time.process_time() - begun < SOON
