"""What stands beside the queue in `/antrean`: a line for each place, and pictures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from handlers.forecast_words import in_short
from handlers.messages import Drawing, Words
from handlers.staff.queue_picture import queue_picture
from handlers.turn import Telling
from models.forecast_reading import windows
from models.funding_queue import Place, waiting
from models.programme import Programme


@dataclass(frozen=True, slots=True)
class Beside:
    """A line for places by the id of their application, and pictures of the whole queue."""

    lines: Mapping[int, Words] = field(default_factory=dict)
    drawings: tuple[Drawing, ...] = ()


async def beside(telling: Telling, programme_id: int, places: Sequence[Place]) -> Beside:
    """When the turn of these places may come, and the bands of the queue, on its first page."""
    if not places:
        return Beside()
    known = await windows(programme_id, telling.today)
    lines = {one.application_id: in_short(known.get(one.application_id)) for one in places}
    if places[0].place > 1:
        return Beside(lines)
    programme = await Programme.get(id=programme_id)
    queue = await waiting(programme_id)
    return Beside(lines, await queue_picture(programme, queue, telling.today))
