"""Who is out of reach, why, and who may be asked instead."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.database import transaction
from handlers.staff.reach import listing
from models.calendar import epoch_ms
from models.contact import Address
from models.delivery import Delivery
from models.group import Office, Officer
from models.inbox import InboxMessage, InboxState
from models.outbox import OutboxMessage, OutboxState
from models.reach import OutOfReach, out_of_reach
from tests.builders import NOW, Lent, a_loan, a_person, an_officer
from tests.handlers.staff.talking import read

pytestmark = pytest.mark.usefixtures("database")


async def wrote(person_id: int, *, days: int = 1) -> Address:
    """Somebody wrote to us so many days ago."""
    address = await Address.get(person_id=person_id)
    at = epoch_ms(NOW - timedelta(days=days))
    await InboxMessage.create(
        channel=address.channel,
        external_id=f"{person_id}:{days}",
        address=address,
        payload={},
        state=InboxState.DONE,
        ready_at_ms=at,
        received_at_ms=at,
    )
    return address


async def a_group_with_two() -> tuple[Lent, Officer]:
    lent = await a_loan()
    treasurer = await an_officer(lent.group, await a_person("Nurul Huda"), Office.TREASURER)
    await wrote(treasurer.person_id)
    return lent, treasurer


async def sent(address: Address, state: OutboxState, *, days: int) -> OutboxMessage:
    at = epoch_ms(NOW - timedelta(days=days))
    return await OutboxMessage.create(
        key=f"{address.id}:{state}:{days}",
        channel=address.channel,
        chat=address.external_id,
        language="id",
        reply=[],
        state=state,
        not_before_ms=at,
        created_at_ms=at,
        sent_at_ms=at if state is OutboxState.SENT else None,
    )


async def test_nobody_who_wrote_lately_is_listed() -> None:
    async with transaction():
        lent, _ = await a_group_with_two()
        await wrote(lent.leader.id, days=59)
    assert await out_of_reach(NOW) == []
    assert listing([]) is None


async def test_the_next_officer_within_reach_is_asked_with_their_phone_only() -> None:
    async with transaction():
        lent, treasurer = await a_group_with_two()
        address = await wrote(lent.leader.id)
        address.unreachable_since = NOW
        await address.save(update_fields=["unreachable_since"])
    (found,) = await out_of_reach(NOW)
    assert (found.why, found.ask) == (OutOfReach.BLOCKED, treasurer)
    reply = listing([found])
    assert reply is not None
    told = read(reply)
    other = await treasurer.person
    assert "memblokir bot. Mohon telepon bendahara Nurul Huda" in told
    assert str(other.phone) in told
    assert str(lent.leader.phone) not in told


async def test_who_is_silent_for_sixty_days_is_called_directly_if_there_is_nobody_else() -> None:
    async with transaction():
        lent = await a_loan()
        await wrote(lent.leader.id, days=61)
    (found,) = await out_of_reach(NOW)
    assert (found.why, found.ask) == (OutOfReach.SILENT, None)
    reply = listing([found])
    assert reply is not None
    assert f"Mohon telepon langsung, {lent.leader.phone}" in read(reply)


async def test_what_failed_and_what_never_arrived_are_told_apart() -> None:
    async with transaction():
        lent, treasurer = await a_group_with_two()
        leader = await wrote(lent.leader.id)
        second = await Address.get(person_id=treasurer.person_id)
        await sent(leader, OutboxState.FAILED, days=2)
        late = await sent(second, OutboxState.SENT, days=4)
        await Delivery.create(
            channel="telegram",
            external_id="x",
            outbox_id=late.id,
            rank=1,
            told_at_ms=epoch_ms(NOW - timedelta(days=4)),
        )
    whys = {one.officer.person_id: one.why for one in await out_of_reach(NOW)}
    assert whys == {
        lent.leader.id: OutOfReach.UNDELIVERABLE,
        treasurer.person_id: OutOfReach.NEVER_DELIVERED,
    }
    async with transaction():
        came = await sent(second, OutboxState.SENT, days=3)
        await Delivery.create(
            channel="telegram",
            external_id="y",
            outbox_id=came.id,
            rank=2,
            told_at_ms=epoch_ms(NOW - timedelta(days=3)),
        )
    whys = {one.officer.person_id: one.why for one in await out_of_reach(NOW)}
    assert whys == {lent.leader.id: OutOfReach.UNDELIVERABLE}


async def test_who_never_came_is_listed_only_where_nobody_hears_for_the_group() -> None:
    async with transaction():
        lent = await a_loan()
        never = await an_officer(
            lent.group, await a_person("Nurul Huda", reachable=False), Office.TREASURER
        )
        await wrote(lent.leader.id)
    assert await out_of_reach(NOW) == [], "the leader hears for the group"
    async with transaction():
        await Address.filter(person_id=lent.leader.id).update(unreachable_since=NOW)
    listed = [(one.officer.person_id, one.why) for one in await out_of_reach(NOW)]
    assert listed == [
        (never.person_id, OutOfReach.NO_ADDRESS),
        (lent.leader.id, OutOfReach.BLOCKED),
    ]


async def test_a_group_from_which_nobody_ever_came_is_one_line() -> None:
    async with transaction():
        lent = await a_loan()
        await Address.filter(person_id=lent.leader.id).delete()
        await an_officer(lent.group, await a_person("Nurul", reachable=False), Office.TREASURER)
    (found,) = await out_of_reach(NOW)
    assert (found.officer.person_id, found.why) == (lent.leader.id, OutOfReach.NO_ADDRESS)
