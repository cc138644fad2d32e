"""The list of all groups is read for staff in the staff chat, and for nobody else."""

from __future__ import annotations

import pytest
from tortoise.connection import get_connection

from bot.database import transaction
from bot.hot_path import HotPath
from bot.situations import Situations, Waiting
from handlers.messages import InboundMessage, Kind
from models.contact import Address, Person, Role
from tests.builders import NOW, STAFF_CHAT, a_group, a_person

pytestmark = pytest.mark.usefixtures("database")


async def known_groups(person: Person, chat: str) -> list[str]:
    address = await Address.get(person_id=person.id)
    message = InboundMessage(Kind.TEXT, NOW, "/kelompok")
    waiting = Waiting(1, address.id, "telegram", chat, chat != STAFF_CHAT, 0, message)
    async with transaction():
        situations = Situations(
            HotPath(get_connection("default")), now=NOW, is_staff_chat=lambda one: one == STAFF_CHAT
        )
        [speaker] = await situations.load({address.id: [waiting]})
    return [group.name for group in speaker.situation.directory]


async def test_staff_in_the_staff_chat_know_every_group_by_name() -> None:
    rina = await a_person("Rina Hartati", Role.VIEWER)
    await a_group(name="KUBE Pisang")
    await a_group(name="KUBE Jahe")
    assert await known_groups(rina, STAFF_CHAT) == ["KUBE Jahe", "KUBE Pisang"]


async def test_neither_strangers_there_nor_staff_in_private_are_given_the_list() -> None:
    rina, sari = await a_person("Rina Hartati", Role.VIEWER), await a_person("Sari Wulandari")
    await a_group(sari, name="KUBE Jahe")
    assert await known_groups(sari, STAFF_CHAT) == []
    assert await known_groups(rina, "5001") == []
    assert await known_groups(sari, "5001") == []
