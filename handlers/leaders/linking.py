"""A second channel: a code is shown on the first one and typed on the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.messages import Choice, InboundMessage, Reply, say, words
from models.contact import Address, Person
from models.link_code import GOOD_FOR, Refusal, code_in, make_code, unlink, use_code

if TYPE_CHECKING:
    from handlers.turn import Turn


async def show_code(turn: Turn, _: InboundMessage) -> Reply:
    """A code for the other channel, good for a few minutes."""
    code = await make_code(turn.person_id, turn.situation.address_id, at=turn.now)
    minutes = int(GOOD_FOR.total_seconds() // 60)
    return say("linking.code", code=f"{code[:3]} {code[3:]}", minutes=minutes)


async def take_code(turn: Turn, message: InboundMessage) -> Person | Reply | None:
    """Whose code a stranger has typed, who is then known here too; none if it is no code.

    The person hears of it where the code was shown: it should have been themselves.
    """
    code = code_in(message.text)
    if code is None:
        return None
    used = await use_code(code, turn.situation.address_id, at=turn.now)
    if isinstance(used, Refusal):
        return say(f"linking.refused.{used.value}")
    person = await Person.get(id=used.person_id)
    here = await Address.get(id=turn.situation.address_id)
    turn.tell_address(
        used.asked_at_id,
        say(
            "linking.linked_elsewhere",
            Choice("unlink:mine", words("linking.unlink")),
            Choice("go:human", words("menu.human")),
            name=person.name,
            channel=words(f"settings.name.{here.channel}"),
        ),
        key=f"link_code:{used.id}",
    )
    return person


async def press(turn: Turn, _: InboundMessage) -> Reply:
    """It was not them: the other chat is nobody's again, and staff hear of it."""
    here = turn.situation.address_id
    channels = await unlink(turn.person_id, keep=here, at=turn.now)
    if not channels:
        return say("form.stale")
    told = say(
        "linking.unlinked_card",
        name=turn.situation.name,
        channel=words(f"settings.name.{channels[0]}"),
    )
    turn.tell_staff(told, key=f"unlinked:{turn.inbox_id}")
    return say("linking.unlinked", name=turn.situation.name)
