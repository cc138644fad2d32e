"""Leaves out what a message says of money that will come later, after money that has come.

In "setor 500rb, sisanya besok" only the first half is a report; "besok" is not the day of it.
"""

from collections.abc import Sequence

from handlers.understanding.lexicon import PAY_NOUNS, PAY_VERBS
from handlers.understanding.number_words import NUMBER_WORDS
from handlers.understanding.text import Kind, Token

_LATER = frozenset({"besok", "lusa", "nanti", "depan", "menyusul", "habis"})
_REST = frozenset({"sisa", "kurang"})
_DONE = frozenset({"sudah", "barusan", "tadi", "kemarin", "dulu"})
_NOT_YET = frozenset({"belum", "janji", "mau", "akan", "insyaallah", "tidak", "usahakan"})
_PUT_OFF = frozenset({"bisa", "batal", "tunda"})
_ASKS = frozenset({"berapa", "kapan", "?"})
_JOINS = frozenset({",", ".", ";", "\n", "dan", "tapi"})
_PAYS = PAY_VERBS | PAY_NOUNS
_WORDS_TO_LATER = 5
_WORDS_BACK_TO_A_JOINT = 4


def without_later_money(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens up to where the rest, or another payment, is put off to a later day."""
    lemmas = [token.lemma for token in tokens]
    if _LATER.isdisjoint(lemmas):
        return tokens
    cut = _start_of_the_rest(tokens, lemmas)
    if cut is None:
        cut = _start_of_another_payment(tokens, lemmas)
    return tokens if cut is None else tokens[:cut]


def _start_of_the_rest(tokens: Sequence[Token], lemmas: Sequence[str]) -> int | None:
    """Where "sisanya besok" begins, after a sum and without a question."""
    first_sum = next((at for at, token in enumerate(tokens) if _is_number(token)), len(tokens))
    for at in range(first_sum + 1, len(tokens)):
        follows = lemmas[at + 1 : at + 1 + _WORDS_TO_LATER]
        if lemmas[at] in _REST and not _LATER.isdisjoint(follows):
            return at if _ASKS.isdisjoint(lemmas[at:]) else None
    return None


def _start_of_another_payment(tokens: Sequence[Token], lemmas: Sequence[str]) -> int | None:
    """Where "besok bayar lagi 250rb" begins, after "sudah bayar 500rb"."""
    later = next(at for at, lemma in enumerate(lemmas) if lemma in _LATER)
    before, after = set(lemmas[:later]), set(lemmas[later:])
    paid = before & _DONE and before & _PAYS and not before & _NOT_YET
    pays_again = after & (_PAYS | _REST) and not after & _PUT_OFF
    if not (paid and pays_again and any(map(_is_number, tokens[:later]))):
        return None
    nearby = range(later - 1, max(0, later - 1 - _WORDS_BACK_TO_A_JOINT), -1)
    return next((at for at in nearby if lemmas[at] in _JOINS), later)


def _is_number(token: Token) -> bool:
    return token.kind is Kind.NUMBER or token.word in NUMBER_WORDS
