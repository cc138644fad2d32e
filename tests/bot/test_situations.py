"""The hot path reads where loans stand in its own way; it must see what everybody else sees."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.database import transaction
from bot.hot_path import HotPath
from bot.situations import Situations
from models.lending import record_repayment
from models.payment_code import asked_beside_credit, code_of_loan, switch_codes
from models.standings import loan_standing, standings
from tests.builders import NOW, TODAY, Lent, a_loan, a_programme, a_verifier

if TYPE_CHECKING:
    from handlers.situation import LoanFacts


async def _repaid(lent: Lent, amount: int, number: int) -> None:
    verifier = await a_verifier()
    await record_repayment(
        lent.loan.id,
        amount,
        on=TODAY - timedelta(days=1),
        at=NOW,
        reference=f"repayment:{number}",
        cause=f"test:{number}",
        maker_id=lent.leader.id,
        approver_id=verifier.id,
    )


@pytest.mark.usefixtures("database")
async def test_the_hot_path_sees_loans_as_the_books_do() -> None:
    async with transaction() as connection:
        programme = await a_programme(capital=500_000_000)
        untouched, partly, ahead = [
            await a_loan(programme=programme, fee_basis_points=600) for _ in range(3)
        ]
        await _repaid(partly, 1_234_567, 1)
        await _repaid(partly, 700_000, 2)
        await _repaid(ahead, 12_000_000, 3)
        lent = {each.loan.id: each for each in (untouched, partly, ahead)}
        sql = HotPath(connection)
        offices = await sql.offices([each.leader.id for each in lent.values()])
        found = await Situations(sql, now=NOW, is_staff_chat=lambda _: False)._standings(
            offices, sorted(lent)
        )
        expected = await standings(list(lent), TODAY)
    assert found == expected
    assert len({each.outstanding for each in found.values()}) == 3, "the loans differ"


async def _loan_facts(sql: HotPath, lent: Lent) -> LoanFacts:
    situations = Situations(sql, now=NOW, is_staff_chat=lambda _: False)
    (group,) = (await situations._groups([lent.leader.id]))[lent.leader.id]
    assert group.loan is not None
    return group.loan


@pytest.mark.usefixtures("database")
async def test_the_hot_path_sees_codes_as_the_programme_asks_for_them_now() -> None:
    async with transaction() as connection:
        sql = HotPath(connection)
        first = await a_loan(fee_basis_points=600)
        second = await a_loan(programme=first.programme)
        elsewhere = await a_loan()
        await _repaid(first, 1_234_567, 1)
        for on in (False, True, False, True):
            await switch_codes(first.programme.id, on=on, at=NOW, person_id=first.leader.id)
            for each in (first, second, elsewhere):
                facts, standing = (
                    await _loan_facts(sql, each),
                    await loan_standing(each.loan.id, TODAY),
                )
                code = await code_of_loan(each.loan.id)
                left = next(due.left for due in standing.dues if due.left)
                assert facts.code == code
                assert facts.asked == asked_beside_credit(left, standing.credit, code)
        codes = [(await _loan_facts(sql, each)).code for each in (first, second, elsewhere)]
    assert codes == [1, 2, None]
