"""The staff till: a report in one person's hand, a verdict, and a minute to take it back."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from handlers.messages import Reply, say
from handlers.staff.access import require
from handlers.staff.report_card import card, subject
from handlers.turn import Turn
from models import till
from models.contact import Role
from models.errors import OwnReport, ReportAlreadyDecided
from models.lending import check_takes_money
from models.repayment import RepaymentReport, ReportStatus
from models.till import Ruling, Verdict
from models.till_errors import NotYourVerdict, TooLateToTakeBack

__all__ = [
    "TakenBack",
    "Verdict",
    "at_hand",
    "claim",
    "decide",
    "release",
    "take_back",
    "take_back_all",
]

_VERIFIERS: Final = frozenset({Role.VERIFIER})


@dataclass(frozen=True, slots=True)
class TakenBack:
    """The numbers of reports: whose verdict was undone, and for which it was too late."""

    taken: tuple[str, ...]
    late: tuple[str, ...]


async def at_hand(turn: Turn, report_id: int) -> RepaymentReport | None:
    """The report, kept from everybody else until this turn is over; none if there is no such one.

    Raises NotAllowed without the verifier's role, ReportAlreadyDecided, OwnReport for the
    reporter, who may not verify, VerdictGiven, and ReportInHand while a colleague has it.
    """
    await require(turn, _VERIFIERS)
    report = await _locked(report_id)
    if report is None:
        return None
    if report.status is not ReportStatus.SUBMITTED:
        raise ReportAlreadyDecided(**await till.how_decided(report))
    if report.reporter_id == turn.person_id:
        raise OwnReport(number=report.number)
    await till.free_for(report, by=turn.person_id, at=turn.now)
    return report


async def claim(turn: Turn, report: RepaymentReport) -> None:
    """Take a report from `at_hand`; its cards tell everybody who has it."""
    if await till.claim(report, by=turn.person_id, at=turn.now):
        await _change_cards(turn, report.id)


async def release(turn: Turn, report_id: int) -> None:
    """Put back what one has claimed; nothing happens to what one has not."""
    if await till.release(report_id, by=turn.person_id, at=turn.now):
        await _change_cards(turn, report_id)


async def decide(turn: Turn, report: RepaymentReport, verdict: Verdict) -> datetime:
    """Give a verdict; returns when it is posted and announced, unless it is taken back.

    Raises what `at_hand` raises, and LoanClosed or WrittenOff where no money can be entered; all
    of it before anything is written.
    """
    if await at_hand(turn, report.id) is None:
        raise LookupError(report.id)
    if verdict.ruling is Ruling.ACCEPTED:
        await check_takes_money(report.loan_id, turn.today)
    posts_at = await till.give(report, verdict, by=turn.person_id, at=turn.now)
    await _change_cards(turn, report.id)
    return posts_at


async def take_back(turn: Turn, report_id: int) -> Reply:
    """Undo one's own verdict, so that the report waits again.

    Raises NotAllowed, NotYourVerdict, and TooLateToTakeBack once it is posted.
    """
    await require(turn, _VERIFIERS)
    report = await _locked(report_id)
    if report is None:
        return say("form.stale")
    if not await _take_back(turn, report):
        return say("till.nothing_to_take_back", number=report.number)
    return say("till.taken_back", by=turn.situation.name, number=report.number)


async def take_back_all(turn: Turn, report_ids: Collection[int]) -> TakenBack:
    """Undo one's own verdicts about many reports at once; those of others stay as they are.

    Raises NotAllowed.
    """
    await require(turn, _VERIFIERS)
    taken: list[str] = []
    late: list[str] = []
    for report_id in sorted(set(report_ids)):
        report = await _locked(report_id)
        if report is None:
            continue
        try:
            if await _take_back(turn, report):
                taken.append(report.number)
        except TooLateToTakeBack:
            late.append(report.number)
        except NotYourVerdict:
            continue
    return TakenBack(tuple(taken), tuple(late))


async def _take_back(turn: Turn, report: RepaymentReport) -> bool:
    if report.status is not ReportStatus.SUBMITTED:
        raise TooLateToTakeBack(**await till.how_decided(report))
    if not await till.take_back(report, by=turn.person_id, at=turn.now):
        return False
    await _change_cards(turn, report.id)
    return True


async def _locked(report_id: int) -> RepaymentReport | None:
    return await RepaymentReport.filter(id=report_id).select_for_update().first()


async def _change_cards(turn: Turn, report_id: int) -> None:
    key = f"{subject(report_id)}:till:{turn.inbox_id}"
    turn.change_cards(subject(report_id), await card(report_id), key=key)
