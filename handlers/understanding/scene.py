"""All that the intent rules look at, gathered once per message."""

from collections.abc import Iterable
from datetime import date
from functools import cached_property

from handlers.understanding.amounts import amount_of, day_tokens
from handlers.understanding.answers import choice, yes_or_no
from handlers.understanding.clauses import without_later_money
from handlers.understanding.day_span import DaySpan, Names
from handlers.understanding.day_spans import find_days
from handlers.understanding.figure import Figure, Label, Role
from handlers.understanding.figures import find_figures
from handlers.understanding.lexicon import (
    EXPENSES,
    FILLERS,
    FUTURE_MOODS,
    PAY_NOUNS,
    PAY_VERBS,
    SLIPS,
    words,
)
from handlers.understanding.outcome import AmountReading, Certainty, Direction, Expecting
from handlers.understanding.text import Kind, read_message

_QUESTIONS = words("berapa kapan mana apa bagaimana kenapa siapa ?")
_GREETINGS = words("salam halo selamat permisi pagi siang sore malam terimakasih")
_PAYS = PAY_VERBS | PAY_NOUNS
_JOINTS = frozenset({",", ";", "\n", "dan", "tapi", "terus"})
_NEARBY_MONTHS = 2
_GROUPS_OF_AN_ID = frozenset({4, 6})
NUMERAL = ""
"""The lemma of a number in digits."""


class Scene:
    """One message as the rules see it: words, numbers, days, and what was asked before."""

    def __init__(self, text: str, today: date, expecting: Expecting | None) -> None:
        message = read_message(text)
        self.today = today
        self.expecting = expecting
        self.attachment = message.attachment
        self.tokens = without_later_money(message.tokens)
        self.lemmas = [token.lemma for token in self.tokens]
        self.said = set(self.lemmas)
        self.spans: tuple[DaySpan, ...] = find_days(
            self.tokens, day_expected=expecting in {Expecting.DATE, Expecting.PROMISE}
        )

    @cached_property
    def days(self) -> frozenset[int]:
        """Where days are named."""
        return day_tokens(self.spans)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        return find_figures(self.tokens, self.days)

    @cached_property
    def amount(self) -> AmountReading:
        return amount_of(self.tokens, self.figures, self.days)

    @cached_property
    def content(self) -> list[str]:
        """Words that carry meaning, without politeness and fillers; numbers as "#"."""
        found = []
        for token in self.tokens:
            if token.kind is Kind.NUMBER:
                found.append("#")
            elif token.kind is Kind.WORD and token.lemma not in FILLERS:
                found.append(token.lemma)
        return found

    @cached_property
    def message_words(self) -> list[str]:
        """The content without greetings."""
        return [word for word in self.content if word not in _GREETINGS]

    @cached_property
    def choice(self) -> int | None:
        return choice(self.tokens)

    @cached_property
    def answer(self) -> bool | None:
        return yes_or_no(self.tokens)

    def has(self, *lemmas: str) -> bool:
        return not self.said.isdisjoint(lemmas)

    def spells(self, *words: str) -> bool:
        """Whether one of these very words is written, whatever it stands for."""
        return any(token.word in words for token in self.tokens)

    def has_any(self, lemmas: Iterable[str]) -> bool:
        return not self.said.isdisjoint(lemmas)

    def only(self, *lemmas: str) -> bool:
        """Whether nothing but these words is said, and at least one of them."""
        words = self.message_words
        return bool(words) and set(words) <= set(lemmas)

    def follows(self, first: Iterable[str], then: Iterable[str], within: int = 3) -> bool:
        """Whether one of `then` comes at most so many words after one of `first`."""
        firsts, thens = set(first), set(then)
        if self.said.isdisjoint(firsts) or self.said.isdisjoint(thens):
            return False
        return any(
            lemma in firsts and not thens.isdisjoint(self.lemmas[at + 1 : at + 1 + within])
            for at, lemma in enumerate(self.lemmas)
        )

    @cached_property
    def pays(self) -> bool:
        """Whether it speaks of paying the fund; wages and electricity are other people's money."""
        if not self.has_any(EXPENSES):
            return self.has_any(_PAYS)
        pays_wages = self.follows({"bayar"}, EXPENSES, within=2)
        return self.has_any(_PAYS - {"bayar"}) or (self.has("bayar") and not pays_wages)

    @cached_property
    def asks(self) -> bool:
        return self.has_any(_QUESTIONS)

    @cached_property
    def done(self) -> bool:
        """Whether something has happened already."""
        past = any(span.tense is Direction.PAST for span in self.spans)
        return past or self.has("sudah", "barusan", "tadi", "lunas")

    @cached_property
    def ahead(self) -> bool:
        """Whether a future day is named or a promise is in the air."""
        named = any(span.tense is Direction.FUTURE for span in self.spans)
        waits = any(span.names is Names.EVENT for span in self.spans) and self.has("baru", "nunggu")
        return named or waits or self.has_any(FUTURE_MOODS)

    def is_ahead(self, span: DaySpan) -> bool:
        """Whether a date without a tense lies ahead in this month or the next ones of the year."""
        if span.names is not Names.DATE or span.year:
            return False
        if span.month <= 0:
            return not span.month and span.day > self.today.day
        months = span.month - self.today.month
        return (0 < months <= _NEARBY_MONTHS) or (not months and span.day > self.today.day)

    def clause_around(self, at: int) -> tuple[int, int]:
        """Where the clause with this token starts and ends."""
        joints = [i for i, lemma in enumerate(self.lemmas) if lemma in _JOINTS]
        start = max((i for i in joints if i < at), default=-1) + 1
        return start, min((i for i in joints if i > at), default=len(self.lemmas))

    @cached_property
    def has_amount(self) -> bool:
        return self.amount.certainty is not None

    @cached_property
    def has_clear_amount(self) -> bool:
        return self.amount.certainty in {Certainty.SURE, Certainty.CONFIRM}

    @cached_property
    def money_is_all_sales(self) -> bool:
        money = [f for f in self.figures if f.role is Role.MONEY]
        return all(f.label is Label.OTHER for f in money)

    @cached_property
    def names_people(self) -> bool:
        return any(figure.role is Role.PEOPLE for figure in self.figures)

    @cached_property
    def denies_paying(self) -> bool:
        """Such as "belum bisa bayar", "ga ada uang", "tak sanggup"."""
        if self.follows({"belum", "tidak"}, SLIPS):
            return False
        wanting = {"bisa", "dapat", "ada", "punya", "cukup", "uang", "kuat", *_PAYS}
        if self.follows({"tak"}, {"bisa", "dapat", "ada", "punya", "cukup", "kuat"}, within=1):
            return True
        return self.follows({"belum", "tidak"}, wanting)

    @cached_property
    def digit_runs(self) -> list[int]:
        """Lengths of runs of figures, passing over spaces, and dashes as in an identity number."""
        runs: list[int] = []
        length = last = 0
        for token in self.tokens:
            if token.kind is Kind.NUMBER and token.word.isdigit():
                length, last = length + len(token.word), len(token.word)
                continue
            if token.lemma == "-" and last in _GROUPS_OF_AN_ID:
                continue
            runs.append(length)
            length = last = 0
        runs.append(length)
        return [run for run in runs if run]
