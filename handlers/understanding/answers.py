"""Short answers: yes and no, a choice from a list, how money was paid, which field is meant."""

from collections.abc import Sequence

from handlers.understanding.lexicon import FILLERS, PAY_NOUNS, PAY_VERBS, SLIPS, words
from handlers.understanding.number_words import NUMBER_WORDS, ORDINALS
from handlers.understanding.numbers import small_number
from handlers.understanding.text import Kind, Token, read_message

_YES = words("ya betul ok setuju boleh pas jempol gpp lanjut")
_NO = words("tidak bukan jangan jempolbawah belum")
_YES_AFTER_NO = _YES | {"jadi", "usah", "mau", "bisa", "perlu", "begitu", "salah", "lanjut", "pas"}
_LIGHT = FILLERS | words("sudah kirim jadi begitu gitu itu lagi salah pas semua papa apa")
_AGAINST = frozenset({"tapi", "salah", "ralat", "ubah", "harusnya"})
_AROUND_A_CHOICE = FILLERS | words("nomor pilih daftar yang menu ya")
_HIGHEST_CHOICE = 20
_LATER = words("nanti menyusul besok lusa lewati lewat skip later belum tidak")
_AROUND_LATER = FILLERS | SLIPS | words("ada foto kirim ya ok punya bisa lupa lagi akan")
_FIELDS = (
    ("amount", frozenset({"total", "uang", "rupiah", "jual", "omzet"})),
    ("date", frozenset({"tanggal", "hari"})),
    ("method", frozenset({"metode", "transfer", "tunai", "cara"})),
    ("slip", SLIPS | {"foto"}),
    ("reason", frozenset({"alasan", "alasannya"})),
    ("members", frozenset({"anggota"})),
    ("obstacles", frozenset({"kendala", "kendalanya"})),
    ("group", frozenset({"kelompok"})),
)


def read_yes_no(text: str) -> bool | None:
    """True for yes, False for no, None when the text is neither or both."""
    return yes_or_no(read_message(text).tokens)


def read_choice(text: str) -> int | None:
    """The number that was chosen: "2", "dua", "yang kedua", "no 2"."""
    return choice(read_message(text).tokens)


def read_number(text: str) -> int | None:
    """The one whole number below a hundred in the text: "12", "dua belas kali"; no sum of money."""
    tokens = read_message(text).tokens
    found: list[int] = []
    at = 0
    while at < len(tokens):
        number = small_number(tokens, at) if tokens[at].kind is not Kind.MARK else None
        if number is None and (tokens[at].kind is Kind.NUMBER or tokens[at].word in NUMBER_WORDS):
            return None
        found += [] if number is None else [number[0]]
        at = at + 1 if number is None else number[1]
    return found[0] if len(found) == 1 else None


def read_later(text: str) -> bool:
    """Whether nothing is said but that it comes later, or not: "nanti ya bu", "blm ada fotonya"."""
    tokens = read_message(text).tokens
    said = {token.lemma for token in tokens if token.kind is not Kind.MARK}
    return bool(said & _LATER) and said <= _LATER | _AROUND_LATER


def yes_or_no(tokens: Sequence[Token]) -> bool | None:
    """Yes or no where a question stands; denial goes before agreement ("tidak setuju")."""
    words = [token.lemma for token in tokens if token.kind is Kind.WORD]
    if any(token.kind is Kind.NUMBER or token.word in NUMBER_WORDS for token in tokens):
        return None
    said = [word for word in words if word not in FILLERS]
    if not said:
        return None
    if said[0] in _NO:
        return _denied(said)
    if said == ["salah"]:
        return False
    agreed = [word for word in said if word in _YES]
    if not agreed or _NO & set(said) - _harmless(said) or _AGAINST & set(said):
        return None
    starts = said[0] in _YES or (said[0] in {"sudah", "jadi", "kirim"} and len(said) <= 3)  # noqa: PLR2004 - a figure of the grammar
    return True if starts else None


def _denied(said: list[str]) -> bool | None:
    """No; but "tidak apa-apa" agrees, and "tidak salah" is left to the person."""
    rest = said[1:]
    if rest and rest[0] in {"apa", "papa", "masalah"}:
        return True
    if rest and rest[0] == "salah":
        return None
    strange = [word for word in rest if word not in _YES_AFTER_NO | _NO | _LIGHT]
    return False if len(strange) <= 2 else None  # noqa: PLR2004 - a figure of the grammar


def _harmless(said: list[str]) -> set[str]:
    return {"tidak"} if "papa" in said or "apa" in said else set()


def choice(tokens: Sequence[Token]) -> int | None:
    """A small number that stands alone but for fillers."""
    found: int | None = None
    at = 0
    while at < len(tokens):
        token = tokens[at]
        number = small_number(tokens, at) if token.kind is not Kind.MARK else None
        ordinal = ORDINALS.get(token.word)
        if ordinal is not None or number is not None:
            if found is not None:
                return None
            found, at = (ordinal, at + 1) if ordinal is not None else number or (None, at + 1)
            continue
        if token.kind is Kind.WORD and token.lemma not in _AROUND_A_CHOICE:
            return None
        at += 1
    return found if found is not None and 1 <= found <= _HIGHEST_CHOICE else None


def method(lemmas: Sequence[str]) -> str | None:
    """How it was paid, "transfer" or "cash", when the text says so."""
    said = set(lemmas)
    if "tunai" in said or "titip" in said:
        return "cash"
    if "transfer" in said:
        return "transfer"
    pays = said & (PAY_VERBS | PAY_NOUNS)
    if pays and said & {"rekening", "bank"}:
        return "transfer"
    return "cash" if pays and said & {"bendahara", "pendamping"} else None


def field_named(lemmas: Sequence[str]) -> str | None:
    """The part of a report that a correction names."""
    said = set(lemmas)
    return next((name for name, words in _FIELDS if said & words), None)
