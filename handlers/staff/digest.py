"""`/ringkasan`: what staff should know this morning, on one screen."""

from handlers.messages import Choice, Fact, InboundMessage, Reply, Words, say, words
from handlers.staff.funding_lines import funding_lines
from handlers.staff.queue_lines import queue_lines
from handlers.staff.self_audit import again, books_line
from handlers.three_numbers import three_numbers
from handlers.turn import Telling, Turn
from models.decision import Decision, DecisionStatus
from models.funding import IN_TALK
from models.funding_tables import Application, ApplicationStatus, Funding, FundingState
from models.programme import Programme
from models.repayment import RepaymentReport, ReportStatus
from models.tallies import Tally, tallies_of_month


async def overview(turn: Turn, _: InboundMessage) -> Reply:
    """The digest as it stands now."""
    return await digest(turn)


async def something_waits(turn: Telling) -> bool:
    """Whether there is anything that somebody should do."""
    return (
        await RepaymentReport.exists(status=ReportStatus.SUBMITTED)
        or await Decision.exists(status=DecisionStatus.PROPOSED, expires_at__gt=turn.now)
        or await Application.exists(status=ApplicationStatus.SUBMITTED)
        or await Funding.exists(state__in=[*IN_TALK, FundingState.APPROVED])
        or await Programme.exists(halted_at__not_isnull=True)
    )


async def digest(turn: Telling) -> Reply:
    """The month, what waits and since when, proposals, and whether the books are right."""
    programmes = await Programme.all().order_by("id")
    if not programmes:
        return say("fund.no_programme")
    lines: list[Fact] = []
    waiting = 0
    for programme in programmes:
        tallies = await tallies_of_month(programme.id, turn.today)
        waiting += tallies.waiting.count
        lines += [
            words("digest.programme", programme=programme.name, numbers=three_numbers(tallies)),
            await _waiting(programme.id, tallies.waiting),
            await books_line(turn, programme),
            *await queue_lines(programme.id),
            *await funding_lines(programme.id),
            "",
        ]
    halted = any(programme.halted_at is not None for programme in programmes)
    return say(
        "digest.overview",
        *([verify_now()] if waiting else []),
        *([again()] if halted else []),
        today=turn.today,
        programmes=tuple(lines),
        proposals=await _proposals(turn),
    )


def verify_now() -> Choice:
    """The button that puts the oldest waiting reports before the staff chat."""
    return Choice("card:command:0:verifikasi", words("verification.now"))


async def _waiting(programme_id: int, waiting: Tally) -> Words:
    oldest = (
        await RepaymentReport.filter(loan__programme_id=programme_id, status=ReportStatus.SUBMITTED)
        .order_by("submitted_at", "id")
        .select_related("group")
        .first()
    )
    if oldest is None:
        return words("digest.nothing_waits")
    return words(
        "digest.waiting",
        count=waiting.count,
        total=waiting.total,
        number=oldest.number,
        group=oldest.group.name,
        since=oldest.submitted_at,
    )


async def _proposals(turn: Telling) -> Words:
    open_ones = Decision.filter(status=DecisionStatus.PROPOSED, expires_at__gt=turn.now)
    oldest = await open_ones.order_by("id").select_related("proposed_by").first()
    if oldest is None:
        return words("digest.no_proposals")
    return words(
        "digest.proposals",
        count=await open_ones.count(),
        decision=oldest.id,
        kind=words(f"decision.kind.{oldest.kind.value}"),
        proposer=oldest.proposed_by.name,
        until=oldest.expires_at,
    )
