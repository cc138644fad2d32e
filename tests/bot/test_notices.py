"""Notices from planning to sending: once each, never at a bad moment, never about what is moot."""

from __future__ import annotations

import asyncio
import random
from collections import defaultdict
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.channels.base import (
    ChannelUnavailable,
    DeliveryStatus,
    RecipientUnreachable,
    SendError,
)
from bot.database import transaction
from bot.deliveries import LATE_FAILURES_MOST, Deliveries
from bot.delivery_sql import DeliverySql
from bot.elsewhere import send_elsewhere
from bot.hot_path import HotPath, Row
from bot.notice_sql import NoticeSql
from bot.taking_over import take_over
from handlers.clockwork.reminders import REMINDERS
from handlers.clockwork.undelivered import MARKING
from models.calendar import WITA, epoch_ms, wita_day
from models.contact import Address, Person
from models.delivery import Delivery
from models.good_moments import is_good_moment
from models.group import Office as GroupOffice
from models.ledger_tables import Allocation
from models.lending import record_repayment
from models.loan import Instalment, Loan, LoanStatus
from models.money import Rupiah
from models.notice import CallTask, Notice, NoticeKind, NoticeState, count_notices
from models.notice_day import notice_day
from models.notice_pause import pause_notices, resume_notices
from models.notice_plan import USUAL
from models.outbox import OutboxMessage, OutboxState
from models.promise import PaymentPromise, PromiseState, Word, promise
from models.repayment import RepaymentReport, ReportStatus
from tests.builders import Lent, a_loan, a_person, a_programme, a_report, an_officer
from tests.notice_office import DUE, STAFF, Office, at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.notice_day import NoticeDay


async def a_due_loan(due_on: date = DUE, **more: object) -> Lent:
    """A loan whose next instalment is due on a day, the others paid or far away."""
    async with transaction():
        lent = await a_loan(
            principal=4_000_000, instalments=4, disbursed_on=due_on - timedelta(days=20), **more
        )  # type: ignore[arg-type]
        rows = await Instalment.filter(loan_id=lent.loan.id).order_by("number")
        for number, row in enumerate(rows):
            row.due_on = due_on + timedelta(days=30 * number)
            await row.save(update_fields=["due_on"])
    return lent


async def keys(state: NoticeState = NoticeState.TOLD) -> list[str]:
    """Which steps were told, such as `due:-3`, in the order of their days."""
    rows = await Notice.filter(state=state).order_by("day", "id")
    return [f"{row.kind}:{row.step}" for row in rows]


async def days_pass(office: Office, first: date, last: date, hour: int = 9) -> None:
    for number in range((last - first).days + 1):
        await office.until(at(first + timedelta(days=number), hour))


async def test_every_step_is_told_once_and_then_somebody_calls(database: str) -> None:
    await a_due_loan()
    office = Office()
    await office.until(at(DUE - timedelta(days=12), 6))
    await days_pass(office, DUE - timedelta(days=11), DUE + timedelta(days=20))
    assert await keys() == [
        *("due:-7", "due:-3", "due:-1", "due:0", "overdue:3", "overdue:7", "called:0")
    ]
    assert [wita_day(moment) - DUE for moment, _ in office.sent] == [
        timedelta(days=days) for days in (-7, -3, -2, 0, 3, 7, 14)
    ]
    assert await CallTask.all().count() == 1


async def test_planning_twice_and_in_two_processes_plans_once(database: str) -> None:
    await a_due_loan()
    office = Office()
    await office.until(at(DUE - timedelta(days=8), 6))
    office.moment = at(DUE - timedelta(days=7), 9)
    await asyncio.gather(office.scheduler().look(), office.scheduler().look())
    planned = notice_day({1: USUAL}, office.today(), office.today() - timedelta(days=2))
    assert planned is not None
    async with transaction() as connection:
        again = await NoticeSql(connection).plan(planned, epoch_ms(office.moment))
    assert again.messages == again.reminders == 0
    assert await Notice.all().count() == 1
    assert len(await office.send()) == 1


async def test_after_three_days_away_only_what_makes_sense_is_told(database: str) -> None:
    await a_due_loan()
    office = Office()
    await office.until(at(DUE - timedelta(days=4), 9))
    assert len(await office.until(at(DUE, 10))) == 1, "one message, never a burst"
    assert await keys() == ["due:0"]
    assert sorted(await keys(NoticeState.DROPPED)) == ["due:-1", "due:-3"]
    assert (await count_notices(DUE, DUE)).dropped == {"stale": 2}


async def test_a_clock_that_is_set_back_tells_nothing_again(database: str) -> None:
    await a_due_loan()
    office = Office()
    await office.until(at(DUE - timedelta(days=8)))
    assert len(await office.until(at(DUE - timedelta(days=7)))) == 1
    assert await office.until(at(DUE - timedelta(days=7), 8, 40)) == []
    assert await office.until(at(DUE - timedelta(days=9))) == []
    assert await office.until(at(DUE - timedelta(days=7), 10)) == []


async def test_what_could_not_be_sent_today_is_told_tomorrow_in_one_message(database: str) -> None:
    await a_due_loan()
    office = Office()
    await office.until(at(DUE - timedelta(days=8)))
    office.moment = at(DUE - timedelta(days=7), 7)
    await office.scheduler().look()  # planned, but the network is away until the evening
    assert await office.until(at(DUE - timedelta(days=7), 18)) == []
    assert len(await office.until(at(DUE - timedelta(days=6), 9))) == 1
    assert await keys() == ["due:-7"]
    assert await OutboxMessage.filter(state=OutboxState.DROPPED, trouble="stale").count() == 1


async def plan_and_die(planned: NoticeDay, moment: datetime) -> None:
    async with transaction() as connection:
        await NoticeSql(connection).plan(planned, epoch_ms(moment))
        raise KeyboardInterrupt


async def test_a_process_that_dies_while_planning_or_sending_changes_nothing(database: str) -> None:
    await a_due_loan()
    office = Office()
    await office.until(at(DUE - timedelta(days=8)))
    office.moment = at(DUE - timedelta(days=7), 9)
    planned = notice_day({1: USUAL}, office.today(), office.today() - timedelta(days=1))
    assert planned is not None
    with pytest.raises(KeyboardInterrupt):
        await plan_and_die(planned, office.moment)
    assert await Notice.all().count() == 0
    await office.scheduler().look()
    assert len(await office.claim()) == 1  # and dies with the request on the wire
    assert await keys() == [], "nobody knows yet"
    assert await take_over({"here"}) == 1
    (again,) = await office.send()
    assert again["repeated"], "it says that it may have come before"
    assert await keys() == ["due:-7"]


@pytest.mark.parametrize("why", ["paid", "reported", "promised", "paused", "rescheduled"])
async def test_the_reason_is_asked_again_when_it_is_sent(database: str, why: str) -> None:
    lent = await a_due_loan()
    office = Office()
    await office.until(at(DUE - timedelta(days=8)))
    office.moment = at(DUE - timedelta(days=7), 7)
    await office.scheduler().look()
    async with transaction():
        match why:
            case "paid":
                await record_repayment(
                    lent.loan.id,
                    1_000_000,
                    on=office.today(),
                    at=office.moment,
                    reference="r",
                    cause="test:1",
                    maker_id=None,
                )
            case "reported":
                await a_report(lent, at=office.moment, paid_on=office.today())
            case "promised":
                word = Word(lent.loan.id, lent.group.id, lent.leader.id, DUE + timedelta(days=3))
                await promise(word, draft_id=1, at=office.moment)
            case "paused":
                until = office.today() + timedelta(days=9)
                await pause_notices(lent.leader.id, until, draft_id=1, at=office.moment)
            case "rescheduled":
                await Instalment.filter(loan_id=lent.loan.id, number=1).update(
                    replaced_at=office.moment
                )
    assert await office.until(at(DUE - timedelta(days=7), 9)) == []
    assert (await count_notices(office.today(), office.today())).dropped == {why: 1}
    assert await OutboxMessage.filter(state=OutboxState.DROPPED, trouble="moot").count() == 1


async def test_a_person_whose_message_breaks_does_not_stop_the_others(database: str) -> None:
    async with transaction():
        programme = await a_programme()
    broken, fine = await a_due_loan(programme=programme), await a_due_loan(programme=programme)
    office = Office()
    await office.until(at(DUE - timedelta(days=8)))
    office.moment = at(DUE - timedelta(days=7), 7)
    await office.scheduler().look()
    # A notice about an instalment of a loan that is not there any more: nobody foresaw that.
    await Notice.filter(loan_id=broken.loan.id).update(loan_id=999_999)
    sent, told_staff = await office.until(at(DUE - timedelta(days=7), 9))
    assert told_staff["chat"] == "-100"
    assert sent["recheck"].split(":")[1] == str(fine.leader.id)
    assert await OutboxMessage.filter(state=OutboxState.FAILED).count() == 1


async def test_who_cannot_be_reached_is_reached_otherwise(database: str) -> None:
    """First the person's other address, then the next officer of the group."""
    lent = await a_due_loan()
    async with transaction():
        treasurer = await a_person("Nurul Aini")
        await an_officer(lent.group, treasurer, GroupOffice.TREASURER)
    second = await Address.create(
        channel="telegram", external_id="second", person_id=lent.leader.id, created_at=at(DUE)
    )
    office = Office()
    await office.until(at(DUE - timedelta(days=8)))
    office.moment = at(DUE - timedelta(days=7), 9)
    await office.scheduler().look()
    for expected in ("second", (await Address.get(person_id=treasurer.id)).external_id):
        (row,) = await office.claim()
        assert row["chat"] != expected
        async with transaction():
            await Address.filter(external_id=row["chat"]).update(unreachable_since=office.moment)
            await OutboxMessage.filter(id=row["id"]).update(state=OutboxState.FAILED)
            await send_elsewhere(row, epoch_ms(office.moment))
        waiting = await OutboxMessage.get(state=OutboxState.WAITING)
        assert waiting.chat == expected
    assert second.id
    assert len(await office.send()) == 1
    assert (await Notice.get()).person_id == treasurer.id


async def fails_after_all(office: Office, row: Row, failure: SendError) -> None:
    """The network took the message, and says now that it came to nothing."""
    told = DeliveryStatus(
        message_id="late", rank=0, at=office.moment, tag=f"{row['id']}:0/1", failure=failure
    )
    async with transaction() as connection:
        sql = DeliverySql(connection)
        await Deliveries(HotPath(connection), sql, STAFF, "telegram", office.moment).note([told])


async def a_treasurer(lent: Lent) -> Person:
    async with transaction():
        treasurer = await a_person("Nurul Aini")
        await an_officer(lent.group, treasurer, GroupOffice.TREASURER)
    return treasurer


async def test_what_fails_after_it_was_taken_is_told_to_the_next_officer(database: str) -> None:
    lent = await a_due_loan()
    treasurer = await a_treasurer(lent)
    office = Office()
    await office.until(at(DUE - timedelta(days=8)))
    (row,) = await office.until(at(DUE - timedelta(days=7), 9))
    office.moment = at(DUE - timedelta(days=7), 10)
    await fails_after_all(office, row, RecipientUnreachable("blocked"))
    sent = await office.send()
    to_officer = next(one for one in sent if one["recheck"])
    assert to_officer["recheck"].split(":")[1] == str(treasurer.id)
    assert await keys() == ["due:-7"]
    assert (await Notice.get()).person_id == treasurer.id
    await fails_after_all(office, row, RecipientUnreachable("blocked"))
    assert await office.send() == [], "told twice, it is handed over once"


async def test_where_nothing_arrives_for_three_days_others_are_tried_first(database: str) -> None:
    """The other officer, then the leader again once something arrives."""
    lent = await a_due_loan()
    treasurer = await a_treasurer(lent)
    office = Office(jobs=(MARKING, REMINDERS))
    await office.until(at(DUE - timedelta(days=8)))
    (row,) = await office.until(at(DUE - timedelta(days=7), 9))
    assert row["recheck"].split(":")[1] == str(lent.leader.id)
    receipt = {"channel": row["channel"], "outbox_id": row["id"], "rank": 1}
    taken = await Delivery.create(
        external_id="taken", told_at_ms=epoch_ms(office.moment), **receipt
    )
    (row,) = await office.until(at(DUE - timedelta(days=3), 9))
    assert row["recheck"].split(":")[1] == str(treasurer.id)
    assert (await Address.get(person_id=lent.leader.id)).undelivered_since is not None
    taken.rank = 2
    await taken.save()
    (row,) = await office.until(at(DUE, 9))
    assert row["recheck"].split(":")[1] == str(lent.leader.id)
    assert (await Address.get(person_id=lent.leader.id)).undelivered_since is None


async def test_somebody_with_nobody_beside_them_is_told_where_nothing_arrives(
    database: str,
) -> None:
    """Their other address first; and the only one all the same."""
    lent = await a_due_loan()
    first = await Address.get(person_id=lent.leader.id)
    await Address.filter(id=first.id).update(undelivered_since=at(DUE - timedelta(days=9)))
    office = Office()
    await office.until(at(DUE - timedelta(days=8)))
    (row,) = await office.until(at(DUE - timedelta(days=7), 9))
    assert row["chat"] == first.external_id
    await Address.create(
        channel="telegram", external_id="second", person_id=lent.leader.id, created_at=at(DUE)
    )
    (row,) = await office.until(at(DUE - timedelta(days=3), 9))
    assert row["chat"] == "second"


async def test_what_fails_late_in_the_evening_is_told_in_the_morning(database: str) -> None:
    """The next officer has had a message today: theirs of tomorrow takes it in."""
    async with transaction():
        programme = await a_programme()
    lent = await a_due_loan(programme=programme)
    treasurer = await a_treasurer(lent)
    await a_due_loan(programme=programme, leader=treasurer)
    office = Office()
    await office.until(at(DUE - timedelta(days=8)))
    sent = await office.until(at(DUE - timedelta(days=7), 9))
    (row,) = (one for one in sent if one["recheck"].split(":")[1] == str(lent.leader.id))
    office.moment = at(DUE - timedelta(days=7), 20)
    await fails_after_all(office, row, RecipientUnreachable("blocked"))
    assert [one for one in await office.send() if one["recheck"]] == []
    (morning,) = await office.until(at(DUE - timedelta(days=6), 9))
    assert morning["recheck"].split(":")[1] == str(treasurer.id)
    assert await keys() == ["due:-7", "due:-7"]


async def test_a_message_whose_answer_never_came_is_told_when_the_network_says_so(
    database: str,
) -> None:
    await a_due_loan()
    office = Office()
    await office.until(at(DUE - timedelta(days=8)))
    office.moment = at(DUE - timedelta(days=7), 9)
    await office.scheduler().look()
    (row,) = await office.claim()
    await OutboxMessage.filter(id=row["id"]).update(state=OutboxState.WAITING, repeated=True)
    arrived = DeliveryStatus(message_id="late", rank=2, at=office.moment, tag=f"{row['id']}:0/1")
    async with transaction() as connection:
        sql = DeliverySql(connection)
        await Deliveries(HotPath(connection), sql, STAFF, "telegram", office.moment).note([arrived])
    assert await keys() == ["due:-7"]
    assert await office.until(at(DUE - timedelta(days=6), 9)) == [], "nor is it carried over"


async def test_what_fails_again_and_again_goes_to_the_next_officer_too(database: str) -> None:
    lent = await a_due_loan()
    treasurer = await a_treasurer(lent)
    office = Office()
    await office.until(at(DUE - timedelta(days=8)))
    (row,) = await office.until(at(DUE - timedelta(days=7), 9))
    await OutboxMessage.filter(id=row["id"]).update(attempts=LATE_FAILURES_MOST)
    await fails_after_all(office, row, ChannelUnavailable("away"))
    assert [one["recheck"].split(":")[1] for one in await office.send() if one["recheck"]] == [
        str(treasurer.id)
    ]


async def test_a_promise_that_is_kept_is_said_so_and_one_that_is_not(database: str) -> None:
    lent = await a_due_loan()
    office = Office()
    await office.until(at(DUE - timedelta(days=8)))
    office.moment = at(DUE, 10)
    async with transaction():
        word = Word(lent.loan.id, lent.group.id, lent.leader.id, DUE + timedelta(days=2), Rupiah(1))
        await promise(word, draft_id=1, at=office.moment)
    await days_pass(office, DUE + timedelta(days=1), DUE + timedelta(days=8))
    assert await keys() == ["promised:0", "promised:1", "overdue:7"]
    assert (await PaymentPromise.get()).state is PromiseState.BROKEN
    async with transaction():
        again = Word(lent.loan.id, lent.group.id, lent.leader.id, DUE + timedelta(days=10))
        await promise(again, draft_id=2, at=office.moment)
        await a_report(lent, at=office.moment + timedelta(minutes=1), paid_on=office.today())
    await days_pass(office, DUE + timedelta(days=9), DUE + timedelta(days=13))
    assert (await PaymentPromise.get(draft_id=2)).state is PromiseState.KEPT
    assert len(await keys()) == 3, "what is reported is silent"


async def random_events(office: Office, loans: Sequence[Lent], lot: random.Random) -> None:
    """What people and staff may do on any day."""
    for lent in loans:
        now, today = office.moment, office.today()
        draft = lot.getrandbits(60)
        async with transaction():
            match lot.randrange(90):
                case 8 if (await Loan.get(id=lent.loan.id)).status is LoanStatus.ACTIVE:
                    await record_repayment(
                        lent.loan.id,
                        lot.choice([300_000, 1_000_000, 1_500_000]),
                        on=today,
                        at=now,
                        reference=f"random:{draft}",
                        cause="test:1",
                        maker_id=None,
                    )
                case 0:
                    await a_report(lent, 1_000_000, at=now, paid_on=today)
                case 1 | 2:
                    await RepaymentReport.filter(
                        loan_id=lent.loan.id, status=ReportStatus.SUBMITTED
                    ).update(status=ReportStatus.REJECTED)
                case 3:
                    days = lot.randrange(1, 20)
                    word = Word(
                        lent.loan.id, lent.group.id, lent.leader.id, today + timedelta(days=days)
                    )
                    await promise(word, draft_id=draft, at=now)
                case 4:
                    until = today + timedelta(days=lot.randrange(1, 30))
                    await pause_notices(lent.leader.id, until, draft_id=draft, at=now)
                case 5:
                    await resume_notices(lent.leader.id, at=now)
                case 6:
                    await Address.filter(person_id=lent.leader.id).update(unreachable_since=now)
                case 7:
                    await Address.filter(person_id=lent.leader.id).update(unreachable_since=None)


async def check_what_is_said(office: Office, rows: Sequence[Row]) -> None:
    """Independent of the code that decides: nothing about what is paid or reported."""
    assert not rows or is_good_moment(office.moment), office.moment.astimezone(WITA)
    for row in rows:
        for notice in await Notice.filter(id__in=list(row.get("told", ()))):
            if notice.kind in {NoticeKind.DUE, NoticeKind.OVERDUE}:
                await check_that_it_is_owed(notice)


async def check_that_it_is_owed(notice: Notice) -> None:
    """What came in, with what is reported and undecided, does not reach this instalment's end."""
    plan = await Instalment.filter(loan_id=notice.loan_id).order_by("number")
    (about,) = (one for one in plan if one.id == notice.about_id)
    before = sum(one.principal + one.fee for one in plan if one.number < about.number)
    paid = sum(one.amount for one in await Allocation.filter(loan_id=notice.loan_id))
    waiting = RepaymentReport.filter(loan_id=notice.loan_id, status=ReportStatus.SUBMITTED)
    reported = sum(one.amount for one in await waiting)
    assert paid < before + about.principal + about.fee, "it is paid"
    assert not reported or paid + reported <= before, "it is reported"


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_over_random_histories_nobody_is_bothered(database: str, seed: int) -> None:
    """Two months: not twice a day, never at a bad moment, at most two late ones in a week."""
    lot = random.Random(seed)  # noqa: S311 (the same every time)
    async with transaction():
        programme, both = await a_programme(), await a_person("Sari Wulandari")
    loans = [
        await a_due_loan(
            DUE + timedelta(days=lot.randrange(-10, 20)),
            programme=programme,
            **({"leader": both} if number < 2 else {}),
        )
        for number in range(4)
    ]
    office = Office()
    while office.today() < DUE + timedelta(days=45):
        hours = lot.choice([1, 2, 3, 5, 8, 12, 80] if lot.random() < 0.1 else [1, 2, 3, 5, 8, 12])
        await check_what_is_said(office, await office.until(office.moment + timedelta(hours=hours)))
        await random_events(office, loans, lot)
    by_day = [(row["recheck"].split(":")[1], wita_day(moment)) for moment, row in office.sent]
    assert len(by_day) > 3, "they were told something"
    assert len(by_day) == len(set(by_day)), "one message a person a day"
    late: dict[int, set[date]] = defaultdict(set)
    for notice in await Notice.filter(state=NoticeState.TOLD, step__gt=0):
        late[notice.loan_id or 0].add(notice.day)
    for days in late.values():
        for first in days:
            assert len([day for day in days if 0 <= (day - first).days < 7]) <= 2


async def test_who_has_not_agreed_is_told_nothing(database: str) -> None:
    lent = await a_due_loan()
    await Person.filter(id=lent.leader.id).update(consented_at=None)
    office = Office()
    await office.until(at(DUE - timedelta(days=8)))
    assert await office.until(at(DUE - timedelta(days=7))) == []
