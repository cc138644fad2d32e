"""A kind of answer: a month that is not over, or a day ahead."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from typing_extensions import override

from handlers.hearing import Hearing, Rejected
from handlers.staff.plan_answers import ComingDay
from handlers.understanding.calendar_words import MONTHS
from models.schedule import add_months

_FARTHEST: Final = timedelta(days=3 * 365)
"""Beyond this nobody plans, and the forecast does not look."""
_MONTH_NAMES: Final = "|".join(sorted(MONTHS, key=len, reverse=True))
_NAMED: Final = re.compile(
    rf"(?<![\w])(?P<day>\d{{1,2}}\s*[-/]?\s*)?(?P<month>{_MONTH_NAMES})\b(?:\s+(?P<year>20\d\d))?",
    re.IGNORECASE,
)
_RELATIVE: Final = re.compile(r"\bbulan\s+(ini|depan)\b|\b(this|next)\s+month\b", re.IGNORECASE)


@dataclass(frozen=True)
class ComingMonth(ComingDay):
    """A day after today; a month means its last day, for by then it should have come."""

    @override
    def read(self, hearing: Hearing) -> date:
        return _near(_month(hearing) or super().read(hearing), today=hearing.sent_on)

    @override
    def overhear(self, hearing: Hearing) -> date | None:
        heard = _month(hearing) or super().overhear(hearing)
        return None if heard is None else _near(heard, today=hearing.sent_on)


def _near(day: date, *, today: date) -> date:
    if day > today + _FARTHEST:
        raise Rejected("too_far", given=day)
    return day


def _month(hearing: Hearing) -> date | None:
    """The last day of a month that is named without a day; the next one with that name."""
    today = hearing.sent_on
    if relative := _RELATIVE.search(hearing.text):
        ahead = 0 if (relative[1] or relative[2]).casefold() in {"ini", "this"} else 1
        return _last_day(add_months(today.replace(day=1), ahead))
    named = _NAMED.search(hearing.text)
    if named is None or named["day"]:
        return None
    month, year = MONTHS[named["month"].casefold()], named["year"]
    if year is None:
        found = _last_day(date(today.year, month, 1))
        return found if found > today else _last_day(date(today.year + 1, month, 1))
    found = _last_day(date(int(year), month, 1))
    if found <= today:
        raise Rejected("not_ahead", given=found)
    return found


def _last_day(day: date) -> date:
    return add_months(day.replace(day=1), 1) - timedelta(days=1)
