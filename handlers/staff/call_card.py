"""The card of a call that somebody is asked to make, and what the call brought."""

from datetime import UTC, date, datetime

from typing_extensions import override

from handlers.forms import Answers, Form, given, question
from handlers.leaders.promise_answers import PromiseDay
from handlers.messages import Choice, Fact, Reply, Words, say, words
from handlers.situation import Situation
from handlers.staff.access import ANY_STAFF, require
from handlers.turn import Telling, Turn
from models.calls import TO_BE_MADE, settle_call
from models.contact import Person
from models.group import Group, Office, Officer
from models.notice import CallState, CallTask
from models.promise import Word, promise
from models.standings import loan_standing

_BROUGHT = {"called": CallState.CALLED, "not_reached": CallState.NOT_REACHED}


def subject(task_id: int) -> str:
    """The name by which the card of a call changes."""
    return f"call:{task_id}"


async def card(task: CallTask, turn: Telling) -> Reply:
    """Whom to call, about what, and what came of it; buttons for as long as nothing did."""
    about = await _about(task, turn)
    state = words("calls.late", arrears=about["arrears"], days=about["days"])
    if not about["arrears"]:
        state = words("calls.paid")
    facts = {**about, "state": state, "outcome": await _outcome(task)}
    verbs = ("called", "promised", "not_reached") if task.state in TO_BE_MADE else ()
    choices = (Choice(f"card:call:{task.id}:{verb}", words(f"calls.{verb}")) for verb in verbs)
    return Reply("calls.card", facts, tuple(choices))


async def tell_facilitator(task: CallTask, turn: Telling) -> None:
    """The same to whoever cares for the group, who can answer the office with one tap."""
    carers = Officer.filter(
        group_id=task.group_id, office=Office.FACILITATOR, until__isnull=True
    ).select_related("person")
    for carer in await carers.order_by("id"):
        facts = {**await _about(task, turn), "name": carer.person.name}
        answer = (Choice("go:human", words("menu.human")),)
        told = Reply("calls.for_facilitator", facts, answer)
        turn.tell(carer.person_id, told, key=f"{subject(task.id)}:told:{carer.person_id}")


async def press(turn: Turn, task_id: int, verb: str) -> Reply | tuple[Reply, ...]:
    """Called, not reached, or a new day that was promised on the phone."""
    await require(turn, ANY_STAFF)
    task = await CallTask.get_or_none(id=task_id).select_related("group")
    if task is None or verb not in {*_BROUGHT, "promised"}:
        return say("form.stale")
    if task.state not in TO_BE_MADE:
        return await _already(task)
    if verb == "promised":
        turn.start("call_promise", task=task.id, group=task.group.name)
        return ()
    return await _settle(turn, task_id, _BROUGHT[verb])


async def _settle(turn: Turn, task_id: int, brought: CallState) -> Reply:
    task = await settle_call(task_id, brought, by=turn.person_id, at=turn.now)
    if task is None:
        return await _already(await CallTask.get(id=task_id))
    about = subject(task.id)
    turn.change_cards(about, await card(task, turn), key=f"{about}:{turn.inbox_id}")
    group = await Group.get(id=task.group_id)
    return say(f"calls.noted.{brought.value}", group=group.name)


async def _already(task: CallTask) -> Reply:
    return say("calls.already", outcome=await _outcome(task))


async def _outcome(task: CallTask) -> Words:
    if task.state in {CallState.OPEN, CallState.MOOT} or task.settled_at_ms is None:
        return words(f"calls.outcome.{task.state.value}")
    person = await Person.get_or_none(id=task.settled_by_id)
    at = datetime.fromtimestamp(task.settled_at_ms / 1000, UTC)
    by: Fact = person.name if person else words("trail.gulir")
    return words(f"calls.outcome.{task.state.value}", by=by, at=at)


async def _about(task: CallTask, turn: Telling) -> dict[str, Fact]:
    group = await Group.get(id=task.group_id)
    late = (await loan_standing(task.loan_id, turn.today)).arrears
    officers = Officer.filter(group_id=group.id, until__isnull=True).select_related("person")
    return {
        "group": group.name,
        "village": group.village,
        "district": group.district,
        "arrears": late.total,
        "days": late.days,
        "people": tuple(
            words(
                f"calls.{officer.office.value}",
                name=officer.person.name,
                phone=officer.person.phone or words("calls.no_phone"),
            )
            for officer in await officers.order_by("id")
            if officer.office is not Office.SECRETARY
        ),
    }


class CallPromiseForm(Form, name="call_promise"):
    """The day that a group named when it was called."""

    task: int = given(int)
    group: str = given(str)
    promised_on: date = question(PromiseDay())

    @override
    @classmethod
    def summary(cls, answers: Answers, situation: Situation) -> dict[str, Fact]:
        return {"group": answers["group"]}

    @override
    async def submit(self, turn: Turn) -> Reply:
        await require(turn, ANY_STAFF)
        told = await _settle(turn, self.task, CallState.PROMISED)
        task = await CallTask.get(id=self.task)
        if told.key == "calls.already":
            return told
        leader = await Officer.filter(
            group_id=task.group_id, office=Office.LEADER, until__isnull=True
        ).first()
        word = Word(
            loan_id=task.loan_id,
            group_id=task.group_id,
            person_id=leader.person_id if leader else turn.person_id,
            promised_on=self.promised_on,
        )
        await promise(word, draft_id=turn.draft_id or turn.inbox_id, at=turn.now)
        return say("calls.noted.promised", group=self.group, promised_on=self.promised_on)
