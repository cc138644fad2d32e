"""The only writer of places: into the queue, out of it, and within it, each with its trace.

Every function is given an application that `applying.locked` has locked, runs inside the caller's
transaction, and says who stood where before and after.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypedDict

from models.applying import REVIEWED, USUAL_PRIORITY, must_be
from models.funding_queue import NOWHERE, OPEN, Place, waiting
from models.funding_tables import Application, ApplicationStatus, QueueEvent
from models.queue_errors import StandsThereAlready
from models.queue_order import Standing, after_all, standings_at
from models.queue_record import QueueEventKind, record

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from models.money import Rupiah


class By(TypedDict):
    """Who changes a place, when, and why."""

    reason: str
    person_id: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Shifted:
    """Somebody else whose place changed with it."""

    place: Place
    """Where they stand now."""
    before: int


@dataclass(frozen=True, slots=True)
class Shift:
    """What an event did to the queue of a programme."""

    application: Application
    event: QueueEvent
    before: tuple[Place, ...]
    after: tuple[Place, ...]

    @property
    def place_before(self) -> int:
        """NOWHERE if it did not wait."""
        return _place_among(self.before, self.application.id)

    @property
    def place(self) -> int:
        """NOWHERE if it does not wait (any more)."""
        return _place_among(self.after, self.application.id)

    @property
    def shifted(self) -> tuple[Shifted, ...]:
        """The others whose place changed, in their new order."""
        stood = {each.application_id: each.place for each in self.before}
        return tuple(
            Shifted(each, stood[each.application_id])
            for each in self.after
            if each.application_id != self.application.id
            and stood[each.application_id] != each.place
        )


async def accept(
    application: Application,
    *,
    granted: Rupiah,
    priority: int,
    reason: str = "",
    person_id: int | None,
    at: datetime,
) -> Shift:
    """Let it into the queue; `reason` says why in another class than the usual one.

    Raises ApplicationDecided unless it is under review.
    """
    await must_be(application, REVIEWED)
    if priority != USUAL_PRIORITY:
        _must_say_why(reason)
    before = await _queue(application)
    application.granted, application.priority = int(granted), priority
    application.accepted_at = at
    application.stands_since = after_all(priority, at, [_standing(each) for each in before])
    return await _changed(
        application,
        before,
        QueueEventKind.ACCEPTED,
        ApplicationStatus.WAITING,
        reason=reason,
        person_id=person_id,
        at=at,
        granted=int(granted),
    )


async def move(
    application: Application, place: int, *, reason: str, person_id: int, at: datetime
) -> Shift:
    """Put it in another place (the last one if there are fewer), for a reason that all may read.

    Raises ApplicationDecided unless it waits, and StandsThereAlready.
    """
    await must_be(application, (ApplicationStatus.WAITING,))
    _must_say_why(reason)
    before = await _queue(application)
    place = max(1, min(place, len(before)))
    stood = _place_among(before, application.id)
    if stood == place:
        raise StandsThereAlready(group=application.group.name, place=place)
    others = [_standing(each) for each in before if each.application_id != application.id]
    own, *nudged = standings_at(others, place, _standing(before[stood - 1]))
    for each in nudged:
        await Application.filter(id=each.id).update(stands_since=each.since)
    class_before = application.priority
    application.priority, application.stands_since = own.priority, own.since
    return await _changed(
        application,
        before,
        QueueEventKind.MOVED,
        ApplicationStatus.WAITING,
        reason=reason,
        person_id=person_id,
        at=at,
        priority_before=class_before,
    )


async def postpone(
    application: Application, *, reason: str, person_id: int | None, at: datetime
) -> Shift:
    """Pass it over until it is resumed; it keeps its date. Raises ApplicationDecided."""
    await must_be(application, (ApplicationStatus.WAITING,))
    _must_say_why(reason)
    return await _changed(
        application,
        await _queue(application),
        QueueEventKind.POSTPONED,
        ApplicationStatus.POSTPONED,
        reason=reason,
        person_id=person_id,
        at=at,
    )


async def resume(application: Application, *, reason: str, person_id: int, at: datetime) -> Shift:
    """Let it wait again, by its own date. Raises ApplicationDecided unless it is postponed."""
    await must_be(application, (ApplicationStatus.POSTPONED,))
    _must_say_why(reason)
    return await _changed(
        application,
        await _queue(application),
        QueueEventKind.RESUMED,
        ApplicationStatus.WAITING,
        reason=reason,
        person_id=person_id,
        at=at,
    )


async def withdraw(
    application: Application, *, reason: str, person_id: int, by_group: bool, at: datetime
) -> Shift:
    """The group gives it up, or staff take it out. Raises ApplicationDecided if it is settled."""
    await must_be(application, OPEN)
    return await _changed(
        application,
        await _queue(application),
        QueueEventKind.WITHDRAWN,
        ApplicationStatus.WITHDRAWN,
        reason=reason,
        person_id=person_id,
        at=at,
        by_group=by_group,
    )


async def fund(
    application: Application,
    loan_id: int,
    *,
    person_id: int | None,
    at: datetime,
    **facts: Any,
) -> Shift:
    """Its turn has come: it leaves the queue as a loan. Raises ApplicationDecided."""
    await must_be(application, (ApplicationStatus.WAITING,))
    before = await _queue(application)
    application.loan_id = loan_id
    return await _changed(
        application,
        before,
        QueueEventKind.FUNDED,
        ApplicationStatus.FUNDED,
        person_id=person_id,
        at=at,
        loan=loan_id,
        **facts,
    )


def _must_say_why(reason: str) -> None:
    """Nobody overtakes, or is overtaken, without a recorded reason."""
    if not reason.strip():
        raise ValueError("a place is changed for a reason only")


async def _queue(application: Application) -> tuple[Place, ...]:
    return await waiting(application.programme_id)


async def _changed(
    application: Application,
    before: tuple[Place, ...],
    kind: QueueEventKind,
    status: ApplicationStatus,
    *,
    person_id: int | None,
    at: datetime,
    reason: str = "",
    **facts: Any,
) -> Shift:
    """Save it, look where everybody stands now, and record both."""
    application.status, application.reason = status, reason
    await application.save()
    after = await _queue(application)
    stands = application.stands_since
    event = await record(
        application.programme_id,
        kind,
        application_id=application.id,
        person_id=person_id,
        at=at,
        reason=reason,
        place_before=_place_among(before, application.id) or None,
        place_after=_place_among(after, application.id) or None,
        waiting=len(after),
        priority=application.priority,
        stands_since=stands.isoformat() if stands else None,
        **facts,
    )
    return Shift(application, event, before, after)


def _place_among(places: Sequence[Place], application_id: int) -> int:
    return next((each.place for each in places if each.application_id == application_id), NOWHERE)


def _standing(place: Place) -> Standing:
    return Standing(place.priority, place.stands_since, place.application_id)
