"""`gulir admin add`: who may give out roles, before anybody can be asked in the staff chat."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.database import close_database, migrate, open_database, transaction
from models.audit import note
from models.contact import Address, Person, Role, StaffRole
from models.phone import e164

if TYPE_CHECKING:
    from datetime import datetime

_CHANNEL: Final = "telegram"
_LONGEST_NAME: Final = 120


class CannotAdd(Exception):
    """The administrator cannot be added; the text says why, and what to do."""


@dataclass(frozen=True, slots=True)
class NewAdministrator:
    """What is known about the person: at least one of phone (E.164) and Telegram id."""

    name: str
    phone: str | None
    telegram_id: int | None


def read_administrator(name: str, phone: str | None, telegram_id: int | None) -> NewAdministrator:
    """Check what was typed; raises CannotAdd."""
    name = " ".join(name.split())
    if not name or len(name) > _LONGEST_NAME:
        raise CannotAdd(f"The name must have between 1 and {_LONGEST_NAME} characters.")
    if phone is None and telegram_id is None:
        raise CannotAdd("Give --phone or --telegram-id, so that the person can be recognised.")
    if telegram_id is not None and telegram_id <= 0:
        raise CannotAdd("--telegram-id must be the positive number of a person, not of a group.")
    number = None if phone is None else e164(phone)
    if phone is not None and number is None:
        raise CannotAdd(f"{phone!r} is no phone number; write it like 0812-3456-7890.")
    return NewAdministrator(name, number, telegram_id)


async def add_administrator(database_url: str, new: NewAdministrator, *, at: datetime) -> str:
    """Make the person an administrator, once; returns what was done. Raises CannotAdd."""
    await migrate(database_url)
    await open_database(database_url)
    try:
        async with transaction():
            return await _add(new, at)
    finally:
        await close_database()


async def _add(new: NewAdministrator, at: datetime) -> str:
    person = await _known(new)
    made = person is None
    if person is None:
        person = await Person.create(name=new.name, phone=new.phone, created_at=at)
    changed = made | await _reachable(person, new, at)
    held = StaffRole.filter(person_id=person.id, role=Role.ADMINISTRATOR, revoked_at__isnull=True)
    if await held.exists():
        return _already(person, changed=changed)
    await StaffRole.create(person_id=person.id, role=Role.ADMINISTRATOR, granted_at=at)
    await note(
        f"person:{person.id}",
        "role_granted",
        at=at,
        role=Role.ADMINISTRATOR.value,
        by="gulir admin add",
    )
    return f"{person.name} is an administrator now."


def _already(person: Person, *, changed: bool) -> str:
    known = f"{person.name} is an administrator already"
    return f"{known}; the new ways to reach them are noted." if changed else f"{known}."


async def _known(new: NewAdministrator) -> Person | None:
    """The person with this phone or this Telegram account; raises CannotAdd if these are two."""
    by_phone = await Person.get_or_none(phone=new.phone) if new.phone else None
    by_telegram = None
    if new.telegram_id is not None:
        address = await Address.get_or_none(channel=_CHANNEL, external_id=str(new.telegram_id))
        if address is not None and address.person_id is not None:
            by_telegram = await Person.get(id=address.person_id)
    if by_phone and by_telegram and by_phone.id != by_telegram.id:
        raise CannotAdd(
            f"The phone belongs to {by_phone.name}, the Telegram account to {by_telegram.name}. "
            "Give only the one that is right."
        )
    return by_phone or by_telegram


async def _reachable(person: Person, new: NewAdministrator, at: datetime) -> bool:
    """Keep what is new about how to reach the person; raises CannotAdd if it contradicts."""
    changed = False
    if new.phone and person.phone != new.phone:
        if person.phone:
            raise CannotAdd(f"{person.name} is known with another phone number. Leave out --phone.")
        await Person.filter(id=person.id).update(phone=new.phone)
        changed = True
    if new.telegram_id is not None:
        address, made = await Address.get_or_create(
            channel=_CHANNEL,
            external_id=str(new.telegram_id),
            defaults={"person_id": person.id, "created_at": at},
        )
        changed |= made or address.person_id is None
        if address.person_id is None:
            await Address.filter(id=address.id).update(person_id=person.id)
    if changed:
        await note(f"person:{person.id}", "contact_added", at=at, by="gulir admin add")
    return changed
