"""Invented histories of funds for the backtest, made of households rather than of delays.

Nothing here knows how the forecast thinks. A group earns by its trade and season, puts something
aside, pays when it has enough (also a part), is sometimes struck alone (illness, a dead goat) or
together with its neighbours (a flood, a price), and may lose heart. The office meets once a week,
when it can. What comes of it is recorded as the ledger would, and cut at any day.
"""

from __future__ import annotations

import math
import random
from dataclasses import dataclass, field
from datetime import date, timedelta

BEGAN = date(2016, 1, 4)
"""A Monday."""
SHARE_PERCENT = 75
"""Of the principal: with so much of it repaid and nothing late a group has succeeded."""


@dataclass(frozen=True, slots=True)
class Kind:
    """How a fund turns: what one success frees, what always stays, and whether capital is told."""

    name: str
    one_each: bool = False
    reserve_percent: int = 0
    """Of the capital that it began with."""
    announces: bool = False
    """New capital is told months before; it comes by its day, at times some weeks after it."""


ANY_CASH = Kind("any cash")
KINDS = (
    ANY_CASH,
    Kind("as many as succeeded", one_each=True),
    Kind("with a reserve", reserve_percent=15),
    Kind("with announced capital", announces=True),
    Kind("all of them", one_each=True, reserve_percent=15, announces=True),
)


@dataclass(slots=True)
class Due:
    """An instalment, what is left of it, and when it was settled."""

    on: int
    left: int
    settled: int | None = None


@dataclass(slots=True)
class Household:
    """A group: what it earns and spends in a month as a share of its instalment, and its habits."""

    number: int
    margin: float
    swing: float
    season: int
    payday: int
    before: int
    """How many days before the due day it likes to pay, if it can."""
    heart: float
    dues: list[Due] = field(default_factory=list)
    wallet: float = 0.0
    succeeded: bool = False
    struck_until: int = -1
    gone: bool = False


@dataclass(slots=True)
class Fund:
    """Days count from BEGAN. `funded` has the day of each group that got its capital, in order."""

    lot: random.Random
    cash: int
    queue: list[tuple[int, int]] = field(default_factory=list)
    """Number and amount of the groups that have not been funded, the first one first."""
    households: list[Household] = field(default_factory=list)
    funded: dict[int, int] = field(default_factory=dict)
    possible_since: int | None = None
    handled: list[int] = field(default_factory=list)
    months: int = 20
    day: int = 0
    flood_until: int = -1
    kind: Kind = ANY_CASH
    reserve: int = 0
    never_lent: int = 0
    """Of the capital: what no group has received yet waits for nobody's success."""
    successes: int = 0
    """Those that have freed nobody yet."""
    announced: list[tuple[int, int, int]] = field(default_factory=list)
    """Told to come by a day, so much, and the day on which it really comes."""

    def live(self, until: int) -> None:
        """Go on to a day."""
        while self.day < until:
            self.day += 1
            self._weather()
            self._capital_comes()
            for one in self.households:
                self._a_day_of(one)
            self._office()

    def _weather(self) -> None:
        if self.day % 30 == 0 and self.lot.random() < 1 / 22:
            self.flood_until = self.day + self.lot.randrange(30, 110)
        hit = self.flood_until > self.day
        for one in self.households:
            chance = 1 / 600 + (1 / 90 if hit else 0)
            if one.dues and one.struck_until < self.day and self.lot.random() < chance:
                one.struck_until = self.day + self.lot.randrange(20, 120)

    def _capital_comes(self) -> None:
        come = sum(amount for _, amount, day in self.announced if day == self.day)
        self.cash += come
        self.never_lent += come

    def announce(self) -> None:
        """Staff tell of capital: it comes in the weeks before its day, or is late once in seven."""
        until = self.day + self.lot.randrange(60, 400)
        late = self.lot.random() < 1 / 7
        real = until + (self.lot.randrange(1, 45) if late else -self.lot.randrange(0, 25))
        self.announced.append((until, self.lot.randrange(20, 60) * 1_000_000, real))

    def _a_day_of(self, one: Household) -> None:
        if one.gone or not one.dues:
            return
        instalment = one.dues[0].left if len(one.dues) == 1 else self._instalment(one)
        if self.day % 30 == one.payday:
            season = 1 + 0.35 * math.sin((self.day + one.season) / 365 * 2 * math.pi)
            earned = one.margin * season * self.lot.lognormvariate(0, one.swing)
            one.wallet += instalment * (earned if one.struck_until < self.day else earned * 0.25)
            one.wallet = min(one.wallet, 2.5 * instalment)
        late = [due for due in one.dues if due.left and due.on < self.day - 100]
        if len(late) > 1 and self.lot.random() < (1 - one.heart) / 60:
            one.gone = True
        for due in one.dues:
            if due.left and due.on - one.before <= self.day:
                self._pay(one, due)
                break

    def _instalment(self, one: Household) -> int:
        return self._each[one.number]

    _each: dict[int, int] = field(default_factory=dict)
    _principal: dict[int, int] = field(default_factory=dict)

    def _pay(self, one: Household, due: Due) -> None:
        """All of it when it can; when it is long overdue, what there is."""
        if one.wallet >= due.left:
            self._take(one, due, due.left)
        elif self.day > due.on + 12 and one.wallet > due.left / 2 and self.lot.random() < 0.1:
            self._take(one, due, int(one.wallet) // 1_000 * 1_000)

    def _take(self, one: Household, due: Due, amount: int) -> None:
        due.left -= amount
        one.wallet -= amount
        self.cash += amount
        if not due.left:
            due.settled = self.day
        self._judge(one)

    def to_success(self, one: Household) -> int:
        """Principal that is still to come until the group may count; in rupiah."""
        principal = self._principal[one.number]
        needed = -(-principal * SHARE_PERCENT // 100)
        return max(0, needed - (principal - sum(due.left for due in one.dues)))

    def _judge(self, one: Household) -> None:
        """Whether it has succeeded by what it just paid; once for ever."""
        late = any(due.left and due.on < self.day for due in one.dues)
        if not one.succeeded and not late and not self.to_success(one):
            one.succeeded = True
            self.successes += 1

    def _is_possible(self) -> bool:
        """Whether the money is there, and a success or capital that was never lent."""
        amount = self.queue[0][1] if self.queue else 0
        if not self.queue or self.cash - self.reserve < amount:
            return False
        return not self.kind.one_each or bool(self.successes) or amount <= self.never_lent

    def _use_up(self, amount: int) -> None:
        if amount <= self.never_lent:
            self.never_lent -= amount
        elif self.kind.one_each:
            self.successes -= 1

    def _office(self) -> None:
        """It notices what is possible, meets on a Tuesday if it can, and pays a few days later."""
        if not self._is_possible():
            self.possible_since = None
            return
        if self.possible_since is None:
            self.possible_since = self.day
        meets = self.day % 7 == 1 and self.lot.random() < 0.75
        if meets and self.day > self.possible_since + 1:
            number, amount = self.queue.pop(0)
            self.cash -= amount
            self._use_up(amount)
            self.funded[number] = self.day + self.lot.randrange(0, 6)
            self.handled.append(self.funded[number] - self.possible_since)
            self.possible_since = None
            self.lend(number, amount, self.funded[number])

    def lend(self, number: int, amount: int, day: int) -> None:
        """A new loan in monthly instalments to a group that nobody has seen before."""
        each = amount // self.months // 1_000 * 1_000
        dues = [Due(day + round(30.44 * n), each) for n in range(1, self.months + 1)]
        dues[-1].left = amount - each * (self.months - 1)
        self._each[number] = each
        self._principal[number] = amount
        self.households.append(
            Household(
                number=number,
                margin=self.lot.triangular(0.75, 2.0, 1.35),
                swing=self.lot.uniform(0.15, 0.6),
                season=self.lot.randrange(365),
                payday=self.lot.randrange(30),
                before=self.lot.choice((0, 0, 0, 1, 3, 6)),
                heart=self.lot.random(),
                dues=dues,
            )
        )


def a_fund(seed: int, kind: Kind = ANY_CASH) -> Fund:
    """A fund of a few to some dozens of groups that has lived for one to three years."""
    lot = random.Random(seed)  # noqa: S311 (the same every time)
    groups = lot.choice((5, 10, 20, 40))
    capital = groups * 15_000_000
    fund = Fund(lot, cash=capital, months=lot.choice((10, 12, 20)), kind=kind)
    fund.reserve = capital * kind.reserve_percent // 100
    fund.never_lent = capital
    fund.queue = [(number, lot.randrange(100, 200) * 100_000) for number in range(1, 400)]
    fund.live(lot.randrange(360, 1_000))
    if kind.announces:
        fund.announce()
    return fund


def day_of(number: int) -> date:
    """A day of a fund as a date."""
    return BEGAN + timedelta(days=number)
