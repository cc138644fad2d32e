"""What a report's card says of the bank statement: seen, not seen, or to be looked at."""

from datetime import timedelta

from handlers.messages import Fact, Words, words
from models.loan import Loan
from models.matching import DAYS_APART_MOST
from models.money import Rupiah
from models.repayment import Method, RepaymentReport
from models.statement_tables import BankLine
from models.statements import is_covered


async def with_bank_sign(report: RepaymentReport, cautions: Fact) -> Fact:
    """The cautions of a card, after what the bank statement says, if one covers the day."""
    sign = await _sign(report)
    if sign is None:
        return cautions
    return (sign, *(cautions if isinstance(cautions, tuple) else (cautions,)))


async def _sign(report: RepaymentReport) -> Words | None:
    if report.method is not Method.TRANSFER:
        return None
    line = await BankLine.get_or_none(report_id=report.id)
    if line is not None:
        return words("statement.sign.seen", booked_on=line.booked_on, amount=Rupiah(line.amount))
    loan = await Loan.get(id=report.loan_id)
    apart = timedelta(days=DAYS_APART_MOST)
    possible = BankLine.filter(
        programme_id=loan.programme_id,
        amount=report.amount,
        booked_on__gte=report.paid_on - apart,
        booked_on__lte=report.paid_on + apart,
        report_id__isnull=True,
        settled=False,
    )
    if await possible.exists():
        return words("statement.sign.unclear")
    covered = await is_covered(loan.programme_id, report.paid_on)
    return words("statement.sign.not_seen") if covered else None
