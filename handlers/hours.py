"""Moments as staff and leaders speak of them: a time of the day, and by when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.messages import Words, words
from models.calendar import WITA

if TYPE_CHECKING:
    from datetime import date, datetime


def clock_of(moment: datetime, today: date) -> Words:
    """The time of the day in WITA; with its date where that is not today."""
    there = moment.astimezone(WITA)
    hour, minute = f"{there.hour:02d}", f"{there.minute:02d}"
    if there.date() == today:
        return words("hours.clock", hour=hour, minute=minute)
    return words("hours.day_clock", day=there.date(), hour=hour, minute=minute)


def on_day(moment: datetime) -> Words:
    """As in "Kamis, 18 Juli 2019 pukul 10.00 WITA", for what is read later, too."""
    there = moment.astimezone(WITA)
    hour, minute = f"{there.hour:02d}", f"{there.minute:02d}"
    return words("hours.day", day=there.date(), hour=hour, minute=minute)


def by_when(moment: datetime, today: date) -> Words:
    """As in "hari ini pukul 13.00 WITA", or with the weekday where it is another day."""
    there = moment.astimezone(WITA)
    if there.date() != today:
        return on_day(moment)
    return words("hours.today", hour=f"{there.hour:02d}", minute=f"{there.minute:02d}")
