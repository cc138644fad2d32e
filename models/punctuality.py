"""How punctually groups repay: what a programme's own history says, beside a stated prior.

An instalment is paid in one of ten spells of days around its due day, or never. For each spell we
count how many instalments came to it unpaid and how many were paid in it, so that those which are
not paid yet count for as long as they have been watched. Groups differ: each has a pace, by which
its chance of paying in any spell is larger or smaller than the usual, and that is learned from its
own instalments. Both shrink towards the prior where there is little history:

- of 100 instalments that a group comes to, 45 are paid by their day, 34 more within a fortnight,
  18 more within ninety days, 2 later, and with 1 it stops for good. Over twenty instalments so one
  group in six stops, and 92 percent of the money comes back: a little above the 90 percent from
  which PNPM and P2KP called a fund good. It weighs as much as 20 instalments, a year of two
  groups, so that a programme's own year outweighs it;
- how much groups differ is not known before (`LIKENESS`): a pace of a third or of twice the usual
  is nothing rare. With more groups their own differences decide.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import exp, expm1, lgamma, log, log1p
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

EARLIEST: Final = -7
"""Days. What is paid earlier counts as paid a week before."""
SPELLS: Final = (-1, 0, 3, 7, 14, 30, 60, 90, 180, 360)
"""The last day of each spell, in days after the due day; what is unpaid after them never comes."""
EDGES: Final = (EARLIEST - 1, *SPELLS)

_PRIOR_PERCENT: Final = (15.0, 30.0, 14.0, 11.0, 9.0, 9.0, 6.0, 3.0, 1.5, 0.7)
"""How many of 100 instalments are paid in each spell before anything is known."""
_PRIOR_WEIGHT: Final = 20
LIKENESS: Final = (1.0, 2.0, 4.0, 8.0, 30.0)
"""How alike groups may be: shapes of a gamma distribution of paces with the mean 1."""
LEAST_SURVIVAL: Final = 0.002
"""Where fewer than this came to a spell unpaid, they are taken to be no slower than that."""
_LIKENESS_PRIOR: Final = (0.15, 0.25, 0.3, 0.2, 0.1)


@dataclass(frozen=True, slots=True)
class Seen:
    """How an instalment went, in days after its due day.

    It was watched after `since`, that is, from when those before it were paid, through `until`,
    which is when it was `paid`, or today.
    """

    group_id: int
    until: int
    paid: bool
    since: int = EARLIEST - 1


@dataclass(frozen=True, slots=True)
class Pace:
    """How many instalments a group has settled, and how many a usual one would have by now.

    The second depends on how alike groups are: one figure for each of LIKENESS.
    """

    settled: float
    expected: tuple[float, ...]


EVERYBODY: Final = Pace(0, (0.0,) * len(LIKENESS))
"""Of a group without any history: it is taken to be like the others."""


@dataclass(frozen=True, slots=True)
class Punctuality:
    """What is known of a programme: as counts, so that a path can draw what may be true.

    For each spell: instalments that were paid in it and left unpaid by it, the prior among them.
    `likeness` is the probability of each of LIKENESS.
    """

    paid: tuple[float, ...]
    left: tuple[float, ...]
    likeness: tuple[float, ...] = _LIKENESS_PRIOR


def _prior() -> Punctuality:
    share = _PRIOR_WEIGHT / 100
    left = [100 - sum(_PRIOR_PERCENT[: spell + 1]) for spell in range(len(SPELLS))]
    return Punctuality(
        tuple(share * percent for percent in _PRIOR_PERCENT), tuple(share * one for one in left)
    )


NOTHING_KNOWN: Final = _prior()
"""The prior alone."""


_SURELY: Final = 1e6
ON_THE_DAY: Final = Punctuality(
    paid=(1.0, *(_SURELY for _ in SPELLS[1:])), left=(_SURELY, *(1.0 for _ in SPELLS[1:]))
)
"""As if everybody repaid on the day, and what is late already within the spell that it is in."""


@dataclass(frozen=True, slots=True)
class Learned:
    """What a history says about a programme, and about each group in it by its id."""

    punctuality: Punctuality
    paces: Mapping[int, Pace]


def learn(history: Sequence[Seen]) -> Learned:
    """The prior and a history together; the order of the history does not matter."""
    watched = [
        (one.group_id, _spells(one)) for one in history if max(one.until, EARLIEST) > one.since
    ]
    paid, left = list(NOTHING_KNOWN.paid), list(NOTHING_KNOWN.left)
    for _, spells in watched:
        for spell, share, hit in spells:
            if hit:
                paid[spell] += 1
            else:
                left[spell] += share
    if not watched:
        return Learned(NOTHING_KNOWN, {})
    paces = _paces(watched, paid, left)
    return Learned(Punctuality(tuple(paid), tuple(left), _likely(paces.values())), paces)


_Watched: TypeAlias = "list[tuple[int, float, bool]]"
"""The spells in which an instalment was watched: which, what share of it, whether it was paid."""


def _spells(one: Seen) -> _Watched:
    until = max(one.until, EARLIEST)
    watched = []
    for spell, (before, last) in enumerate(pairwise(EDGES)):
        if one.paid and before < until <= last:
            watched.append((spell, 1.0, True))
            break
        days = min(last, until) - max(before, one.since)
        if days > 0:
            watched.append((spell, days / (last - before), False))
    return watched


def usual_steps(paid: Sequence[float], left: Sequence[float], shape: float) -> list[float]:
    """How much of a usual group's waiting (in units of its own chance) ends in each spell.

    Whoever comes to a late spell unpaid is slow, so that a usual group would have a better chance
    there than those who did: by gamma frailty, the survival to the power of -1/shape.
    """
    steps, survival = [], 1.0
    for hit, miss in zip(paid, left, strict=True):
        slowness = max(survival, LEAST_SURVIVAL) ** (-1 / shape)
        steps.append(-log1p(-hit / (hit + miss)) * slowness)
        survival *= miss / (hit + miss)
    return steps


def _paces(
    watched: Sequence[tuple[int, _Watched]], paid: Sequence[float], left: Sequence[float]
) -> dict[int, Pace]:
    settled: dict[int, int] = {}
    expected: dict[int, list[float]] = {}
    steps = [usual_steps(paid, left, shape) for shape in LIKENESS]
    for group, spells in watched:
        sums = expected.setdefault(group, [0.0] * len(LIKENESS))
        settled[group] = settled.get(group, 0) + sum(hit for _, _, hit in spells)
        for spell, share, hit in spells:
            for which, usual in enumerate(steps):
                step = usual[spell]
                # When within the spell is not known: what the mean of such a moment says.
                sums[which] += 1 - step / expm1(min(step, 99.0)) if hit else share * step
    return {group: Pace(settled[group], tuple(sums)) for group, sums in expected.items()}


def _likely(paces: Collection[Pace]) -> tuple[float, ...]:
    """How alike groups are, by Bayes: the probability of each shape in the light of all paces."""
    weights = [
        log(chance)
        + sum(
            lgamma(shape + one.settled)
            - lgamma(shape)
            + shape * log(shape)
            - (shape + one.settled) * log(shape + one.expected[which])
            for one in paces
        )
        for which, (shape, chance) in enumerate(zip(LIKENESS, _LIKENESS_PRIOR, strict=True))
    ]
    shares = [exp(weight - max(weights)) for weight in weights]
    return tuple(share / sum(shares) for share in shares)
