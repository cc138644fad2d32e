"""`/modal`: capital put into a programme, entered by four eyes."""

from datetime import date

from typing_extensions import override

from handlers.answers import FreeWords, PastDay
from handlers.forms import Answers, Form, given, question
from handlers.messages import Fact, InboundMessage, Kind, Reply, say
from handlers.situation import Situation
from handlers.staff import funding_rule, planned_capital
from handlers.staff.access import ANY_STAFF, require
from handlers.staff.decisions import propose
from handlers.staff.plan_answers import Money
from handlers.staff.programmes import all_programmes, called, choices, named
from handlers.staff.purposes import TREASURERS
from handlers.turn import Turn
from models.decision import DecisionKind
from models.money import Rupiah
from models.programme import Programme


async def begin(turn: Turn, message: InboundMessage) -> Reply | tuple[Reply, ...]:
    """Ask for which programme, if there are several; else start the form at once.

    `/modal rencana 50jt Maret` tells of capital that is still to come.
    """
    if message.text.casefold().split()[:1] == ["rencana"]:
        planned = message.with_text(message.text.split(maxsplit=1)[-1])
        return await planned_capital.begin(turn, planned)
    programmes = await all_programmes()
    if not programmes:
        return say("fund.no_programme")
    programme = named(message, programmes)
    if programme is None:
        return say("capital.which_programme", *choices(programmes, "capital"))
    _start(turn, programme, called(programme, programmes), message)
    return ()


async def press(turn: Turn, programme_id: int, verb: str) -> Reply | tuple[Reply, ...]:
    """A tap on the name of a programme: its capital, or its rule."""
    if verb == "rule":
        await require(turn, ANY_STAFF)
        return await funding_rule.show(programme_id)
    await require(turn, TREASURERS)
    programmes = await all_programmes()
    programme = next((one for one in programmes if one.id == programme_id), None)
    if programme is None or verb != "capital":
        return say("form.stale")
    _start(turn, programme, called(programme, programmes), InboundMessage(Kind.TEXT, turn.now))
    return ()


def _start(turn: Turn, programme: Programme, name: str, message: InboundMessage) -> None:
    pieces = (one for one in message.text.split() if one.casefold() != programme.code.casefold())
    turn.start(
        "capital",
        heard=message.with_text(" ".join(pieces)),
        programme=programme.id,
        name=name,
    )


class CapitalForm(Form, name="capital"):
    """So much, received on that day, from that source."""

    programme: int = given(int)
    name: str = given(str)
    amount: Rupiah = question(Money())
    received_on: date = question(PastDay())
    source: str = question(FreeWords(at_least=3, at_most=200))

    @override
    @classmethod
    def summary(cls, answers: Answers, situation: Situation) -> dict[str, Fact]:
        return {"programme": answers["name"]}

    @override
    async def submit(self, turn: Turn) -> Reply:
        await require(turn, TREASURERS)
        return await propose(
            turn,
            DecisionKind.CAPITAL,
            f"programme:{self.programme}",
            order={
                "programme": self.programme,
                "amount": int(self.amount),
                "on": self.received_on.isoformat(),
                "note": self.source,
            },
            told={
                "programme": self.name,
                "amount": self.amount,
                "received_on": self.received_on,
                "source": self.source,
            },
            amount=self.amount,
        )
