"""Cards about work in the field: a visit that was made, and one that is suggested."""

from typing import Final

from handlers.facilitators.reasons import reason_lines
from handlers.messages import Choice, Fact, Reply, Words, say, words
from handlers.staff.access import ANY_STAFF, require
from handlers.turn import Telling, Turn
from models.field_task import FieldTask, TaskState, settle_tasks
from models.visit import MARKS_OF, Visit

_DISMISS: Final = "dismiss"


async def card(visit_id: int) -> Reply:
    """A visit with its photos; raises DoesNotExist."""
    visit = await Visit.get(id=visit_id).select_related("group", "facilitator")
    await visit.fetch_related("photos")
    facts = {
        **told(visit),
        "group": visit.group.name,
        "village": visit.group.village,
        "district": visit.group.district,
        "facilitator": visit.facilitator.name,
    }
    return Reply("visit.card", facts, pictures=tuple(photo.media_id for photo in visit.photos))


def told(visit: Visit) -> dict[str, Fact]:
    """What a visit found, as cards and lists say it."""
    recommended = "yes" if visit.recommended else "no"
    return {
        "visited_on": visit.visited_on,
        "seen": visit.seen,
        "stage": words(f"visit.stage.{visit.stage.value}"),
        "marks": tuple(
            words(
                "visit.marks_of",
                stage=words(f"visit.stage.{stage.value}"),
                count=sum(mark in visit.marked for mark in marks),
                of=len(marks),
            )
            for stage, marks in MARKS_OF.items()
        ),
        "recommendation": words(f"visit.recommended.{recommended}", until=visit.valid_until),
        "reason": visit.reason,
    }


def suggestion(task: FieldTask) -> Reply:
    """A visit that is suggested; `task.group` and `task.person` must be read already."""
    dismiss = Choice(f"card:task:{task.id}:{_DISMISS}", words("field_work.dismiss"))
    return Reply("field_work.suggested", _about(task), (dismiss,))


def task_subject(task_id: int) -> str:
    """The name by which the cards of a task change together."""
    return f"task:{task_id}"


async def change_task(turn: Telling, task: FieldTask, by: str = "") -> None:
    """The card of a task says what became of it."""
    await task.fetch_related("group", "person")
    facts = {**_about(task), "by": by, "at": turn.now}
    subject = task_subject(task.id)
    settled = Reply(f"field_work.suggested_{task.state.value}", facts)
    turn.change_cards(subject, settled, key=f"{subject}:{task.state.value}")


async def press(turn: Turn, task_id: int, verb: str) -> Reply | tuple[Reply, ...]:
    """Staff see no need for a visit that was suggested."""
    await require(turn, ANY_STAFF)
    task = await FieldTask.filter(id=task_id).select_for_update().first()
    if task is None or verb != _DISMISS:
        return say("form.stale")
    if task.state is not TaskState.OPEN:
        return say("field_work.settled_before")
    for settled in await settle_tasks(
        task.group_id, TaskState.DISMISSED, at=turn.now, by=turn.person_id
    ):
        await change_task(turn, settled, turn.situation.name)
    return ()


def _about(task: FieldTask) -> dict[str, Fact]:
    facilitator: str | Words = (
        task.person.name if task.person is not None else words("field_work.nobody_cares")
    )
    return {
        "group": task.group.name,
        "village": task.group.village,
        "district": task.group.district,
        "facilitator": facilitator,
        "reasons": reason_lines(task.reasons),
    }
