"""Days as the people of Kutai Timur count them, and moments as the database keeps them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

WITA = ZoneInfo("Asia/Makassar")
"""Waktu Indonesia Tengah, UTC+8 without summer time: the clock on every wall of the district."""


def as_utc(moment: datetime) -> datetime:
    """The same moment in UTC; raises ValueError for a datetime without a time zone."""
    if moment.tzinfo is None or moment.utcoffset() is None:
        raise ValueError(f"{moment!r} has no time zone, so nobody can say which moment it is")
    return moment.astimezone(UTC)


def wita_day(moment: datetime) -> date:
    """The WITA calendar day of a moment; raises ValueError for a datetime without a time zone."""
    return as_utc(moment).astimezone(WITA).date()


def day_begins(day: date) -> datetime:
    """The midnight with which a WITA day begins, in UTC."""
    return as_utc(datetime.combine(day, time(), WITA))


def epoch_ms(moment: datetime) -> int:
    """Milliseconds since 1970 in UTC, as the tables of messages keep their moments."""
    return int(as_utc(moment).timestamp() * 1000)
