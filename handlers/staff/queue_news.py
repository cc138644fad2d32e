"""Who hears of a changed queue: the group itself, those whose place changed, and all cards."""

from collections import defaultdict
from collections.abc import Collection
from typing import Final

from handlers.messages import Choice, Fact, Reply, words
from handlers.staff import application_card
from handlers.staff.queue_changes import after_queue_change
from handlers.staff.review_reasons import refusal_in_words
from handlers.turn import Telling
from models.funding_tables import Application
from models.group import Office, Officer
from models.money import Rupiah
from models.queue_moves import Shift, Shifted
from models.queue_record import QueueEventKind

_TELLS_THE_GROUP: Final = {
    QueueEventKind.ACCEPTED,
    QueueEventKind.MOVED,
    QueueEventKind.POSTPONED,
    QueueEventKind.RESUMED,
}


async def after(telling: Telling, shift: Shift) -> None:
    """Everything that follows from a change of the queue, but its funding, which others tell."""
    kind, application = QueueEventKind(shift.event.kind), shift.application
    event_key = f"queue_event:{shift.event.id}"
    await application_card.change(telling, application.id, key=event_key)
    by_group = bool(shift.event.facts.get("by_group"))
    if kind in _TELLS_THE_GROUP or (kind is QueueEventKind.WITHDRAWN and not by_group):
        await tell_group(
            telling, application, Reply(f"queue_news.{kind.value}", _facts(shift)), key=event_key
        )
    await _tell_shifted(telling, shift)
    await after_queue_change(
        telling, application.programme_id, application_card.subject(application.id)
    )


async def tell_group(telling: Telling, application: Application, reply: Reply, *, key: str) -> None:
    """Tell whoever applied, and the group's leaders, by name."""
    told = (await _leaders([application.group_id]))[application.group_id]
    await application.fetch_related("applied_by")
    told[application.applied_by_id] = application.applied_by.name
    for person_id, name in sorted(told.items()):
        named = Reply(reply.key, {**reply.facts, "name": name}, reply.choices)
        telling.tell(person_id, named, key=f"{key}:{person_id}")


async def _tell_shifted(telling: Telling, shift: Shift) -> None:
    """Those whose place changed read why, where somebody decided it for a reason of their own."""
    leaders = await _leaders([each.place.group_id for each in shift.shifted])
    for each in shift.shifted:
        for person_id, name in sorted(leaders[each.place.group_id].items()):
            told = _shifted(shift, each, name)
            telling.tell(
                person_id,
                told,
                key=f"queue_event:{shift.event.id}:{person_id}:{each.place.group_id}",
            )


def _shifted(shift: Shift, each: Shifted, name: str) -> Reply:
    facts: dict[str, Fact] = {
        "name": name,
        "own": each.place.group_name,
        "group": shift.application.group.name,
        "before": each.before,
        "place": each.place.place,
        "count": len(shift.after),
        "reason": shift.event.reason,
    }
    choices = (Choice("go:why_place", words("my_turn.why")),)
    kind = QueueEventKind(shift.event.kind)
    told_why = kind in {QueueEventKind.MOVED, QueueEventKind.RESUMED, QueueEventKind.ACCEPTED}
    if told_why and shift.event.reason:
        return Reply(f"queue_news.others.{kind.value}", facts, choices)
    nearer = "nearer" if each.place.place < each.before else "further"
    return Reply(f"queue_news.others.{nearer}", facts, choices)


def _facts(shift: Shift) -> dict[str, Fact]:
    application = shift.application
    return {
        "group": application.group.name,
        "number": application.number,
        "amount": Rupiah(application.granted or application.amount),
        "before": shift.place_before,
        "place": shift.place,
        "count": len(shift.after),
        "reason": refusal_in_words(shift.event.reason),
    }


async def _leaders(group_ids: Collection[int]) -> dict[int, dict[int, str]]:
    """The leaders of groups who have agreed to be written to, by group: id and name."""
    found: dict[int, dict[int, str]] = defaultdict(dict)
    if not group_ids:
        return found
    rows = await Officer.filter(
        group_id__in=list(group_ids),
        office=Office.LEADER,
        until__isnull=True,
        person__addresses__id__not_isnull=True,
        person__consented_at__not_isnull=True,
    ).values_list("group_id", "person_id", "person__name")
    for group_id, person_id, name in rows:
        found[group_id][person_id] = name
    return found
