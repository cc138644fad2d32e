"""What is told on one day, as a description: the machine fills it with whom it concerns. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from models.calendar import epoch_ms
from models.good_moments import ONE_DAY, Hours, good_spans, is_good_day
from models.notice import NoticeKind
from models.notice_plan import NoticePlan, calls_on, monthly_day, steps_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

OVERDUE_A_WEEK: Final = 2
"""So many messages about what is late may one loan get in seven days."""
_FARTHEST_BACK: Final = timedelta(days=31)
"""A longer downtime is not looked back into: nothing of it would make sense."""
_AROUND_DAYS: Final = 90
"""Due days farther away than this have no step today, nor a call."""


@dataclass(frozen=True, slots=True)
class DueTelling:
    """A step of all instalments of a programme that fall due on a day."""

    programme_id: int
    due_on: date
    step: int
    good_until: date

    @property
    def kind(self) -> NoticeKind:
        return NoticeKind.OVERDUE if self.step > 0 else NoticeKind.DUE


@dataclass(frozen=True, slots=True)
class MonthlyTelling:
    """What all groups of a programme that it concerns are told in a month."""

    programme_id: int
    month: date
    good_until: date


@dataclass(frozen=True, slots=True)
class Calls:
    """Whose instalments are so late today that a person calls."""

    programme_id: int
    due_days: tuple[date, ...]
    """Those that have come to that day since the last planning."""
    late_since: date
    """Due on or before this day is late enough, where a promise has held the call back."""


@dataclass(frozen=True, slots=True)
class NoticeDay:
    """All that is planned on a WITA day; what belonged to days that were missed is stale."""

    day: date
    planned_before: date
    """The last WITA day that was planned."""
    opens_ms: int
    closes_ms: int
    dues: tuple[DueTelling, ...] = ()
    stale: tuple[DueTelling, ...] = ()
    progress: tuple[MonthlyTelling, ...] = ()
    places: tuple[MonthlyTelling, ...] = ()
    calls: tuple[Calls, ...] = ()


def notice_day(
    plans: Mapping[int, NoticePlan], day: date, planned_before: date
) -> NoticeDay | None:
    """What to plan on a WITA day; none on a day on which nobody is told anything."""
    if not is_good_day(day):
        return None
    since = max(planned_before, day - _FARTHEST_BACK)
    dues = [one for programme in plans for one in _dues(programme, plans[programme], day, since)]
    opens, closes = _widest([plan.hours for plan in plans.values()] or [Hours()], day)
    return NoticeDay(
        day=day,
        planned_before=since,
        opens_ms=opens,
        closes_ms=closes,
        dues=tuple(one for one in dues if one.good_until >= day),
        stale=tuple(one for one in dues if one.good_until < day),
        progress=tuple(_monthly(plans, "nudges", "nudge_day", day, since)),
        places=tuple(_monthly(plans, "places", "place_day", day, since)),
        calls=tuple(_calls(programme, plan, day, since) for programme, plan in plans.items()),
    )


def _dues(programme: int, plan: NoticePlan, day: date, since: date) -> Iterator[DueTelling]:
    for away in range(-_AROUND_DAYS, _AROUND_DAYS + 1):
        due_on = day + away * ONE_DAY
        for step in steps_of(plan, due_on):
            if since < step.told_on <= day:
                yield DueTelling(programme, due_on, step.step, step.good_until)


def _monthly(
    plans: Mapping[int, NoticePlan], wanted: str, on: str, day: date, since: date
) -> Iterator[MonthlyTelling]:
    month = day.replace(day=1)
    last = (month + timedelta(days=31)).replace(day=1) - ONE_DAY
    for programme, plan in plans.items():
        if getattr(plan, wanted) and since < monthly_day(getattr(plan, on), month) <= day:
            yield MonthlyTelling(programme, month, last)


def _calls(programme: int, plan: NoticePlan, day: date, since: date) -> Calls:
    around = (day - away * ONE_DAY for away in range(_AROUND_DAYS + 1))
    due_days = tuple(due for due in around if since < calls_on(plan, due) <= day)
    return Calls(programme, due_days, day - plan.call_after * ONE_DAY)


def _widest(hours: list[Hours], day: date) -> tuple[int, int]:
    """From the earliest opening to the latest close of any programme, in epoch milliseconds."""
    spans = [span for each in hours for span in good_spans(day, each)]
    return (
        epoch_ms(min(begins for begins, _ in spans)),
        epoch_ms(max(ends for _, ends in spans)),
    )
