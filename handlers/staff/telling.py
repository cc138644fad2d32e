"""Telling groups what staff did: their leaders hear it, those who have agreed to be written to."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from handlers.messages import Reply
from handlers.turn import Telling
from models.contact import Person
from models.group import Office, Officer


@dataclass(frozen=True, slots=True)
class Leader:
    """Somebody who leads a group, and whom we can reach and may write to."""

    group_id: int
    person_id: int
    name: str


async def tell_leader(
    turn: Telling, group_id: int, reply: Reply, *, key: str, also: int | None = None
) -> None:
    """Tell the leaders who have agreed to be written to; `name` becomes a fact of the reply.

    `also` is a person who asked for it, and hears it whoever leads the group.
    """
    leaders = {(one.person_id, one.name) for one in await leaders_of([group_id])}
    asked = await Person.filter(id=also).values_list("id", "name") if also else []
    for person_id, name in sorted({*leaders, *asked}):
        named = replace(reply, facts={**reply.facts, "name": name})
        turn.tell(person_id, named, key=f"{key}:{person_id}")


async def tell_leaders(
    turn: Telling, replies: Mapping[int, Reply], *, key: str, broadcast: bool = False
) -> int:
    """Tell the leaders of many groups, each group its own; returns how many people are told."""
    leaders = await leaders_of(replies)
    for one in leaders:
        reply = replies[one.group_id]
        named = replace(reply, facts={**reply.facts, "name": one.name})
        turn.tell(
            one.person_id,
            named,
            key=f"{key}:{one.group_id}:{one.person_id}",
            broadcast=broadcast,
        )
    return len(leaders)


async def leaders_of(group_ids: Collection[int]) -> list[Leader]:
    """The leaders of these groups whom we can reach and may write to, by group and person."""
    rows = await Officer.filter(
        group_id__in=list(group_ids),
        office=Office.LEADER,
        until__isnull=True,
        person__addresses__id__not_isnull=True,
        person__consented_at__not_isnull=True,
    ).values_list("group_id", "person_id", "person__name")
    return [Leader(*row) for row in sorted(set(rows))]
