"""`/bantuan` in the staff chat: what the person may do there, and nothing else."""

from collections.abc import Sequence

from handlers.commands import PressCard, Run, StaffCommand
from handlers.messages import Choice, InboundMessage, Kind, Reply, say, words
from handlers.staff.access import require
from handlers.turn import Turn


def help_about(commands: Sequence[StaffCommand]) -> Run:
    """A listing of those of the commands that the asker's roles allow, each also as a button."""

    async def listing(turn: Turn, _: InboundMessage) -> Reply:
        allowed = [command for command in commands if command.roles & turn.situation.roles]
        lines = (words(f"staff_help.{command.name}") for command in allowed)
        choices = (
            Choice(f"card:command:0:{one.name}", words(f"staff_help.button.{one.name}"))
            for one in allowed
        )
        return say("staff_help.listing", *choices, commands=(*lines, words("staff_help.bantuan")))

    return listing


def tap_command(commands: Sequence[StaffCommand]) -> PressCard:
    """A tap on a command's button is the command without anything else."""
    by_name = {command.name: command for command in commands}

    async def press(turn: Turn, _: int, verb: str) -> Reply | tuple[Reply, ...]:
        command = by_name.get(verb)
        if command is None:
            return say("form.stale")
        await require(turn, command.roles)
        return await command.run(turn, InboundMessage(Kind.TEXT, turn.now))

    return press
