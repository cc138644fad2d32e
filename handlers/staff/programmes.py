"""Which programme is meant: programmes may share a name, never a code."""

from collections.abc import Sequence

from handlers.messages import Choice, InboundMessage, words
from models.programme import Programme


async def all_programmes() -> Sequence[Programme]:
    """Every programme, in the order in which they were set up."""
    return await Programme.all().order_by("id")


def called(programme: Programme, among: Sequence[Programme]) -> str:
    """The programme's name; with its code where another one has the same name."""
    same = sum(one.name.casefold() == programme.name.casefold() for one in among)
    return programme.name if same == 1 else f"{programme.name} ({programme.code})"


def named(message: InboundMessage, among: Sequence[Programme]) -> Programme | None:
    """The only programme, or the one whose code was said; none if there is to ask."""
    if len(among) == 1:
        return among[0]
    said = message.text.casefold().split()
    found = [one for one in among if one.code.casefold() in said]
    return found[0] if len(found) == 1 else None


def choices(among: Sequence[Programme], verb: str) -> tuple[Choice, ...]:
    """A button for each, `card:programme:<id>:<verb>`."""
    return tuple(
        Choice(f"card:programme:{one.id}:{verb}", words("form.value", value=called(one, among)))
        for one in among
    )
