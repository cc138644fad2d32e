"""`/audit`, the card of a difference, and the mornings on which the books prove themselves."""

from __future__ import annotations

import pytest

from bot.database import transaction
from handlers.messages import InboundMessage, Kind
from handlers.staff.self_audit import overview
from handlers.staff.verification import press
from models.contact import Role
from models.errors import BooksHalted, NotAllowed
from models.programme import Programme
from models.repayment import RepaymentReport
from models.self_audit import SelfAudit
from tests.builders import (
    NOW,
    a_loan,
    a_person,
    a_report,
    a_staff_turn,
    a_verifier,
    demote,
    the_clock_looks,
)
from tests.handlers.clockwork.mornings import Mornings, wita
from tests.handlers.staff.talking import read, said
from tests.tampering import change_a_balance, delete_the_last_entry, flip_a_byte, restore

pytestmark = pytest.mark.usefixtures("database")

NOTHING = InboundMessage(Kind.TEXT, NOW)
EVENING = wita(7, 16, 18)


async def test_a_clean_morning_is_noted_and_tells_nobody() -> None:
    async with transaction():
        await a_loan()
    mornings = Mornings(EVENING, only=("self_audit", "self_audit_asked", "digest"))
    await mornings.put_to(EVENING)
    assert await mornings.put_to(wita(7, 17, 5)) == []
    audit = await SelfAudit.get()
    assert (audit.entries, audit.difference, audit.at) == (2, None, wita(7, 17, 5))
    assert len(audit.head) == 64


@pytest.mark.parametrize("how", ["byte", "entry", "balance"])
async def test_a_difference_halts_postings_loudly_and_audit_lifts_it(how: str) -> None:
    async with transaction():
        report = await a_report(await a_loan())
        rina, anwar = await a_verifier(), await a_person("Anwar", Role.ADMINISTRATOR)
    mornings = Mornings(EVENING, only=("self_audit", "self_audit_asked", "digest"))
    await mornings.put_to(EVENING)
    await mornings.put_to(wita(7, 17, 5))
    kept = await delete_the_last_entry() if how == "entry" else {}
    if how == "byte":
        await flip_a_byte()
    elif how == "balance":
        await change_a_balance()
    (card,) = await mornings.put_to(wita(7, 18, 5))
    assert "⛔ Pencatatan uang Dana Bergulir UEP dihentikan" in card
    expected = {"byte": "berubah sesudah dicatat", "entry": "hilang dari ujung", "balance": "saldo"}
    assert expected[how] in card
    with pytest.raises(BooksHalted) as refused:
        async with transaction():
            await press(await a_staff_turn(rina), report.id, "accept")
    assert "sedang dihentikan" in said(refused.value.code, **refused.value.facts)
    assert (await RepaymentReport.get(id=report.id)).status == "submitted"
    async with transaction():
        assert "Hasilnya menyusul" in read(await overview(await a_staff_turn(anwar), NOTHING))
    (again,) = await mornings.put_to(wita(7, 18, 6))
    assert again == card
    if how == "entry":
        await restore(kept)
    elif how == "byte":
        await flip_a_byte()
    else:
        await change_a_balance(-1)
    async with transaction():
        await overview(await a_staff_turn(anwar), NOTHING)
    (lifted,) = await mornings.put_to(wita(7, 18, 7))
    assert "berjalan lagi" in lifted
    assert "selisih 0 (diperiksa 07.00" in lifted
    async with transaction():
        await press(await a_staff_turn(rina), report.id, "accept")
    await the_clock_looks()
    assert (await RepaymentReport.get(id=report.id)).status == "accepted"


async def test_a_difference_that_stays_is_told_once_and_then_in_the_digest() -> None:
    async with transaction():
        await a_loan()
    await change_a_balance()
    mornings = Mornings(EVENING, only=("self_audit", "self_audit_asked", "digest"))
    await mornings.put_to(EVENING)
    assert len(await mornings.put_to(wita(7, 17, 5))) == 1
    (told,) = await mornings.put_to(wita(7, 18, 9))
    assert told.startswith("📋")
    assert "ada selisih" in told


async def test_others_see_the_state_and_begin_nothing() -> None:
    async with transaction():
        await a_loan()
        for role in (Role.VIEWER, Role.VERIFIER, Role.TREASURER, Role.APPROVER):
            turn = await a_staff_turn(await a_person("Joko", role))
            assert "belum pernah diperiksa" in read(await overview(turn, NOTHING))
    assert not await SelfAudit.exists()


async def test_an_administrator_who_was_demoted_meanwhile_begins_nothing() -> None:
    async with transaction():
        await a_loan()
        anwar = await a_person("Anwar", Role.ADMINISTRATOR)
        turn = await a_staff_turn(anwar)
        await demote(anwar)
        with pytest.raises(NotAllowed):
            await overview(turn, NOTHING)
    assert not await SelfAudit.exists()


async def test_an_office_without_a_programme_is_told_so() -> None:
    assert read(await overview(await a_staff_turn(await a_person("Rina")), NOTHING))


async def test_yesterdays_look_is_shown_with_its_day() -> None:
    async with transaction():
        await a_loan()
    mornings = Mornings(EVENING, only=("self_audit", "self_audit_asked", "digest"))
    await mornings.put_to(EVENING)
    await mornings.put_to(wita(7, 17, 5))
    rina = await a_verifier()
    today = await a_staff_turn(rina, now=wita(7, 17, 9))
    tomorrow = await a_staff_turn(rina, now=wita(7, 18, 4))
    assert "diperiksa 05.00 WITA, kepala" in read(await overview(today, NOTHING))
    assert "diperiksa 17 Juli 2019 05.00 WITA" in read(await overview(tomorrow, NOTHING))


async def test_a_halted_programme_without_a_known_difference_still_says_so() -> None:
    async with transaction():
        await a_loan()
    await Programme.all().update(halted_at=NOW, halted_because="entry 4, chain")
    text = read(await overview(await a_staff_turn(await a_verifier()), NOTHING))
    assert "pencatatan uang berhenti sejak 16 Juli 2019 09.15 WITA. entry 4, chain" in text
