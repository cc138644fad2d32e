"""`/kodeunik`: whether groups are asked for their amount plus their payment code."""

from enum import StrEnum

from typing_extensions import override

from handlers.answers import OneOf
from handlers.forms import Answers, Form, given, question
from handlers.messages import Choice, Fact, InboundMessage, Reply, Words, say, words
from handlers.situation import Situation
from handlers.staff.access import require
from handlers.staff.purposes import ADMINISTRATORS
from handlers.turn import Turn
from models.payment_code import codes_of, switch_codes
from models.programme import Programme


class Switch(StrEnum):
    """What the programme is to do from now on."""

    ON = "on"
    OFF = "off"


async def overview(turn: Turn, _: InboundMessage) -> Reply:
    """Every programme with what it asks, and a button to change that."""
    await require(turn, ADMINISTRATORS)
    programmes = await Programme.all().order_by("id")
    if not programmes:
        return say("fund.no_programme")
    lines = [await _line(programme) for programme in programmes]
    choices = (
        Choice(
            f"card:codes:{programme.id}:{_other(programme)}",
            words(f"payment_code.turn.{_other(programme)}", programme=programme.name),
        )
        for programme in programmes
    )
    return say("payment_code.overview", *choices, lines=tuple(lines))


async def press(turn: Turn, programme_id: int, verb: str) -> Reply | tuple[Reply, ...]:
    """A tap on a programme: it is confirmed before anything changes."""
    await require(turn, ADMINISTRATORS)
    programme = await Programme.get_or_none(id=programme_id)
    if programme is None or verb not in set(Switch):
        return say("form.stale")
    turn.start("payment_code", programme=programme.id, name=programme.name, switch=verb)
    return ()


async def _line(programme: Programme) -> Words:
    given_so_far = len(await codes_of(programme.id))
    state = Switch.ON if programme.asks_code else Switch.OFF
    return words(f"payment_code.line.{state}", programme=programme.name, count=given_so_far)


def _other(programme: Programme) -> Switch:
    return Switch.OFF if programme.asks_code else Switch.ON


class PaymentCodeForm(Form, name="payment_code"):
    """Codes are asked for from now on, or no longer."""

    programme: int = given(int)
    name: str = given(str)
    switch: Switch = question(OneOf(Switch, "payment_code.switch"))

    @override
    @classmethod
    def summary(cls, answers: Answers, situation: Situation) -> dict[str, Fact]:
        if "switch" not in answers:
            return {"programme": answers["name"]}
        deed = words(f"payment_code.deed.{answers['switch'].value}", programme=answers["name"])
        return {"programme": answers["name"], "deed": deed}

    @override
    async def submit(self, turn: Turn) -> Reply:
        await require(turn, ADMINISTRATORS)
        turning_on = self.switch is Switch.ON
        changed = await switch_codes(
            self.programme, on=turning_on, at=turn.now, person_id=turn.person_id
        )
        key = f"payment_code.turned.{self.switch.value}" if changed else "payment_code.as_it_was"
        count = len(await codes_of(self.programme))
        return say(key, programme=self.name, by=turn.situation.name, count=count)
