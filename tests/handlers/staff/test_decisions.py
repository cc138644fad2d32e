"""Four eyes: who proposes, who decides, until when, and that exactly one decision comes of it."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from tortoise.exceptions import IntegrityError

from bot.database import transaction
from handlers.staff.decisions import press
from models.contact import Person, Role, StaffRole
from models.decision import STANDS_FOR, Decision, DecisionStatus, overdue
from models.errors import RuleBroken
from models.ledger_audit import balance_differences, verify_chain
from models.ledger_tables import JournalEntry
from models.standings import loan_standing
from tests.builders import NOW, TODAY, Lent, a_loan, a_person, a_staff_turn, demote
from tests.handlers.staff.office import Staff, written
from tests.handlers.staff.talking import changed_cards, new_cards, read, told

pytestmark = pytest.mark.usefixtures("database")


async def a_lent_group() -> Lent:
    async with transaction():
        return await a_loan()


async def staff(name: str, *roles: Role) -> Staff:
    async with transaction():
        return Staff(await a_person(name, *roles))


async def proposed_cash(treasurer: Staff) -> Decision:
    await treasurer.says("/catat mekar 500rb kemarin")
    assert "Usulan" in await treasurer.taps("Ya, kirim")
    decision = await Decision.all().order_by("-id").first()
    assert decision is not None
    return decision


async def owed(lent: Lent) -> int:
    return int((await loan_standing(lent.loan.id, TODAY)).outstanding)


async def books_are_in_order(lent: Lent) -> bool:
    chain = await verify_chain(lent.programme.id)
    return chain.fault is None and await balance_differences(lent.programme.id) == []


async def test_a_proposal_moves_no_money_and_its_card_asks_for_somebody_else() -> None:
    lent = await a_lent_group()
    joko = await staff("Joko Pranoto", Role.TREASURER)
    await joko.says("/catat mekar 500rb kemarin")
    answer = await joko.taps("Ya, kirim")
    assert "Yang menyetujui harus orang lain, paling lambat 7 hari" in answer
    assert await owed(lent) == 20_000_000
    decision = await Decision.get()
    assert (decision.amount, decision.status) == (500_000, DecisionStatus.PROPOSED)
    assert decision.expires_at == NOW + STANDS_FOR


async def test_another_person_approves_and_entry_leader_and_cards_follow() -> None:
    lent = await a_lent_group()
    joko = await staff("Joko Pranoto", Role.TREASURER)
    anwar = await staff("Anwar Said", Role.APPROVER)
    decision = await proposed_cash(joko)
    answer = await anwar.presses(f"card:decision:{decision.id}:approve")
    assert f"Usulan {decision.id} dari Joko Pranoto disetujui" in answer
    assert await owed(lent) == 19_500_000
    entry = await JournalEntry.get(reference=f"decision:{decision.id}")
    assert (entry.maker_id, entry.approver_id) == (joko.person.id, anwar.person.id)
    settled = await Decision.get(id=decision.id)
    assert (settled.entry_id, settled.decided_by_id) == (entry.id, anwar.person.id)
    async with transaction():
        turn = await a_staff_turn(anwar.person)
        turn.notices = anwar.notices
    [text] = told(turn, lent.leader)
    assert "Setoran tunai Rp500.000" in text
    assert "Sisa pinjaman sekarang: Rp19.500.000" in text
    [change] = changed_cards(turn)
    assert "Disetujui Anwar Said" in read(change.reply)
    assert change.reply.choices == ()
    assert await books_are_in_order(lent)


async def test_nobody_approves_their_own_proposal_whatever_roles_they_hold() -> None:
    lent = await a_lent_group()
    joko = await staff("Joko Pranoto", Role.TREASURER, Role.APPROVER, Role.ADMINISTRATOR)
    decision = await proposed_cash(joko)
    before = await written()
    answer = await joko.presses(f"card:decision:{decision.id}:approve")
    assert "harus disetujui orang lain" in answer
    assert await written() == before
    assert await owed(lent) == 20_000_000


async def test_the_database_itself_keeps_proposer_and_approver_apart() -> None:
    await a_lent_group()
    joko = await staff("Joko Pranoto", Role.TREASURER)
    decision = await proposed_cash(joko)
    for decider in (joko.person.id, None):
        with pytest.raises(IntegrityError):
            await Decision.filter(id=decision.id).update(
                status=DecisionStatus.APPROVED, decided_by_id=decider
            )


async def test_without_the_approvers_role_nobody_decides() -> None:
    await a_lent_group()
    joko = await staff("Joko Pranoto", Role.TREASURER)
    rina = await staff("Rina Hartati", Role.VERIFIER, Role.VIEWER)
    decision = await proposed_cash(joko)
    before = await written()
    for verb in ("approve", "refuse"):
        assert "peran" in await rina.presses(f"card:decision:{decision.id}:{verb}")
    assert await written() == before


async def test_a_demoted_person_presses_an_old_button_in_vain() -> None:
    lent = await a_lent_group()
    joko = await staff("Joko Pranoto", Role.TREASURER)
    anwar = await staff("Anwar Said", Role.APPROVER)
    decision = await proposed_cash(joko)
    async with transaction():
        await demote(anwar.person)
    before = await written()
    assert "peran" in await anwar.presses(f"card:decision:{decision.id}:approve")
    assert await written() == before
    assert await owed(lent) == 20_000_000


async def test_a_treasurer_demoted_in_the_middle_of_the_form_proposes_nothing() -> None:
    await a_lent_group()
    joko = await staff("Joko Pranoto", Role.TREASURER, Role.VIEWER)
    await joko.says("/catat mekar 500rb kemarin")
    async with transaction():
        held = StaffRole.filter(person_id=joko.person.id, role=Role.TREASURER)
        await held.update(revoked_at=NOW)
    before = await written()
    assert "peran" in await joko.taps("Ya, kirim")
    assert await written() == before


async def test_an_approver_refuses_with_a_reason_that_the_proposer_reads() -> None:
    lent = await a_lent_group()
    joko = await staff("Joko Pranoto", Role.TREASURER)
    anwar = await staff("Anwar Said", Role.APPROVER)
    decision = await proposed_cash(joko)
    assert "Mengapa usulan ini ditolak?" in await anwar.presses(
        f"card:decision:{decision.id}:refuse"
    )
    await anwar.says("uangnya tidak ada di laci")
    answer = await anwar.taps("Ya, kirim")
    assert "dari Joko Pranoto ditolak, karena uangnya tidak ada di laci" in answer
    settled = await Decision.get(id=decision.id)
    assert (settled.status, settled.entry_id) == (DecisionStatus.REFUSED, None)
    assert await owed(lent) == 20_000_000


async def test_a_decided_proposal_is_not_decided_again() -> None:
    lent = await a_lent_group()
    joko = await staff("Joko Pranoto", Role.TREASURER)
    anwar = await staff("Anwar Said", Role.APPROVER)
    dewi = await staff("Dewi Kartika", Role.APPROVER)
    decision = await proposed_cash(joko)
    await dewi.presses(f"card:decision:{decision.id}:refuse")
    await dewi.says("belum jelas asalnya")
    await anwar.presses(f"card:decision:{decision.id}:approve")
    before = await written()
    assert "sudah disetujui oleh Anwar Said" in await dewi.taps("Ya, kirim")
    for verb in ("approve", "refuse"):
        answer = await dewi.presses(f"card:decision:{decision.id}:{verb}")
        assert "sudah disetujui oleh Anwar Said" in answer
    assert await written() == before
    assert await owed(lent) == 19_500_000


async def test_two_approvers_at_once_make_one_decision() -> None:
    lent = await a_lent_group()
    joko = await staff("Joko Pranoto", Role.TREASURER)
    approvers = [(await staff(name, Role.APPROVER)).person for name in ("Anwar Said", "Dewi K")]
    decision = await proposed_cash(joko)

    async def approve(person: Person) -> str:
        try:
            async with transaction():
                turn = await a_staff_turn(person)
                await press(turn, decision.id, "approve")
        except RuleBroken as broken:
            return broken.code
        return "approved"

    results = await asyncio.gather(*(approve(person) for person in approvers))
    assert sorted(results) == ["approved", "rule.decision_settled"]
    assert await owed(lent) == 19_500_000
    assert await JournalEntry.filter(reference=f"decision:{decision.id}").count() == 1
    assert await books_are_in_order(lent)


async def test_after_seven_days_a_proposal_has_fallen_away_and_says_so() -> None:
    lent = await a_lent_group()
    joko = await staff("Joko Pranoto", Role.TREASURER)
    anwar = await staff("Anwar Said", Role.APPROVER)
    decision = await proposed_cash(joko)
    anwar.later(STANDS_FOR)
    answer = await anwar.presses(f"card:decision:{decision.id}:approve")
    assert "sudah lewat 7 hari, jadi gugur" in answer
    assert (await Decision.get(id=decision.id)).status is DecisionStatus.EXPIRED
    assert "sudah gugur" in await anwar.presses(f"card:decision:{decision.id}:approve")
    assert await owed(lent) == 20_000_000


async def test_a_moment_before_the_seven_days_are_over_it_can_still_be_approved() -> None:
    lent = await a_lent_group()
    joko = await staff("Joko Pranoto", Role.TREASURER)
    anwar = await staff("Anwar Said", Role.APPROVER)
    decision = await proposed_cash(joko)
    anwar.later(STANDS_FOR - timedelta(seconds=1))
    assert "disetujui" in await anwar.presses(f"card:decision:{decision.id}:approve")
    assert await owed(lent) == 19_500_000


async def test_a_late_refusal_form_finds_the_proposal_fallen_away() -> None:
    await a_lent_group()
    joko = await staff("Joko Pranoto", Role.TREASURER)
    anwar = await staff("Anwar Said", Role.APPROVER)
    decision = await proposed_cash(joko)
    anwar.later(STANDS_FOR - timedelta(hours=1))
    await anwar.presses(f"card:decision:{decision.id}:refuse")
    await anwar.says("tidak ada buktinya")
    anwar.later(timedelta(hours=1))
    assert "jadi gugur" in await anwar.taps("Ya, kirim")
    assert (await Decision.get(id=decision.id)).status is DecisionStatus.EXPIRED


async def test_what_is_overdue_is_found_for_the_clock() -> None:
    await a_lent_group()
    joko = await staff("Joko Pranoto", Role.TREASURER)
    decision = await proposed_cash(joko)
    async with transaction():
        assert await overdue(NOW + STANDS_FOR - timedelta(seconds=1)) == []
        assert [one.id for one in await overdue(NOW + STANDS_FOR)] == [decision.id]


async def test_the_proposer_takes_a_proposal_back() -> None:
    await a_lent_group()
    joko = await staff("Joko Pranoto", Role.TREASURER)
    anwar = await staff("Anwar Said", Role.APPROVER)
    decision = await proposed_cash(joko)
    assert "ditarik kembali" in await joko.presses(f"card:decision:{decision.id}:refuse")
    assert "sudah ditarik kembali" in await anwar.presses(f"card:decision:{decision.id}:approve")


async def test_the_same_is_not_proposed_twice_at_a_time() -> None:
    await a_lent_group()
    joko = await staff("Joko Pranoto", Role.TREASURER)
    decision = await proposed_cash(joko)
    await joko.says("/catat mekar 700rb kemarin")
    before = await written()
    assert f"sudah diusulkan, nomor {decision.id}" in await joko.taps("Ya, kirim")
    assert await written() == before
    assert joko.talk.open is None


async def test_an_order_that_has_become_impossible_is_not_carried_out() -> None:
    lent = await a_lent_group()
    joko = await staff("Joko Pranoto", Role.TREASURER)
    anwar = await staff("Anwar Said", Role.APPROVER)
    decision = await proposed_cash(joko)
    rina = await staff("Rina Hartati", Role.VERIFIER)
    await rina.says("/hapusbuku mekar 20 juta", "SK 12/2019", "kelompok bubar")
    await rina.taps("Ya, kirim")
    other = await Decision.all().order_by("-id").first()
    assert other is not None
    await anwar.presses(f"card:decision:{other.id}:approve")
    before = await written()
    answer = await anwar.presses(f"card:decision:{decision.id}:approve")
    assert "sudah dihapus dari buku" in answer
    assert await written() == before
    assert (await Decision.get(id=decision.id)).status is DecisionStatus.PROPOSED
    assert await books_are_in_order(lent)


async def test_odd_buttons_of_a_decision_are_answered_kindly() -> None:
    anwar = await staff("Anwar Said", Role.APPROVER)
    for button in ("card:decision:999:approve", "card:decision:1:fly", "card:decision:x:approve"):
        assert "sudah lewat" in await anwar.presses(button)


async def test_a_card_is_posted_once_for_each_proposal() -> None:
    await a_lent_group()
    joko = await staff("Joko Pranoto", Role.TREASURER)
    await proposed_cash(joko)
    async with transaction():
        turn = await a_staff_turn(joko.person)
        turn.notices = joko.notices
    [card] = new_cards(turn)
    decision = await Decision.get()
    assert (card.key, card.subject) == (f"decision:{decision.id}:card", f"decision:{decision.id}")
    assert "Jumlah: Rp500.000" in read(card.reply)
    assert [choice.id for choice in card.reply.choices] == [
        f"card:decision:{decision.id}:approve",
        f"card:decision:{decision.id}:refuse",
    ]
    for language in ("id", "en"):
        assert read(card.reply, language)
