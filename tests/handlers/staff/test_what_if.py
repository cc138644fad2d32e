"""`/simulasi` and `/rencana`: what is asked again, what is said, and that nothing changes."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.database import transaction
from handlers.clockwork.simulation import SIMULATING
from handlers.jobs import JobTurn
from models.contact import Role
from models.forecast_state import state_of
from models.money import Rupiah
from models.simulation import any_asked
from tests.builders import NOW, TODAY, a_group, a_loan, a_person, a_programme, waiting_since
from tests.handlers.staff.office import Staff
from tests.handlers.staff.talking import new_cards, read, said

pytestmark = pytest.mark.usefixtures("database")


async def joko() -> Staff:
    return Staff(await a_person("Joko Pranoto", Role.TREASURER))


async def simulated(staff: Staff, words: str) -> str:
    """What is told when the clock has reckoned; nothing waits for it any more then."""
    await staff.says(words)
    turn = JobTurn(due_at=NOW, now=NOW, today=TODAY)
    assert SIMULATING.prepare is not None
    turn.prepared = await SIMULATING.prepare(turn)
    async with transaction():
        await SIMULATING.run(turn)
    assert not await any_asked()
    (card,) = new_cards(turn)
    return read(card.reply)


async def test_what_is_asked_while_the_clock_reckons_has_its_turn_next() -> None:
    async with transaction():
        await a_programme(capital=40_000_000)
        await a_group(await a_person("Wati"), name="KUBE Mawar")
        staff = await joko()
    turn = JobTurn(due_at=NOW, now=NOW, today=TODAY)
    assert SIMULATING.prepare is not None
    turn.prepared = await SIMULATING.prepare(turn)
    assert await staff.says("/simulasi danai mawar 5jt") == said(
        "what_if.begun", group="KUBE Mawar", amount=Rupiah(5_000_000)
    )
    async with transaction():
        await SIMULATING.run(turn)
    assert new_cards(turn) == []
    assert await any_asked()


async def test_a_simulation_changes_nothing_and_names_a_long_queue_in_part() -> None:
    async with transaction():
        programme = await a_programme(capital=40_000_000)
        await a_loan(programme=programme)
        mawar = await a_group(await a_person("Wati"), name="KUBE Mawar Melati")
        for hours in range(13):
            await waiting_since(programme, NOW + timedelta(hours=hours), amount=5_000_000)
        staff = await joko()
    before = await state_of(programme.id)
    answer = await simulated(staff, f"/simulasi danai mawar melati 5jt {programme.code}")
    assert mawar.name in answer
    assert said("what_if.more", count=3) in answer
    assert said("what_if.outside") in answer
    assert said("what_if.one_stops", group="KUBE Jahe Merah Mekar") in answer
    assert await state_of(programme.id) == before


async def test_where_nobody_repays_there_is_no_worst_case() -> None:
    async with transaction():
        await a_programme(capital=40_000_000)
        await a_group(await a_person("Wati"), name="KUBE Mawar")
        staff = await joko()
    answer = await simulated(staff, "/simulasi danai mawar 5jt")
    assert said("what_if.nobody_pays") in answer
    assert said("what_if.nobody_else") in answer


async def test_without_a_programme_there_is_nothing_to_simulate() -> None:
    async with transaction():
        staff = await joko()
    assert await staff.says("/simulasi danai mawar 5jt") == said("fund.no_programme")
    assert await staff.says("/rencana 5jt besok") == said("fund.no_programme")


async def test_what_cannot_be_simulated_is_asked_again() -> None:
    async with transaction():
        await a_programme(capital=40_000_000)
        for name in ("KUBE Mawar Indah", "KUBE Mawar Jaya"):
            await a_group(await a_person("Wati"), name=name)
        staff = await joko()
    answer = await staff.says("/simulasi mawar 5jt")
    assert said("what_if.group.several", said="mawar", count=2).split("“")[0] in answer
    await staff.says("mawar indah")
    await staff.says("/simulasi mawar jaya")
    assert "Rp5.000.000" in await staff.says("5")
    assert await staff.says("berapa saja") == said(
        "what_if.amount.not_an_amount", example=Rupiah(500_000)
    )
