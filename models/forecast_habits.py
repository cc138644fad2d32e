"""Draws of how late instalments are paid, for many paths at once (NumPy)."""

from __future__ import annotations

from bisect import bisect_left
from enum import IntEnum
from typing import TYPE_CHECKING, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from models.forecast import HORIZON_DAYS
from models.punctuality import EDGES, LEAST_SURVIVAL, LIKENESS

if TYPE_CHECKING:
    from models.punctuality import Pace, Punctuality

Days: TypeAlias = NDArray[np.int16]
Shares: TypeAlias = NDArray[np.float64]

NEVER: Final = HORIZON_DAYS + 1
"""The day of everything that does not happen within the horizon."""
_CELLS: Final = 1_024
_BEYOND: Final = 4 * HORIZON_DAYS
"""Days of delay that lead beyond the horizon however long ago an instalment was due."""
_YEARS_DIFFER: Final = 0.45
"""A flood, a harvest or a price meets all groups at once: the usual chance of paying in a path is
drawn around the learned one, with this standard deviation of its logarithm."""

_GROUPS_CHANGE: Final = 0.8
"""What a group was is not all that it will be (an illness, another crop): its pace in a path is
drawn around its record, with this standard deviation of its logarithm. The shift beside it keeps
the usual delay about where it was. It hardly matters where many repay into one cash, and much where
a single success opens the next turn."""


class Luck(IntEnum):
    """Whose random numbers they are."""

    PROGRAMME = 0
    BORROWER = 1
    PLACE = 2
    CAPITAL = 3


def luck_of(seed: int, kind: Luck, number: int) -> np.random.Generator:
    """Random numbers that belong to one thing, whatever else there is."""
    return np.random.Generator(np.random.SFC64([seed, kind, number]))


class Habits:
    """What is true of a programme's punctuality in each path, and draws of delays by it."""

    def __init__(self, known: Punctuality, seed: int, paths: int) -> None:
        luck = luck_of(seed, Luck.PROGRAMME, 0)
        self._alike = luck.choice(len(LIKENESS), size=paths, p=np.asarray(known.likeness))
        self._shape = np.asarray(LIKENESS)[self._alike]
        steps = _steps(known, self._shape, luck)
        self._sums = np.concatenate((np.zeros((paths, 1)), np.cumsum(steps, axis=1)), axis=1)
        self._per_root = ((_CELLS - 1) / np.sqrt(self._sums[:, -1])).astype(np.float32)[:, None]
        self._delays = self._table()
        self._rows = (np.arange(paths, dtype=np.int32) * _CELLS)[:, None]

    def _table(self) -> Days:
        """For each path the delay in days that belongs to a cell; the last cell is never.

        Cells are as wide as the root of the waiting, because most is decided where that is short.
        """
        grid = np.linspace(0, 1, _CELLS) ** 2
        table = np.empty((len(self._sums), _CELLS), np.int16)
        for row, sums in zip(table, self._sums, strict=True):
            row[:] = np.ceil(np.interp(grid * sums[-1], sums, EDGES))
        table[:, 0] = EDGES[0] + 1
        table[:, -1] = _BEYOND
        return table.reshape(-1)

    def paid(
        self, due: NDArray[np.int32], pace: Pace, luck: np.random.Generator, *, watched: bool
    ) -> Days:
        """The day on which each instalment is paid: a row for each path, never falling in it.

        `due` are days from today, or from a disbursement that is to come. What is `watched` is
        unpaid today, so that it is paid tomorrow at the earliest.
        """
        cells = luck.standard_exponential((len(self._rows), len(due)), dtype=np.float32)
        cells /= self._paces(pace, luck).astype(np.float32)[:, None]
        if watched:
            cells[:, 0] += self._behind(-int(due[0]))
        np.sqrt(cells, out=cells)
        cells *= self._per_root
        np.minimum(cells, _CELLS - 1, out=cells)
        at = cells.astype(np.int32)
        at += self._rows
        days = self._delays.take(at).astype(np.int32)
        days += due
        if watched:
            np.maximum(days[:, 0], 1, out=days[:, 0])
        np.maximum.accumulate(days, axis=1, out=days)
        return np.minimum(days, NEVER, out=days).astype(np.int16)

    def _paces(self, pace: Pace, luck: np.random.Generator) -> Shares:
        """How fast a group is in each path, by its own record and by how groups differ."""
        drawn: Shares = luck.standard_gamma(self._shape + pace.settled)
        drawn /= self._shape + np.asarray(pace.expected)[self._alike]
        changed = _GROUPS_CHANGE * luck.standard_normal(len(drawn)) + 0.4 * _GROUPS_CHANGE**2
        drawn *= np.exp(changed)
        return np.maximum(drawn, 1e-6)

    def _behind(self, days: int) -> NDArray[np.float32]:
        """What of the waiting is over for an instalment that was due so long ago."""
        if days <= EDGES[0]:
            return np.zeros(len(self._sums), np.float32)
        days = min(days, EDGES[-1])
        spell = bisect_left(EDGES, days) - 1
        before, last = EDGES[spell], EDGES[spell + 1]
        share = (days - before) / (last - before)
        passed = self._sums[:, spell] * (1 - share) + self._sums[:, spell + 1] * share
        return passed.astype(np.float32)


def _steps(known: Punctuality, shape: Shares, luck: np.random.Generator) -> Shares:
    """`punctuality.usual_steps` of every path, by chances that are drawn for it."""
    share = luck.beta(known.paid, known.left, size=(len(shape), len(known.paid)))
    share = np.clip(share, 1e-9, 1 - 1e-9)
    survival = np.cumprod(1 - share, axis=1)
    before = np.concatenate((np.ones((len(shape), 1)), survival[:, :-1]), axis=1)
    before = np.maximum(before, LEAST_SURVIVAL)
    steps: Shares = -np.log1p(-share) * before ** (-1 / shape[:, None])
    steps *= np.exp(_YEARS_DIFFER * luck.standard_normal((len(shape), 1)))
    return steps
