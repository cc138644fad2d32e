"""Steps of reminders: told on good days only, once each, and never about what they are not."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.database import transaction
from models.audit import AuditEvent
from models.good_moments import Hours, is_good_day
from models.notice_day import notice_day
from models.notice_errors import (
    FigureOutOfRange,
    HoursBackwards,
    HoursTooWide,
    NoSuchTime,
    StepsOutOfOrder,
    StepTooFar,
    TooManySteps,
)
from models.notice_pause import MONEY_DAYS, MONEY_WITHIN_DAYS, Rest, money_rests_until
from models.notice_plan import (
    USUAL,
    NoticePlan,
    calls_on,
    change_plan,
    check_plan,
    monthly_day,
    plan_of,
    steps_of,
)
from tests.builders import NOW, a_person, a_programme

if TYPE_CHECKING:
    from collections.abc import Iterable

    from models.errors import RuleBroken

days = st.dates(date(2019, 1, 1), date(2060, 12, 1))
plans = st.builds(
    NoticePlan,
    steps=st.lists(st.integers(-30, 13), unique=True, max_size=8).map(sorted).map(tuple),
)


@given(days, plans)
def test_steps_are_told_on_good_days_in_order_and_never_on_the_wrong_side(
    due_on: date, plan: NoticePlan
) -> None:
    steps = steps_of(plan, due_on)
    for step in steps:
        assert is_good_day(step.told_on)
        assert step.told_on <= step.good_until
        if step.step <= 0:
            assert step.told_on <= due_on
            assert step.good_until <= due_on
        else:
            assert step.told_on >= due_on + timedelta(days=step.step)
    told = [step.told_on for step in steps]
    assert told == sorted(set(told)), "of two on the same day only the later one is told"


@settings(deadline=None, max_examples=40)  # each looks at ninety days
@given(days, plans)
def test_every_step_is_planned_on_exactly_one_day(due_on: date, plan: NoticePlan) -> None:
    found = [
        (telling.step, day)
        for away in range(-45, 45)
        if (day := due_on + timedelta(days=away))
        and (planned := notice_day({1: plan}, day, day - timedelta(days=1)))
        for telling in planned.dues
        if telling.due_on == due_on
    ]
    assert found == [(step.step, step.told_on) for step in steps_of(plan, due_on)]


@settings(deadline=None, max_examples=40)
@given(days, st.integers(1, 20))
def test_after_a_downtime_each_missed_step_is_told_or_stale_never_both(
    day: date, away: int
) -> None:
    missed = notice_day({1: USUAL}, day, day - timedelta(days=away))
    if missed is None:
        return
    told = {(one.due_on, one.step) for one in missed.dues}
    stale = {(one.due_on, one.step) for one in missed.stale}
    each = {
        (one.due_on, one.step)
        for back in range(away)
        if (
            planned := notice_day(
                {1: USUAL}, day - timedelta(days=back), day - timedelta(days=back + 1)
            )
        )
        for one in planned.dues
    }
    assert told | stale == each
    assert not told & stale
    due_days = [due_on for due_on, _ in told]
    assert len(due_days) == len(set(due_days)), "one step of each instalment at most"


def test_a_month_has_its_day_also_where_that_is_a_sunday() -> None:
    assert monthly_day(20, date(2019, 7, 1)) == date(2019, 7, 20)
    assert monthly_day(21, date(2019, 7, 1)) == date(2019, 7, 20)
    assert monthly_day(1, date(2019, 9, 1)) == date(2019, 9, 2)


def test_a_call_comes_fourteen_days_late_on_a_good_day() -> None:
    assert calls_on(USUAL, date(2019, 7, 22)) == date(2019, 8, 5)
    assert calls_on(USUAL, date(2019, 7, 21)) == date(2019, 8, 5)


@pytest.mark.parametrize(
    ("plan", "broken"),
    [
        (NoticePlan(steps=(-3, -7)), StepsOutOfOrder),
        (NoticePlan(steps=(-3, -3)), StepsOutOfOrder),
        (NoticePlan(steps=(-31,)), StepTooFar),
        (NoticePlan(steps=(14,)), StepTooFar),
        (NoticePlan(steps=tuple(range(-9, 0))), TooManySteps),
        (NoticePlan(hours=Hours(opens=25 * 60)), NoSuchTime),
        (NoticePlan(hours=Hours(closes=-1)), NoSuchTime),
        (NoticePlan(hours=Hours(opens=17 * 60, closes=9 * 60)), HoursBackwards),
        (NoticePlan(hours=Hours(opens=6 * 60)), HoursTooWide),
        (NoticePlan(hours=Hours(fasting_closes=20 * 60)), HoursTooWide),
        (NoticePlan(call_after=1), FigureOutOfRange),
        (NoticePlan(nudge_day=31), FigureOutOfRange),
        (NoticePlan(place_day=0), FigureOutOfRange),
        (NoticePlan(promise_days=400), FigureOutOfRange),
    ],
)
async def test_what_is_no_plan_is_refused_and_not_kept(
    plan: NoticePlan, broken: type[RuleBroken]
) -> None:
    with pytest.raises(broken):
        check_plan(plan)


async def test_a_programme_keeps_its_own_plan(database: str) -> None:
    async with transaction():
        programme, other = await a_programme(), await a_programme()
        person = await a_person()
        own = NoticePlan(steps=(-2, 1), hours=Hours(opens=9 * 60), promise_days=30, nudges=False)
        await change_plan(programme.id, own, by=person.id, at=NOW)
        with pytest.raises(StepsOutOfOrder):
            await change_plan(programme.id, NoticePlan(steps=(1, -2)), by=person.id, at=NOW)
    assert await plan_of(programme.id) == own
    assert await plan_of(other.id) == USUAL
    assert await AuditEvent.filter(subject=f"programme:{programme.id}").count() == 1


def resting(rests: Iterable[Rest]) -> set[date]:
    return {
        rest.first + timedelta(days=number)
        for rest in rests
        for number in range((rest.last - rest.first).days + 1)
    }


@given(st.lists(st.tuples(st.integers(1, 60), st.integers(1, 180)), max_size=8))
def test_what_is_owed_never_rests_longer_than_the_rule(wishes: list[tuple[int, int]]) -> None:
    """However often somebody asks, each time after a while and for so many days."""
    day, rests = date(2019, 1, 1), list[Rest]()
    for wait, length in wishes:
        day += timedelta(days=wait)
        # A new wish ends the one that goes on.
        rests = [Rest(one.first, min(one.last, day - timedelta(days=1))) for one in rests]
        rests = [one for one in rests if one.first <= one.last]
        last = money_rests_until(day, day + timedelta(days=length), rests)
        if last >= day:
            rests.append(Rest(day, last))
    quiet = resting(rests)
    for first in quiet:
        window = {first + timedelta(days=number) for number in range(MONEY_WITHIN_DAYS)}
        assert len(window & quiet) <= MONEY_DAYS
