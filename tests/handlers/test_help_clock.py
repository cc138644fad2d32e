"""What the clock does to talks with the office: cards rise, and silent talks are closed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from tortoise.exceptions import IntegrityError

from bot.database import transaction
from handlers.clockwork.help_talks import FALLING_SILENT, RISING
from handlers.jobs import JobTurn, Needed
from models.audit import AuditEvent
from models.calendar import wita_day
from models.contact import Address
from models.help_request import HelpEnding, HelpRequest, HelpState
from models.office_hours import promise
from tests.builders import NOW, a_person
from tests.handlers.staff.talking import changed_cards, new_cards, read, told_address

if TYPE_CHECKING:
    from datetime import datetime

    from handlers.jobs import Job

pytestmark = pytest.mark.usefixtures("database")


async def waiting(**changed: object) -> HelpRequest:
    sari = await a_person("Sari Wulandari")
    address = await Address.get(person_id=sari.id)
    facts = {"asked_at": NOW, "last_said_at": NOW, "promised_until": promise(NOW)} | changed
    return await HelpRequest.create(address=address, person=sari, last_words="buku", **facts)


async def at(job: Job, now: datetime) -> JobTurn:
    turn = JobTurn(due_at=now, now=now, today=wita_day(now))
    assert isinstance(job.when, Needed)
    if await job.when.is_needed(now):
        async with transaction():
            await job.run(turn)
    return turn


async def test_a_card_rises_once_for_each_promise_and_the_person_hears_it_once() -> None:
    request = await waiting()
    address = await Address.get(id=request.address_id)
    due = promise(NOW)
    assert (await at(RISING, due - timedelta(seconds=1))).notices == []
    first = await at(RISING, due)
    [before], [risen] = changed_cards(first), new_cards(first)
    assert (before.subject, before.reply.choices) == (f"help:{request.id}", ())
    assert risen.subject == f"help:{request.id}:card2"
    assert "(1 kali)" in read(risen.reply)
    [told] = told_address(first, address)
    assert "mohon maaf" in read(told)
    assert (await at(RISING, due + timedelta(seconds=1))).notices == []
    second = await at(RISING, promise(due))
    [before], [risen] = changed_cards(second), new_cards(second)
    assert (before.subject, risen.subject) == (
        f"help:{request.id}:card2",
        f"help:{request.id}:card3",
    )
    assert told_address(second, address) == []
    keys = [notice.key for turn in (first, second) for notice in turn.notices]
    assert len(keys) == len(set(keys)) == 5
    assert await AuditEvent.filter(deed="help_risen").count() == 2


async def test_no_card_rises_while_nobody_is_there_to_see_it() -> None:
    await waiting(promised_until=NOW)
    night = NOW + timedelta(hours=12)
    assert (await at(RISING, night)).notices == []
    assert new_cards(await at(RISING, NOW + timedelta(hours=24)))


@pytest.mark.parametrize(
    "settled",
    [{"state": HelpState.ANSWERED}, {"state": HelpState.CLOSED}, {"promised_until": None}],
)
async def test_what_waits_for_nothing_does_not_rise(settled: dict[str, object]) -> None:
    await waiting(**settled)
    assert (await at(RISING, promise(NOW))).notices == []


@pytest.mark.parametrize(
    ("settled", "ends"),
    [
        ({"state": HelpState.ANSWERED}, True),
        ({"promised_until": None}, True),
        ({}, False),
    ],
)
async def test_a_talk_is_closed_after_three_silent_days_unless_an_answer_is_owed(
    settled: dict[str, object], *, ends: bool
) -> None:
    request = await waiting(**settled)
    silent = NOW + timedelta(hours=72)
    assert (await at(FALLING_SILENT, silent - timedelta(seconds=1))).notices == []
    turn = await at(FALLING_SILENT, silent)
    await request.refresh_from_db()
    assert (request.state is HelpState.CLOSED) is ends
    assert (request.ending is HelpEnding.SILENCE) is ends
    assert len(changed_cards(turn)) == len(turn.notices) == int(ends)


async def test_the_database_itself_allows_one_open_talk_of_a_person() -> None:
    request = await waiting()
    again = {"address_id": request.address_id, "person_id": request.person_id, "asked_at": NOW}
    with pytest.raises(IntegrityError):
        async with transaction():
            await HelpRequest.create(**again)
    await HelpRequest.filter(id=request.id).update(state=HelpState.CLOSED)
    await HelpRequest.create(**again)
    assert await HelpRequest.all().count() == 2
