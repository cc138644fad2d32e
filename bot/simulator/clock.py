"""The clock of the simulated world: the computer's clock plus a shift that only grows."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class ClockRunsForward(ValueError):
    """Somebody asked the clock to go back."""


class MovableClock:
    """Tells the time in UTC; the bot follows by reading the shift from the same file."""

    def __init__(self, shift_file: Path) -> None:
        self._shift_file = shift_file
        self.offset_seconds = 0.0
        if shift_file.exists():
            self.offset_seconds = float(shift_file.read_text(encoding="ascii").strip() or 0)

    def now(self) -> datetime:
        return datetime.fromtimestamp(time.time() + self.offset_seconds, UTC)

    def advance(self, seconds: float) -> None:
        """Move forward by some seconds; ClockRunsForward when they are negative."""
        if seconds < 0:
            raise ClockRunsForward
        self._shift_to(self.offset_seconds + seconds)

    def advance_to(self, moment: datetime) -> None:
        """Move forward to a moment in UTC; ClockRunsForward when it has passed."""
        self.advance((moment - self.now()) / timedelta(seconds=1))

    def reset(self) -> None:
        """Go back to the computer's own time."""
        self._shift_to(0.0)

    def _shift_to(self, seconds: float) -> None:
        # Written beside and renamed, so that the bot never reads half a number.
        draft = self._shift_file.with_suffix(".new")
        draft.write_text(f"{seconds:.6f}\n", encoding="ascii")
        os.replace(draft, self._shift_file)  # noqa: PTH105 -- says that it is one step
        self.offset_seconds = seconds
