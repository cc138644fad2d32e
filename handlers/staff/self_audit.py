"""`/audit`: whether the books are right, and asking for a look at once; the clock makes it."""

from collections.abc import Sequence

from handlers.messages import Choice, InboundMessage, Reply, Words, say, words
from handlers.staff.access import require
from handlers.staff.difference_words import in_words
from handlers.staff.purposes import ADMINISTRATORS
from handlers.turn import Telling, Turn
from models.calendar import wita_day
from models.programme import Programme
from models.self_audit import Change, Verdict, ask, latest

_SHOWN_OF_A_HASH = 8
"""Characters: enough to compare by eye."""


async def overview(turn: Turn, _: InboundMessage) -> Reply:
    """The state of every programme's books; an administrator's asking begins an audit, too."""
    programmes = await Programme.all().order_by("id")
    if not programmes:
        return say("fund.no_programme")
    states = await _states(turn, programmes)
    if not ADMINISTRATORS & turn.situation.roles:
        return say("self_audit.state", states=states)
    await require(turn, ADMINISTRATORS)
    for programme in programmes:
        await ask(programme.id, by=turn.person_id)
    return say("self_audit.begun", states=states)


async def _states(turn: Turn, programmes: Sequence[Programme]) -> tuple[Words, ...]:
    return tuple(
        [
            words(
                "self_audit.of_programme",
                programme=programme.name,
                books=await books_line(turn, programme),
            )
            for programme in programmes
        ]
    )


async def books_line(turn: Telling, programme: Programme) -> Words:
    """One line: difference 0 and the head that anybody may note down, or what is wrong."""
    audit = await latest(programme.id)
    if programme.halted_at is not None:
        found = audit.found if audit else None
        because = in_words(found) if found else programme.halted_because or ""
        return words("self_audit.line.halted", since=programme.halted_at, because=because)
    if audit is None or audit.at is None:
        return words("self_audit.line.never")
    when = "today" if wita_day(audit.at) == turn.today else "earlier"
    return words(f"self_audit.line.{when}", at=audit.at, head=audit.head[:_SHOWN_OF_A_HASH])


async def tell_verdict(turn: Telling, verdict: Verdict) -> None:
    """A difference is told loudly, and its end; a clean look only to those who asked for it."""
    asked = verdict.audit.asked_by_id is not None
    key = f"self_audit:{verdict.audit.id}"
    programme, found = verdict.programme, verdict.audit.found
    match verdict.change:
        case Change.HALTED | Change.STILL_HALTED if found is not None:
            if asked or verdict.change is Change.HALTED:
                turn.tell_staff(
                    say(
                        "self_audit.halted",
                        again(),
                        programme=programme.name,
                        difference=in_words(found),
                    ),
                    key=key,
                )
        case Change.LIFTED:
            line = await books_line(turn, programme)
            turn.tell_staff(say("self_audit.lifted", programme=programme.name, books=line), key=key)
        case _ if asked:
            line = await books_line(turn, programme)
            turn.tell_staff(say("self_audit.result", programme=programme.name, books=line), key=key)


def again() -> Choice:
    """The button that looks again, for administrators."""
    return Choice("card:command:0:audit", words("self_audit.again"))
