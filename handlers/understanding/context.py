"""One number and the words around it: what it counts or names, and whether it is in doubt."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from handlers.understanding.digits import Form
from handlers.understanding.figure import (
    CLOCKS,
    CODES,
    COUNTED,
    MANY,
    NEIGHBOURHOODS,
    NUMBERED,
    PEOPLE,
    RANGES,
    STEPPED_OVER,
    TIME,
    TYPED_NEXT_TO_NUMBERS,
    VAGUE_BEFORE,
    ZONES,
    Figure,
    Label,
    Role,
    stuck_mark,
)
from handlers.understanding.lexicon import PAY_NOUNS, PAY_VERBS, SALES
from handlers.understanding.money import as_money, ask, doubted, offers
from handlers.understanding.number_words import MULTIPLYING, NUMBER_WORDS
from handlers.understanding.numbers import THOUSAND
from handlers.understanding.outcome import AmountReading
from handlers.understanding.phrase import Phrase
from handlers.understanding.spelling import KNOWN, may_be_a_number
from handlers.understanding.text import Kind, Token

_STRAY_LETTERS = 2
"""So few letters in front of a number may be part of a name or a code."""


class Context:
    """One number and the words around it."""

    def __init__(
        self,
        tokens: Sequence[Token],
        phrase: Phrase,
        days: AbstractSet[int],
        earlier: Sequence[Figure],
    ) -> None:
        self.tokens = tokens
        self.days = days
        self.phrase = phrase
        self.earlier = earlier
        self.before_at = self._step_back(phrase.start - 1)
        self.before = tokens[self.before_at].lemma if self.before_at >= 0 else ""
        self.next = self._lemma(phrase.end) if phrase.end not in days else ""
        form = phrase.written.form if phrase.written else None
        self.form = form
        self.bare = not phrase.scale and form in {None, Form.PLAIN}
        self.small = self.bare and phrase.value <= MANY and phrase.value.denominator == 1

    def _lemma(self, at: int) -> str:
        return self.tokens[at].lemma if 0 <= at < len(self.tokens) else ""

    def _step_back(self, at: int) -> int:
        while at >= 0 and self.tokens[at].lemma in STEPPED_OVER:
            at -= 1
        return at

    def figure(self, label: Label) -> Figure:
        role = self._role()
        if role is not Role.MONEY:
            return Figure(self.phrase, role)
        return Figure(
            self.phrase,
            role,
            self._reading(),
            self._label(label),
            self._is_each(),
            self._is_negated(),
        )

    def _role(self) -> Role:
        if self.form is Form.CODE or self._is_code():
            return Role.CODE
        if self._is_clock():
            return Role.CLOCK
        if self._is_instalment():
            return Role.INSTALMENT
        return self._counted_role()

    def _is_code(self) -> bool:
        if self.bare and self.phrase.value >= 10**9:
            return True
        if self.phrase.scale or self.form in {Form.ONE_GROUP, Form.GROUPED}:
            return False
        if self._begins_with_a_letter():
            return True
        if self.before in CODES or (self.small and self._is_a_name()):
            return True
        chained = bool(self.earlier) and self.earlier[-1].role is Role.CODE
        if chained and self.earlier[-1].phrase.end >= self.phrase.start - 2:
            between = [t.word for t in self.tokens[self.earlier[-1].phrase.end : self.phrase.start]]
            return all(word in {"-", ".", "/", " "} for word in between)
        nearby = self.tokens[max(0, self.before_at - 2) : self.before_at + 1]
        long_run = self.bare and self.phrase.value >= 10 * THOUSAND
        return long_run and any(t.lemma in CODES - {"bank", "admin"} for t in nearby)

    def _begins_with_a_letter(self) -> bool:
        """The 1907 of "S-1907-0003", the number of a report."""
        start = self.phrase.start
        if start < len("S-") or self.tokens[start - 1].lemma != "-":
            return False
        letter = self.tokens[start - 2]
        tight = self.tokens[start].glued and self.tokens[start - 1].glued
        return tight and letter.kind is Kind.WORD and len(letter.word) == 1

    def _is_a_name(self) -> bool:
        """The 3 of "kelompok 3"; "kelompok 8 orang" counts people."""
        return self.before == "kelompok" and self.next not in PEOPLE | COUNTED | TIME

    def _is_clock(self) -> bool:
        if self.phrase.scale:
            return False
        if self.before in CLOCKS or self.next in ZONES:
            return True
        start, end = self.phrase.start, self.phrase.end
        colon_before = self._lemma(start - 1) == ":" and self.tokens[start].glued
        colon_after = self._lemma(end) == ":" and end + 1 < len(self.tokens)
        if self.form is Form.DECIMAL and start - 1 in self.days:
            return True
        if colon_before and self.tokens[start - 2].kind is Kind.NUMBER and start > 1:
            return True
        return (
            colon_after and self.tokens[end + 1].kind is Kind.NUMBER and self.tokens[end + 1].glued
        )

    def _is_instalment(self) -> bool:
        if not self.small or self.next in PEOPLE - {"kelompok"}:
            return False
        if self.before == "ke" or (self.before in PAY_NOUNS and self.next not in {"kali", "x"}):
            return True
        joined = self.before in {"dan", "&", ","}
        return (
            joined
            and bool(self.earlier)
            and self.earlier[-1].role is Role.INSTALMENT
            and (self.earlier[-1].phrase.end == self.before_at)
        )

    def _counted_role(self) -> Role:
        if self.next in PEOPLE and self.bare:
            return Role.PEOPLE
        if self.next in COUNTED and self.next != "kelompok":
            return Role.COUNT
        if self.small and self.next in PAY_NOUNS and self._lemma(self.phrase.end + 1) == "@":
            return Role.COUNT
        short_time = self.bare and self.phrase.value < 100  # noqa: PLR2004 - a figure of the grammar
        if self.next in TIME and short_time:
            return Role.COUNT
        times_after = self.next in {"x", "kali", "*"} and self._lemma(self.phrase.end + 1) != "ini"
        times_before = self._lemma(self.phrase.start - 1) in {"x", "kali", "*"}
        if self.small and (times_after or times_before):
            return Role.TIMES
        if self.small and self._lemma(self.phrase.end) == "@":
            return Role.PEOPLE
        return Role.MONEY

    def _reading(self) -> AmountReading:
        reading = as_money(self.phrase)
        if reading.certainty is None:
            return reading
        why = self._why_to_ask()
        if why:
            candidates = reading.candidates or offers(self.phrase.value)
            return ask((*self._after_the_mark(), *candidates), why)
        why = self._why_to_confirm()
        return doubted(reading, why) if why else reading

    def _after_the_mark(self) -> tuple[int, ...]:
        """500.000 in "ke 3,500rb"."""
        written = self.phrase.written
        if self.before not in {"ke", "tanggal"} or self.form is not Form.ONE_GROUP or not written:
            return ()
        return (int(written.value % THOUSAND) * (self.phrase.scale or THOUSAND),)

    def _why_to_ask(self) -> str:
        return self._unclear_before() or self._unclear_after()

    def _unclear_before(self) -> str:
        start = self.phrase.start
        numbered = self.before in NUMBERED - (NEIGHBOURHOODS if self.phrase.scale else frozenset())
        if numbered or self._is_numbered_payment():
            return "could be part of a date or a number"
        more_or_less = self.before == "lebih" and self._lemma(self.before_at - 1) == "kurang"
        if self.before in VAGUE_BEFORE or more_or_less:
            return "only an approximate figure"
        if self._is_beside_a_misspelt_number():
            return "a word beside it may be a misspelt number"
        if self._follows_stray_letters():
            return "letters stuck to the number"
        adjacent = bool(self.earlier) and self.earlier[-1].phrase.end == start
        if adjacent and self.earlier[-1].role is Role.MONEY:
            return "two numbers side by side"
        return ""

    def _is_beside_a_misspelt_number(self) -> bool:
        """Such as "eratus sepuluh ribu": what is left of it is another number."""
        for at in (self.phrase.start - 1, self.phrase.end):
            token = self.tokens[at] if 0 <= at < len(self.tokens) else None
            if token is not None and token.kind is Kind.WORD and may_be_a_number(token.word):
                return True
        return False

    def _follows_stray_letters(self) -> bool:
        start = self.phrase.start
        before = self.tokens[start - 1] if start else None
        if before is None or before.kind is not Kind.WORD or not self.tokens[start].glued:
            return False
        return len(before.word) <= _STRAY_LETTERS and before.word not in TYPED_NEXT_TO_NUMBERS

    def _is_numbered_payment(self) -> bool:
        """In "angsuran 5 500 000": the fifth instalment, or five million."""
        if self.before not in PAY_NOUNS or self.form not in {Form.GROUPED, Form.ONE_GROUP}:
            return False
        first = self.tokens[self.phrase.start].word
        spaced = first.isdigit() and len(first) < 3  # noqa: PLR2004 - a figure of the grammar
        return spaced or (self.phrase.scale > 0)

    def _unclear_after(self) -> str:
        end = self.phrase.end
        if end >= len(self.tokens):
            return ""
        word = NUMBER_WORDS.get(self.tokens[end].word)
        if word is not None and word.step in MULTIPLYING and self.tokens[end].word != "k":
            return "followed by another unit"
        if self.next in {"lebih", "an", "kurang"}:
            return "only an approximate figure"
        if self.tokens[end].glued and self._is_strange(end):
            return "followed by letters that are no unit"
        return ""

    def _is_strange(self, at: int) -> bool:
        token = self.tokens[at]
        if token.kind is Kind.WORD:
            return token.word not in KNOWN and token.word not in RANGES
        return token.word == "\ufffd" or (token.word == "/" and not self._says_per(at))

    def _why_to_confirm(self) -> str:
        start = self.phrase.start
        before = self.tokens[start - 1] if start else None
        if before is None or not self.tokens[start].glued:
            return ""
        if before.kind is Kind.WORD and before.word not in KNOWN:
            return "a word stuck to the number"
        if before.word in {"-", "+", "~", "<", ">"} and not before.glued:
            return "a sign in front of the number"
        return "" if before.word not in {",", "."} else stuck_mark(self.tokens, start)

    def _says_per(self, at: int) -> bool:
        following = self._lemma(at + 1)
        return following in PEOPLE | TIME | COUNTED | PAY_NOUNS or at + 1 >= len(self.tokens)

    def _is_each(self) -> bool:
        start, end = self.phrase.start, self.phrase.end
        if self._lemma(start - 1) == "@" or self._lemma(self.before_at) == "@":
            return True
        nearby = {
            self._lemma(self.before_at),
            self._lemma(self.before_at - 1),
            self._lemma(self.before_at - 2),
        }
        if nearby & {"masing", "setiap"}:
            return True
        return self._lemma(end) in {"per", "/"} and self._lemma(end + 1) in PEOPLE | COUNTED | TIME

    def _is_negated(self) -> bool:
        return "bukan" in {self.before, self._lemma(self.before_at - 1)} and (
            self.before == "bukan" or self.before in PAY_VERBS | PAY_NOUNS
        )

    def _label(self, label: Label) -> Label:
        if label is not Label.NONE:
            return label
        end = self.phrase.end
        for at in range(end, min(end + 3, len(self.tokens))):
            lemma = self.tokens[at].lemma
            if lemma in PAY_VERBS | PAY_NOUNS:
                return Label.PAID
            if lemma in SALES:
                return Label.OTHER
            if lemma in {",", "\n"} or self.tokens[at].kind is Kind.NUMBER:
                break
        return label
