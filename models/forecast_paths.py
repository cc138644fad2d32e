"""The fund played forward, a thousand paths side by side (NumPy; delays by `forecast_habits`).

Time goes in days, day 0 is today. Every borrower and every place has random numbers of its own,
drawn from the seed and its id: what changes about one leaves the luck of the others as it was, so
that two worlds can be compared (what-if), and more money never makes anybody later.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from models.forecast import HORIZON_DAYS, KNOWN_FROM_PERCENT, QUANTILES, Outlook, Window
from models.forecast_habits import NEVER, Days, Habits, Luck, luck_of
from models.punctuality import EVERYBODY

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from models.forecast import Borrower, Place, Turning, World

Money: TypeAlias = NDArray[np.float64]
"""Whole rupiah, exact below 2^53."""
Index: TypeAlias = NDArray[np.int64]

_MONTH_DAYS: Final = 30.4375
_MONTH_OF_CAPITAL: Final = 31
"""Days: a month of which capital is announced is kept as its last day."""
_LATE_CAPITAL: Final = 0.1
_LATEST_CAPITAL: Final = 61
"""Days: of ten announcements one comes up to two months late."""
_AT_ONCE: Final = 64
"""Loans whose instalments are added up together: few enough for little memory."""


def play(world: World, *, seed: int, paths: int) -> tuple[Outlook, ...]:
    """The outlook of each place of a world that has some."""
    habits = Habits(world.punctuality, seed, paths)
    fund = _Fund(world, paths)
    fund.announced(seed)
    if world.returns_count:
        paying = [one for one in world.borrowers if one.owed and not one.stops]
        for start in range(0, len(paying), _AT_ONCE):
            fund.expect(paying[start : start + _AT_ONCE], habits, seed)
    fund.turn(_Newcomers(world, habits, seed, paths))
    return tuple(
        _outlook(world, place, days)
        for place, days in zip(world.places, np.sort(fund.funded, axis=1), strict=True)
    )


class _Newcomers:
    """How the groups of the queue are going to repay; their days count from the disbursement."""

    def __init__(self, world: World, habits: Habits, seed: int, paths: int) -> None:
        turning, count = world.turning, world.turning.instalments
        shape = len(world.places), paths
        self.handling = np.zeros(shape, np.int16)
        self.paid = np.full((*shape, count), NEVER, np.int16)
        self.success = np.full(shape, NEVER, np.int16)
        self.amounts = np.zeros((shape[0], count))
        due = np.rint(np.arange(1, count + 1) * _MONTH_DAYS).astype(np.int32)
        for number, place in enumerate(world.places):
            luck = luck_of(seed, Luck.PLACE, place.application_id)
            self.handling[number] = luck.choice(np.asarray(turning.handling_days), paths)
            if not world.returns_count:
                continue
            each = place.amount // count
            self.amounts[number] = each
            self.amounts[number, -1] = place.amount - each * (count - 1)
            paid = self.paid[number] = habits.paid(due, EVERYBODY, luck, watched=False)
            needed = -(-place.amount * turning.share_percent // 100)
            share = _Share(self.amounts[number], needed)
            self.success[number] = _success(turning, paid, due, share, luck)

    def returns(self, places: Index, at: Index, paid_on: Index) -> tuple[Index, Index]:
        """For places that are paid out in some paths: when they repay, and when they succeed."""
        back = np.minimum(self.paid[places, at] + paid_on[:, None], NEVER)
        return back, np.minimum(self.success[places, at] + paid_on, NEVER)


class _Fund:
    """Cash that comes in and goes out, day by day, in every path."""

    def __init__(self, world: World, paths: int) -> None:
        self._world, self._paths = world, paths
        self._coming = np.zeros((paths, NEVER + 1))
        self._succeeding = np.zeros((paths, NEVER + 1), np.int32)
        self._new = np.zeros((NEVER + 1, paths))
        self._ready: dict[int, Days] = {}
        """By loan, when a running loan is repaid whose group waits for its next one."""
        self.funded = np.full((len(world.places), paths), NEVER, np.int16)

    def announced(self, seed: int) -> None:
        """Capital comes in the weeks before its day, and now and then after it."""
        every = np.arange(self._paths)
        for number, one in enumerate(self._world.coming):
            told = (one.on - self._world.today).days
            if not 0 < told < NEVER:
                continue
            days = np.full(self._paths, told)
            if one.new:
                luck = luck_of(seed, Luck.CAPITAL, number)
                late = luck.random(self._paths) < _LATE_CAPITAL
                before = luck.integers(0, min(_MONTH_OF_CAPITAL, told), self._paths)
                days += np.where(late, luck.integers(1, _LATEST_CAPITAL, self._paths), -before)
                np.minimum(days, NEVER, out=days)
                self._new[days, every] += one.amount
            self._coming[every, days] += one.amount

    def expect(self, borrowers: Sequence[Borrower], habits: Habits, seed: int) -> None:
        """What running loans bring back, and when their groups have succeeded."""
        today, every = self._world.today, np.arange(self._paths)
        waited_for = {place.after_loan for place in self._world.places}
        days, amounts = [], []
        for one in borrowers:
            luck = luck_of(seed, Luck.BORROWER, one.loan_id)
            due = np.asarray([(owed.due_on - today).days for owed in one.owed], np.int32)
            owed = np.asarray([owed.principal for owed in one.owed], np.float64)
            paid = habits.paid(due, one.pace, luck, watched=True)
            days.append(paid)
            amounts.append(owed)
            if one.until_success is not None:
                share = _Share(owed, one.until_success)
                success = _success(self._world.turning, paid, due, share, luck)
                self._succeeding[every, success] += 1
            if one.loan_id in waited_for:
                self._ready[one.loan_id] = paid[:, -1]
        weights = np.concatenate(amounts)
        for path, row in enumerate(np.concatenate(days, axis=1)):
            self._coming[path] += np.bincount(row, weights, minlength=NEVER + 1)

    def turn(self, newcomers: _Newcomers) -> None:
        """Go through the days; fund whoever is first as soon as rule and cash allow it."""
        world, one_each = self._world, self._world.turning.one_each
        need, ready = self._needs()
        cash = np.full(self._paths, float(world.cash - world.reserve))
        free = np.full(self._paths, world.turning.successes)
        new = np.full(self._paths, float(world.turning.never_lent))
        first, last = np.zeros(self._paths, np.int64), np.zeros(self._paths, np.int64)
        coming = np.ascontiguousarray(self._coming.T)
        succeeding = np.ascontiguousarray(self._succeeding.T)
        every = np.arange(self._paths)
        for day in range(NEVER):
            cash += coming[day]
            new += self._new[day]
            free += succeeding[day]
            while True:
                asked = need[first]
                # The office sees to one after the other.
                able = (cash >= asked) & (ready[first, every] <= day) & (last <= day)
                able &= (free > 0) | (asked <= new)
                at = ((asked <= 0) | able).nonzero()[0]
                if not at.size:
                    break
                places = first[at]
                paid_on = np.maximum(day + newcomers.handling[places, at], last[at])
                last[at] = paid_on
                self.funded[places, at] = np.minimum(paid_on, NEVER)
                back, done = newcomers.returns(places, at, paid_on)
                # Two instalments of one path may be paid on one day: each is to be added.
                np.add.at(coming, (back, at[:, None]), newcomers.amounts[places])
                succeeding[done, at] += 1
                cash[at] -= asked[at]
                from_new = asked[at] <= new[at]
                new[at] -= np.where(from_new, asked[at], 0)
                free[at] -= ~from_new & one_each
                first[at] += 1
            if first.min() == len(world.places):
                break

    def _needs(self) -> tuple[Money, NDArray[np.int64]]:
        """What each place still asks of the cash, and from which day it may be funded.

        Behind the last one stands a place that nobody can afford.
        """
        places = self._world.places
        asked = [np.inf if one.is_barred else max(0, one.amount - one.set_aside) for one in places]
        ready = np.zeros((len(places) + 1, self._paths), np.int64)
        running = {one.loan_id for one in self._world.borrowers}
        for number, place in enumerate(places):
            if place.after_loan in running:
                ready[number] = self._ready.get(place.after_loan, NEVER)
        return np.asarray([*asked, np.inf]), ready


class _Share(NamedTuple):
    """The principal of each instalment, and how much of it makes a success."""

    amounts: Money
    needed: int


def _success(
    turning: Turning,
    paid: Days,
    due: NDArray[np.int32],
    share: _Share,
    luck: np.random.Generator,
) -> Days:
    """The first day with the needed share repaid and nothing late, or with all of it."""
    by = min(int(np.searchsorted(np.cumsum(share.amounts), share.needed)), len(due) - 1)
    in_time = luck.random((len(paid), 1)) * 100 < turning.share_chance
    in_time = in_time & np.logical_and.accumulate(paid <= due + turning.late_days_most, axis=1)
    ready = in_time[:, by:]
    ready[:, :-1] &= paid[:, by:-1] <= due[by + 1 :]
    ready[:, -1] |= turning.repaid_counts
    days: Days = paid[np.arange(len(paid)), by + np.argmax(ready, axis=1)]
    return np.where(ready.any(axis=1), days, np.int16(NEVER))


def _outlook(world: World, place: Place, days: Days) -> Outlook:
    """`days` of all paths, sorted."""

    def by(percent: int) -> int:
        return int(days[-(-len(days) * percent // 100) - 1])

    def told(day: int) -> date | None:
        return None if day > HORIZON_DAYS else world.today + timedelta(days=day)

    window = None
    if by(KNOWN_FROM_PERCENT) <= HORIZON_DAYS:
        earliest, half, until = (
            world.today + timedelta(days=by(percent)) for percent in (10, 50, 90)
        )
        window = Window(earliest, half, until, certain=place.set_aside >= place.amount)
    return Outlook(
        application_id=place.application_id,
        window=window,
        days=tuple(told(by(percent)) for percent in QUANTILES),
        funded_percent=int(np.count_nonzero(days <= HORIZON_DAYS)) * 100 // len(days),
    )
