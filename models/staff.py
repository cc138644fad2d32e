"""Who of the office may do what: roles are granted and revoked, and the history is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.audit import note
from models.contact import Person, Role, StaffRole
from models.errors import LastAdministrator

if TYPE_CHECKING:
    from datetime import datetime


async def roles_held() -> dict[int, tuple[Person, frozenset[Role]]]:
    """Everybody who holds a role now, with their roles, by name."""
    rows = (
        await StaffRole.filter(revoked_at__isnull=True)
        .select_related("person")
        .order_by("person__name", "person_id", "id")
    )
    held: dict[int, tuple[Person, frozenset[Role]]] = {}
    for row in rows:
        _, before = held.get(row.person_id, (row.person, frozenset()))
        held[row.person_id] = (row.person, before | {row.role})
    return held


async def grant(person: Person, role: Role, *, by: int | None, at: datetime) -> bool:
    """Give a role; false when the person holds it already."""
    await _lock()
    if await _held(person.id, role):
        return False
    await StaffRole.create(person=person, role=role, granted_at=at, granted_by_id=by)
    await note(f"person:{person.id}", "role_granted", at=at, person_id=by, role=role.value)
    return True


async def revoke(person: Person, role: Role, *, by: int | None, at: datetime) -> bool:
    """Take a role away; false when the person does not hold it. Raises LastAdministrator."""
    await _lock()
    held = await _held(person.id, role)
    if held is None:
        return False
    if role is Role.ADMINISTRATOR:
        others = StaffRole.filter(role=role, revoked_at__isnull=True).exclude(person_id=person.id)
        if not await others.exists():
            raise LastAdministrator(name=person.name)
    held.revoked_at = at
    await held.save(update_fields=["revoked_at"])
    await note(f"person:{person.id}", "role_revoked", at=at, person_id=by, role=role.value)
    return True


async def _lock() -> None:
    """One change at a time, so that two administrators cannot remove each other at once."""
    await StaffRole.filter(role=Role.ADMINISTRATOR).order_by("id").select_for_update()


async def _held(person_id: int, role: Role) -> StaffRole | None:
    return await StaffRole.filter(person_id=person_id, role=role, revoked_at__isnull=True).first()
