"""Signs in a group's own behaviour that a visit would help: a suggestion, never a verdict.

Only what the group does counts (AHEAD.md 21); people decide, and nobody else is shown it. The
limits are our own reading, see DECISIONS.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.money import Rupiah

_LOOKED_AT: Final = 3
"""Trends are read from the last three."""
_LATE_DAYS: Final = 7
_VERY_LATE_DAYS: Final = 30
_SHRUNK_PERCENT: Final = 70
_WITHOUT_PHOTOS_DAYS: Final = 60
_UNANSWERED: Final = 3
_SILENT_DAYS: Final = 14


class Sign(StrEnum):
    """Something that a facilitator would ask about."""

    LATER_AND_LATER = "later_and_later"
    VERY_LATE = "very_late"
    SMALLER_AND_SMALLER = "smaller_and_smaller"
    PHOTOS_STOPPED = "photos_stopped"
    NO_ANSWER = "no_answer"


_WEIGHT: Final = {Sign.VERY_LATE: 2}
_ENOUGH: Final = 2
"""One heavy sign, or two light ones."""


@dataclass(frozen=True, slots=True)
class Noticed:
    """A sign with the figure that shows it: days late, percent, days, or messages."""

    sign: Sign
    figure: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Behaviour:
    """What a group did of late, oldest first.

    `days_late` of the last instalments that fell due, `paid` in rupiah, `photo_days` since the
    last progress report (none if it never made one), and our messages since its last word.
    """

    days_late: Sequence[int] = ()
    paid: Sequence[Rupiah] = ()
    photo_days: int | None = None
    unanswered: int = 0
    silent_days: int = 0


def noticed(behaviour: Behaviour) -> tuple[Noticed, ...]:
    """Every sign that the behaviour shows."""
    found: list[Noticed] = []
    late = tuple(behaviour.days_late)[-_LOOKED_AT:]
    if late and late[-1] >= _VERY_LATE_DAYS:
        found.append(Noticed(Sign.VERY_LATE, late[-1]))
    elif _rising(late) and late[-1] >= _LATE_DAYS:
        found.append(Noticed(Sign.LATER_AND_LATER, late[-1]))
    paid = tuple(int(amount) for amount in behaviour.paid)[-_LOOKED_AT:]
    if _rising(paid[::-1]) and paid[-1] * 100 <= paid[0] * _SHRUNK_PERCENT:
        found.append(Noticed(Sign.SMALLER_AND_SMALLER, 100 * paid[-1] // paid[0]))
    if behaviour.photo_days is not None and behaviour.photo_days >= _WITHOUT_PHOTOS_DAYS:
        found.append(Noticed(Sign.PHOTOS_STOPPED, behaviour.photo_days))
    if behaviour.unanswered >= _UNANSWERED and behaviour.silent_days >= _SILENT_DAYS:
        found.append(Noticed(Sign.NO_ANSWER, behaviour.unanswered))
    return tuple(found)


def suggests_visit(signs: Sequence[Noticed]) -> bool:
    """Whether a visit is suggested: one heavy sign, or two light ones."""
    return sum(_WEIGHT.get(one.sign, 1) for one in signs) >= _ENOUGH


def _rising(figures: Sequence[int]) -> bool:
    full = len(figures) == _LOOKED_AT
    return full and all(before < after for before, after in pairwise(figures))
