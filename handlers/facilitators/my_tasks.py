"""What Gulir asked a facilitator to do, with the reasons."""

from typing import Final

from handlers.commands import Topic
from handlers.facilitators.menu import choices, no_care
from handlers.facilitators.reasons import reason_lines
from handlers.messages import InboundMessage, Reply, say, words
from handlers.turn import Turn
from models.field_task import FieldTask, TaskState

_SHOWN_MOST: Final = 8


async def _tell(turn: Turn, _: InboundMessage) -> Reply | tuple[Reply, ...]:
    situation = turn.situation
    if not situation.in_care:
        return no_care(situation)
    open_tasks = FieldTask.filter(
        state=TaskState.OPEN, group_id__in=[group.id for group in situation.in_care]
    )
    count = await open_tasks.count()
    if not count:
        return say("field_work.no_tasks", *choices(situation))
    shown = await open_tasks.order_by("created_at", "id").limit(_SHOWN_MOST).select_related("group")
    lines = tuple(
        words(
            "field_work.task",
            group=task.group.name,
            village=task.group.village,
            since=task.created_at,
            reasons=reason_lines(task.reasons),
        )
        for task in shown
    )
    return say(
        "field_work.tasks", *choices(situation), count=count, more=count - len(shown), tasks=lines
    )


TOPIC = Topic("my_tasks", frozenset({"ask_my_tasks"}), ("tugas",), run=_tell)
