"""When a waiting group's turn may come: an honest range of days, never a promise.

Pure: plain values in, plain values out. `models.forecast_paths` plays the fund forward a thousand
times (NumPy, loaded with the first forecast): running groups repay as punctually as their
programme and they themselves have, the queue is funded in its order as soon as cash and rule
allow, and those who are funded repay, too.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from models.punctuality import EVERYBODY, NOTHING_KNOWN, Pace, Punctuality

if TYPE_CHECKING:
    from datetime import date

PATHS: Final = 1_000
HORIZON_DAYS: Final = 1_096
"""Three years: what lies beyond is not forecast."""
QUANTILES: Final = (10, 25, 50, 75, 90)
"""Percent of the paths in which the turn has come by the day."""
KNOWN_FROM_PERCENT: Final = 90
"""A window is told only if the turn comes within the horizon in so many percent of the paths."""


@dataclass(frozen=True, slots=True)
class Window:
    """When the money may be paid out, in WITA days.

    By `earliest` it was in 10 percent of the paths, by `likely_from` in half of them, and by
    `likely_until` in 90 percent. `certain` means that it is approved and set aside already.
    Where fewer than KNOWN_FROM_PERCENT of the paths fund it within the horizon there is no window.
    """

    earliest: date
    likely_from: date
    likely_until: date
    certain: bool = False


@dataclass(frozen=True, slots=True)
class Owed:
    """What is left of an instalment's principal, in rupiah: only principal is lent again."""

    due_on: date
    principal: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Borrower:
    """A running loan: what is left of it, oldest first, and how punctual the group has been."""

    loan_id: int
    owed: tuple[Owed, ...]
    pace: Pace = EVERYBODY
    until_success: int | None = None
    """Rupiah of principal until it may count as a success; none when it has counted, or cannot."""
    stops: bool = False
    """A what-if: from today on the group pays nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place in the queue: what the group is to get, and what stands in its way."""

    application_id: int
    amount: int
    set_aside: int = 0
    """What of it is approved, and out of the fund's cash already."""
    after_loan: int | None = None
    """The group's running loan, which it has to repay before."""
    is_barred: bool = False
    """The rule gives nothing to this group: until staff decide, nobody behind it is funded."""


@dataclass(frozen=True, slots=True)
class Coming:
    """Money that is expected on a day.

    `new` is capital that staff have announced, the other is paid and waits for the bank statement.
    """

    on: date
    amount: int
    new: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Turning:
    """What a programme's rule and habits mean for the pace of the queue.

    Capital that was never lent (`never_lent` rupiah) waits for nobody. Else a group is funded if
    another has succeeded: any one at any time, or (`one_each`) one for each; `successes` stand by
    now and have freed nobody. A group succeeds when it has repaid everything (`repaid_counts`), or
    earlier with `share_percent` of its principal, nothing late, never later than `late_days_most`,
    and with reports and a recommendation, which `share_chance` percent of the groups have in time.
    """

    one_each: bool = True
    successes: int = 0
    never_lent: int = 0
    repaid_counts: bool = True
    share_percent: int = 75
    share_chance: int = 50
    late_days_most: int = 60
    instalments: int = 20
    """Monthly instalments of the loans that are still to come."""
    handling_days: tuple[int, ...] = (3, 7, 14)
    """How long it takes from the day on which it is possible until the money is paid."""


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """All that the forecast knows of a programme on a WITA day; amounts in rupiah."""

    today: date
    cash: int
    """At hand for lending, beyond what is set aside for approved places."""
    reserve: int = 0
    """What always stays in the fund."""
    borrowers: tuple[Borrower, ...] = ()
    places: tuple[Place, ...] = ()
    coming: tuple[Coming, ...] = ()
    turning: Turning = field(default_factory=Turning)
    punctuality: Punctuality = NOTHING_KNOWN
    returns_count: bool = True
    """Whether repaid principal may be lent at once; where the treasury has to release it first,
    nobody knows the day, and only what staff announce as capital is counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What the paths say about one place."""

    application_id: int
    window: Window | None
    days: tuple[date | None, ...]
    """By when, in so many percent of the paths (QUANTILES); none beyond the horizon."""
    funded_percent: int
    """In how many of the paths the turn comes within the horizon."""


@lru_cache(maxsize=16)
def forecast(world: World, *, seed: int = 0, paths: int = PATHS) -> tuple[Outlook, ...]:
    """The outlook of each place, in the order of the queue; the same world and seed, the same.

    Takes up to a second for a large fund: a running bot asks for it in a thread.
    """
    if not world.places:
        return ()
    # Imported with the first forecast, not at start: NumPy takes its time and memory.
    from models.forecast_paths import play  # noqa: PLC0415

    return play(world, seed=seed, paths=paths)
