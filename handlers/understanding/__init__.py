"""Reads everyday Bahasa Indonesia: intent, amounts, days, short answers, and why in doubt.

Pure and without a clock: `today` is passed in. What is not certain is never guessed: an amount is
*sure*, to be *confirmed*, or *asked* for with candidates (DOMAIN.md 5.3 to 5.5).
"""

from handlers.understanding.amounts import read_amount
from handlers.understanding.answers import read_choice, read_later, read_number, read_yes_no
from handlers.understanding.days import read_day
from handlers.understanding.intents import read_intent
from handlers.understanding.outcome import (
    AmountReading,
    Certainty,
    DayReading,
    Direction,
    Expecting,
    Intent,
    Understood,
)
from handlers.understanding.reader import understand

__all__ = [
    "AmountReading",
    "Certainty",
    "DayReading",
    "Direction",
    "Expecting",
    "Intent",
    "Understood",
    "read_amount",
    "read_choice",
    "read_day",
    "read_intent",
    "read_later",
    "read_number",
    "read_yes_no",
    "understand",
]
