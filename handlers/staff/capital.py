"""`/modal`: capital put into a programme, entered by four eyes."""

from datetime import date

from typing_extensions import override

from handlers.answers import FreeWords, PastDay
from handlers.forms import Answers, Form, given, question
from handlers.messages import Choice, Fact, InboundMessage, Kind, Reply, say, words
from handlers.situation import Situation
from handlers.staff.access import require
from handlers.staff.decisions import propose
from handlers.staff.plan_answers import Money
from handlers.staff.purposes import TREASURERS
from handlers.turn import Turn
from models.decision import DecisionKind
from models.money import Rupiah
from models.programme import Programme


async def begin(turn: Turn, message: InboundMessage) -> Reply | tuple[Reply, ...]:
    """Ask for which programme, if there are several; else start the form at once."""
    programmes = await Programme.all().order_by("id")
    if not programmes:
        return say("fund.no_programme")
    said = message.text.casefold()
    named = [one for one in programmes if one.code.casefold() in said.split()]
    if len(programmes) > 1 and not named:
        choices = (
            Choice(f"card:programme:{one.id}:capital", words("form.value", value=one.name))
            for one in programmes
        )
        return say("capital.which_programme", *choices)
    _start(turn, (named or programmes)[0], message)
    return ()


async def press(turn: Turn, programme_id: int, verb: str) -> Reply | tuple[Reply, ...]:
    """A tap on the name of a programme."""
    await require(turn, TREASURERS)
    programme = await Programme.get_or_none(id=programme_id)
    if programme is None or verb != "capital":
        return say("form.stale")
    _start(turn, programme, InboundMessage(Kind.TEXT, turn.now))
    return ()


def _start(turn: Turn, programme: Programme, message: InboundMessage) -> None:
    pieces = (one for one in message.text.split() if one.casefold() != programme.code.casefold())
    turn.start(
        "capital",
        heard=message.with_text(" ".join(pieces)),
        programme=programme.id,
        name=programme.name,
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
