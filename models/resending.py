"""A report that was not accepted is sent again, once: the trail of the old one names the new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.audit import AuditEvent, note
from models.repayment import RepaymentReport

if TYPE_CHECKING:
    from datetime import datetime

_DEED = "sent_again"


async def sent_again_as(report_id: int) -> str | None:
    """The number under which a report was sent again; none if it was not.

    The report is locked until the transaction ends, so that nobody sends it again meanwhile.
    """
    await RepaymentReport.filter(id=report_id).select_for_update().first()
    event = await AuditEvent.filter(subject=f"report:{report_id}", deed=_DEED).first()
    return str(event.facts["number"]) if event else None


async def note_sent_again(report_id: int, by: RepaymentReport, *, at: datetime) -> None:
    """Remember which report took the place of one that was not accepted."""
    await note(f"report:{report_id}", _DEED, at=at, person_id=by.reporter_id, number=by.number)
