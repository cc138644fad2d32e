"""What is no money: news of the business that are missed, and the place of those who wait."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from handlers.forecast_words import when
from handlers.messages import Choice, Fact, Reply, words
from handlers.notices.items import Item, Judged, Moment, Moot
from models.forecast_reading import windows
from models.funding_queue import Place, waiting
from models.funding_tables import Application
from models.loan import Instalment, Loan, LoanStatus
from models.notice import Notice, NoticeKind
from models.notice_plan import NoticePlan, plans_of
from models.period import period_of
from models.progress_tables import ProgressReport

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from models.forecast import Window
    from models.good_moments import Hours

KINDS: Final = frozenset({NoticeKind.PROGRESS, NoticeKind.PLACE})


async def judge(notices: Sequence[Notice], moment: Moment) -> dict[int, Judged]:
    """Each notice as it is to be told now, or why it is not."""
    told = [notice for notice in notices if notice.kind is NoticeKind.PROGRESS]
    queued = [notice for notice in notices if notice.kind is NoticeKind.PLACE]
    judged = await _progress(told, moment) if told else {}
    if queued:
        judged |= await _places(queued, moment)
    return judged


async def _progress(notices: Sequence[Notice], moment: Moment) -> dict[int, Judged]:
    loans = {
        loan.id: loan
        for loan in await Loan.filter(
            id__in=[notice.about_id for notice in notices]
        ).select_related("group")
    }
    plans = await plans_of({loan.programme_id for loan in loans.values()})
    judged: dict[int, Judged] = {}
    for notice in notices:
        loan = loans[notice.about_id]
        why = await _why_not(notice, loan, plans[loan.programme_id], moment)
        facts: dict[str, Fact] = {
            "name": moment.names[notice.person_id],
            "group": loan.group.name,
        }
        judged[notice.id] = (
            Moot(why)
            if why
            else Item(
                (Reply("notices.progress", facts),),
                words("notices.line_progress", **facts),
                (Choice("go:progress_report", words("menu.progress_report")),),
                hours=plans[loan.programme_id].hours,
            )
        )
    return judged


async def _why_not(notice: Notice, loan: Loan, plan: NoticePlan, moment: Moment) -> str | None:
    if loan.status is not LoanStatus.ACTIVE:
        return "paid"
    if not plan.nudges:
        return "switched_off"
    if moment.rests(notice.person_id, money=False):
        return "paused"
    due_days = Instalment.filter(loan_id=loan.id, replaced_at__isnull=True).order_by("due_on")
    period = period_of(
        moment.today,
        disbursed_on=loan.disbursed_on,
        due_days=[instalment.due_on for instalment in await due_days],
    )
    told = await ProgressReport.exists(group_id=loan.group_id, period=period.key)
    return "told" if told else None


async def _places(notices: Sequence[Notice], moment: Moment) -> dict[int, Judged]:
    applications = {
        one.id: one
        for one in await Application.filter(id__in=[notice.about_id for notice in notices])
    }
    programmes = {one.programme_id for one in applications.values()}
    plans = await plans_of(programmes)
    queues = {programme: await waiting(programme) for programme in programmes}
    outlooks = {programme: await windows(programme, moment.today) for programme in programmes}
    judged: dict[int, Judged] = {}
    for notice in notices:
        programme = applications[notice.about_id].programme_id
        told = _place(notice, queues[programme], plans[programme], moment)
        window = outlooks[programme].get(notice.about_id)
        judged[notice.id] = told if isinstance(told, Moot) else _place_item(told, window)
    return judged


@dataclass(frozen=True, slots=True)
class _Standing:
    """Where a group stands, as facts of a text."""

    facts: Mapping[str, Fact]
    hours: Hours


def _place_item(standing: _Standing, window: Window | None) -> Item:
    facts = {**standing.facts, "when": when(window)}
    alone, line = Reply("notices.place", facts), words("notices.line_place", **facts)
    return Item((alone,), line, hours=standing.hours)


def _place(
    notice: Notice, queue: Sequence[Place], plan: NoticePlan, moment: Moment
) -> _Standing | Moot:
    mine = next((one for one in queue if one.application_id == notice.about_id), None)
    if mine is None:
        return Moot("not_waiting")
    if not plan.places:
        return Moot("switched_off")
    if moment.rests(notice.person_id, money=False):
        return Moot("paused")
    facts: dict[str, Fact] = {
        "name": moment.names[notice.person_id],
        "group": mine.group_name,
        "place": mine.place,
        "of": len(queue),
    }
    return _Standing(facts, plan.hours)
