"""A part of a transaction that may fail alone."""

from __future__ import annotations

import pytest

from bot.database import transaction
from models.contact import Person
from models.savepoint import savepoint
from tests.builders import NOW

pytestmark = pytest.mark.usefixtures("database")


async def fails_after_writing() -> None:
    async with savepoint():
        await Person.create(name="Budi", created_at=NOW)
        raise KeyError


async def test_what_fails_inside_is_undone_and_the_rest_is_kept() -> None:
    async with transaction():
        await Person.create(name="Sari", created_at=NOW)
        with pytest.raises(KeyError):
            await fails_after_writing()
        async with savepoint():
            await Person.create(name="Rina", created_at=NOW)
    names = await Person.all().order_by("id").values_list("name", flat=True)
    assert list(names) == ["Sari", "Rina"]


async def test_without_a_transaction_around_it_it_refuses() -> None:
    with pytest.raises(RuntimeError, match="inside a transaction"):
        await fails_after_writing()
    assert not await Person.exists()
