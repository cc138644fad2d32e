"""From rows of the hot path to the plain values of a situation. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.hot_path import Row
from bot.set_sql import from_column
from handlers.messages import InboundMessage
from handlers.situation import GroupFacts, LoanFacts, NextInstalment, ReportFacts
from models.allocation import Due
from models.arrears import LoanStanding
from models.group import Office
from models.money import ZERO, Rupiah
from models.notice_plan import USUAL
from models.period import Period, month_of, period_of


@dataclass(frozen=True, slots=True)
class Waiting:
    """A stored message that waits to be handled."""

    id: int
    address_id: int
    channel: str
    chat: str
    private: bool
    attempts: int
    message: InboundMessage


def waiting_of(row: Row) -> Waiting:
    return Waiting(
        id=row["id"],
        address_id=row["address_id"],
        channel=row["channel"],
        chat=row["chat"],
        private=bool(row["private"]),
        attempts=row["attempts"],
        message=InboundMessage.from_json(from_column(row["event"])),
    )


def due_of(row: Row, begins_on: date) -> Due:
    return Due(
        instalment=row["id"],
        begins_on=begins_on,
        due_on=day_of(row["due_on"]),
        principal=Rupiah(row["principal"]),
        fee=Rupiah(row["fee"]) if row["fee"] else ZERO,
        principal_paid=Rupiah(row["principal_paid"]) if row["principal_paid"] else ZERO,
        fee_paid=Rupiah(row["fee_paid"]) if row["fee_paid"] else ZERO,
    )


def group_facts(
    row: Row, where: Mapping[int, LoanStanding], reports: Sequence[ReportFacts], today: date
) -> GroupFacts:
    loan_id = row["loan_id"]
    return GroupFacts(
        id=row["group_id"],
        name=row["name"],
        village=row["village"],
        district=row["district"],
        office=Office(row["office"]),
        loan=_loan_facts(row, where[loan_id]) if loan_id in where else None,
        reports=tuple(reports),
        bank_account=row["bank_account"] or "",
        members=row["member_count"],
        period=_period(row, where[loan_id], today) if loan_id in where else month_of(today),
    )


def _period(row: Row, standing: LoanStanding, today: date) -> Period:
    return period_of(today, disbursed_on=day_of(row["disbursed_on"]), due_days=standing.due_days)


def _loan_facts(row: Row, standing: LoanStanding) -> LoanFacts:
    return LoanFacts(
        id=row["loan_id"],
        number=row["number"],
        disbursed_on=day_of(row["disbursed_on"]),
        smallest_repayment=Rupiah(row["smallest_repayment"]),
        outstanding=standing.outstanding,
        arrears=standing.arrears.total,
        credit=standing.credit,
        percent_repaid=standing.percent_repaid,
        next=_oldest_unpaid(standing),
        promise_days=row["promise_days"] or USUAL.promise_days,
        code=row["code"],
    )


def _oldest_unpaid(standing: LoanStanding) -> NextInstalment | None:
    for number, due in enumerate(standing.dues, start=1):
        if due.left > 0:
            return NextInstalment(number=number, due_on=due.due_on, left=due.left)
    return None


def day_of(stored: date | str) -> date:
    return stored if isinstance(stored, date) else date.fromisoformat(stored[:10])


def own_number(channel: str, chat: str) -> str | None:
    """The number behind a chat of WhatsApp, which knows people by it unless they hide it."""
    return f"+{chat}" if channel == "whatsapp" and chat.isascii() and chat.isdecimal() else None
