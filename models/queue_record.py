"""The queue's record: every event that moved a place, sealed one after the other. Append-only.

Whatever puts an application into the queue, takes it out or moves it says so with the facts
`place_before` and `place_after` (null: not in the queue). From these alone the whole queue can be
built anew, so a place that was changed beside the record is found (`verify`).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from models.calendar import as_utc
from models.funding_queue import ORDER
from models.funding_tables import Application, ApplicationStatus, QueueEvent
from models.ledger import lock_books
from models.ledger_chain import GENESIS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

_PAGE: Final = 500
"""Events in memory at a time."""


class QueueEventKind(StrEnum):
    """What happened to an application, or to the rule."""

    APPLIED = "applied"
    ACCEPTED = "accepted"
    RETURNED = "returned"
    ANSWERED = "answered"
    REFUSED = "refused"
    POSTPONED = "postponed"
    RESUMED = "resumed"
    MOVED = "moved"
    WITHDRAWN = "withdrawn"
    PROPOSED = "proposed"
    APPROVED = "approved"
    FUNDED = "funded"
    RULE_CHANGED = "rule_changed"


class QueueFault(StrEnum):
    """What is wrong with a record."""

    MISSING = "missing"
    """The event with this number is not there."""
    BROKEN_LINK = "broken_link"
    """It does not follow the event before it."""
    CHANGED = "changed"
    """It does not say what was sealed."""
    CONTRADICTS = "contradicts"
    """It takes a place that the events before it do not leave."""
    NOT_RECORDED = "not_recorded"
    """The queue stands in another order than the record leads to: somebody was moved beside it."""


@dataclass(frozen=True, slots=True)
class RecordReport:
    """How far a programme's record holds: events that do, the last hash, and the first fault."""

    events: int
    head: str
    faulty_number: int | None = None
    """None also where all events hold, and the queue is not what they lead to."""
    fault: QueueFault | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """The last event of a record: whoever notes it down can prove later what came before."""

    number: int
    hash: str


async def record(
    programme_id: int,
    kind: QueueEventKind | str,
    *,
    application_id: int | None = None,
    person_id: int | None = None,
    at: datetime,
    reason: str = "",
    **facts: Any,
) -> QueueEvent:
    """Append an event to the programme's record; `facts` are plain JSON without fractions.

    `person_id` none means Gulir itself. Raises RuntimeError outside a transaction.
    """
    await lock_books(programme_id)
    last = await head(programme_id)
    event = QueueEvent(
        programme_id=programme_id,
        number=last.number + 1,
        application_id=application_id,
        kind=QueueEventKind(kind).value,
        person_id=person_id,
        at=at,
        reason=reason,
        facts=facts,
        previous_hash=last.hash,
    )
    event.hash = _seal(event)
    await event.save()
    return event


async def head(programme_id: int) -> Head:
    """The number and the hash of the last event; 0 and zeros before the first."""
    last = await QueueEvent.filter(programme_id=programme_id).order_by("-number").first()
    return Head(last.number, last.hash) if last else Head(0, GENESIS)


async def events_of(programme_id: int, *, after: int = 0) -> Sequence[QueueEvent]:
    """The next page of events, the oldest first, with the names of their makers."""
    later = QueueEvent.filter(programme_id=programme_id, number__gt=after)
    return (
        await later.order_by("number").limit(_PAGE).select_related("person", "application__group")
    )


async def verify(programme_id: int) -> RecordReport:
    """Walk the record from its first event, and compare the queue with what it leads to."""
    last, queue = Head(0, GENESIS), list[int]()
    while (
        events := await QueueEvent.filter(programme_id=programme_id, number__gt=last.number)
        .order_by("number")
        .limit(_PAGE)
    ):
        for event in events:
            fault = _fault(event, last) or (
                None if replay(queue, event) else QueueFault.CONTRADICTS
            )
            if fault is not None:
                return RecordReport(last.number, last.hash, last.number + 1, fault)
            last = Head(event.number, event.hash)
    waiting = Application.filter(programme_id=programme_id, status=ApplicationStatus.WAITING)
    stands = [each.id for each in await waiting.order_by(*ORDER)]
    fault = None if stands == queue else QueueFault.NOT_RECORDED
    return RecordReport(last.number, last.hash, None, fault)


def replay(queue: list[int], event: QueueEvent) -> bool:
    """Let an event happen to a queue of application ids; false if it could not have happened."""
    before, after = event.facts.get("place_before"), event.facts.get("place_after")
    if before is None and after is None:
        return True
    if event.application_id is None:
        return False
    if before is not None:
        if not 1 <= before <= len(queue) or queue[before - 1] != event.application_id:
            return False
        del queue[before - 1]
    if after is not None:
        if not 1 <= after <= len(queue) + 1 or event.application_id in queue:
            return False
        queue.insert(after - 1, event.application_id)
    return True


def _fault(event: QueueEvent, last: Head) -> QueueFault | None:
    if event.number != last.number + 1:
        return QueueFault.MISSING
    if event.previous_hash != last.hash:
        return QueueFault.BROKEN_LINK
    return None if event.hash == _seal(event) else QueueFault.CHANGED


def _seal(event: QueueEvent) -> str:
    """The hash of an event and, by the hash before it, of all that came before."""
    content = [
        event.previous_hash,
        event.programme_id,
        event.number,
        event.application_id,
        event.kind,
        event.person_id,
        as_utc(event.at).isoformat(timespec="microseconds"),
        event.reason,
        event.facts,
    ]
    # PostgreSQL keeps the keys of an object in an order of its own.
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return sha256(text.encode()).hexdigest()
