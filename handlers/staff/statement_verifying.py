"""Verifying with one tap what the bank statement bears out: each report is checked once more."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from handlers.messages import Choice, Fact, Reply, say, words
from handlers.staff import till
from handlers.staff.access import require
from handlers.turn import Turn
from models.contact import Role
from models.errors import LoanClosed, OwnReport, ReportAlreadyDecided, RuleBroken, WrittenOff
from models.money import ZERO, Rupiah
from models.repayment import RepaymentReport
from models.statement_tables import BankLine, MatchOffer
from models.till_errors import ReportInHand, VerdictGiven

_VERIFIERS: Final = frozenset({Role.VERIFIER})
_IN_THE_WAY: Final[Mapping[type[RuleBroken], str]] = {
    ReportAlreadyDecided: "decided",
    VerdictGiven: "decided",
    ReportInHand: "in_hand",
    OwnReport: "own",
    LoanClosed: "closed",
    WrittenOff: "closed",
}
"""Why a report is skipped; each is raised before anything is written."""


async def press(turn: Turn, offer_id: int, verb: str) -> Reply | tuple[Reply, ...]:
    """Verify those that were offered and still stand, or take one's verdicts about them back."""
    await require(turn, _VERIFIERS)
    offer = await MatchOffer.get_or_none(id=offer_id)
    match verb:
        case "verify" if offer is not None:
            return await _verify(turn, offer)
        case "undo" if offer is not None:
            return await _take_back(turn, offer)
    return say("form.stale")


async def _verify(turn: Turn, offer: MatchOffer) -> Reply:
    """Those that cannot be verified are skipped by name."""
    verified: list[tuple[int, int]] = []
    posts_at = turn.now
    total = ZERO
    skipped: dict[str, str] = {}
    for report_id, line_id in offer.pairs:
        report = await RepaymentReport.get(id=report_id)
        try:
            if not await _is_still_matched(report, int(line_id)):
                skipped[report.number] = "unmatched"
                continue
            posts_at = await _decide(turn, report)
        except tuple(_IN_THE_WAY) as trouble:
            skipped[report.number] = _IN_THE_WAY[type(trouble)]
            continue
        await BankLine.filter(id=line_id).update(settled=True)
        verified.append((report.id, int(line_id)))
        total += Rupiah(report.amount)
    told = tuple(
        words("statement.skipped", number=number, why=words(f"statement.skip.{why}"))
        for number, why in skipped.items()
    )
    if not verified:
        return say("statement.none_verified", skipped=told)
    mine = await MatchOffer.create(
        programme_id=offer.programme_id, pairs=verified, made_at=turn.now
    )
    undo = Choice(f"card:match_offer:{mine.id}:undo", words("statement.take_back"))
    facts: dict[str, Fact] = {"count": len(verified), "total": total, "at": posts_at}
    if not told:
        return Reply("statement.verified", facts, (undo,))
    facts |= {"left": len(told), "skipped": told}
    return Reply("statement.some_verified", facts, (undo,))


async def _decide(turn: Turn, report: RepaymentReport) -> datetime:
    """Accepted as reported; returns when it is posted, unless it is taken back before."""
    verdict = till.Verdict.accepting(Rupiah(report.amount))
    return await till.decide(turn, report, verdict)


async def _is_still_matched(report: RepaymentReport, line_id: int) -> bool:
    """Whether the money is still seen as this report's; a decided one says so itself."""
    line = await BankLine.get_or_none(id=line_id, report_id=report.id)
    decided = report.decided_at is not None
    return decided or (line is not None and line.amount == report.amount)


async def _take_back(turn: Turn, offer: MatchOffer) -> Reply:
    """Undo what one tap decided; the pairs may then be matched otherwise again."""
    reports = [int(report_id) for report_id, _ in offer.pairs]
    undone = await till.take_back_all(turn, reports)
    freed = await RepaymentReport.filter(number__in=undone.taken).values_list("id", flat=True)
    await BankLine.filter(report_id__in=list(freed)).update(settled=False)
    if not undone.taken and not undone.late:
        return say("statement.nothing_taken_back")
    numbers = ", ".join(undone.late)
    if numbers:
        return say("statement.taken_back_late", count=len(undone.taken), late=numbers)
    return say("statement.taken_back", count=len(undone.taken))
