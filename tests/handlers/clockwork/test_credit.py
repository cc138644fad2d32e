"""Credit pays the next instalment by itself on the morning when it is due, once."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest

from bot.database import transaction
from models.calendar import WITA
from models.ledger_tables import JournalEntry
from models.lending import record_repayment
from models.money import Rupiah
from models.programme import Programme
from models.standings import loan_standing
from tests.builders import NOW, TODAY, Lent, a_loan
from tests.handlers.clockwork.mornings import Mornings

pytestmark = pytest.mark.usefixtures("database")


async def a_group_with_credit() -> Lent:
    """All that was due and one instalment ahead are paid, and half of the next one is held."""
    async with transaction():
        lent = await a_loan()
        dues = (await loan_standing(lent.loan.id, TODAY)).dues
        late = sum(due.left for due in dues if due.due_on <= TODAY)
        ahead = next(due for due in dues if due.due_on > TODAY)
        await record_repayment(
            lent.loan.id,
            Rupiah(late + ahead.left + ahead.left // 2),
            on=TODAY,
            at=NOW,
            reference="test:1",
            cause="test:1",
            maker_id=lent.leader.id,
        )
    return lent


async def mornings_until_due(lent: Lent) -> tuple[Mornings, datetime]:
    standing = await loan_standing(lent.loan.id, TODAY)
    day = next(due.due_on for due in standing.dues if due.left > 0)
    mornings = Mornings(NOW, only=("use_credit",))
    await mornings.put_to(NOW)
    return mornings, datetime.combine(day, time(7), WITA)


async def test_credit_is_used_on_the_morning_of_the_due_day_and_only_once() -> None:
    lent = await a_group_with_credit()
    before = (await loan_standing(lent.loan.id, TODAY)).credit
    assert before > 0
    mornings, due = await mornings_until_due(lent)
    await mornings.put_to(due - timedelta(days=1))
    assert (await loan_standing(lent.loan.id, TODAY)).credit == before
    for later in range(3):
        await mornings.put_to(due + timedelta(days=later))
    assert (await loan_standing(lent.loan.id, due.date())).credit == 0
    assert await JournalEntry.filter(kind="credit_applied").count() == 1


async def test_a_halted_programme_waits_and_does_not_stop_the_others() -> None:
    lent = await a_group_with_credit()
    mornings, due = await mornings_until_due(lent)
    await Programme.all().update(halted_at=NOW, halted_because="test")
    await mornings.put_to(due)
    assert (await loan_standing(lent.loan.id, due.date())).credit > 0
    await Programme.all().update(halted_at=None, halted_because=None)
    await mornings.put_to(due + timedelta(days=1))
    assert (await loan_standing(lent.loan.id, due.date())).credit == 0


async def test_a_fortnight_without_power_is_made_good_at_once() -> None:
    lent = await a_group_with_credit()
    mornings, due = await mornings_until_due(lent)
    await mornings.put_to(due + timedelta(days=14, hours=9))
    assert (await loan_standing(lent.loan.id, due.date())).credit == 0
