"""Commands about one group: find it by how it is called, or ask; then do what was meant."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from typing_extensions import override

from handlers.commands import Run
from handlers.forms import Form, given, question
from handlers.messages import InboundMessage, Kind, Reply, say
from handlers.staff import (
    counter_cash,
    group_card,
    loan_schedule,
    queue_changing,
    recovery,
    refund,
    rescheduling,
    trail,
    write_off,
)
from handlers.staff.access import ANY_STAFF, require
from handlers.staff.answers import AnyGroup, PickedGroup
from handlers.staff.purposes import CORRECTORS, REVIEWERS, TREASURERS
from handlers.turn import Turn
from handlers.understanding.spelling import KNOWN
from models.contact import Role
from models.search import find

_SHORTEST_NAME: Final = 3
About = Callable[[Turn, int, InboundMessage], Awaitable[Reply | tuple[Reply, ...]]]
"""What is done about a group: the turn, the group, and what else was said."""


@dataclass(frozen=True, slots=True)
class Purpose:
    """What a command does about a group, and who may."""

    roles: frozenset[Role]
    about: About


PURPOSES: Final[Mapping[str, Purpose]] = {
    "kelompok": Purpose(ANY_STAFF, group_card.show),
    "riwayat": Purpose(ANY_STAFF, trail.of_group),
    "jadwal": Purpose(ANY_STAFF, loan_schedule.show),
    "catat": Purpose(TREASURERS, counter_cash.begin),
    "titipan": Purpose(TREASURERS, refund.begin),
    "jadwalulang": Purpose(CORRECTORS, rescheduling.begin),
    "hapusbuku": Purpose(CORRECTORS, write_off.begin),
    "pulihkan": Purpose(TREASURERS, recovery.begin),
    **{what: Purpose(REVIEWERS, queue_changing.about(what)) for what in queue_changing.CHANGES},
}


def about(purpose: str) -> Run:
    """The command of this name: for the group that its words name, or that is asked for."""

    async def run(turn: Turn, message: InboundMessage) -> Reply | tuple[Reply, ...]:
        if purpose == "riwayat" and (shown := await trail.look_up(message)) is not None:
            return shown
        found = find(message.text, turn.situation.directory, KNOWN)
        if found.sure is not None:
            rest = message.with_text(found.rest)
            return await PURPOSES[purpose].about(turn, found.sure.id, rest)
        strange = [] if found.candidates else _strange(found.rest)
        heard = message if found.candidates else message.with_text(" ".join(strange))
        turn.start(
            "pick_group",
            heard=heard,
            purpose=purpose,
            said=" ".join(word for word in found.rest.split() if word not in strange),
            said_at=message.sent_at.isoformat(),
        )
        return ()

    return run


def _strange(text: str) -> list[str]:
    """Words that are no amount, no day and no everyday word: somebody's name, most likely."""
    return [
        word
        for word in text.split()
        if len(word) >= _SHORTEST_NAME and word.isalpha() and word.casefold() not in KNOWN
    ]


async def press(turn: Turn, group_id: int, verb: str) -> Reply | tuple[Reply, ...]:
    """A tap on a group's name, or on what can be done about it."""
    purpose = PURPOSES.get(verb)
    if purpose is None:
        return say("form.stale")
    await require(turn, purpose.roles)
    return await purpose.about(turn, group_id, InboundMessage(Kind.TEXT, turn.now))


class PickGroupForm(Form, name="pick_group"):
    """Which group is meant."""

    confirms = False
    purpose: str = given(str)
    said: str = given(str)
    said_at: str = given(str)
    group: PickedGroup = question(AnyGroup())

    @override
    async def submit(self, turn: Turn) -> Reply | tuple[Reply, ...]:
        purpose = PURPOSES[self.purpose]
        await require(turn, purpose.roles)
        said = " ".join(part for part in (self.said, self.group.rest) if part)
        heard = InboundMessage(Kind.TEXT, datetime.fromisoformat(self.said_at), said)
        return await purpose.about(turn, self.group.id, heard)
