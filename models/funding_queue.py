"""Reading the queue of a programme: who waits for capital, and in which place.

The order is total: priority class, then how long it stands there, then the id. Everything that
changes it stands in `queue_moves`, locks the programme's books first, and leaves a trace in
`queue_record`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from models.funding_tables import Application, ApplicationStatus
from models.money import Rupiah

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

ORDER: Final = ("priority", "stands_since", "id")
"""By what the waiting applications of a programme are put in a row."""

OPEN: Final = (
    ApplicationStatus.SUBMITTED,
    ApplicationStatus.RETURNED,
    ApplicationStatus.WAITING,
    ApplicationStatus.POSTPONED,
)
"""What may still become a loan. A group has one of these at most, which the database holds."""

NOWHERE: Final = 0
"""The place of an application that is passed over."""


@dataclass(frozen=True, slots=True)
class Place:
    """An accepted application and where it stands; amounts in rupiah, moments in UTC."""

    application_id: int
    number: str
    group_id: int
    group_name: str
    village: str
    place: int
    """1 comes first; NOWHERE for one that is postponed."""
    priority: int
    stands_since: datetime
    granted: Rupiah
    applied_at: datetime


async def waiting(programme_id: int) -> tuple[Place, ...]:
    """Everybody in the queue of a programme, the first one first."""
    found = await _standing(programme_id, ApplicationStatus.WAITING)
    return tuple(_place(each, place) for place, each in enumerate(found, start=1))


async def postponed(programme_id: int) -> tuple[Place, ...]:
    """Those who are passed over until staff let them wait again, as they would stand."""
    found = await _standing(programme_id, ApplicationStatus.POSTPONED)
    return tuple(_place(each, NOWHERE) for each in found)


async def place_of(application_id: int) -> Place | None:
    """Where an application stands now; none unless it waits or is postponed."""
    found = await Application.get_or_none(id=application_id)
    if found is None:
        return None
    standing = (*await waiting(found.programme_id), *await postponed(found.programme_id))
    return next((each for each in standing if each.application_id == application_id), None)


async def open_application(group_id: int) -> Application | None:
    """The group's application that is not settled yet, whatever programme it is for."""
    mine = Application.filter(group_id=group_id, status__in=list(OPEN))
    return await mine.select_related("programme", "group").first()


async def _standing(programme_id: int, status: ApplicationStatus) -> Sequence[Application]:
    found = Application.filter(programme_id=programme_id, status=status)
    return await found.order_by(*ORDER).select_related("group")


def _place(application: Application, place: int) -> Place:
    if application.stands_since is None or application.granted is None:
        raise ValueError(f"application {application.number} stands nowhere: it was never accepted")
    return Place(
        application_id=application.id,
        number=application.number,
        group_id=application.group_id,
        group_name=application.group.name,
        village=application.group.village,
        place=place,
        priority=application.priority,
        stands_since=application.stands_since,
        granted=Rupiah(application.granted),
        applied_at=application.applied_at,
    )
