"""Verification: the cards of reports in the staff chat, and what a tap on them does."""

from typing import Final

from handlers.messages import InboundMessage, Reply, say
from handlers.staff import till
from handlers.staff.report_card import Caution, card, subject
from handlers.turn import Turn
from models.money import Rupiah
from models.repayment import RepaymentReport, ReportStatus
from models.standings import loan_standing
from models.till import Verdict

__all__ = ["Caution", "card", "post_waiting", "press", "subject"]

_SHOWN_AT_ONCE: Final = 5
_VERBS: Final = frozenset({"accept", "other", "reject", "claim", "release"})


async def post_waiting(turn: Turn, _: InboundMessage) -> Reply:
    """Put the oldest waiting reports before the staff chat once more (`/verifikasi`).

    What has a verdict waits for nobody.
    """
    waiting = RepaymentReport.filter(status=ReportStatus.SUBMITTED, handling__posts_at__isnull=True)
    count = await waiting.count()
    if not count:
        return say("verification.nothing_waits")
    oldest = await waiting.order_by("submitted_at", "id").limit(_SHOWN_AT_ONCE)
    for report in oldest:
        turn.tell_staff(
            await card(report.id),
            key=f"report:{report.id}:card:{turn.inbox_id}",
            subject=subject(report.id),
        )
    if count > len(oldest):
        return say("verification.waiting_more", count=count, shown=len(oldest))
    return say("verification.waiting", count=count)


async def press(turn: Turn, report_id: int, verb: str) -> Reply | tuple[Reply, ...]:
    """A tap on a card. What a card shows to everybody afterwards needs no answer here."""
    if verb == "undo":
        return await till.take_back(turn, report_id)
    report = await till.at_hand(turn, report_id)
    if report is None or verb not in _VERBS:
        return say("form.stale")
    match verb:
        case "accept":
            await till.decide(turn, report, Verdict.accepting(Rupiah(report.amount)))
        case "claim":
            await till.claim(turn, report)
        case "release":
            await till.release(turn, report.id)
        case _:
            return await _ask_more(turn, report, verb)
    return ()


async def _ask_more(turn: Turn, report: RepaymentReport, verb: str) -> Reply:
    """The other amount, or the reason: a form of the one who tapped, and has the report now."""
    await till.claim(turn, report)
    await report.fetch_related("group")
    if verb == "reject":
        turn.start("reject_report", report=report.id, number=report.number, group=report.group.name)
    else:
        standing = await loan_standing(report.loan_id, report.paid_on)
        turn.start(
            "other_amount",
            report=report.id,
            number=report.number,
            group=report.group.name,
            reported=int(report.amount),
            outstanding=int(standing.outstanding),
        )
    return say(
        f"verification.{verb}_begun",
        by=turn.situation.name,
        number=report.number,
        group=report.group.name,
        amount=Rupiah(report.amount),
    )
