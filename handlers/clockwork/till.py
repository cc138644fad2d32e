"""The till of the clock: verdicts that nobody took back are posted, old claims are put back."""

import logging
from typing import Final

from handlers.clockwork.one_by_one import POISON
from handlers.jobs import Job, JobTurn, Needed
from handlers.messages import Words, say, words
from handlers.staff.deciding import carry_out
from handlers.staff.funding_proposal import consider
from handlers.staff.report_card import card, subject
from handlers.turn import Telling
from models import till
from models.audit import note
from models.calendar import epoch_ms
from models.contact import Role, holds_role
from models.errors import OwnReport, ReportAlreadyDecided, RuleBroken
from models.group import Group
from models.ledger import lock_books
from models.repayment import RepaymentReport, ReportStatus
from models.savepoint import savepoint
from models.till import ReportHandling
from models.till_errors import NoLongerVerifier, ReportChanged

_AT_ONCE: Final = 32
"""Reports in one transaction; the next look goes on."""

logger = logging.getLogger(__name__)


async def look(telling: Telling) -> None:
    """Put back what was claimed too long ago, and post every verdict that is due."""
    for report_id in await till.lapse(telling.now, most=_AT_ONCE):
        key = f"{subject(report_id)}:lapsed:{epoch_ms(telling.now)}"
        telling.change_cards(subject(report_id), await card(report_id), key=key)
    due = await till.due_reports(telling.now, most=_AT_ONCE)
    # Programmes before reports, as when a leader reports: whoever waits, waits for nobody of ours.
    for programme_id in sorted({report.loan.programme_id for report in due}):
        await lock_books(programme_id)  # a halt is each report's own affair, below
    posted = [report for report in due if await _post(telling, report.id)]
    for programme_id, report_id in sorted(
        {one.loan.programme_id: one.id for one in posted}.items()
    ):
        await _consider(telling, programme_id, subject(report_id))


async def _consider(telling: Telling, programme_id: int, cause: str) -> None:
    """Whose turn it is now; whatever is wrong there, what was posted stays posted."""
    told_before = len(telling.notices)
    try:
        async with savepoint():
            await consider(telling, programme_id, cause)
    except (RuleBroken, *POISON):
        logger.exception("the next funding could not be considered", extra={"cause": cause})
        del telling.notices[told_before:]


async def _post(telling: Telling, report_id: int) -> bool:
    """Post one verdict, or put the report back and tell staff why; the others go on."""
    report = await RepaymentReport.filter(id=report_id).select_for_update(skip_locked=True).first()
    if report is None:  # Somebody is taking it back this moment.
        return False
    handling = await till.taken_out(report_id, at=telling.now)
    if handling is None or handling.verdict is None:
        return False
    told_before = len(telling.notices)
    try:
        async with savepoint():
            await _check_again(report, handling)
            await carry_out(telling, report, handling.verdict, by=handling.person_id)
    except RuleBroken as broken:
        why = Words(broken.code, broken.facts)
    except POISON:
        logger.exception("a verdict could not be posted", extra={"report": report_id})
        why = words("till.broken")
    else:
        return True
    del telling.notices[told_before:]
    await _put_back(telling, report_id, handling, why)
    return False


async def _check_again(report: RepaymentReport, handling: ReportHandling) -> None:
    """A minute is long enough for somebody to lose a role; raises what stands in the way."""
    if report.status is not ReportStatus.SUBMITTED:
        raise ReportAlreadyDecided(**await till.how_decided(report))
    if await till.is_about_something_else(handling):
        raise ReportChanged(number=report.number)
    if not await holds_role(handling.person_id, {Role.VERIFIER}):
        raise NoLongerVerifier(name=handling.person.name)
    if report.reporter_id == handling.person_id:
        raise OwnReport(number=report.number)


async def _put_back(telling: Telling, report_id: int, handling: ReportHandling, why: Words) -> None:
    """The report waits again; its cards show it, and staff read why."""
    report = await RepaymentReport.get(id=report_id)
    group = await Group.get(id=report.group_id)
    about = subject(report_id)
    await note(about, "not_posted", at=telling.now, person_id=handling.person_id, why=why.key)
    key = f"{about}:not_posted:{epoch_ms(handling.posts_at or handling.since)}"
    telling.change_cards(about, await card(report_id), key=f"{key}:card")
    told = say(
        "till.not_posted",
        by=handling.person.name,
        number=report.number,
        group=group.name,
        why=why,
    )
    telling.tell_staff(told, key=key)


async def _look(turn: JobTurn) -> None:
    await look(turn)


POSTING: Final = Job("till", Needed(till.any_due), _look)
