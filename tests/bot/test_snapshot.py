"""Reading for long: one moment is seen, and nobody waits."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest
from tortoise.exceptions import BaseORMException

from bot.database import transaction
from bot.snapshot import standing_still
from models.contact import Person

pytestmark = pytest.mark.usefixtures("database")

AT = datetime(2019, 7, 17, tzinfo=UTC)


async def test_what_others_write_meanwhile_is_not_seen_and_does_not_wait() -> None:
    await Person.create(name="Rina", created_at=AT)
    reads, written = asyncio.Event(), asyncio.Event()
    seen: list[int] = []

    async def read() -> None:
        async with standing_still():
            seen.append(await Person.all().count())
            reads.set()
            await written.wait()
            seen.append(await Person.all().count())

    reading = asyncio.create_task(read())
    await reads.wait()
    async with transaction():
        await Person.create(name="Joko", created_at=AT)
    assert await Person.all().count() == 2
    written.set()
    await reading
    assert seen == [1, 1]
    async with standing_still():
        assert await Person.all().count() == 2


async def test_nothing_can_be_written_inside() -> None:
    with pytest.raises(BaseORMException):
        async with standing_still():
            await Person.create(name="Rina", created_at=AT)
    await Person.create(name="Joko", created_at=AT)
    assert [person.name for person in await Person.all()] == ["Joko"]


async def test_a_reader_that_fails_or_is_cancelled_leaves_everything_usable() -> None:
    async def endless() -> None:
        async with standing_still():
            await Person.all().count()
            await asyncio.Event().wait()

    reading = asyncio.create_task(endless())
    await asyncio.sleep(0.02)
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading
    with pytest.raises(ZeroDivisionError):
        async with standing_still():
            raise ZeroDivisionError
    async with transaction():
        await Person.create(name="Rina", created_at=AT)
    assert await Person.all().count() == 1


@pytest.mark.only("sqlite")
async def test_it_begins_outside_of_any_transaction() -> None:
    with pytest.raises(RuntimeError, match="open already"):
        async with transaction(), standing_still():
            pass
