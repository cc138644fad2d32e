"""What time it is: the only place that reads the machine's clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from typing_extensions import override

from models.calendar import WITA, wita_day

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["WITA", "Clock", "ShiftedClock", "SystemClock"]


class Clock(Protocol):
    """Tells the moment and the day."""

    def now(self) -> datetime:
        """This moment in UTC."""
        ...

    def today(self) -> date:
        """This day in WITA."""
        ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """This moment in UTC."""
        return datetime.now(UTC)

    def today(self) -> date:
        """This day in WITA."""
        return wita_day(self.now())


class ShiftedClock(SystemClock):
    """The machine's clock plus the seconds written in a small file, which may change any time.

    A missing file means no shift; one that cannot be read as a number keeps the last shift.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._written_at: int | None = None
        self._shift = timedelta()

    @override
    def now(self) -> datetime:
        return super().now() + self._current_shift()

    def _current_shift(self) -> timedelta:
        try:
            written_at = self._file.stat().st_mtime_ns
            if written_at != self._written_at:
                text = self._file.read_text(encoding="ascii").strip()
                self._shift = timedelta(seconds=float(text or 0))
                self._written_at = written_at
        except FileNotFoundError:
            self._written_at, self._shift = None, timedelta()
        except (ValueError, OverflowError):
            pass  # half written; the next reading finds it whole
        return self._shift


def clock_for(shift_file: Path | None) -> SystemClock:
    """The machine's clock, or the movable one of the simulator when a shift file is set."""
    return SystemClock() if shift_file is None else ShiftedClock(shift_file)
