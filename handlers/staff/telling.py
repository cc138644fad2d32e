"""Telling a group what staff did about its money: its leader hears it."""

from dataclasses import replace

from handlers.messages import Reply
from handlers.turn import Turn
from models.contact import Person
from models.group import Office, Officer


async def tell_leader(
    turn: Turn, group_id: int, reply: Reply, *, key: str, also: int | None = None
) -> None:
    """Tell the leaders who have agreed to be written to; `name` becomes a fact of the reply.

    `also` is a person who asked for it, and hears it whoever leads the group.
    """
    leaders = await Officer.filter(
        group_id=group_id,
        office=Office.LEADER,
        until__isnull=True,
        person__addresses__id__not_isnull=True,
        person__consented_at__not_isnull=True,
    ).values_list("person_id", "person__name")
    asked = await Person.filter(id=also).values_list("id", "name") if also else []
    for person_id, name in sorted({*leaders, *asked}):
        named = replace(reply, facts={**reply.facts, "name": name})
        turn.tell(person_id, named, key=f"{key}:{person_id}")
