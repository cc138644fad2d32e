"""Every morning the books prove themselves, and at once when an administrator asks."""

from collections.abc import Collection
from datetime import datetime
from typing import Final

from handlers.clockwork.one_by_one import one_by_one
from handlers.jobs import Daily, Job, JobTurn, Needed
from handlers.staff.self_audit import tell_verdict
from models.books_audit import AuditReport
from models.programme import Programme
from models.self_audit import any_asked, asked, examine, write_down

_DAILY: Final = "self_audit"
_AT_ONCE: Final = "self_audit_asked"


async def _examine_all(turn: JobTurn) -> dict[int, AuditReport]:
    programmes = await Programme.all().order_by("id").values_list("id", flat=True)
    return await _examined(turn, _DAILY, [int(str(programme)) for programme in programmes])


async def _is_asked(_: datetime) -> bool:
    return await any_asked()


async def _examine_asked(turn: JobTurn) -> dict[int, AuditReport]:
    return await _examined(turn, _AT_ONCE, [audit.programme_id for audit in await asked()])


async def _examined(turn: JobTurn, job: str, programmes: Collection[int]) -> dict[int, AuditReport]:
    reports: dict[int, AuditReport] = {}

    async def look(programme: int) -> None:
        reports[programme] = await examine(programme, turn.today)

    await one_by_one(
        turn, job, programmes, look, name=lambda one: f"programme:{one}", reads_only=True
    )
    return reports


async def _judge_all(turn: JobTurn) -> None:
    for programme, report in turn.prepared.items():
        verdict = await write_down(programme, report, at=turn.now)
        if verdict is not None:
            await tell_verdict(turn, verdict)


async def _judge_asked(turn: JobTurn) -> None:
    """Those that were seen; what was asked for meanwhile has its turn next."""
    for audit in await asked():
        report = turn.prepared.get(audit.programme_id)
        if report is None:
            continue
        verdict = await write_down(audit.programme_id, report, at=turn.now, audit_id=audit.id)
        if verdict is not None:
            await tell_verdict(turn, verdict)


EVERY_MORNING: Final = Job(_DAILY, Daily(5), _judge_all, prepare=_examine_all, after=(_AT_ONCE,))
AT_ONCE: Final = Job(
    _AT_ONCE, Needed(_is_asked), _judge_asked, prepare=_examine_asked, after=(_DAILY,)
)
