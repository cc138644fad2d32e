"""The card of a leader's wish to correct a verified report, and what becomes of it."""

from handlers.messages import Choice, Fact, Reply, Words, say, words
from handlers.turn import Telling, Turn
from handlers.what_changes import Stated
from models import correction_request as requests
from models.correction_request import CorrectionRequest, RequestState
from models.decision import Decision, DecisionStatus
from models.money import Rupiah
from models.repayment import RepaymentReport
from models.report_correction import recorded_amount

_BECOMES = {
    DecisionStatus.APPROVED: RequestState.DONE,
    DecisionStatus.REFUSED: RequestState.REFUSED,
    DecisionStatus.CANCELLED: RequestState.OPEN,
    DecisionStatus.EXPIRED: RequestState.OPEN,
}
"""What a wish becomes with its proposal; nobody decided about one that is open again."""


def subject(request_id: int) -> str:
    """The name by which all cards of a wish change together."""
    return f"correction:{request_id}"


async def card(request: CorrectionRequest) -> Reply:
    """What was verified, what the leader says, and what can be done about it."""
    report = await RepaymentReport.get(id=request.report_id).select_related("group", "decided_by")
    await request.fetch_related("requester", "settled_by")
    facts: dict[str, Fact] = {
        "request": request.id,
        "number": report.number,
        "group": report.group.name,
        "amount": recorded_amount(report),
        "paid_on": report.paid_on,
        "verifier": report.decided_by.name if report.decided_by else "",
        "requester": request.requester.name,
        "wanted": Rupiah(request.amount),
        "wanted_on": request.paid_on,
        "words": _in_own_words(request),
    }
    if request.state is RequestState.OPEN:
        choices = (
            Choice(f"card:correction:{request.id}:propose", words("correction_request.propose")),
            Choice(f"card:correction:{request.id}:refuse", words("correction_request.refuse")),
        )
        return Reply("correction_request.card", facts, choices)
    settled_by = request.settled_by.name if request.settled_by else words("trail.gulir")
    after: dict[str, Fact] = {
        "request": request.id,
        "number": report.number,
        "group": report.group.name,
        "requester": request.requester.name,
        "wanted": Rupiah(request.amount),
        "wanted_on": request.paid_on,
        "by": settled_by,
        "at": request.settled_at or request.asked_at,
        "reason": request.reason,
    }
    return Reply(f"correction_request.card_{request.state.value}", after)


def changes(report: RepaymentReport, request: CorrectionRequest) -> tuple[Words, ...]:
    """Old and new, a line each."""
    now = Stated(recorded_amount(report), report.paid_on)
    return now.until(Stated(Rupiah(request.amount), request.paid_on))


def _in_own_words(request: CorrectionRequest) -> Words:
    if not request.words:
        return words("correction_request.without_words")
    return words("correction_request.in_words", said=request.words)


async def settle(
    turn: Telling,
    request: CorrectionRequest,
    state: RequestState,
    *,
    by: int | None,
    because: str,
    reason: str = "",
) -> None:
    """Say what became of a wish, on its cards too; `because` makes the change a single one."""
    await requests.settle(request, state, by=by, at=turn.now, reason=reason)
    name = subject(request.id)
    turn.change_cards(name, await card(request), key=f"{name}:{state.value}:{because}")


async def close_open(turn: Turn, report_id: int) -> None:
    """A newer wish about the same report takes the place of the one before."""
    earlier = await requests.waiting(report_id)
    if earlier is not None:
        because = f"inbox:{turn.inbox_id}"
        await settle(turn, earlier, RequestState.VOID, by=turn.person_id, because=because)


async def follow(turn: Telling, decision: Decision) -> None:
    """A decision about a leader's wish: the wish ends with it, or waits for staff again."""
    number = decision.order.get("request")
    request = await requests.locked(number) if number else None
    if request is None or request.state is not RequestState.PROPOSED:
        return
    state = _BECOMES[decision.status]
    because = f"decision:{decision.id}"
    reason = decision.reason
    by = decision.decided_by_id
    await settle(turn, request, state, by=by, because=because, reason=reason)
    if state is RequestState.REFUSED:
        await tell_refused(turn, request)


async def tell_refused(turn: Telling, request: CorrectionRequest) -> None:
    """The leader reads why, and that what was recorded stands."""
    report = await RepaymentReport.get(id=request.report_id).select_related("group")
    await request.fetch_related("requester")
    told = say(
        "correction_request.news_refused",
        name=request.requester.name,
        number=report.number,
        group=report.group.name,
        amount=recorded_amount(report),
        paid_on=report.paid_on,
        reason=request.reason,
    )
    turn.tell(request.requester_id, told, key=f"{subject(request.id)}:refused")
