"""Reports that wait for longer than two working days: staff are reminded, the leader never."""

from datetime import timedelta
from typing import Final

from handlers.clockwork.self_audit import EVERY_MORNING
from handlers.jobs import Daily, Job, JobTurn
from handlers.messages import Reply, say, words
from handlers.staff.digest import verify_now
from models.calendar import wita_day
from models.money import Rupiah
from models.repayment import RepaymentReport, ReportStatus
from models.working_days import is_older_than_working_days, is_working_day

_PATIENCE: Final = 2
"""Working days."""
_LISTED_MOST: Final = 10


async def _remind(turn: JobTurn) -> None:
    day = wita_day(turn.due_at)
    if not is_working_day(day):
        return
    waiting = (
        await RepaymentReport.filter(status=ReportStatus.SUBMITTED)
        .order_by("submitted_at", "id")
        .select_related("group")
    )
    late = [
        report
        for report in waiting
        if is_older_than_working_days(report.submitted_at, turn.due_at, _PATIENCE)
    ]
    if late:
        turn.tell_staff(_nudge(late), key=f"escalation:{day}")


def _nudge(late: list[RepaymentReport]) -> Reply:
    lines = [
        words(
            "escalation.report",
            number=report.number,
            group=report.group.name,
            amount=Rupiah(report.amount),
            since=report.submitted_at,
        )
        for report in late[:_LISTED_MOST]
    ]
    if len(late) > _LISTED_MOST:
        lines.append(words("escalation.more", count=len(late) - _LISTED_MOST))
    return say(
        "escalation.nudge",
        verify_now(),
        count=len(late),
        days=_PATIENCE,
        reports=tuple(lines),
    )


ESCALATION: Final = Job(
    "escalation",
    Daily(8, 30, "mon-fri"),
    _remind,
    good_for=timedelta(hours=8),
    after=(EVERY_MORNING.name,),
)
"""As the digest waits for the audit, this comes behind the digest."""
