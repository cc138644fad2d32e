"""How a period is told: "Juli 2019", "musim sampai 4 Desember 2019"."""

from handlers.messages import Words, words
from models.period import Period, read_period


def period_in_words(period: Period | str) -> Words:
    """A period, or the key of a stored one."""
    known = read_period(period) if isinstance(period, str) else period
    if known.until is not None:
        return words("period.season", until=known.until)
    return words("period.month", day=known.begins_on)
