"""Groups that somebody should call, because the reminders have come to their end: told to staff."""

from datetime import timedelta
from typing import Final

from handlers.jobs import Daily, Job, JobTurn
from handlers.messages import Fact, Reply, say, words
from models.group import Group, Office, Officer
from models.notice import CallState, CallTask
from models.standings import loan_standing

_AT_ONCE: Final = 10
"""Cards of one morning; the rest comes the next day."""


def subject(task_id: int) -> str:
    """The name by which the card of a call changes."""
    return f"call:{task_id}"


async def _post(turn: JobTurn) -> None:
    """A card for each call that nobody was told of yet."""
    open_ones = CallTask.filter(state=CallState.OPEN, posted=0).order_by("id").limit(_AT_ONCE)
    for task in await open_ones.select_for_update(skip_locked=True):
        about = subject(task.id)
        turn.tell_staff(await card(task, turn), key=f"{about}:card", subject=about)
        task.posted = 1
        await task.save(update_fields=["posted"])


async def card(task: CallTask, turn: JobTurn) -> Reply:
    """Whom to call, and about what."""
    group = await Group.get(id=task.group_id)
    standing = await loan_standing(task.loan_id, turn.today)
    late = standing.arrears
    officers = Officer.filter(group_id=group.id, until__isnull=True).select_related("person")
    lines: list[Fact] = [
        words(
            f"calls.{officer.office.value}",
            name=officer.person.name,
            phone=officer.person.phone or words("calls.no_phone"),
        )
        for officer in await officers.order_by("id")
        if officer.office is not Office.SECRETARY
    ]
    return say(
        "calls.card",
        group=group.name,
        village=group.village,
        district=group.district,
        arrears=late.total,
        days=late.days,
        people=tuple(lines),
    )


CALLING: Final = Job("calls", Daily(8, 45, "mon-sat"), _post, good_for=timedelta(hours=8))
