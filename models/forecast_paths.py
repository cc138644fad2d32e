"""The fund played forward, a thousand paths side by side (NumPy; delays by `forecast_habits`).

Time goes in days, day 0 is today. Every borrower and every place has random numbers of its own,
drawn from the seed and its id: what changes about one leaves the luck of the others as it was, so
that two worlds can be compared (what-if), and more money never makes anybody later.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from models.forecast import HORIZON_DAYS, KNOWN_FROM_PERCENT, QUANTILES, Outlook, Window
from models.forecast_habits import NEVER, Days, Habits, Luck, luck_of
from models.punctuality import EVERYBODY

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from models.forecast import Borrower, Place, World

Money: TypeAlias = NDArray[np.float64]
"""Whole rupiah, exact below 2^53."""
Index: TypeAlias = NDArray[np.int64]

_MONTH_DAYS: Final = 30.4375
_AT_ONCE: Final = 64
"""Loans whose instalments are added up together: few enough for little memory."""


def play(world: World, *, seed: int, paths: int) -> tuple[Outlook, ...]:
    """The outlook of each place of a world that has some."""
    habits = Habits(world.punctuality, seed, paths)
    fund = _Fund(world, paths)
    fund.announced()
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
            in_time = _in_time(world, luck, paths)
            self.success[number] = _success(paid, due, self.amounts[number], needed, in_time)

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
        self.funded = np.full((len(world.places), paths), NEVER, np.int16)

    def announced(self) -> None:
        """What staff have announced comes on its day."""
        for capital in self._world.capital:
            day = (capital.on - self._world.today).days
            if 0 < day < NEVER:
                self._coming[:, day] += capital.amount

    def expect(self, borrowers: Sequence[Borrower], habits: Habits, seed: int) -> None:
        """What running loans bring back, and when their groups have succeeded."""
        today, every = self._world.today, np.arange(self._paths)
        days, amounts = [], []
        for one in borrowers:
            luck = luck_of(seed, Luck.BORROWER, one.loan_id)
            due = np.asarray([(owed.due_on - today).days for owed in one.owed], np.int32)
            owed = np.asarray([owed.principal for owed in one.owed], np.float64)
            paid = habits.paid(due, one.pace, luck, watched=True)
            days.append(paid)
            amounts.append(owed)
            if one.until_success is not None:
                in_time = _in_time(self._world, luck, self._paths)
                success = _success(paid, due, owed, one.until_success, in_time)
                self._succeeding[every, success] += 1
        weights = np.concatenate(amounts)
        for path, row in enumerate(np.concatenate(days, axis=1)):
            self._coming[path] += np.bincount(row, weights, minlength=NEVER + 1)

    def turn(self, newcomers: _Newcomers) -> None:
        """Go through the days; fund whoever is first as soon as rule and cash allow it."""
        world, paths = self._world, self._paths
        wanted = [max(0, one.amount - one.set_aside) for one in world.places]
        need = np.asarray([*wanted, np.inf], np.float64)  # beyond the last nothing is affordable
        cash = np.full(paths, float(world.cash - world.reserve))
        per_success = world.turning.per_success
        free = np.full(paths, world.turning.openings if per_success is not None else paths)
        first, last = np.zeros(paths, np.int64), np.zeros(paths, np.int64)
        coming = np.ascontiguousarray(self._coming.T)
        succeeding = np.ascontiguousarray(self._succeeding.T)
        for day in range(NEVER):
            cash += coming[day]
            if per_success is not None:
                free += succeeding[day] * per_success
            while True:
                asked = need[first]
                at = ((asked <= 0) | ((cash >= asked) & (free > 0))).nonzero()[0]
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
                if per_success is not None:
                    free[at] -= asked[at] > 0
                first[at] += 1
            if first.min() == len(world.places):
                break


def _in_time(world: World, luck: np.random.Generator, paths: int) -> NDArray[np.bool_]:
    """Whether a group has its reports and its recommendation when its share is repaid."""
    return luck.random(paths) * 100 < world.turning.share_chance


def _success(
    paid: Days, due: NDArray[np.int32], amounts: Money, needed: int, in_time: NDArray[np.bool_]
) -> Days:
    """The first day with the needed share repaid and nothing late, or with all of it."""
    by = min(int(np.searchsorted(np.cumsum(amounts), needed)), len(amounts) - 1)
    ready = np.ones((len(paid), len(amounts) - by), np.bool_)
    ready[:, :-1] = (paid[:, by:-1] <= due[by + 1 :]) & in_time[:, None]
    days: Days = paid[np.arange(len(paid)), by + np.argmax(ready, axis=1)]
    return days


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
