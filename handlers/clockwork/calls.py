"""Groups that somebody should call, because the reminders have come to their end."""

from datetime import timedelta
from typing import Final

from handlers.clockwork.one_by_one import one_by_one
from handlers.jobs import Daily, Job, JobTurn
from handlers.staff.call_card import card, subject, tell_facilitator
from models.calendar import epoch_ms
from models.calls import TO_BE_MADE
from models.notice import CallState, CallTask
from models.standings import standings

_NAME: Final = "calls"
_AT_ONCE: Final = 10
"""Cards of one morning; the rest comes the next day."""
_LOOKED_AT: Final = 500


async def _look(turn: JobTurn) -> None:
    await _settle_moot(turn)
    await _post(turn)


async def _settle_moot(turn: JobTurn) -> None:
    """Where nothing is late any more nobody needs to call, and the reminders go on."""
    tasks = await CallTask.filter(state__in=TO_BE_MADE).order_by("id").limit(_LOOKED_AT)
    late = await standings({task.loan_id for task in tasks}, turn.today)
    over = [task for task in tasks if task.loan_id in late and not late[task.loan_id].arrears.total]

    async def settle(task: CallTask) -> None:
        task.state, task.settled_at_ms = CallState.MOOT, epoch_ms(turn.now)
        await task.save(update_fields=["state", "settled_at_ms"])
        if task.posted:
            about = subject(task.id)
            turn.change_cards(about, await card(task, turn), key=f"{about}:moot")

    await one_by_one(turn, _NAME, over, settle, name=lambda task: subject(task.id))


async def _post(turn: JobTurn) -> None:
    """A card for each call that nobody was told of yet, to staff and to the facilitator."""
    open_ones = CallTask.filter(state=CallState.OPEN, posted=0).order_by("id").limit(_AT_ONCE)
    found = await open_ones.select_for_update(skip_locked=True)

    async def post(task: CallTask) -> None:
        about = subject(task.id)
        turn.tell_staff(await card(task, turn), key=f"{about}:card", subject=about)
        await tell_facilitator(task, turn)
        task.posted = 1
        await task.save(update_fields=["posted"])

    await one_by_one(turn, _NAME, found, post, name=lambda task: subject(task.id))


CALLING: Final = Job(_NAME, Daily(8, 45, "mon-sat"), _look, good_for=timedelta(hours=8))
