"""From what was typed to a word that we know: endings, run-together words, typing mistakes.

Only keywords are mended, within one slip of the finger (two in long words) and never in the first
letter, so that an unknown word stays unknown rather than becoming a wrong one.
"""

from collections import defaultdict
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from handlers.understanding.calendar_words import MONTHS, MOVES, WEEKDAYS
from handlers.understanding.everyday_words import EVERYDAY
from handlers.understanding.lexicon import LEMMAS, words
from handlers.understanding.number_words import NUMBER_WORDS, ORDINALS, VAGUE_ENDINGS


class Spelt(NamedTuple):
    """A known or unknown word; `mended` when it was typed otherwise than any spelling we know."""

    word: str
    mended: bool = False


KNOWN = frozenset().union(LEMMAS, MOVES, MONTHS, WEEKDAYS, NUMBER_WORDS, ORDINALS, VAGUE_ENDINGS)
_ENDINGS = ("nya", "lah", "kah", "mi", "pi", "ji", "ki", "ku", "mu", "ne", "pang", "an", "e")
_ROOTS = {
    root: root
    for root in words(
        """setor stor satur bayar byr transfer trf tf cicil angsur titip kirim pinjam pinjem ajukan
    panen jual beli tanam ubah ganti hapus batal cek periksa verifikasi catat terima simpan lapor
    minta tunda hubungi telpon antri bantu tunggu"""
    )
} | {"lunas": "lunasi", "ingat": "ingatkan", "sambung": "sambungkan"}
"""Roots of verbs that may wear any affix, and the spelling that is known of each."""
_BEFORE_A_ROOT = (
    ("meny", "s"), ("many", "s"), ("ny", "s"), ("meng", "k"), ("mang", "k"), ("nge", ""),
    ("mem", "p"), ("mam", "p"), ("men", "t"), ("man", "t"), ("ng", "k"), ("me", ""), ("ma", ""),
    ("m", "p"), ("n", "t"), ("di", ""), ("ku", ""), ("tak", ""), ("ter", ""), ("ta", ""),
    ("ber", ""), ("ba", ""), ("", ""),
)  # fmt: skip
"""Prefixes of Indonesian, Banjar and Javanese, and the first letter that each may swallow."""
_MAY_FOLLOW = {"m": "bp", "n": "cdjt", "ny": "", "meny": "", "many": "", "mem": "bp", "mam": "bp"}
"""Letters that may follow a prefix of one sound unswallowed: "mbayar", not "mantri"."""
_AFTER_A_ROOT = (
    *(
        "",
        "kan",
        "in",
        "i",
        "akan",
        "aken",
        "ake",
        "nya",
        "ku",
        "lah",
        "mi",
        "pi",
        "ji",
        "na",
        "ne",
    ),
    *("kanlah", "kanmi", "inaja", "kannya"),
)
_VOWELS = frozenset("aiueo")
_LONGEST_RUN = 40
_SHORTEST_MENDED = 5
_TWO_SLIPS_FROM = 9
_FEWEST_CONSONANTS = 3
_PARTS = frozenset(
    word
    for word in (
        *NUMBER_WORDS,
        "hari",
        "ini",
        "tadi",
        "pagi",
        "sore",
        "malam",
        "kemarin",
        "besok",
        "sudah",
        "sdh",
        "bayar",
        "setor",
        "tanggal",
        "tgl",
        "bulan",
        "rupiah",
        "mau",
        "saya",
        "angsuran",
        "berapa",
        "sisa",
        "belum",
        "lagi",
        "minggu",
    )
    if len(word) > 2  # noqa: PLR2004 - a figure of the grammar
)
_STANDARD_NUMBERS = words(
    """satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas belas puluh seratus
    ratus seribu ribu juta sejuta setengah seperempat miliar"""
)
"""Number words that a slip may be mended into; slang and dialect are too near to other words."""
_MULTIPLIERS = ("puluh", "ratus", "ribu", "juta", "belas")
_LONG_ENOUGH_TO_VARY = 6


def _by_first_letter() -> dict[str, tuple[str, ...]]:
    varied = (move for move in MOVES if len(move) >= _LONG_ENOUGH_TO_VARY)
    keywords = {*LEMMAS.values(), *MOVES.values(), *varied, *_STANDARD_NUMBERS, *WEEKDAYS, *MONTHS}
    buckets: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(keywords):
        if len(word) >= _SHORTEST_MENDED:
            buckets[word[0]].append(word)
    return {letter: tuple(words) for letter, words in buckets.items()}


_KEYWORDS = _by_first_letter()


def _consonants(word: str) -> str:
    """The first letter and every consonant after it: what a hurried thumb keeps of a word."""
    return word[0] + "".join(letter for letter in word[1:] if letter not in _VOWELS)


def _by_consonants() -> dict[str, tuple[str, ...]]:
    buckets: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(KNOWN - NUMBER_WORDS.keys() | _STANDARD_NUMBERS):
        kept = _consonants(word)
        if len(kept) >= _FEWEST_CONSONANTS and kept != word:
            buckets[kept].append(word)
    return {kept: tuple(words) for kept, words in buckets.items()}


_SHORTENED = _by_consonants()


@lru_cache(maxsize=16_384)
def spell(typed: str) -> tuple[Spelt, ...]:
    """The known word or words that were typed, or the typed word itself."""
    if typed in KNOWN or typed in EVERYDAY:
        return (Spelt(typed),)
    for ending in _ENDINGS:
        stem = typed.removesuffix(ending)
        if stem != typed and len(stem) > 2 and stem in KNOWN:  # noqa: PLR2004 - a figure of the grammar
            if ending == "an" and stem in NUMBER_WORDS:
                return (Spelt(stem), Spelt("an"))
            return (Spelt(stem, mended=stem in NUMBER_WORDS),)
    root = _root(typed)
    if root:
        return (Spelt(root),)
    squeezed = _squeeze(typed)
    if squeezed != typed and squeezed in KNOWN:
        return (Spelt(squeezed, mended=squeezed in NUMBER_WORDS),)
    parts = _split(typed)
    if parts:
        return tuple(Spelt(part) for part in parts)
    keyword = _shortened(typed) or _nearest(typed)
    return (Spelt(keyword, mended=True) if keyword else Spelt(typed),)


def _root(typed: str) -> str | None:
    """The verb inside its affixes: "menyaturkan", "dibayarin", "kutransfer"."""
    for before, swallowed in _BEFORE_A_ROOT:
        if not typed.startswith(before):
            continue
        for after in _AFTER_A_ROOT:
            if not typed.endswith(after):
                continue
            core = typed[len(before) : len(typed) - len(after)]
            bare = _ROOTS.get(core) if core[:1] in _MAY_FOLLOW.get(before, core[:1]) else None
            root = bare or _ROOTS.get(swallowed + core)
            if root and len(core) > 1:
                return root
    return None


def _shortened(typed: str) -> str | None:
    """The one word whose vowels were dropped, all or some: "tjuh", "trnsfer"."""
    if len(typed) > _LONGEST_RUN:
        return None
    found = [
        word
        for word in _SHORTENED.get(_consonants(typed), ())
        if _is_within(typed, word) and _syllables(typed) < _syllables(word)
    ]
    return found[0] if len(set(map(_meaning, found))) == 1 else None


def _meaning(word: str) -> object:
    """What a known spelling stands for; two spellings of one thing have the same."""
    number = NUMBER_WORDS.get(word)
    return number or LEMMAS.get(word) or MOVES.get(word, word)


def _syllables(word: str) -> int:
    """Runs of vowels: "jalan" has as many as "jualan", so it is no shorthand for it."""
    vowels = [letter in _VOWELS for letter in word]
    return sum(now and not before for before, now in pairwise([False, *vowels]))


def _is_within(typed: str, word: str) -> bool:
    """Whether all letters of `typed` stand in `word` in this order."""
    letters = iter(word)
    return all(letter in letters for letter in typed)


@lru_cache(maxsize=16_384)
def may_be_a_number(word: str) -> bool:
    """Whether an unknown word is so near to a number word that it may be part of a number."""
    if word in KNOWN or word in EVERYDAY or len(word) > _LONGEST_RUN:
        return False
    if word.startswith(_MULTIPLIERS) or word.endswith(_MULTIPLIERS):
        return True
    return any(
        _within(word, number, 2 if len(number) >= _SHORTEST_MENDED else 1)
        for number in _STANDARD_NUMBERS
    )


def _squeeze(typed: str) -> str:
    """The word with drawn-out letters written once: "okeee", "yaaa"."""
    return "".join(letter for i, letter in enumerate(typed) if i == 0 or letter != typed[i - 1])


def _split(typed: str) -> tuple[str, ...]:
    """The parts of a run-together word: "limaratusribu", "hariini"."""
    if not _SHORTEST_MENDED < len(typed) <= _LONGEST_RUN:
        return ()
    best: list[tuple[str, ...] | None] = [None] * (len(typed) + 1)
    best[-1] = ()
    for start in range(len(typed) - 1, -1, -1):
        for end in range(len(typed), start + 1, -1):
            rest = best[end]
            part = typed[start:end]
            if rest is not None and (part in _PARTS or (start and part in {"rb", "jt"})):
                best[start] = (part, *rest)
                break
    return best[0] or ()


def _nearest(typed: str) -> str | None:
    """The one keyword that is a slip of the finger away, if exactly one meaning is."""
    if not _SHORTEST_MENDED <= len(typed) <= _LONGEST_RUN:
        return None
    slips = 2 if len(typed) >= _TWO_SLIPS_FROM else 1
    found = [word for word in _KEYWORDS.get(typed[0], ()) if _within(typed, word, slips)]
    return found[0] if len(set(map(_meaning, found))) == 1 else None


def _within(left: str, right: str, slips: int) -> bool:
    """Whether two words differ by so few letters added, lost, changed or swapped."""
    if abs(len(left) - len(right)) > slips:
        return False
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        older, before = before, row
        row = [i]
        for j, b in enumerate(right, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > slips:
            return False
    return row[-1] <= slips
