"""`/saldo`: each programme's fund at a glance."""

from dataclasses import dataclass

from handlers.messages import InboundMessage, Reply, say
from handlers.turn import Turn
from models.fund import fund_figures
from models.money import ZERO, Rupiah
from models.programme import Programme
from models.repayment import RepaymentReport, ReportStatus


async def overview(turn: Turn, _: InboundMessage) -> Reply | tuple[Reply, ...]:
    """One message a programme: what the ledger holds, and what still waits for verification."""
    programmes = await Programme.all().order_by("id")
    if not programmes:
        return say("fund.no_programme")
    return tuple([reply for one in programmes for reply in await _of(one, turn)])


async def _of(programme: Programme, turn: Turn) -> tuple[Reply, ...]:
    figures = await fund_figures(programme.id, today=turn.today, minimum=programme.minimum_balance)
    waiting = await _waiting(programme.id)
    overview = say(
        "fund.overview",
        programme=programme.name,
        now=turn.now,
        cash=figures.cash,
        lent_out=figures.lent_out,
        arrears=figures.arrears,
        available=figures.available,
        fee_cash=figures.fee_cash,
        credit_held=figures.credit_held,
        waiting=waiting.count,
        waiting_sum=waiting.total,
    )
    if not programme.counts_matched_only:
        return (overview,)
    return (overview, say("fund.unmatched", unmatched=figures.unmatched))


@dataclass(frozen=True, slots=True)
class _Waiting:
    count: int
    total: Rupiah


async def _waiting(programme_id: int) -> _Waiting:
    """What is reported and not decided: in no balance, but worth knowing."""
    reports = await RepaymentReport.filter(
        loan__programme_id=programme_id, status=ReportStatus.SUBMITTED
    )
    return _Waiting(len(reports), sum((Rupiah(report.amount) for report in reports), ZERO))
