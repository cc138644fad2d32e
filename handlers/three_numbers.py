"""Reported, verified, rejected: the same words wherever they are shown."""

from handlers.messages import Words, words
from models.tallies import Tallies


def three_numbers(tallies: Tallies) -> tuple[Words, ...]:
    """A line for each number."""
    return (
        words("tallies.reported", count=tallies.reported.count, total=tallies.reported.total),
        words("tallies.verified", count=tallies.verified.count, total=tallies.verified.total),
        words("tallies.rejected", count=tallies.rejected.count, total=tallies.rejected.total),
    )
