"""What each number of a message is: money, an instalment, a count, a code, a clock time."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from handlers.understanding.context import Context
from handlers.understanding.figure import COUNTED, PEOPLE, TIME, Figure, Label, Role, next_label
from handlers.understanding.lexicon import PAY_NOUNS
from handlers.understanding.number_words import NUMBER_WORDS, Step
from handlers.understanding.numbers import read_phrase
from handlers.understanding.phrase import Phrase
from handlers.understanding.text import Kind, Token


def find_figures(tokens: Sequence[Token], days: AbstractSet[int]) -> tuple[Figure, ...]:
    """All numbers outside the tokens that name days, from left to right."""
    figures: list[Figure] = []
    label, at = Label.NONE, 0
    while at < len(tokens):
        if at in days:
            at += 1
            continue
        token = tokens[at]
        label = next_label(label, token)
        phrase = None if token.kind is Kind.MARK else read_phrase(tokens, at, days)
        if phrase is None:
            at += 1
            continue
        phrase = _without_loose_tail(tokens, phrase)
        figure = Context(tokens, phrase, days, figures).figure(label)
        figures.append(figure)
        label = Label.NONE if figure.role is Role.MONEY else label
        at = phrase.end
    return tuple(figures)


def _without_loose_tail(tokens: Sequence[Token], phrase: Phrase) -> Phrase:
    """Such as "1 jt 5 orang", "sejuta dua kali": the second number belongs to what follows."""
    if phrase.tail is None or phrase.end - 1 <= phrase.start:
        return phrase
    following = tokens[phrase.end].lemma if phrase.end < len(tokens) else ""
    if following not in COUNTED | PEOPLE | TIME | PAY_NOUNS | {"kali", "x", "@"}:
        return phrase
    small_words = not phrase.tail_digits and phrase.tail < 100  # noqa: PLR2004 - a figure of the grammar
    if small_words or (phrase.tail_digits and not phrase.tail_glued):
        end = phrase.end - 1
        while not phrase.tail_digits and _is_small_word(tokens, end - 1):
            end -= 1
        return phrase._replace(end=end, tail=None, tail_digits=0)
    return phrase


def _is_small_word(tokens: Sequence[Token], at: int) -> bool:
    word = NUMBER_WORDS.get(tokens[at].word)
    small = {Step.UNIT, Step.TENS, Step.TIMES_TEN, Step.TEEN}
    return word is not None and word.step in small
