"""What a programme lends to one group at most; asking for more is asked about, not refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.money import Rupiah


async def most_for_a_group(
    programme_id: int,  # noqa: ARG001 (the rule of the programme says it)
) -> Rupiah | None:
    """In rupiah; none where the programme's rule names no limit."""
    return None
