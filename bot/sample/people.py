"""The people and groups of the sample: the simulator's cast, and some who have no phone there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from handlers.leaders.joining import CONSENT_VERSION
from models.contact import Address, Person, Role, StaffRole
from models.group import Group, GroupKind, GroupStatus, Office, Officer

if TYPE_CHECKING:
    from datetime import datetime


People = dict[str, Person]
Groups = dict[str, Group]


async def make_people(cast: Any, data: Any, at: datetime) -> People:
    """Everybody but the stranger; those of the cast can be reached on their simulated phones."""
    people: People = {}
    on_whatsapp = {
        member
        for phone in cast["phones"]
        if phone.get("network") == "whatsapp"
        for member in phone["people"]
    }
    for member in cast["people"]:
        if member["role"] == "stranger":
            continue
        name = f"{member['first_name']} {member['last_name']}"
        people[member["id"]] = person = await _person(name, member["phone"], at)
        is_there = member["id"] in on_whatsapp
        await Address.create(
            channel="whatsapp" if is_there else "telegram",
            external_id=member["phone"].lstrip("+") if is_there else str(member["telegram_id"]),
            person=person,
            display_name=name,
            created_at=at,
        )
    for member in data["people"]:
        people[member["id"]] = await _person(member["name"], member["phone"], at)
    for member_id, roles in data["staff_roles"].items():
        for role in roles:
            await StaffRole.create(person=people[member_id], role=Role(role), granted_at=at)
    return people


async def make_groups(data: Any, people: People, at: datetime) -> Groups:
    """Every group with its officers, by its code."""
    groups: Groups = {}
    for row in data["groups"]:
        groups[row["code"]] = group = await Group.create(
            code=row["code"],
            name=row["name"],
            kind=GroupKind(row["kind"]),
            village=row["village"],
            district=row["district"],
            business=row["business"],
            member_count=row["members"],
            status=GroupStatus.VERIFIED,
            created_at=at,
        )
        for office, member_id in row["officers"].items():
            await Officer.create(
                group=group, person=people[member_id], office=Office(office), since=at
            )
    return groups


async def _person(name: str, phone: str, at: datetime) -> Person:
    return await Person.create(
        name=name,
        phone=phone,
        consented_at=at,
        consent_version=CONSENT_VERSION,
        created_at=at,
    )
