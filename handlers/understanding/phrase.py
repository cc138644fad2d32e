"""A number as it was said, and digits that spaces keep apart."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from fractions import Fraction
from typing import NamedTuple

from handlers.understanding.digits import GROUP, Digits, read_digits
from handlers.understanding.text import Kind, Token

_MOST_GROUPS = 4


class Phrase(NamedTuple):
    """A number in tokens `start` to `end`, before anything is known about its meaning.

    `value` counts ones; `tail` is what follows the last scale without one of its own ("sejuta *dua
    ratus*"); `written` is the shape of the digits it began with; `scale` the last scale heard.
    """

    start: int
    end: int
    value: Fraction
    scale: int = 0
    tail: Fraction | None = None
    tail_digits: int = 0
    tail_glued: bool = False
    written: Digits | None = None
    doubtful: bool = False
    vague: bool = False
    spoken: bool = True


def spaced_groups(
    tokens: Sequence[Token], at: int, blocked: AbstractSet[int]
) -> tuple[Digits, int]:
    """Digits at `at`, joined with groups of three after spaces: "1 250 000"."""
    first = tokens[at].word
    length = 1
    groups = [first]
    while length < _MOST_GROUPS and at + length < len(tokens) and at + length not in blocked:
        token = tokens[at + length]
        if token.kind is not Kind.NUMBER or len(token.word) != GROUP or token.glued:
            break
        groups.append(token.word)
        length += 1
    joined = "".join(groups)
    groupable = first.isdigit() and len(first) <= GROUP and joined.isdigit() and first[0] != "0"
    if length > 1 and groupable and len(joined) > GROUP + 1 and groups[-1] == "000":
        return read_digits(".".join(groups)), length
    return read_digits(first), 1
