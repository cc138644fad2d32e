"""Verifying with one tap what the bank statement bears out: each report is checked once more."""

from handlers.messages import Reply, say, words
from handlers.staff.access import require
from handlers.staff.deciding import accept, still_open
from handlers.turn import Turn
from models.contact import Role
from models.errors import OwnReport, ReportAlreadyDecided
from models.loan import Loan, LoanStatus
from models.money import ZERO, Rupiah
from models.repayment import RepaymentReport
from models.statement_tables import BankLine, MatchOffer


async def press(turn: Turn, offer_id: int, verb: str) -> Reply | tuple[Reply, ...]:
    """Verify those that were offered and still stand; the others are skipped by name."""
    await require(turn, frozenset({Role.VERIFIER}))
    offer = await MatchOffer.get_or_none(id=offer_id)
    if offer is None or verb != "verify":
        return say("form.stale")
    verified: list[Rupiah] = []
    skipped: dict[str, str] = {}
    for report_id, line_id in offer.pairs:
        report, why = await _checked(turn, int(report_id), int(line_id))
        if report is None:
            skipped[await _number(int(report_id))] = why
            continue
        await BankLine.filter(id=line_id).update(settled=True)
        await _decide(turn, report)
        verified.append(Rupiah(report.amount))
    told = tuple(
        words("statement.skipped", number=number, why=words(f"statement.skip.{why}"))
        for number, why in skipped.items()
    )
    if not verified:
        return say("statement.none_verified", skipped=told)
    count, total = len(verified), sum(verified, ZERO)
    if not told:
        return say("statement.verified", count=count, total=total)
    return say("statement.some_verified", count=count, total=total, left=len(told), skipped=told)


async def _decide(turn: Turn, report: RepaymentReport) -> None:
    """Put the verdict: accepted as reported."""
    await accept(turn, report, Rupiah(report.amount))


async def _checked(turn: Turn, report_id: int, line_id: int) -> tuple[RepaymentReport | None, str]:
    """The report, kept from everybody else; or none, and the code of what stands in the way."""
    try:
        report = await still_open(turn, report_id)
    except ReportAlreadyDecided:
        return None, "decided"
    except OwnReport:
        return None, "own"
    if report is None:
        return None, "unmatched"
    line = await BankLine.get_or_none(id=line_id, report_id=report_id)
    if line is None or line.amount != report.amount:
        return None, "unmatched"
    if not await Loan.exists(id=report.loan_id, status=LoanStatus.ACTIVE):
        return None, "closed"
    return report, ""


async def _number(report_id: int) -> str:
    report = await RepaymentReport.get_or_none(id=report_id)
    return report.number if report else "-"
