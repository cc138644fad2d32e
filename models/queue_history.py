"""How an application came to its place: read from the record, event by event."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.funding_queue import NOWHERE
from models.funding_tables import Application, QueueEvent
from models.queue_record import QueueEventKind, events_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from models.funding_queue import Place

_BY_CHOICE = frozenset({QueueEventKind.MOVED, QueueEventKind.RESUMED, QueueEventKind.ACCEPTED})
"""What staff decide about one group and others may have to wait for: they read the reason."""


@dataclass(frozen=True, slots=True)
class Step:
    """An event that changed the place of an application; NOWHERE stands for outside the queue."""

    kind: QueueEventKind
    at: datetime
    group_name: str
    """Whose event it is."""
    own: bool
    by: str
    """Who did it; nobody where others need not know, or it was Gulir itself."""
    reason: str
    """Empty where it is none of the others' business."""
    before: int
    after: int


async def steps_of(application: Application) -> tuple[Step, ...]:
    """Every event that moved the place of an application, the oldest first."""
    first = await QueueEvent.filter(application_id=application.id).order_by("number").first()
    if first is None:
        return ()
    steps, place, number = list[Step](), NOWHERE, first.number - 1
    while events := await events_of(application.programme_id, after=number):
        for event in events:
            own = event.application_id == application.id
            was, place = place, _place_after(event, place, own=own)
            if was != place:
                steps.append(_step(event, own=own, before=was, after=place))
        number = events[-1].number
    return tuple(steps)


def _place_after(event: QueueEvent, place: int, *, own: bool) -> int:
    """Where somebody stands after an event, who stood at `place` before it."""
    if "place_after" not in event.facts:
        return place
    left, entered = event.facts["place_before"], event.facts["place_after"]
    if own:
        return entered or NOWHERE
    if place == NOWHERE:
        return place
    if left is not None and left < place:
        place -= 1
    if entered is not None and entered <= place:
        place += 1
    return place


def _step(event: QueueEvent, *, own: bool, before: int, after: int) -> Step:
    kind = QueueEventKind(event.kind)
    told = own or kind in _BY_CHOICE
    return Step(
        kind=kind,
        at=event.at,
        group_name=event.application.group.name if event.application else "",
        own=own,
        by=event.person.name if told and event.person else "",
        reason=event.reason if told else "",
        before=before,
        after=after,
    )


@dataclass(frozen=True, slots=True)
class Ahead:
    """Why those before somebody are before them: how many for which reason."""

    higher_class: int
    """Their class comes first."""
    earlier: int
    """They were accepted earlier into the same class."""
    decided: int
    """They were accepted later, and stand before it because somebody was moved."""


async def ahead_of(mine: Place, queue: Sequence[Place]) -> Ahead:
    """The inputs of the order, counted, without naming anybody."""
    before = queue[: mine.place - 1]
    ids = [each.application_id for each in (*before, mine)]
    accepted = dict(await Application.filter(id__in=ids).values_list("id", "accepted_at"))
    own = accepted[mine.application_id]
    alike = [each for each in before if each.priority == mine.priority]
    earlier = sum(accepted[each.application_id] <= own for each in alike)
    return Ahead(len(before) - len(alike), earlier, len(alike) - earlier)
