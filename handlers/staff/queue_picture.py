"""The picture of `/antrean`: for each place a band of the days on which its turn may come."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from handlers.forecast_words import in_short
from handlers.messages import Drawing, Fact, Words, words
from models.forecast import Outlook
from models.forecast_reading import outlooks
from models.funding_queue import Place
from models.programme import Programme
from models.schedule import add_months

_ROWS_MOST: Final = 10
_AXIS_LEAST: Final = 60
"""Days. A queue whose turns all come within the fortnight still has an axis to look at."""


async def queue_picture(
    programme: Programme, queue: Sequence[Place], today: date
) -> tuple[Drawing, ...]:
    """One drawing for a queue in its order; none where nobody waits."""
    if not queue:
        return ()
    found = {one.application_id: one for one in await outlooks(programme.id, today)}
    shown = [(one, found.get(one.application_id)) for one in queue[:_ROWS_MOST]]
    days = [_days(outlook, today) for _, outlook in shown]
    until = max([_AXIS_LEAST, *(each[-1] + 15 for each in days if each)])
    months = _months(today, until)
    facts: dict[str, Fact] = {
        "title": words("forecast.picture.title"),
        "about": words("forecast.picture.about", programme=programme.name, today=today),
        "legend": words("forecast.picture.legend"),
        "names": tuple(
            words("forecast.picture.place", place=one.place, group=one.group_name)
            for one, _ in shown
        ),
        "when": tuple(in_short(outlook.window if outlook else None) for _, outlook in shown),
        "known": tuple(1 if each else 0 for each in days),
        "days": tuple(day for each in days for day in each),
        "months": tuple(_month(month) for month in months),
        "month_days": tuple((month - today).days for month in months),
        "until": until,
    }
    if len(queue) > len(shown):
        facts["more"] = words("forecast.picture.more", count=len(queue) - len(shown))
    return (Drawing("queue_forecast", facts),)


def _days(outlook: Outlook | None, today: date) -> tuple[int, ...]:
    """The five days of a band, counted from today; none where a window cannot be told."""
    if outlook is None or outlook.window is None:
        return ()
    return tuple((day - today).days for day in outlook.days if day is not None)


def _month(first: date) -> Words:
    """Its name, and the year where that begins."""
    key = "january" if first.month == 1 else "month"
    return words(f"forecast.picture.{key}", month=first)


def _months(today: date, until: int) -> list[date]:
    """The first day of each month on the axis."""
    months, first = [], add_months(today.replace(day=1), 1)
    while (first - today).days <= until:
        months.append(first)
        first = add_months(first, 1)
    return months
