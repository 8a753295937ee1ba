"""How often somebody may write. Counted in this process; the limits are a minute's."""

from __future__ import annotations

import math
import time

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter


class Rates:
    """Moving windows of a minute, one for each kind and key."""

    def __init__(self, **a_minute: int) -> None:
        """Take the most of each kind in a minute, such as `session=20`."""
        self._limits = {kind: RateLimitItemPerMinute(most) for kind, most in a_minute.items()}
        self._storage = MemoryStorage()  # the limiter itself refers to it weakly
        self._limiter = MovingWindowRateLimiter(self._storage)

    def seconds_to_wait(self, kind: str, key: str) -> int:
        """Count one more and return 0; or count nothing and return when to come again."""
        limit = self._limits[kind]
        if self._limiter.hit(limit, kind, key):
            return 0
        until, _left = self._limiter.get_window_stats(limit, kind, key)
        return max(1, math.ceil(until - time.time()))
