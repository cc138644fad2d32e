"""A number of a message with its role, and the words that give it one."""

from collections.abc import Sequence
from enum import Enum, auto
from itertools import pairwise
from typing import NamedTuple

from handlers.understanding.lexicon import EXPENSES, OTHER_MONEY, PAY_NOUNS, PAY_VERBS, SALES, words
from handlers.understanding.number_words import ORDINALS
from handlers.understanding.outcome import NO_AMOUNT, AmountReading, Certainty
from handlers.understanding.phrase import Phrase
from handlers.understanding.spelling import KNOWN
from handlers.understanding.text import Kind, Token


class Role(Enum):
    """What a number counts or names."""

    MONEY = auto()
    INSTALMENT = auto()
    PEOPLE = auto()
    COUNT = auto()
    TIMES = auto()
    CODE = auto()
    CLOCK = auto()


class Label(Enum):
    """What the words around an amount call it."""

    NONE = auto()
    PAID = auto()
    OTHER = auto()
    MIXED = auto()
    PRINCIPAL = auto()
    FEE = auto()
    TOTAL = auto()


class Figure(NamedTuple):
    """One number with its role; `each` when it is said per person or per time."""

    phrase: Phrase
    role: Role
    reading: AmountReading = NO_AMOUNT
    label: Label = Label.NONE
    each: bool = False
    negated: bool = False

    @property
    def number(self) -> int:
        return int(self.phrase.value)


MANY = 60


COUNTED = words(
    """kg kilo kilogram gram gr g ons ton kwintal kw liter ltr l ml ekor bungkus bks botol pcs
    biji butir ikat karung sak lembar lbr buah bh pohon batang btg polybag bibit toples dus
    pack kotak porsi unit hektar ha meter m2 km cm persen % rumah kandang pot kantong kaleng
    piring mangkok slop rak keranjang kelompok cup bata petak gelas potong stel pasang
    tandan"""
)


PEOPLE = frozenset({"orang", "anggota", "kk", "jiwa", "kepala", "kelompok", "pria", "wanita"})


TIME = frozenset({"hari", "bulan", "minggu", "pekan", "tahun", "menit", "mnt", "detik", "jam"})


CODES = words(
    """nomor rekening hp nik pin kode rt rw ref referensi id va blok antrian umur bank trx
    struk resi km pos norek telp admin kamar gang gg versi shp plat"""
)


NUMBERED = CODES - {"bank", "admin", "struk", "resi"} | {"tanggal", "ke"}


NEIGHBOURHOODS = frozenset({"rt", "rw"})
"""Numbered, but their heads take money to the office, too: "lewat pak RT 300rb"."""


TYPED_NEXT_TO_NUMBERS = KNOWN | {"x"}


CLOCKS = frozenset({"jam"})


ZONES = frozenset({"wita", "wib", "wit"})


VAGUE_BEFORE = frozenset(
    {"kira", "hampir", "paling", "minimal", "maksimal", "antara", "sekurangnya"}
)


STEPPED_OVER = frozenset({"-", ".", ":", "=", "#", "(", "~", '"', "'", "rupiah", "*"})


LABELS = {"nominal": Label.PAID, "pokok": Label.PRINCIPAL, "jasa": Label.FEE, "total": Label.TOTAL}


GOVERNED_BY_PAYING = frozenset({"sisa", "hutang", "pinjaman", "kurang", "tinggal", "modal"})


RANGES = frozenset({"-", "/", "sampai", "sampe", "smp", "hingga", "atau", "atw", "ato"})


def is_range(tokens: Sequence[Token], left: Figure, right: Figure) -> bool:
    """Such as "300-400rb", "300 sampai 400 ribu"."""
    between = [t.lemma for t in tokens[left.phrase.end : right.phrase.start] if t.lemma != "rupiah"]
    return len(between) == 1 and between[0] in RANGES


def certain(figure: Figure) -> bool:
    return figure.reading.certainty in {Certainty.SURE, Certainty.CONFIRM}


def ordinal_instalment(tokens: Sequence[Token]) -> int | None:
    """Such as "angsuran ketiga"."""
    for before, token in pairwise(tokens):
        if before.lemma in PAY_NOUNS and token.word in ORDINALS:
            return ORDINALS[token.word]
    return None


def next_label(label: Label, token: Token) -> Label:
    """What money is called after this word, when it was called `label` before it."""
    lemma = token.lemma
    if lemma in EXPENSES and label is Label.PAID:
        return Label.OTHER
    if lemma in LABELS:
        return LABELS[lemma]
    if lemma in PAY_VERBS or lemma in PAY_NOUNS:
        return Label.PAID
    if lemma in OTHER_MONEY:
        if label is Label.PAID and lemma in SALES:
            return Label.MIXED
        governed = label in {Label.PAID, Label.MIXED} and lemma in GOVERNED_BY_PAYING
        return label if governed else Label.OTHER
    if token.word in {",", ";", "\n"} and label is not Label.TOTAL:
        return Label.NONE if label in {Label.PAID, Label.MIXED} else label
    return label


def stuck_mark(tokens: Sequence[Token], start: int) -> str:
    """A dot or comma between a letter and a number, as in "Rp.500.000", is harmless."""
    earlier = tokens[start - 2] if start > 1 else None
    return "a mark stuck to the number" if earlier is None or earlier.kind is Kind.NUMBER else ""
