"""What the forecast reads out of the books, the queue and the rule, on both databases."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.database import transaction
from handlers.forecast_words import told
from handlers.messages import words
from handlers.staff.queue_picture import queue_picture
from models.forecast import Coming, Owed
from models.forecast_reading import on_time_windows, read_world, windows
from models.funding_queue import waiting
from models.funding_tables import Funding, FundingState
from models.lending import add_capital, record_repayment
from models.loan import Loan, LoanStatus
from models.planned_capital import announce, arrived, open_plans, take_back
from models.programme import FundMode, Programme
from models.punctuality import EVERYBODY, SPELLS
from tests.builders import NOW, TODAY, a_loan, a_person, a_programme, waiting_since

if TYPE_CHECKING:
    from models.programme import Programme as ProgrammeRow
    from tests.builders import Lent

pytestmark = pytest.mark.usefixtures("database")


async def a_fund(capital: int = 30_000_000) -> ProgrammeRow:
    """Two groups wait; one has borrowed twenty million out of the capital."""
    async with transaction():
        programme = await a_programme(capital=capital)
        await a_loan(programme=programme)
        await waiting_since(programme, amount=15_000_000)
        await waiting_since(programme, NOW + timedelta(hours=1), amount=5_000_000)
    return await Programme.get(id=programme.id)


async def repay(lent: Lent, amount: int, day: date, reference: str) -> None:
    await record_repayment(
        lent.loan.id,
        amount,
        on=day,
        at=NOW,
        reference=reference,
        cause="test:1",
        maker_id=None,
    )


async def test_money_queue_and_loans_are_read_as_they_stand() -> None:
    programme = await a_fund()
    world = await read_world(programme.id, TODAY)
    assert (world.cash, world.reserve) == (10_000_000, 0)
    assert [one.amount for one in world.places] == [15_000_000, 5_000_000]
    (borrower,) = world.borrowers
    assert borrower.owed[0] == Owed(date(2019, 4, 20), 1_000_000)
    assert sum(one.principal for one in borrower.owed) == 20_000_000
    # Three instalments late is class III: only repaying everything counts as a success then.
    assert borrower.until_success == 20_000_000
    assert world.turning.one_each
    assert world.turning.never_lent == 10_000_000
    assert world.turning.instalments == 20
    # Three instalments fell due, of which the first is watched: the others wait behind it.
    assert borrower.pace.settled == 0
    assert borrower.pace.expected > EVERYBODY.expected


async def test_a_payment_teaches_how_late_it_was_and_one_that_is_taken_back_teaches_nothing() -> (
    None
):
    async with transaction():
        programme = await a_programme()
        lent = await a_loan(programme=programme)
        before = await read_world(programme.id, TODAY)
        await repay(lent, 1_000_000, date(2019, 4, 25), "test:1")
    world = await read_world(programme.id, TODAY)
    spell = SPELLS.index(7)
    assert world.punctuality.paid[spell] == before.punctuality.paid[spell] + 1
    assert world.borrowers[0].pace.settled == 1
    assert len(world.borrowers[0].owed) == 19
    assert world.cash == before.cash + 1_000_000


async def test_windows_are_the_same_all_day_and_change_with_the_money() -> None:
    programme = await a_fund()
    first = await windows(programme.id, TODAY)
    assert await windows(programme.id, TODAY) == first
    assert list(first) == [one.application_id for one in await waiting(programme.id)]
    async with transaction():
        # Inside a transaction it sees what that has written, and nothing else is kept of it.
        await add_capital(
            programme.id,
            20_000_000,
            on=TODAY,
            at=NOW,
            reference="more",
            cause="test:1",
            maker_id=None,
        )
        richer = await windows(programme.id, TODAY)
    window = richer[next(iter(richer))]
    assert window is not None
    assert window.earliest <= TODAY + timedelta(days=14)
    old = first[next(iter(first))]
    assert old is None or old.earliest > window.earliest


async def test_if_everybody_repaid_on_time_nobody_would_come_later() -> None:
    programme = await a_fund()
    usual, punctual = (
        await windows(programme.id, TODAY),
        await on_time_windows(programme.id, TODAY),
    )
    for application, window in punctual.items():
        assert window is not None
        before = usual[application]
        assert before is None or window.likely_from <= before.likely_from


async def test_an_approved_funding_is_certain_and_its_money_is_not_counted_twice() -> None:
    programme = await a_fund(capital=40_000_000)
    first, second = await waiting(programme.id)
    people = await a_person("Satu"), await a_person("Dua")
    await Funding.create(
        programme_id=programme.id,
        application_id=first.application_id,
        amount=15_000_000,
        state=FundingState.APPROVED,
        cause="test:1",
        evidence={},
        proposed_at=NOW,
        confirmed_by=people[0],
        approved_by=people[1],
    )
    world = await read_world(programme.id, TODAY)
    assert world.cash == 5_000_000
    assert world.places[0].set_aside == 15_000_000
    found = await windows(programme.id, TODAY)
    certain = found[first.application_id]
    assert certain is not None
    assert certain.certain
    behind = found[second.application_id]
    assert behind is not None
    assert not behind.certain


async def test_how_long_the_office_takes_is_learned_from_what_it_paid_out() -> None:
    programme = await a_fund()
    (first, _) = await waiting(programme.id)
    await Funding.create(
        programme_id=programme.id,
        application_id=first.application_id,
        amount=1,
        state=FundingState.PAID,
        cause="test:1",
        evidence={},
        proposed_at=NOW - timedelta(days=40),
        paid_on=TODAY - timedelta(days=10),
    )
    world = await read_world(programme.id, TODAY)
    assert world.turning.handling_days == (3, 7, 14, 30)


async def test_a_programme_whose_money_goes_to_the_treasury_forecasts_no_returns() -> None:
    programme = await a_fund()
    await Programme.filter(id=programme.id).update(fund_mode=FundMode.DISTRICT_TREASURY)
    assert not (await read_world(programme.id, TODAY)).returns_count
    assert next(iter((await windows(programme.id, TODAY)).values())) is None


async def test_an_empty_programme_has_no_windows() -> None:
    async with transaction():
        programme = await a_programme()
    assert await windows(programme.id, TODAY) == {}
    assert await queue_picture(programme, [], TODAY) == ()


async def test_a_loan_that_is_over_is_remembered_but_owes_nothing() -> None:
    async with transaction():
        programme = await a_programme()
        lent = await a_loan(programme=programme, principal=2_000_000, instalments=2)
        await repay(lent, 1_000_000, date(2019, 4, 20), "test:1")
        await repay(lent, 1_000_000, date(2019, 5, 20), "test:2")
        assert (await Loan.get(id=lent.loan.id)).status is LoanStatus.REPAID
    world = await read_world(programme.id, TODAY)
    assert world.borrowers == ()
    assert world.punctuality.paid[SPELLS.index(0)] > 7
    assert world.turning.successes == 1


# Capital that is to come -------------------------------------------------------------------------


async def test_announced_capital_is_counted_until_its_day_or_until_it_is_taken_back() -> None:
    async with transaction():
        programme = await a_programme()
        person = await a_person()
        soon = await announce(
            programme.id, 5_000_000, TODAY + timedelta(days=30), by=person.id, at=NOW
        )
        await announce(programme.id, 7_000_000, TODAY, by=person.id, at=NOW)
    world = await read_world(programme.id, TODAY)
    assert world.coming == (Coming(TODAY + timedelta(days=30), 5_000_000),)
    async with transaction():
        assert await take_back(soon.id, by=person.id, at=NOW) is not None
        assert await take_back(soon.id, by=person.id, at=NOW) is None
        assert await take_back(soon.id + 99, by=person.id, at=NOW) is None
    assert (await read_world(programme.id, TODAY)).coming == ()


async def test_capital_that_comes_ends_what_was_announced_for_about_then() -> None:
    async with transaction():
        programme = await a_programme()
        person = await a_person()
        for days, amount in ((20, 10_000_000), (25, 30_000_000), (200, 50_000_000)):
            await announce(programme.id, amount, TODAY + timedelta(days=days), by=person.id, at=NOW)
        assert await arrived(programme.id, 15_000_000, on=TODAY, at=NOW) == 15_000_000
    left = await open_plans(programme.id)
    assert [int(one.amount) for one in left] == [25_000_000, 50_000_000]
    async with transaction():
        # What is announced for next year is not what came today.
        assert await arrived(programme.id, 90_000_000, on=TODAY, at=NOW) == 25_000_000
    assert [int(one.amount) for one in await open_plans(programme.id)] == [50_000_000]
    async with transaction():
        # Exactly what was announced is what was announced, however early it is.
        assert await arrived(programme.id, 50_000_000, on=TODAY, at=NOW) == 50_000_000
    assert list(await open_plans(programme.id)) == []


# Words and picture -------------------------------------------------------------------------------


async def test_a_waiting_group_hears_months_and_nothing_of_others() -> None:
    programme = await a_fund(capital=50_000_000)
    (first, second) = await waiting(programme.id)
    when, moves = await told(programme.id, second.application_id, TODAY)
    assert when.key.startswith("forecast.when.")
    assert moves.key.startswith("forecast.moves.")
    assert first.group_name not in str((when, moves))
    nobody = await told(programme.id, first.application_id + 999, TODAY)
    assert nobody == (words("forecast.when.unknown"),)


async def test_the_picture_has_a_band_for_each_place() -> None:
    programme = await a_fund()
    queue = await waiting(programme.id)
    (drawing,) = await queue_picture(programme, queue, TODAY)
    assert drawing.name == "queue_forecast"
    known = drawing.facts["known"]
    assert isinstance(known, tuple)
    assert len(known) == len(queue)
    listed = drawing.facts["days"]
    assert isinstance(listed, tuple)
    assert len(listed) == 5 * sum(int(str(one)) for one in known)
