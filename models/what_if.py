"""Other worlds for the forecast: a group funded now, groups that stop, everybody punctual. Pure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from models.forecast import Place
from models.punctuality import EVERYBODY, ON_THE_DAY

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from models.forecast import Borrower, World

OUTSIDE: Final = 0
"""The application of a group that is funded without one."""


def funded_now(world: World, application_id: int, amount: int) -> World:
    """The world once that application is funded with so many rupiah before all others.

    Its money leaves the fund at once, even what the fund does not have: cash is then below its
    reserve, and everybody waits until it is filled up. It uses up capital that was never lent, or
    else a success, as the rule has it; without either it is taken out of such capital all the same.
    """
    others = tuple(one for one in world.places if one.application_id != application_id)
    first = Place(application_id=application_id, amount=amount, set_aside=amount)
    turning = world.turning
    if amount <= turning.never_lent or needs_success(world, amount):
        turning = replace(turning, never_lent=max(0, turning.never_lent - amount))
    elif turning.one_each:
        turning = replace(turning, successes=turning.successes - 1)
    return replace(world, cash=world.cash - amount, places=(first, *others), turning=turning)


def needs_success(world: World, amount: int) -> bool:
    """Whether the rule would have so many rupiah wait until another group has succeeded."""
    return amount > world.turning.never_lent and not world.turning.successes


def latest_payers(world: World, count: int) -> tuple[int, ...]:
    """The loans of those who are latest: by the oldest due day, among equals the slowest groups."""

    def order(one: Borrower) -> tuple[date, float, int]:
        oldest = one.owed[0].due_on
        late = min(oldest, world.today)
        expected = sum(one.pace.expected) / len(one.pace.expected)
        return (late, (one.pace.settled + 1) / (expected + 1), one.loan_id)

    owing = [one for one in world.borrowers if one.owed]
    return tuple(one.loan_id for one in sorted(owing, key=order)[:count])


def without(world: World, loan_ids: Collection[int]) -> World:
    """The world in which these pay nothing from today on."""
    return replace(
        world,
        borrowers=tuple(
            replace(one, stops=True) if one.loan_id in loan_ids else one for one in world.borrowers
        ),
    )


def on_time(world: World) -> World:
    """The world in which everybody repays on the day from now on, and what is late comes soon."""
    punctual = tuple(replace(one, pace=EVERYBODY) for one in world.borrowers)
    return replace(world, borrowers=punctual, punctuality=ON_THE_DAY)
