"""`/bantuan` in the staff chat: what the person may do there, and nothing else."""

from collections.abc import Sequence

from handlers.commands import Run, StaffCommand
from handlers.messages import InboundMessage, Reply, say, words
from handlers.turn import Turn


def help_about(commands: Sequence[StaffCommand]) -> Run:
    """A listing of those of the commands that the asker's roles allow."""

    async def listing(turn: Turn, _: InboundMessage) -> Reply:
        allowed = [command for command in commands if command.roles & turn.situation.roles]
        lines = (words(f"staff_help.{command.name}") for command in allowed)
        return say("staff_help.listing", commands=(*lines, words("staff_help.bantuan")))

    return listing
