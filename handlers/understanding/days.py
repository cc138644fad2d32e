"""From a day as it was said to a date: payments look back, promises look ahead (DOMAIN.md 5.4)."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import MAXYEAR, MINYEAR, date, timedelta

from handlers.understanding.day_span import DaySpan, Names
from handlers.understanding.day_spans import find_days
from handlers.understanding.outcome import NO_DAY, Certainty, DayReading, Direction
from handlers.understanding.text import read_message

LONG_AGO_DAYS = 60
_FARTHEST_DAYS = 366
_CLOSE_WEEKDAY_DAYS = 2
_MIDDLE = 15
_DECEMBER = 12


def read_day(text: str, *, today: date, direction: str = Direction.PAST) -> DayReading:
    """The day that an answer names, looking back or ahead from `today` (a WITA date)."""
    spans = find_days(read_message(text).tokens, day_expected=True)
    return resolve_days(spans, today, Direction(direction))


def resolve_days(spans: Sequence[DaySpan], today: date, direction: Direction) -> DayReading:
    """One reading of all the days in a message; different days are asked back."""
    readings = [resolve(span, today, direction) for span in spans]
    if not readings:
        return NO_DAY
    exact = [r for r in readings if r.value is not None]
    if len({r.value for r in exact}) > 1:
        days = tuple(dict.fromkeys(r.value for r in exact if r.value is not None))
        return DayReading(None, Certainty.ASK, days, "several days are named")
    if not exact:
        return readings[0]
    sure = [r for r in exact if r.certainty is Certainty.SURE]
    return sure[0] if sure else exact[0]


def resolve(span: DaySpan, today: date, direction: Direction) -> DayReading:
    """The date that one span names; never raises, whatever the numbers in it."""
    match span.names:
        case Names.DAYS_AWAY:
            return _days_away(span, today, direction)
        case Names.MONTHS_AWAY:
            target = _months_from(today, span.shift, today.day)
            return _against_direction(_taken(target, "counted in months"), today, direction)
        case Names.DATE:
            return _date(span, today, direction)
        case Names.WEEKDAY:
            return _weekday(span, today, direction)
        case Names.WEEKDAY_OF_WEEK:
            day = _shifted(today, span.day - today.weekday() + 7 * span.shift)
            return _against_direction(_taken(day, span.doubt), today, direction)
        case Names.WEEK:
            return _week(span, today)
        case Names.MONTH_PART:
            return _month_part(span, today, direction)
        case Names.EVENT:
            return _ask((), "an event, not a date")


def _ask(candidates: Sequence[date | None], why: str) -> DayReading:
    days = tuple(dict.fromkeys(day for day in candidates if day is not None))
    return DayReading(None, Certainty.ASK, days, why)


def _taken(day: date | None, doubt: str = "", also: Sequence[date | None] = ()) -> DayReading:
    if day is None:
        return _ask(also, "no such day in any calendar")
    if not doubt:
        return DayReading(day, Certainty.SURE, (day,), "")
    others = (other for other in also if other is not None and other != day)
    return DayReading(day, Certainty.CONFIRM, (day, *others), doubt)


def _shifted(today: date, days: int) -> date | None:
    try:
        return today + timedelta(days=days)
    except OverflowError:
        return None


def _make(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def _months_from(today: date, months: int, day: int) -> date | None:
    """The same day so many months away, or the last day of a shorter month."""
    year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return None
    return date(year, month + 1, min(day, monthrange(year, month + 1)[1]))


def _against_direction(reading: DayReading, today: date, direction: Direction) -> DayReading:
    """A payment after today or a promise before it is asked back; long ago is confirmed."""
    day = reading.value
    if day is None:
        return reading
    if direction is Direction.PAST and day > today:
        return _ask((day,), "a payment cannot lie in the future")
    if direction is Direction.FUTURE and day < today:
        return _ask((day,), "a promise cannot lie in the past")
    if abs((day - today).days) > 10 * _FARTHEST_DAYS:
        return _ask((day,), "many years away")
    too_far = (today - day).days > LONG_AGO_DAYS or (day - today).days > _FARTHEST_DAYS
    if too_far and reading.certainty is Certainty.SURE:
        return _taken(day, "far from today")
    return reading


def _days_away(span: DaySpan, today: date, direction: Direction) -> DayReading:
    day = _shifted(today, span.shift)
    also = [_shifted(today, 0 if span.shift == -1 else span.shift - 1)] if span.doubt else []
    if span.doubt and direction is Direction.PAST and span.shift < 0 and span.tense:
        also = [_shifted(today, span.shift + 1)]
    return _against_direction(_taken(day, span.doubt, also), today, direction)


def _date(span: DaySpan, today: date, direction: Direction) -> DayReading:
    if not 1 <= span.day <= 31 or span.month > _DECEMBER:  # noqa: PLR2004 - a figure of the grammar
        return _ask((), "no such date")
    if span.year:
        return _full_date(span, today, direction)
    if span.month > 0:
        return _day_and_month(span, today, direction)
    if span.month < 0:
        return _day_of_shifted_month(span, today, direction)
    return _day_of_month(span, today, direction)


def _no_such_day(year: int, month: int) -> DayReading:
    last = _make(year, month, monthrange(year, month)[1]) if 1 <= month <= _DECEMBER else None
    following = _shifted(last, 1) if last else None
    return _ask((last, following), "this day does not exist")


def _full_date(span: DaySpan, today: date, direction: Direction) -> DayReading:
    if not MINYEAR < span.year < MAXYEAR or span.month < 1:
        return _ask((), "no such date")
    day = _make(span.year, span.month, span.day)
    if day is None:
        return _no_such_day(span.year, span.month)
    return _against_direction(_swap_checked(day, span, today, direction), today, direction)


def _swap_checked(day: date, span: DaySpan, today: date, direction: Direction) -> DayReading:
    """Confirm when month/day would also be a day, and a nearer one (DOMAIN.md 5.4, rule 9)."""
    swapped = _make(day.year, span.day, span.month) if span.day <= _DECEMBER else None
    if swapped is None or span.doubt:
        return _taken(day, span.doubt)
    nearer = abs((swapped - today).days) < abs((day - today).days)
    right_side = swapped <= today if direction is Direction.PAST else swapped >= today
    if nearer and right_side:
        return _taken(day, "day and month may be swapped", [swapped])
    return _taken(day)


def _day_and_month(span: DaySpan, today: date, direction: Direction) -> DayReading:
    """A date without a year: the nearest one in the direction that makes sense."""
    this_year = _make(today.year, span.month, span.day)
    if this_year is None:
        return _no_such_day(today.year, span.month)
    back = direction is Direction.PAST
    fits = this_year <= today if back else this_year >= today
    if fits:
        reading = _swap_checked(this_year, span, today, direction)
        return _against_direction(reading, today, direction)
    if abs((this_year - today).days) <= LONG_AGO_DAYS:
        same_day = _make(today.year, today.month, span.day)
        other = (
            same_day if same_day and (same_day <= today if back else same_day >= today) else None
        )
        return _ask((this_year, other), "this date lies on the wrong side of today")
    other_year = _make(today.year + (-1 if back else 1), span.month, span.day)
    return _taken(other_year, "in another year", [this_year])


def _day_of_shifted_month(span: DaySpan, today: date, direction: Direction) -> DayReading:
    first = _months_from(today, span.shift, 1)
    if first is None:
        return _ask((), "no such date")
    day = _make(first.year, first.month, span.day)
    if day is None:
        return _no_such_day(first.year, first.month)
    return _against_direction(_taken(day), today, direction)


def _day_of_month(span: DaySpan, today: date, direction: Direction) -> DayReading:
    """The nearest month that has this day, back or ahead; another month is confirmed."""
    back = direction is Direction.PAST
    for months in range(3):
        first = _months_from(today, -months if back else months, 1)
        day = _make(first.year, first.month, span.day) if first else None
        if day is None or (day > today if back else day < today):
            continue
        other = _make(today.year, today.month, span.day)
        doubt = span.doubt or ("" if months == 0 else "in another month")
        return _taken(day, doubt, [other])
    return _ask((), "no such date nearby")


def _weekday(span: DaySpan, today: date, direction: Direction) -> DayReading:
    side = span.tense or direction
    if span.tense is not None and span.tense is not direction:
        wrong = _next(today, span.day) if side is Direction.FUTURE else _last(today, span.day)
        return _against_direction(_taken(wrong), today, direction)
    near = _last(today, span.day) if side is Direction.PAST else _next(today, span.day)
    step = -7 if side is Direction.PAST else 7
    if near is None:
        return _ask((), "no such date")
    if span.tense is None and today.weekday() == span.day:
        return _taken(today, "today or a week apart", [near])
    close = abs((near - today).days) <= _CLOSE_WEEKDAY_DAYS or today.weekday() == span.day
    bare = span.tense is None
    if bare or (close and span.day != 6):  # noqa: PLR2004 - a figure of the grammar
        return _taken(near, "which week is not said", [_shifted(near, step)])
    return _taken(near)


def _last(today: date, weekday: int) -> date | None:
    return _shifted(today, -((today.weekday() - weekday - 1) % 7 + 1))


def _next(today: date, weekday: int) -> date | None:
    return _shifted(today, (weekday - today.weekday() - 1) % 7 + 1)


def _week(span: DaySpan, today: date) -> DayReading:
    if span.tense is None:
        return _ask((), "a week, not a day")
    if span.tense is Direction.PAST:
        days = (_last(today, 6), _shifted(today, -7))
    else:
        days = (_next(today, 6), _shifted(today, 7))
    return _ask(days, "a week or a Sunday")


def _month_part(span: DaySpan, today: date, direction: Direction) -> DayReading:
    """The start, middle or end of a month is offered; a promise may take the last day."""
    if span.day == 0:
        return _ask((), "a month, not a day")
    months = span.shift
    if span.month:
        months = (span.month - today.month + 12) % 12
        months -= 12 if direction is Direction.PAST and months else 0
    day = _months_from(today, months, span.day)
    back = direction is Direction.PAST
    if (
        day is not None
        and not span.month
        and span.tense is None
        and (day > today if back else day < today)
    ):
        day = _months_from(today, months + (-1 if back else 1), span.day)
    if day is not None and not back and span.day == 31 and day >= today:  # noqa: PLR2004 - a figure of the grammar
        return _taken(day, "the last day of the month")
    return _ask((day,), "a part of a month, not a day")
