"""How long one message takes to be read, beside the sentence encoder on the same message."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.nlu.sentence_vectors import open_encoder, vector_text

QUANTILES = {"median": 0.5, "p99": 0.99}
WARM_UP = 20
"""Messages read before the clock counts: what is made at the first use is made by then."""


@dataclass(frozen=True)
class Times:
    """Milliseconds of each message, in ascending order."""

    milliseconds: tuple[float, ...]

    @classmethod
    def of(cls, nanoseconds: Sequence[int]) -> Times:
        return cls(tuple(sorted(each / 1e6 for each in nanoseconds)))

    def quantile(self, share: float) -> float:
        """The least time that `share` of the messages do not exceed."""
        place = max(0, -int(-share * len(self.milliseconds) // 1) - 1)
        return self.milliseconds[place]


@dataclass(frozen=True)
class Speed:
    """Processor time of whole messages and of the encoder alone, of the same texts."""

    message: Times
    encoder: Times

    def ratio(self, share: float) -> float:
        """How many times as long as the encoder a message takes, at a quantile."""
        return self.message.quantile(share) / self.encoder.quantile(share)

    def numbers(self) -> dict[str, float]:
        """Milliseconds and ratios of the median and the 99th percentile."""
        found = {}
        for name, share in QUANTILES.items():
            found[f"message_ms_{name}"] = round(self.message.quantile(share), 1)
            found[f"encoder_ms_{name}"] = round(self.encoder.quantile(share), 1)
            found[f"ratio_{name}"] = round(self.ratio(share), 2)
        return found


async def speed(agent: Any, texts: Sequence[str]) -> Speed:
    """Read each text and encode it, one after the other, on the clock of this process.

    Processor time, since other work on the machine would count in the time of the wall.
    """
    for text in texts[:WARM_UP]:
        await agent.parse_message(text)
    encoder = open_encoder()
    message: list[int] = []
    alone: list[int] = []
    for text in texts:
        start = time.process_time_ns()
        await agent.parse_message(text)
        between = time.process_time_ns()
        encoder.encode([vector_text(text)])
        message.append(between - start)
        alone.append(time.process_time_ns() - between)
    return Speed(Times.of(message), Times.of(alone))
