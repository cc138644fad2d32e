"""The grammar of a number in everyday speech: digits, words, and both mixed ("1jt 250 ribu")."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from fractions import Fraction

from handlers.understanding.digits import GROUP, Digits, Form
from handlers.understanding.number_words import (
    NUMBER_WORDS,
    ONLY_BEFORE_A_SCALE,
    VAGUE_ENDINGS,
    NumberWord,
    Step,
)
from handlers.understanding.phrase import Phrase, spaced_groups
from handlers.understanding.text import Kind, Token

THOUSAND, MILLION = 1_000, 1_000_000
_NO_SCALE_YET = 10**12
_LONGEST_PHRASE = 24
"""Tokens; no sum of money takes more, and time stays in line with the length of a text."""
_HALF, _QUARTER = Fraction(1, 2), Fraction(1, 4)


def read_phrase(
    tokens: Sequence[Token], start: int, blocked: AbstractSet[int] = frozenset()
) -> Phrase | None:
    """The longest number that begins at `start`, or None."""
    first = tokens[start]
    if first.kind is not Kind.NUMBER and first.word not in NUMBER_WORDS:
        return None
    return _Phrase(tokens, start, blocked).read()


def small_number(tokens: Sequence[Token], start: int) -> tuple[int, int] | None:
    """A whole number below a hundred, in digits or words, and where it ends."""
    phrase = read_phrase(tokens, start) if start < len(tokens) else None
    if phrase is None or phrase.scale or phrase.value.denominator != 1:
        return None
    if phrase.written is not None and phrase.written.form is not Form.PLAIN:
        return None
    return (int(phrase.value), phrase.end) if phrase.value < 100 else None  # noqa: PLR2004 - a figure of the grammar


class _Phrase:
    """A number while it is being read, from left to right, with falling magnitudes."""

    def __init__(self, tokens: Sequence[Token], start: int, blocked: AbstractSet[int]) -> None:
        self.tokens = tokens
        self.start = self.at = start
        self.blocked = blocked
        self.total = Fraction(0)
        self.scale = _NO_SCALE_YET
        self.group: Fraction | None = None
        self.free_below = 1_000
        self.pending: int | None = None
        self.written: Digits | None = None
        self.tail_at: int | None = None
        self.doubtful = self.vague = self.finished = False
        self.spoken = True
        self.parted = False

    def read(self) -> Phrase | None:
        longest = min(len(self.tokens), self.start + _LONGEST_PHRASE)
        while not self.finished and self.at < longest and self.at not in self.blocked:
            token = self.tokens[self.at]
            if self._takes(token):
                self.doubtful |= token.doubtful
                self.at += 1
            elif not self._skips_line_break(token):
                break
        return self._finish() if self.at > self.start else None

    def _takes(self, token: Token) -> bool:
        if token.kind is Kind.NUMBER:
            return self._take_digits(token)
        if token.kind is Kind.MARK:
            return self._take_fraction(token)
        word = NUMBER_WORDS.get(token.word)
        if word is not None:
            return self._take_word(word, token)
        return self._take_vague_ending(token)

    def _take_word(self, word: NumberWord, token: Token) -> bool:
        match word.step:
            case Step.UNIT:
                return self._take_unit(word.value, token)
            case Step.TEEN | Step.TIMES_TEN | Step.TIMES_HUNDRED:
                return self._multiply(word.step)
            case Step.TENS | Step.HUNDREDS:
                return self._add(word)
            case Step.SCALE:
                return self._close_group(word.value)
            case Step.ONE_SCALE:
                return self._take_one_scale(word.value)
            case Step.MONEY:
                return self._take_slang(word.value)
            case Step.HALF:
                return self._take_part(_HALF)
            case Step.QUARTER:
                return self._take_part(_QUARTER)
            case Step.POINT:
                return self._take_point()

    def _step_ahead(self, distance: int = 1) -> Step | None:
        at = self.at + distance
        if at >= len(self.tokens) or at in self.blocked:
            return None
        word = NUMBER_WORDS.get(self.tokens[at].word)
        return word.step if word else None

    def _scale_at(self, at: int) -> int:
        word = NUMBER_WORDS.get(self.tokens[at].word) if at < len(self.tokens) else None
        return word.value if word and word.step is Step.SCALE else 0

    def _mark_tail(self) -> None:
        if self.total and self.tail_at is None:
            self.tail_at = self.at

    def _take_unit(self, value: int, token: Token) -> bool:
        ahead = self._step_ahead()
        multiplied = ahead in {Step.TEEN, Step.TIMES_TEN, Step.TIMES_HUNDRED, Step.SCALE}
        if token.word in ONLY_BEFORE_A_SCALE and not multiplied:
            return False
        if self.pending is not None or self.free_below <= 1 or self.written:
            return False
        self._mark_tail()
        self.pending = value
        return True

    def _multiply(self, step: Step) -> bool:
        if self.pending is None:
            return False
        slot = 100 if step is Step.TIMES_HUNDRED else 10
        if self.free_below <= slot:
            return False
        added = 10 + self.pending if step is Step.TEEN else slot * self.pending
        self.group = (self.group or Fraction(0)) + added
        self.pending = None
        self.free_below = 1 if step is Step.TEEN else slot
        return True

    def _add(self, word: NumberWord) -> bool:
        slot = 100 if word.step is Step.HUNDREDS else 10
        if self.pending is not None or self.free_below <= slot or self.written:
            return False
        self._mark_tail()
        self.group = (self.group or Fraction(0)) + word.value
        whole_tens = word.value % 10 == 0 and word.value > 10  # noqa: PLR2004 - a figure of the grammar
        self.free_below = slot if whole_tens else 1
        return True

    def _group_so_far(self) -> Fraction | None:
        if self.pending is None:
            return self.group
        return (self.group or Fraction(0)) + self.pending

    def _clear_group(self) -> None:
        self.group = self.pending = self.tail_at = None
        self.free_below = 1_000

    def _close_group(self, scale: int) -> bool:
        group = self._group_so_far()
        if group is None or scale >= self.scale:
            return False
        self.total += group * scale
        self.scale = scale
        self._clear_group()
        return True

    def _take_one_scale(self, scale: int) -> bool:
        if self._group_so_far() is not None or scale >= self.scale:
            return False
        self.total += scale
        self.scale = scale
        return True

    def _take_slang(self, value: int) -> bool:
        if self.total or self._group_so_far() is not None:
            return False
        self.total = Fraction(value)
        self.scale = THOUSAND
        self.doubtful = self.finished = True
        return True

    def _take_part(self, part: Fraction) -> bool:
        """Half: "setengah juta", "satu setengah juta", "dua juta setengah"."""
        group = self._group_so_far()
        if self.parted:
            return False
        self.parted = True
        if group is not None or not self.total:
            self.group, self.pending, self.free_below = (group or Fraction(0)) + part, None, 0
            return True
        self.total += part * self.scale
        self.finished = True
        return True

    def _take_point(self) -> bool:
        """The decimals after a spoken "koma": figures, or digit words one by one."""
        group = self._group_so_far()
        if group is None:
            return False
        figures, at = "", self.at + 1
        while at < len(self.tokens) and len(figures) < GROUP:
            token = self.tokens[at]
            word = NUMBER_WORDS.get(token.word)
            if token.kind is Kind.NUMBER and token.word.isdigit() and not figures:
                figures, at = token.word, at + 1
                break
            if word is None or word.step is not Step.UNIT:
                break
            figures, at = figures + str(word.value), at + 1
        if not figures or len(figures) > GROUP:
            return False
        self.group, self.pending, self.free_below = group + Fraction(f"0.{figures}"), None, 0
        self.at = at - 1
        return True

    def _take_digits(self, token: Token) -> bool:
        if self._group_so_far() is not None:
            return False
        multiplied = {Step.TEEN, Step.TIMES_TEN, Step.TIMES_HUNDRED}
        if len(token.word) == 1 and self._step_ahead() in multiplied:
            self._mark_tail()
            self.pending = int(token.word)
            return True
        digits, length = spaced_groups(self.tokens, self.at, self.blocked)
        if self.total and self._scale_at(self.at + length) >= self.scale:
            return False
        self._mark_tail()
        self.spoken = False
        if self.total == 0:
            self.written = digits
        self.group, self.free_below = digits.value, 0
        self.doubtful |= not digits.exact
        if self.tail_at is not None:
            self.finished = self._step_ahead(length) is not Step.SCALE
            self.written = self.written if digits.form is Form.PLAIN else digits
        self.at += length - 1
        return True

    def _take_fraction(self, token: Token) -> bool:
        """Such as "1/2 juta": a fraction only in front of a scale."""
        is_half = (
            token.word == "/"
            and self.written is not None
            and self.group == 1
            and self.at + 1 < len(self.tokens)
            and self.tokens[self.at + 1].word in {"2", "4"}
            and self._step_ahead(2) is Step.SCALE
        )
        if is_half:
            self.group = Fraction(1, int(self.tokens[self.at + 1].word))
            self.at += 1
            self.doubtful = True
        return is_half

    def _take_vague_ending(self, token: Token) -> bool:
        scale = VAGUE_ENDINGS.get(token.word)
        if scale is not None and self._close_group(scale):
            self.vague = self.finished = True
            return True
        if token.word == "an" and self.at > self.start:
            self.vague = True
            return True
        return False

    def _skips_line_break(self, token: Token) -> bool:
        """A burst may put the unit on its own line: "500", then "rb"."""
        breaks = token.word == "\n" and self.written is not None and not self.total
        if breaks and self._step_ahead() is Step.SCALE:
            self.at += 1
            return True
        return False

    def _finish(self) -> Phrase | None:
        group = self._group_so_far()
        if group is None and not self.total:
            return None
        has_tail = group is not None and self.total > 0
        tail_token = self.tokens[self.tail_at] if has_tail and self.tail_at is not None else None
        in_digits = tail_token is not None and tail_token.kind is Kind.NUMBER
        if tail_token and in_digits and len(tail_token.word) == 1 and group and group >= 10:  # noqa: PLR2004 - a figure of the grammar
            in_digits = False
        return Phrase(
            start=self.start,
            end=self.at,
            value=self.total or group or Fraction(0),
            scale=self.scale if self.total else 0,
            tail=group if has_tail else None,
            tail_digits=len(tail_token.word) if tail_token and in_digits else 0,
            tail_glued=bool(tail_token and tail_token.glued),
            written=self.written,
            doubtful=self.doubtful,
            vague=self.vague,
            spoken=self.spoken,
        )
