"""Where an application has to stand so that it comes in a certain place. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_TICK: Final = timedelta(microseconds=1)
"""The finest difference between two moments that both databases keep."""


@dataclass(frozen=True, slots=True, order=True)
class Standing:
    """By what an application is ordered: class, moment, id; the lower one comes first."""

    priority: int
    since: datetime
    id: int


def after_all(priority: int, at: datetime, others: Sequence[Standing]) -> datetime:
    """Since when somebody new stands: now, but behind all of the class, whatever clocks say."""
    last = max((each.since for each in others if each.priority == priority), default=None)
    return at if last is None or last < at else last + _TICK


def standings_at(others: Sequence[Standing], place: int, own: Standing) -> tuple[Standing, ...]:
    """What changes so that `own` comes in `place` among the others, who stand in their order.

    Its own new standing first: its class only where its neighbours' leave none else, its moment
    only where it must. Then those behind it that make room, by a tick; they keep their order.
    Raises ValueError for a place that is none.
    """
    if not 1 <= place <= len(others) + 1:
        raise ValueError(f"there is no place {place} among {len(others) + 1}")
    before = others[place - 2] if place > 1 else None
    behind = others[place - 1 :]
    moved = _between(before, behind[0] if behind else None, own)
    return (moved, *_making_room(moved, behind))


def _between(before: Standing | None, after: Standing | None, own: Standing) -> Standing:
    priority = own.priority
    if before is not None:
        priority = max(priority, before.priority)
    if after is not None:
        priority = min(priority, after.priority)
    earliest = before.since + _TICK if before and before.priority == priority else None
    latest = after.since - _TICK if after and after.priority == priority else None
    since = own.since
    if earliest is not None and latest is not None and not earliest <= since <= latest:
        since = earliest + max(timedelta(0), latest - earliest) // 2
    elif earliest is not None:
        since = max(since, earliest)
    elif latest is not None:
        since = min(since, latest)
    return replace(own, priority=priority, since=since)


def _making_room(moved: Standing, behind: Sequence[Standing]) -> list[Standing]:
    nudged, last = [], moved
    for each in behind:
        if each > last:
            break
        last = replace(each, since=last.since + _TICK)
        nudged.append(last)
    return nudged
