"""`/jadwal`: what stands in it after a write-off was taken back, and what odd buttons get."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.database import transaction
from models.contact import Role
from models.corrections import reverse_entry
from models.loan import Instalment
from models.plan_history import former_plans
from models.write_off import write_off
from tests.builders import NOW, TODAY, Lent, a_loan, a_person
from tests.handlers.staff.office import Staff

pytestmark = pytest.mark.usefixtures("database")


async def a_write_off_taken_back() -> Lent:
    """Two million given up, a day later taken back; by two people each time."""
    async with transaction():
        lent = await a_loan(principal=20_000_000, instalments=20)
        maker, approver = await a_person("Joko Pranoto"), await a_person("Anwar Said")
        who = {"cause": "decision:1", "maker_id": maker.id, "approver_id": approver.id}
        given_up = await write_off(
            lent.loan.id, 2_000_000, on=TODAY, at=NOW, reference="w1", note="banjir", **who
        )
        later = NOW + timedelta(days=1)
        await reverse_entry(
            given_up.id,
            on=TODAY + timedelta(days=1),
            at=later,
            reference="w2",
            note="salah kelompok",
            **who,
        )
    return lent


async def test_each_plan_that_ended_says_why_the_latest_first() -> None:
    lent = await a_write_off_taken_back()
    plans = await former_plans(lent.loan.id)
    assert [(plan.deed, plan.reason) for plan in plans] == [
        ("write_off_reversed", "salah kelompok"),
        ("written_off", "banjir"),
    ]
    assert [sum(row.principal for row in plan.rows) for plan in plans] == [18_000_000, 20_000_000]
    async with transaction():
        tina = Staff(await a_person("Tina", Role.VIEWER))
    assert "Sisa pinjaman: Rp20.000.000" in await tina.says("/jadwal mekar")
    older = await tina.taps("Jadwal lama")
    assert "ditambah karena hapus buku dibatalkan" in older
    assert "salah kelompok" in older
    assert "dikurangi karena hapus buku (banjir)" in await tina.taps("Jadwal lama")
    assert "Jadwal lama" not in tina.labels
    assert "Sisa pinjaman: Rp20.000.000" in await tina.taps("Jadwal sekarang")


async def test_a_plan_that_ended_for_no_known_reason_is_shown_all_the_same() -> None:
    async with transaction():
        lent = await a_loan(principal=2_000_000, instalments=2)
        tina = Staff(await a_person("Tina", Role.VIEWER))
        await Instalment.filter(loan_id=lent.loan.id, number=2).update(replaced_at=NOW)
    await tina.says("/jadwal mekar")
    assert "tanpa alasan yang tercatat" in await tina.taps("Jadwal lama")


@pytest.mark.parametrize("verb", ["before-0", "before-9", "before-x", "later", "before-"])
async def test_odd_buttons_are_answered_kindly(verb: str) -> None:
    lent = await a_write_off_taken_back()
    async with transaction():
        tina = Staff(await a_person("Tina", Role.VIEWER))
    assert "sudah lewat" in await tina.presses(f"card:schedule:{lent.loan.id}:{verb}")
    assert "sudah lewat" in await tina.presses("card:schedule:999:now")


async def test_somebody_without_a_role_presses_in_vain() -> None:
    lent = await a_write_off_taken_back()
    async with transaction():
        nobody = Staff(await a_person("Tina"))
    assert "di luar peran" in await nobody.presses(f"card:schedule:{lent.loan.id}:now")
