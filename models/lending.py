"""What happens to the money of a fund: capital in, lent, repaid, credit used.

All functions run inside the caller's transaction; entering the same reference again returns
what was entered first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import Unpack

from models.allocation import (
    Component,
    Share,
    allocate,
    allocate_credit,
    with_code_kept,
    with_shares,
)
from models.chart import AccountKind, AccountRef, EntryKind, Transfer
from models.errors import (
    AboveOutstanding,
    AlreadyDisbursed,
    AmountNotPositive,
    InsufficientFunds,
    LoanClosed,
    NotPaidOut,
    WrittenOff,
)
from models.fund import available_beside
from models.ledger import Act, check_going_on, post
from models.ledger_tables import Account, JournalEntry
from models.loan import Loan, LoanStatus
from models.loan_books import (
    Recorded,
    credit_before,
    enter,
    from_credit,
    incoming,
    known,
    locked,
    receivable,
    standing_of,
)
from models.money import ZERO, Rupiah
from models.own_shares import check_own, note_choice
from models.payment_code import asked_code, brought_by_code, give_code
from models.rearrange import follow_days, has_later, kept_on
from models.standings import standings

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from models.arrears import LoanStanding
    from models.programme import Programme

__all__ = [
    "Recorded",
    "add_capital",
    "apply_credit",
    "apply_due_credit",
    "apply_due_credits",
    "check_available",
    "check_takes_money",
    "disburse",
    "loans_with_due_credit",
    "record_repayment",
]


async def add_capital(programme_id: int, amount: int, **act: Unpack[Act]) -> JournalEntry:
    """Put `amount` rupiah of capital into the fund; raises AmountNotPositive."""
    if amount <= 0:
        raise AmountNotPositive(amount=amount)
    fund_cash = AccountRef(programme_id, AccountKind.FUND_CASH)
    capital = AccountRef(programme_id, AccountKind.CAPITAL)
    transfer = Transfer(debit=fund_cash, credit=capital, amount=Rupiah(amount))
    return await post(programme_id, [transfer], kind=EntryKind.CAPITAL_IN, **act)


async def disburse(
    loan_id: int, *, funding_id: int | None = None, **act: Unpack[Act]
) -> JournalEntry:
    """Pay the loan's whole principal out of the fund; `funding_id` is the reservation it uses up.

    Raises InsufficientFunds unless the cash covers it beside what is reserved for others and the
    programme's minimum (DOMAIN.md 3.7), and AlreadyDisbursed under another reference.
    """
    loan, programme = await locked(loan_id)
    transfer = Transfer(
        debit=receivable(loan),
        credit=AccountRef(loan.programme_id, AccountKind.FUND_CASH),
        amount=Rupiah(loan.principal),
    )
    if not await JournalEntry.exists(reference=act["reference"]):
        if await _paid_out(loan):
            raise AlreadyDisbursed(number=loan.number)
        await check_available(programme, transfer.amount, funding_id=funding_id)
    if programme.asks_code:
        await give_code(programme.id, loan.group_id, at=act["at"])
    return await post(loan.programme_id, [transfer], kind=EntryKind.DISBURSEMENT, **act)


async def check_available(
    programme: Programme, amount: Rupiah, *, funding_id: int | None = None
) -> None:
    """Raises InsufficientFunds unless a locked programme may lend the amount now."""
    available = await available_beside(programme, but=funding_id)
    if available < amount:
        raise InsufficientFunds(account=AccountKind.FUND_CASH, available=available, needed=amount)


async def record_repayment(
    loan_id: int,
    amount: int,
    *,
    fee_in_advance: bool = False,
    shares: Sequence[Share] | None = None,
    **act: Unpack[Act],
) -> Recorded:
    """Enter verified money of a group, shared out as on the day of payment (`on`).

    `shares` are staff's own allocation (its reason belongs into the note). The group's credit
    first pays what has fallen due by then; what the amount brings for its code becomes credit. A
    payment from before others enters one adjusting entry where shares change by it.
    Raises UnknownLoan, AmountNotPositive, LoanClosed, WrittenOff, NotPaidOut, AboveOutstanding if
    own shares exceed what is left, SameReferenceOtherContent for another amount or loan.
    """
    if amount <= 0:
        raise AmountNotPositive(amount=amount)
    loan, programme = await locked(loan_id)
    if entered := await known(act["reference"], EntryKind.REPAYMENT, loan_id, amount):
        return entered
    standing = await standing_of(loan, act["on"])
    _takes_money(loan, standing)
    late = await has_later(loan, act["on"])
    from_credit_first = () if late else await _usable(loan, standing, programme, act["on"])
    dues = with_shares(standing.dues, from_credit_first)
    order, day = programme.allocation_order, act["on"]
    if shares is None:
        kept = brought_by_code(amount, await asked_code(programme, loan.group_id))
        rest = allocate(amount - kept, dues, order=order, today=day, fee_in_advance=fee_in_advance)
        paid = with_code_kept(kept, rest)
    else:
        paid = tuple(shares)
        check_own(paid, amount, dues)
    recorded = await _enter_payment(loan, standing, from_credit_first, paid, act)
    if shares is not None or fee_in_advance:
        await note_choice(recorded.entry, act)
    if not late:
        return recorded
    return Recorded(recorded.entry, recorded.shares, await follow_days(loan, programme, act))


async def check_takes_money(loan_id: int, today: date) -> None:
    """Raises BooksHalted, LoanClosed or WrittenOff where a repayment would be refused now."""
    loan = await Loan.get(id=loan_id)
    await check_going_on(loan.programme_id)
    _takes_money(loan, await standing_of(loan, today))


async def apply_credit(loan_id: int, **act: Unpack[Act]) -> Recorded | None:
    """Use the group's credit for what has fallen due by the WITA day `on`; None if nothing is."""
    loan, programme = await locked(loan_id)
    if entered := await known(act["reference"], EntryKind.CREDIT_APPLIED, loan_id, 0):
        return entered
    standing = await standing_of(loan, act["on"])
    if loan.status is not LoanStatus.ACTIVE or await has_later(loan, act["on"]):
        return None  # entries of later days have used it already
    shares = await _usable(loan, standing, programme, act["on"])
    return await _use(loan, shares, standing.outstanding, act) if shares else None


async def apply_due_credits(today: date, *, at: datetime) -> list[Recorded]:
    """Use credit wherever an instalment has fallen due by the WITA day; again changes nothing."""
    used = [
        await apply_due_credit(loan_id, today, at=at)
        for loan_id in await loans_with_due_credit(today)
    ]
    return [recorded for recorded in used if recorded is not None]


async def apply_due_credit(loan_id: int, today: date, *, at: datetime) -> Recorded | None:
    """Use the credit of a loan's group for what has fallen due by the WITA day."""
    return await apply_credit(loan_id, **_of_the_clock(loan_id, today, at))


async def loans_with_due_credit(today: date) -> list[int]:
    """Loans with credit for something that has fallen due by the WITA day, programme by programme.

    Programmes whose postings are halted are passed over: they are seen to when that is lifted.
    """
    going_on = Account.filter(programme__halted_at__isnull=True)
    credited = (
        await going_on.filter(kind=AccountKind.GROUP_CREDIT, balance__gt=0)
        .order_by("programme_id", "group_id")
        .values_list("programme_id", "group_id")
    )
    active = Loan.filter(status=LoanStatus.ACTIVE, group_id__in=[group for _, group in credited])
    candidates = [
        loan_id
        for loan_id, programme, group in await active.order_by("programme_id", "id").values_list(
            "id", "programme_id", "group_id"
        )
        if (programme, group) in set(credited)
    ]
    standing_by_loan = await standings(candidates, today)
    return [
        loan_id
        for loan_id in candidates
        if any(due.left > 0 for due in standing_by_loan[loan_id].dues if due.due_on <= today)
    ]


def _of_the_clock(loan_id: int, today: date, at: datetime) -> Act:
    return {
        "on": today,
        "at": at,
        "reference": f"credit:{loan_id}:{today.isoformat()}",
        "cause": f"loan:{loan_id}",
        "maker_id": None,
    }


def _takes_money(loan: Loan, standing: LoanStanding) -> None:
    if loan.status is LoanStatus.WRITTEN_OFF:
        raise WrittenOff(number=loan.number)
    if loan.status is not LoanStatus.ACTIVE or not standing.outstanding:
        raise LoanClosed(number=loan.number)


async def _usable(
    loan: Loan, standing: LoanStanding, programme: Programme, through: date
) -> tuple[Share, ...]:
    """What credit pays of what has fallen due; what the day itself kept waits for the next."""

    def used(credit: int) -> tuple[Share, ...]:
        return allocate_credit(
            credit, standing.dues, order=programme.allocation_order, through=through
        )

    if not (shares := used(standing.credit)):
        return ()
    kept = await kept_on(loan, through)
    return used(max(0, standing.credit - kept)) if kept else shares


async def _use(loan: Loan, shares: Sequence[Share], owed: Rupiah, act: Act) -> Recorded:
    used = Share(None, Component.CREDIT, -sum((one.amount for one in shares), ZERO))
    transfers = from_credit(loan, shares)
    return await enter(
        loan, EntryKind.CREDIT_APPLIED, [*shares, used], transfers, outstanding=owed, act=act
    )


async def _enter_payment(
    loan: Loan,
    standing: LoanStanding,
    from_credit_first: Sequence[Share],
    paid: Sequence[Share],
    act: Act,
) -> Recorded:
    """The payment, after what the group's credit had to pay by then."""
    sure = any(share.component is Component.PRINCIPAL for share in paid) and not from_credit_first
    if not sure and not await _paid_out(loan):
        raise NotPaidOut(number=loan.number)
    owed = standing.outstanding
    if from_credit_first:
        used: Act = {
            "on": act["on"],
            "at": act["at"],
            "reference": credit_before(act["reference"]),
            "cause": act["cause"],
            "maker_id": None,
        }
        await _use(loan, from_credit_first, owed, used)
        owed -= sum(share.amount for share in from_credit_first)
    try:
        transfers = incoming(loan, paid)
        return await enter(loan, EntryKind.REPAYMENT, paid, transfers, outstanding=owed, act=act)
    except AboveOutstanding as refused:  # the account of a loan that was never paid out is empty
        if await _paid_out(loan):
            raise
        raise NotPaidOut(number=loan.number) from refused


async def _paid_out(loan: Loan) -> bool:
    """Whether a disbursement of the loan stands, that is, was not reversed."""
    return await JournalEntry.filter(
        kind=EntryKind.DISBURSEMENT,
        reversed_by=None,
        postings__debit__code=receivable(loan).code,
    ).exists()
