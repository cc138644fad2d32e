"""A visit that a group's own behaviour suggests: its facilitator and staff hear of it."""

from datetime import timedelta
from typing import Final

from handlers.clockwork.one_by_one import one_by_one
from handlers.facilitators.reasons import reason_lines, stored
from handlers.jobs import Daily, Job, JobTurn
from handlers.messages import Choice, say, words
from handlers.staff import visit_card
from models.field_task import FieldTask, TaskState, suggest_visit
from models.group_behaviour import behaviour_of_borrowers
from models.group_story import days_since_progress
from models.health import noticed, suggests_visit
from models.visit import latest_visits

_NAME: Final = "look_after_groups"
_REST: Final = timedelta(days=30)
"""So long after a visit, or after staff saw no need, nothing is suggested again."""


async def _look(turn: JobTurn) -> None:
    photo_days = await days_since_progress(turn.today)
    behaviour = await behaviour_of_borrowers(turn.now, photo_days)
    left_alone = await _left_alone(turn, list(behaviour))

    async def look(group_id: int) -> None:
        signs = noticed(behaviour[group_id])
        if not suggests_visit(signs):
            return
        task = await suggest_visit(group_id, stored(signs), at=turn.now)
        if task is not None:
            await _tell(turn, task)

    found = sorted(behaviour.keys() - left_alone)
    await one_by_one(turn, _NAME, found, look, name=lambda group: f"group:{group}")


async def _left_alone(turn: JobTurn, group_ids: list[int]) -> set[int]:
    visited = await latest_visits(group_ids)
    lately = {group for group, visit in visited.items() if visit.visited_on + _REST > turn.today}
    dismissed = await FieldTask.filter(
        group_id__in=group_ids, state=TaskState.DISMISSED, settled_at__gt=turn.now - _REST
    ).values_list("group_id", flat=True)
    return lately | {int(str(group)) for group in dismissed}


async def _tell(turn: JobTurn, task: FieldTask) -> None:
    """The facilitator and staff, and nobody else."""
    await task.fetch_related("group", "person")
    subject = visit_card.task_subject(task.id)
    turn.tell_staff(visit_card.suggestion(task), key=f"{subject}:card", subject=subject)
    if task.person is not None:
        told = say(
            "field_work.told",
            Choice("go:visit", words("menu.visit")),
            name=task.person.name,
            group=task.group.name,
            village=task.group.village,
            reasons=reason_lines(task.reasons),
        )
        turn.tell(task.person.id, told, key=f"{subject}:told")


LOOKING_AFTER: Final = Job(_NAME, Daily(8, 15, "mon-fri"), _look)
