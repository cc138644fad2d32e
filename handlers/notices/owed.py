"""Reminders of what is owed: warm, short, never in a hurry, and silent once they are moot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from handlers.leaders.menu import part_of_day
from handlers.messages import Fact, Reply, Words, say, words
from handlers.notices.items import Item, Judged, Moment, Moot
from handlers.notices.owed_facts import OwedFacts, owed_facts
from models.group import Office, Officer
from models.notice import CallState, CallTask, Notice, NoticeKind
from models.payment_code import three_digits
from models.promise import PaymentPromise, PromiseState, something_came

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from models.allocation import Due

KINDS: Final = frozenset(
    {NoticeKind.DUE, NoticeKind.OVERDUE, NoticeKind.PROMISED, NoticeKind.CALLED}
)
_A_WEEK: Final = 5
"""From so many days ahead on there is time yet."""


async def judge(notices: Sequence[Notice], moment: Moment) -> dict[int, Judged]:
    """Each notice as it is to be told now, or why it is not."""
    loans = {notice.loan_id for notice in notices if notice.loan_id is not None}
    facts = await owed_facts(loans, moment.today)
    judged: dict[int, Judged] = {}
    for notice in notices:
        known = facts[notice.loan_id or 0]
        match notice.kind:
            case NoticeKind.PROMISED:
                judged[notice.id] = await _promised(notice, known, moment)
            case NoticeKind.CALLED:
                judged[notice.id] = await _called(notice, known, moment)
            case _:
                judged[notice.id] = _due(notice, known, moment)
    return judged


def _due(notice: Notice, known: OwedFacts, moment: Moment) -> Judged:
    due = known.due(notice.about_id)
    if due is None:
        return Moot("rescheduled")
    if why := known.why_silent(due, moment.today):
        return Moot(why)
    days = (due.due_on - moment.today).days
    if days < 0 and notice.kind is NoticeKind.DUE:
        return Moot("stale")
    if moment.rests(notice.person_id, money=True):
        return Moot("paused")
    key = _step_key(days, first=notice.step == min(_late_steps(known), default=0))
    facts = {**_facts(known, due, moment), "name": moment.names[notice.person_id]}
    line = words(f"reminder.line_{_line_key(days)}", **facts)
    return _item((Reply(f"reminder.{key}", facts), *_exact(known, due)), line, known)


def _step_key(days: int, *, first: bool) -> str:
    if days < 0:
        return "late" if first else "late_again"
    if days == 0:
        return "today"
    if days == 1:
        return "tomorrow"
    return "week" if days >= _A_WEEK else "soon"


def _line_key(days: int) -> str:
    if days < 0:
        return "late"
    return {0: "today", 1: "tomorrow"}.get(days, "ahead")


def _late_steps(known: OwedFacts) -> list[int]:
    return [step for step in known.plan.steps if step > 0]


def _facts(known: OwedFacts, due: Due, moment: Moment) -> Mapping[str, Fact]:
    return {
        "group": known.loan.group.name,
        "number": known.numbers[due.instalment],
        "due_on": due.due_on,
        "amount": known.asked(due),
        "days": (due.due_on - moment.today).days,
        "part": part_of_day(moment.now),
    }


def _exact(known: OwedFacts, due: Due) -> tuple[Reply, ...]:
    """Where a code is asked for, the amount to the rupiah."""
    if known.code is None:
        return ()
    return (say("reminder.exact", asked=known.asked(due), code=three_digits(known.code)),)


async def _promised(notice: Notice, known: OwedFacts, moment: Moment) -> Judged:
    """The group's own day, or the day after it if nothing came."""
    made = await PaymentPromise.get(id=notice.about_id)
    if made.state is not PromiseState.OPEN:
        return Moot(made.state.value)
    due = next((due for due in known.standing.dues if due.left > 0), None)
    if due is None:
        return Moot("paid")
    if due.due_on > made.promised_on:
        return Moot("not_due")
    if await something_came(made):
        return Moot("kept")
    if known.called:
        return Moot("called")
    if moment.rests(notice.person_id, money=True):
        return Moot("paused")
    days = (made.promised_on - moment.today).days
    key = "passed" if days < 0 else {0: "today", 1: "tomorrow"}.get(days, "ahead")
    facts: dict[str, Fact] = {
        **_facts(known, due, moment),
        "promised_on": made.promised_on,
        "name": moment.names[notice.person_id],
    }
    line = words("reminder.line_promise_passed" if days < 0 else "reminder.line_promised", **facts)
    return _item((Reply(f"reminder.promised_{key}", facts), *_exact(known, due)), line, known)


async def _called(notice: Notice, known: OwedFacts, moment: Moment) -> Judged:
    """Somebody will call: by name where the group has a facilitator."""
    task = await CallTask.get(id=notice.about_id)
    if task.state is not CallState.OPEN:
        return Moot(task.state.value)
    if not any(due.left > 0 and due.due_on < moment.today for due in known.standing.dues):
        return Moot("paid")
    if known.reported:
        return Moot("reported")
    if moment.rests(notice.person_id, money=False):
        return Moot("paused")
    carer = (
        await Officer.filter(
            group_id=known.loan.group_id, office=Office.FACILITATOR, until__isnull=True
        )
        .select_related("person")
        .first()
    )
    who: Fact = (
        words("reminder.facilitator", name=carer.person.name) if carer else words("reminder.office")
    )
    facts: dict[str, Fact] = {
        "name": moment.names[notice.person_id],
        "group": known.loan.group.name,
        "who": who,
    }
    return _item((Reply("reminder.called", facts),), words("reminder.line_called", **facts), known)


def _item(alone: tuple[Reply, ...], line: Words, known: OwedFacts) -> Item:
    return Item(
        alone,
        line,
        loan_id=known.loan.id,
        group_id=known.loan.group_id,
        hours=known.plan.hours,
    )
