"""When a group's turn may come, in words: months, never days, and never a promise."""

from datetime import date

from handlers.messages import Words, words
from models.forecast import Window
from models.forecast_reading import on_time_windows, windows
from models.schedule import add_months


def when(window: Window | None) -> Words:
    """For the group itself, as "paling cepat Maret, kemungkinan besar sebelum Juni 2020"."""
    if window is None:
        return words("forecast.when.unknown")
    if window.certain:
        return words("forecast.when.certain", until=window.likely_until)
    before = add_months(window.likely_until.replace(day=1), 1)
    if _same_month(window.earliest, window.likely_until):
        return words("forecast.when.within", month=window.earliest)
    which = "same_year" if window.earliest.year == before.year else "other_year"
    return words(f"forecast.when.{which}", earliest=window.earliest, before=before)


def in_short(window: Window | None) -> Words:
    """For a list of staff, as "Maret-Mei 2020"."""
    if window is None:
        return words("forecast.short.unknown")
    if window.certain:
        return words("forecast.short.certain")
    if _same_month(window.earliest, window.likely_until):
        return words("forecast.short.month", month=window.earliest)
    which = "same_year" if window.earliest.year == window.likely_until.year else "other_year"
    return words(f"forecast.short.{which}", earliest=window.earliest, until=window.likely_until)


async def told(programme_id: int, application_id: int, today: date) -> tuple[Words, ...]:
    """When a waiting group's turn may come, and what moves it; says nothing of any other group."""
    window = (await windows(programme_id, today)).get(application_id)
    if window is None or window.certain:
        return (when(window),)
    on_time = (await on_time_windows(programme_id, today)).get(application_id)
    return (when(window), what_moves(window, on_time))


def what_moves(window: Window, on_time: Window | None) -> Words:
    """Where punctual repayments of all would make a month's difference, they are told by name."""
    if on_time is None or on_time.likely_from.replace(day=1) >= window.likely_from.replace(day=1):
        return words("forecast.moves.keeps")
    return words("forecast.moves.sooner", month=on_time.likely_from)


def _same_month(one: date, other: date) -> bool:
    return (one.year, one.month) == (other.year, other.month)
