"""How punctually groups repay, learned from a programme's own history."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Pace:
    """How a group's own instalments compare with what the programme lets expect."""

    settled: float = 0.0
    expected: float = 0.0


EVERYBODY: Final = Pace()
"""Of a group without any history: it is taken to be like the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Punctuality:
    """What is known of a programme's punctuality."""
