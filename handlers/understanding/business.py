"""What a group tells of its business: sales, who works, what stands in the way. Pure.

A figure that is called a payment is never a sale, as a sale is never a payment (`amounts`).
"""

import re
from collections.abc import Sequence

from handlers.understanding.amounts import day_tokens
from handlers.understanding.day_spans import find_days
from handlers.understanding.figure import COUNTED, PEOPLE, Figure, Label, Role, is_range
from handlers.understanding.figures import find_figures
from handlers.understanding.lexicon import FILLERS, words
from handlers.understanding.money import ask, confirm, sure
from handlers.understanding.numbers import small_number
from handlers.understanding.outcome import NO_AMOUNT, AmountReading
from handlers.understanding.text import Kind, Token, read_message

EVERYBODY = -1
"""Instead of a number of people: all of them."""

_SOLD = frozenset({"laku", "jual", "omzet"})
_OTHER_SUMS = words("untung beli harga biaya modal sisa hutang pinjaman saldo kurang tinggal")
_PAYMENTS = frozenset({Label.PAID, Label.PRINCIPAL, Label.FEE})
_LOOK_AHEAD = 3
_NOTHING_SOLD = words("ada laku jual omzet panen penjualan hasil yang bulan ini sama sekali masih")
_DENIALS = frozenset({"tidak", "belum", "nihil", "nol", "kosong", "tanpa", "tak"})
_PLAIN = FILLERS | words(
    """rupiah bulan hari minggu tahun ini lalu kemarin sekitar kira kurang lebih total semua ada
    hasil ya oke"""
)
_WORK = words("kerja bekerja aktif ikut hadir turun jalan masuk kumpul rutin yang bersama")
_COMMAND = re.compile(
    r"\b(?:lapor|laporan|melapor|kirim)\b[^,.\n]*?\b(?:kelompok|kube|klp|grup)\b[^,.\n]*",
    re.IGNORECASE,
)
_REPORTING = words("lapor laporan usaha foto perkembangan kirim mau kabar dong bukti")
_EXCEPT = frozenset({"kecuali", "selain"})
_TROUBLE = ("kendala", "masalah", "hambatan", "kesulitan", "halangan")
_NAMED_TROUBLE = re.compile(
    r"^(?:ada )?(?:kendala|masalah|hambatan|kesulitan)(?:nya)?\b(?: adalah| yaitu)?[ :=,-]*",
    re.IGNORECASE,
)
_FINE = words("aman lancar bagus nihil baik beres nol")
_AROUND_FINE = FILLERS | words(
    """tidak belum tak tanpa ada aman lancar bagus nihil nol baik beres semua total masih sejauh apa
    kok sih alhamdulillah usaha jaya sama sekali skrg"""
)
_CLAUSE = re.compile(r"[;\n]|[,.](?!\d)")
_SKIPPED = frozenset(
    {
        *(
            "lewati",
            "lewat",
            "lewatkan",
            "skip",
            "nanti",
            "nanti saja",
            "next",
            "lanjut",
            "lanjutkan",
        ),
        *("-", "tidak", "tidak tahu", "tidak tau", "ga tau", "gak tau", "gak tahu", "kurang tahu"),
        *("belum tahu", "belum tau", "belum dihitung", "belum hitung", "tidak dihitung"),
    }
)
_ALL_SKIPPED = frozenset(
    {
        *("lewati semua", "lewat semua", "skip semua", "lewati saja semua", "langsung kirim"),
        *("kirim saja", "langsung saja", "itu saja", "sudah itu saja", "cukup itu saja"),
    }
)


def is_skipped(text: str) -> bool:
    """Whether this question is passed over."""
    return _bare(text) in _SKIPPED | _ALL_SKIPPED


def is_all_skipped(text: str) -> bool:
    """Whether nothing more is to be asked."""
    return _bare(text) in _ALL_SKIPPED


def read_sales(text: str) -> AmountReading:
    """What was sold for, in rupiah: "panen 200 kg laku 3 juta", "3jt", "40 bungkus @15rb"."""
    tokens = read_message(text).tokens
    figures = find_figures(tokens, day_tokens(find_days(tokens)))
    money = [f for f in figures if f.role is Role.MONEY and f.label not in _PAYMENTS]
    governed = [(f, _governing(tokens, figures, f)) for f in money]
    sold = [f for f, word in governed if word in _SOLD]
    chosen = sold or [f for f, word in governed if not word]
    if not chosen:
        return sure(0) if not money and _sold_nothing(tokens, figures) else NO_AMOUNT
    if len(chosen) == 1:
        return _one(figures, chosen[0])
    return _several(tokens, chosen)


def names_sales(text: str) -> bool:
    """Whether the text speaks of selling at all."""
    return any(token.lemma in _SOLD for token in read_message(text).tokens)


def tells_more(text: str) -> bool:
    """Whether there is more in it than an amount: a harvest, a reason, a story."""
    tokens = read_message(text).tokens
    figures = find_figures(tokens, day_tokens(find_days(tokens)))
    inside = {at for f in figures for at in range(f.phrase.start, f.phrase.end)}
    if any(figure.role is Role.COUNT for figure in figures):
        return True
    plain = _PLAIN | _SOLD | _DENIALS
    return any(
        token.kind is Kind.WORD and at not in inside and token.lemma not in plain
        for at, token in enumerate(tokens)
    )


def tells_a_story(text: str) -> bool:
    """Whether it says more than that one wants to report, and for which group."""
    tokens = read_message(_COMMAND.sub(" ", text)).tokens
    figures = find_figures(tokens, day_tokens(find_days(tokens)))
    inside = {at for f in figures for at in range(f.phrase.start, f.phrase.end)}
    plain = _PLAIN | _SOLD | _REPORTING
    told = [t for at, t in enumerate(tokens) if t.kind is Kind.WORD and at not in inside]
    return any(token.lemma not in plain for token in told)


def read_people(text: str) -> int | None:
    """How many work, when that is what the text answers; EVERYBODY for all of them."""
    tokens = read_message(text).tokens
    if any(token.lemma in _EXCEPT for token in tokens):
        return None
    overheard = hear_people(text)
    if overheard is not None:
        return overheard
    if any(token.word.startswith("semua") or token.lemma == "semua" for token in tokens):
        return EVERYBODY
    if _counts_other_people(tokens):
        return None
    for at, token in enumerate(tokens):
        found = small_number(tokens, at) if token.kind is not Kind.MARK else None
        counts = found is not None and (
            found[1] >= len(tokens) or tokens[found[1]].lemma not in COUNTED - {"kelompok"}
        )
        if found is not None and counts:
            return found[0]
    said = {token.lemma for token in tokens if token.kind is Kind.WORD}
    return (
        0 if said & _DENIALS and said <= _DENIALS | FILLERS | {"ada", "orang", "anggota"} else None
    )


def hear_people(text: str) -> int | None:
    """How many work, when the text says so unasked: "5 orang", "semua anggota kerja"."""
    tokens = read_message(text).tokens
    figures = find_figures(tokens, day_tokens(find_days(tokens)))
    people = [f for f in figures if f.role is Role.PEOPLE and _ends_or_works(tokens, f.phrase.end)]
    if len(people) == 1:
        return people[0].number
    for at, token in enumerate(tokens):
        after = {later.lemma for later in tokens[at + 1 : at + 1 + _LOOK_AHEAD]}
        whole = token.lemma == "semua" or token.word == "semuanya"
        if whole and after & _WORK:
            return EVERYBODY
    return None


def read_obstacles(text: str) -> str:
    """The obstacles as they were told; empty when the text says that there are none."""
    heard = hear_obstacles(text)
    if heard == "":
        return ""
    said = [token.lemma for token in read_message(text).tokens if token.kind is Kind.WORD]
    fine = set(said) & (_FINE | _DENIALS) and set(said) <= _AROUND_FINE
    return "" if fine else _without_its_name(text)


def hear_obstacles(text: str) -> str | None:
    """The part that tells of an obstacle unasked, empty for "tidak ada kendala", else none."""
    for clause in _CLAUSE.split(text):
        lemmas = [token.lemma for token in read_message(clause).tokens]
        named = any(lemma.startswith(_TROUBLE) for lemma in lemmas)
        if named and _DENIALS & set(lemmas):
            return ""
        if named or "busuk" in lemmas:
            return _without_its_name(clause) or None
    return None


def _without_its_name(clause: str) -> str:
    """Such as "hujan terus" in "kendalanya: hujan terus"."""
    plain = " ".join(clause.split())
    return _NAMED_TROUBLE.sub("", plain) or plain


def _bare(text: str) -> str:
    return " ".join(text.casefold().split()).strip(" .!,") or text.strip()


def _governing(tokens: Sequence[Token], figures: Sequence[Figure], figure: Figure) -> str:
    """The word that says what this sum is: the last one before it, else the first after it."""
    sums = [f for f in figures if f.role is Role.MONEY]
    start = max((f.phrase.end for f in sums if f.phrase.end <= figure.phrase.start), default=0)
    telling = _SOLD | _OTHER_SUMS
    before = [
        token.lemma
        for at, token in enumerate(tokens[start : figure.phrase.start], start=start)
        if token.lemma in telling and not _is_about(tokens, at)
    ]
    if before:
        return before[-1]
    end = figure.phrase.end
    following = min((f.phrase.start for f in sums if f.phrase.start >= end), default=None)
    if following is not None and following <= end + _LOOK_AHEAD:
        return ""  # In "200 laku 3 juta" the word belongs to the second sum.
    after = [t.lemma for t in tokens[end : end + _LOOK_AHEAD] if t.lemma in telling]
    return after[0] if after else ""


def _is_about(tokens: Sequence[Token], at: int) -> bool:
    """Such as "kurang lebih"."""
    after = tokens[at + 1].lemma if at + 1 < len(tokens) else ""
    return tokens[at].lemma == "kurang" and after == "lebih"


def _sold_nothing(tokens: Sequence[Token], figures: Sequence[Figure]) -> bool:
    said = {token.lemma for token in tokens if token.kind is Kind.WORD}
    if not said:
        return [token.word for token in tokens] == ["0"]
    return not figures and bool(said & _DENIALS) and said <= _DENIALS | _NOTHING_SOLD | FILLERS


def _one(figures: Sequence[Figure], figure: Figure) -> AmountReading:
    """One sum; said for each, it is multiplied by the one count that there is."""
    if figure.phrase.value == 0:
        return sure(0)
    counts = [f for f in figures if f.role is Role.COUNT]
    value = figure.reading.value
    if figure.each and value is not None:
        if len(counts) != 1:
            return NO_AMOUNT
        return confirm(value * counts[0].number, "so many, each for so much")
    near = figure.reading.candidates
    if value is None and figure.phrase.scale and len(near) == 1:
        return confirm(near[0], "about so much, which is enough for sales")
    return figure.reading


def _several(tokens: Sequence[Token], sold: Sequence[Figure]) -> AmountReading:
    """Several sums are never chosen between: their total is offered, and each."""
    candidates = tuple(each for figure in sold for each in figure.reading.candidates)
    known = [f.reading.value for f in sold if f.reading.value is not None]
    ranged = len(sold) == len(("from", "to")) and is_range(tokens, sold[0], sold[1])
    if len(known) < len(sold) or ranged:
        return ask(candidates, "several sums, or a range")
    if len(set(known)) == 1:
        return confirm(known[0], "the same sum twice")
    return ask((sum(known), *known), "several sums of sales")


def _counts_other_people(tokens: Sequence[Token]) -> bool:
    """Such as "3 orang sakit": so many do something else."""
    figures = find_figures(tokens, day_tokens(find_days(tokens)))
    people = [f for f in figures if f.role is Role.PEOPLE]
    return bool(people) and not any(_ends_or_works(tokens, f.phrase.end) for f in people)


def _ends_or_works(tokens: Sequence[Token], end: int) -> bool:
    """Such as "5 orang", "5 anggota yang kerja"; not "3 orang sakit"."""
    while end < len(tokens) and tokens[end].lemma in PEOPLE:
        end += 1
    if end >= len(tokens) or tokens[end].kind is Kind.MARK or tokens[end].word == "\n":
        return True
    return tokens[end].lemma in _WORK | {"dan"}
