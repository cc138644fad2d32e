"""What stands beside the queue in `/antrean`: a line for each place, and pictures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from handlers.messages import Drawing, Words
from handlers.turn import Telling
from models.funding_queue import Place


@dataclass(frozen=True, slots=True)
class Beside:
    """A line for places by the id of their application, and pictures of the whole queue."""

    lines: Mapping[int, Words] = field(default_factory=dict)
    drawings: tuple[Drawing, ...] = ()


async def beside(
    telling: Telling,  # noqa: ARG001 (the forecast reads its clock)
    programme_id: int,  # noqa: ARG001 (the forecast reads its books)
    places: Sequence[Place],  # noqa: ARG001 (those that are shown)
) -> Beside:
    """What is known about the dates of these places."""
    return Beside()
