"""What a leader says is wrong in a report that was verified: a wish, which moves no money."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from tortoise import fields, models

from models.audit import note
from models.contact import Person  # noqa: TC001 (Tortoise reads it)
from models.fields import EnumField, RupiahField, UtcDatetimeField
from models.repayment import RepaymentReport  # noqa: TC001 (Tortoise reads it)

if TYPE_CHECKING:
    from datetime import date, datetime

    from models.money import Rupiah

WORDS_MOST = 300


class RequestState(StrEnum):
    """`open` waits for staff, `proposed` for the approver; the rest are final."""

    OPEN = "open"
    PROPOSED = "proposed"
    DONE = "done"
    REFUSED = "refused"
    VOID = "void"
    """The report was reversed, or says so already."""


class CorrectionRequest(models.Model):
    """A verified report should show this amount and day, in the words of its reporter."""

    id = fields.BigIntField(primary_key=True)
    draft_id = fields.BigIntField(unique=True)
    """The draft that became this request: submitting it twice finds the first."""
    report: fields.ForeignKeyRelation[RepaymentReport] = fields.ForeignKeyField(
        "models.RepaymentReport", related_name="correction_requests", on_delete=fields.RESTRICT
    )
    report_id: int
    requester: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="correction_requests", on_delete=fields.RESTRICT
    )
    requester_id: int
    amount = RupiahField(check="> 0")
    paid_on = fields.DateField()
    words = fields.CharField(max_length=WORDS_MOST, default="")
    asked_at = UtcDatetimeField()
    state = EnumField(RequestState, default=RequestState.OPEN)
    settled_at = UtcDatetimeField(null=True)
    settled_by: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="requests_settled", null=True, on_delete=fields.RESTRICT
    )
    settled_by_id: int | None
    reason = fields.CharField(max_length=300, default="")
    """Why it was refused."""

    class Meta:
        table = "correction_request"
        indexes = (("report_id", "state"),)


async def ask_correction(
    report: RepaymentReport,
    *,
    amount: Rupiah,
    paid_on: date,
    words: str,
    by: int,
    draft_id: int,
    at: datetime,
) -> CorrectionRequest:
    """Write a wish down, once for each draft; one that is open for the report is replaced by it.

    `report` must be locked.
    """
    known = await CorrectionRequest.get_or_none(draft_id=draft_id)
    if known is not None:
        return known
    earlier = await waiting(report.id)
    if earlier is not None:
        await settle(earlier, RequestState.VOID, by=by, at=at)
    request = await CorrectionRequest.create(
        draft_id=draft_id,
        report_id=report.id,
        requester_id=by,
        amount=amount,
        paid_on=paid_on,
        words=words[:WORDS_MOST],
        asked_at=at,
    )
    facts = {"amount": int(amount), "paid_on": paid_on.isoformat(), "words": request.words}
    await note(f"report:{report.id}", "correction_asked", at=at, person_id=by, **facts)
    return request


async def waiting(report_id: int) -> CorrectionRequest | None:
    """The wish about a report that staff have not looked at yet; none if there is none."""
    return await CorrectionRequest.filter(report_id=report_id, state=RequestState.OPEN).first()


async def locked(request_id: int) -> CorrectionRequest | None:
    """The wish, kept from everybody else until the transaction ends."""
    return await CorrectionRequest.filter(id=request_id).select_for_update().first()


async def settle(
    request: CorrectionRequest,
    state: RequestState,
    *,
    by: int | None,
    at: datetime,
    reason: str = "",
) -> None:
    """Say what became of a wish; open again when nobody decided about its proposal."""
    request.state = state
    request.settled_by_id = by
    request.settled_at = at
    request.reason = reason
    await request.save(update_fields=["state", "settled_by_id", "settled_at", "reason"])
    if state is RequestState.REFUSED:
        subject = f"report:{request.report_id}"
        await note(subject, "correction_refused", at=at, person_id=by, reason=reason)
