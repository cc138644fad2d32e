"""Telling a group what staff did about its money: its leader hears it."""

from dataclasses import replace

from handlers.messages import Reply
from handlers.turn import Turn
from models.group import Office, Officer


async def tell_leader(turn: Turn, group_id: int, reply: Reply, *, key: str) -> None:
    """Tell the leaders who have agreed to be written to; `name` becomes a fact of the reply."""
    leaders = await Officer.filter(
        group_id=group_id,
        office=Office.LEADER,
        until__isnull=True,
        person__addresses__id__not_isnull=True,
        person__consented_at__not_isnull=True,
    ).values_list("person_id", "person__name")
    for person_id, name in sorted(set(leaders)):
        named = replace(reply, facts={**reply.facts, "name": name})
        turn.tell(person_id, named, key=f"{key}:{person_id}")
