"""A group's wish for capital, from its first word until staff let it into the queue or not.

Every function runs inside the caller's transaction. `locked` keeps the programme's books
and the application from everybody else, the programme first.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from models.calendar import wita_day
from models.funding_queue import open_application
from models.funding_tables import Application, ApplicationFile, ApplicationStatus, QueueEvent
from models.group import Office, Officer
from models.ledger import lock_books
from models.money import Rupiah
from models.programme import Programme
from models.queue_errors import (
    AlreadyApplied,
    ApplicationChanged,
    ApplicationDecided,
    OwnApplication,
)
from models.queue_record import QueueEventKind, record

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

ROUND_TO: Final = Rupiah(100_000)
"""What is asked for is usually a multiple of this; another amount is asked about."""
USUAL_PRIORITY: Final = 5
REVIEWED: Final = (ApplicationStatus.SUBMITTED, ApplicationStatus.RETURNED)
"""What staff may still accept or refuse."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a group asks for: so many rupiah, for that; `files` are kept media, page by page."""

    group_id: int
    programme_id: int
    person_id: int
    purpose: str
    amount: Rupiah
    files: tuple[int, ...] = ()


async def apply(wish: Wish, *, draft_id: int, at: datetime) -> Application:
    """Write a wish down, once for each draft; raises AlreadyApplied while another is open."""
    # The first programme's row is the lock of the register of numbers.
    await Programme.all().order_by("id").limit(1).select_for_update(no_key=True)
    await lock_books(wish.programme_id)
    known = await Application.get_or_none(draft_id=draft_id)
    if known is not None:
        return known
    earlier = await open_application(wish.group_id)
    if earlier is not None:
        raise already_applied(earlier)
    application = await Application.create(
        draft_id=draft_id,
        number=await _next_number(at),
        programme_id=wish.programme_id,
        group_id=wish.group_id,
        applied_by_id=wish.person_id,
        applied_at=at,
        purpose=wish.purpose,
        amount=wish.amount,
    )
    await _keep_files(application.id, wish.files)
    await record(
        wish.programme_id,
        QueueEventKind.APPLIED,
        application_id=application.id,
        person_id=wish.person_id,
        at=at,
        amount=int(wish.amount),
        purpose=wish.purpose,
        files=len(wish.files),
    )
    return application


def already_applied(application: Application) -> AlreadyApplied:
    """Why the group of this application, which is open, cannot apply again."""
    return AlreadyApplied(
        group=application.group.name,
        number=application.number,
        status=application.status.value,
        amount=Rupiah(application.granted or application.amount),
        applied_at=application.applied_at,
    )


async def locked(application_id: int) -> Application | None:
    """The application, kept from everybody else until the transaction ends."""
    found = await Application.get_or_none(id=application_id)
    if found is None:
        return None
    await lock_books(found.programme_id)
    application = await Application.filter(id=application_id).select_for_update().get()
    await application.fetch_related("group", "programme")
    return application


async def last_event(application_id: int) -> int:
    """The number of the last event about an application: what a card was made from."""
    last = await QueueEvent.filter(application_id=application_id).order_by("-number").first()
    return last.number if last else 0


async def may_review(
    application: Application,
    *,
    seen: int,
    person_id: int,
    among: Collection[ApplicationStatus] = REVIEWED,
) -> None:
    """Whether a person may decide about what they saw on a card; `seen` is its last event.

    Raises ApplicationDecided when it is not one of `among`, ApplicationChanged when something has
    happened since, and OwnApplication.
    """
    await must_be(application, among)
    if await last_event(application.id) != seen:
        raise ApplicationChanged(number=application.number)
    await not_ones_own(application, person_id)


async def not_ones_own(application: Application, person_id: int) -> None:
    """Raises OwnApplication for whoever applied, or holds an office in the group."""
    offices = Officer.filter(
        group_id=application.group_id, person_id=person_id, until__isnull=True
    ).exclude(office=Office.FACILITATOR)
    if await offices.exists() or application.applied_by_id == person_id:
        raise OwnApplication(number=application.number)


async def must_be(application: Application, allowed: Collection[ApplicationStatus]) -> None:
    """Raises ApplicationDecided, which says who has brought it to where it is."""
    if application.status not in allowed:
        raise await decided(application)


async def decided(application: Application) -> ApplicationDecided:
    """Who brought the application to where it is now, and when."""
    last = (
        await QueueEvent.filter(application_id=application.id)
        .order_by("-number")
        .select_related("person")
        .first()
    )
    return ApplicationDecided(
        number=application.number,
        group=application.group.name,
        status=application.status.value,
        decided_by=last.person.name if last and last.person else "",
        decided_at=last.at if last else application.applied_at,
    )


async def send_back(
    application: Application, question: str, *, person_id: int, at: datetime
) -> None:
    """Ask the leader something; their answer submits it again. Raises ApplicationDecided."""
    await must_be(application, (ApplicationStatus.SUBMITTED,))
    await _set(application, ApplicationStatus.RETURNED, question)
    await record(
        application.programme_id,
        QueueEventKind.RETURNED,
        application_id=application.id,
        person_id=person_id,
        at=at,
        reason=question,
    )


async def answer(
    application: Application,
    said: str,
    files: tuple[int, ...] = (),
    *,
    person_id: int,
    at: datetime,
) -> None:
    """What the leader says to the question, and more pages. Raises ApplicationDecided."""
    await must_be(application, (ApplicationStatus.RETURNED,))
    await _set(application, ApplicationStatus.SUBMITTED, "")
    await _keep_files(application.id, files)
    await record(
        application.programme_id,
        QueueEventKind.ANSWERED,
        application_id=application.id,
        person_id=person_id,
        at=at,
        reason=said,
        files=len(files),
    )


async def refuse(application: Application, reason: str, *, person_id: int, at: datetime) -> None:
    """The application comes to nothing, for that reason. Raises ApplicationDecided."""
    await must_be(application, REVIEWED)
    await _set(application, ApplicationStatus.REFUSED, reason)
    await record(
        application.programme_id,
        QueueEventKind.REFUSED,
        application_id=application.id,
        person_id=person_id,
        at=at,
        reason=reason,
    )


async def _set(application: Application, status: ApplicationStatus, reason: str) -> None:
    application.status, application.reason = status, reason
    await application.save(update_fields=["status", "reason"])


async def _keep_files(application_id: int, files: Collection[int]) -> None:
    """Pages in their order, each once."""
    kept = {page.media_id for page in await ApplicationFile.filter(application_id=application_id)}
    for media_id in dict.fromkeys(files):
        if media_id not in kept:
            await ApplicationFile.create(application_id=application_id, media_id=media_id)


async def _next_number(at: datetime) -> str:
    """The next number of the WITA month, without gaps: applications are never deleted."""
    prefix = f"A-{wita_day(at):%y%m}-"
    last = await Application.filter(number__startswith=prefix).order_by("-id").first()
    taken = int(last.number.removeprefix(prefix)) if last is not None else 0
    return f"{prefix}{taken + 1:04d}"
