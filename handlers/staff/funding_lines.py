"""Lines about money on its way for the digest: for whom, and for which step it waits."""

from handlers.messages import Words, words
from models.funding import living
from models.money import Rupiah


async def funding_lines(programme_id: int) -> tuple[Words, ...]:
    """A line for each funding that somebody has to do something about; none where there is none."""
    return tuple(
        words(
            f"funding.waiting.{one.state.value}",
            group=one.application.group.name,
            amount=Rupiah(one.amount),
        )
        for one in await living(programme_id)
    )
