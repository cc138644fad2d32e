"""From a message to tokens: one alphabet, one case, one kind of digit; numbers, words and marks."""

import re
import unicodedata
from enum import Enum, auto
from typing import NamedTuple

from handlers.understanding.calendar_words import MOVES
from handlers.understanding.lexicon import LEMMAS, words
from handlers.understanding.number_words import NUMBER_WORDS, Step
from handlers.understanding.spelling import KNOWN, spell

LONGEST = 4_096
"""Characters that are read; what a person writes beyond is beyond any channel's limit."""


class Kind(Enum):
    NUMBER = auto()
    WORD = auto()
    MARK = auto()


class Token(NamedTuple):
    """One piece of a message. `word` is as we spell it, `lemma` the standard word it stands for.

    `glued`: no space before it. `doubtful`: a spelling that was mended, or look-alike digits.
    """

    kind: Kind
    word: str
    lemma: str
    glued: bool = False
    doubtful: bool = False


class Message(NamedTuple):
    """A message's attachment, if any, and its tokens."""

    attachment: str | None
    tokens: tuple[Token, ...]


_PIECE = re.compile(
    r"(?P<number>\d+(?:[.,]\d+)*)|(?P<word>[^\W\d_]+(?:['’`][^\W\d_]+)*)|(?P<gap>[^\S\n]+)|(?P<mark>.)",
    re.DOTALL,
)
_LETTERS_AND_DIGITS = re.compile(r"(?<![^\W_])[a-z]+(?:\d[a-z]+)+(?![^\W_])")
_DIGITS_AS_LETTERS = str.maketrans("01345679", "oieasgtg")
_DIGITS_AND_O = re.compile(r"\d[\do.,]*")
_ATTACHMENTS = {
    "foto": "photo",
    "gambar": "photo",
    "photo": "photo",
    "album": "photo",
    "dokumen": "photo",
    "pdf": "photo",
    "video": "photo",
    "voice": "voice",
    "vn": "voice",
    "suara": "voice",
    "audio": "voice",
    "lokasi": "location",
    "stiker": "sticker",
    "sticker": "sticker",
    "kontak": "contact",
}
_SPOKEN_SYMBOLS = str.maketrans(
    {
        "👍": " jempol ",
        "👌": " jempol ",
        "✅": " jempol ",
        "✔": " jempol ",
        "☑": " jempol ",
        "🙏": " sembah ",
        "👎": " jempolbawah ",
        "❌": " jempolbawah ",
        "½": " setengah ",
        "¼": " seperempat ",
        "×": "x",
        "–": "-",
        "—": "-",
        "−": "-",
        "\u2011": "-",
        "\u2010": "-",
        "’": "'",
        "‘": "'",
        "`": "'",
        "\r": "\n",
    }
)
_ODD_NUMBER = "\ufffd"
_UNITS = ("ribu", "rebu", "rbu", "rb", "juta", "jt", "k")
_PREFIXES_OF_TWO = words(
    "ke tanggal rp jam bulan pokok jasa rekening no nomor hp x angsuran cicilan setoran"
)


def read_message(text: str) -> Message:
    """Tokens of the first 4,096 characters; time grows in line with their number."""
    plain = _plain(text[:LONGEST])[:LONGEST]
    attachment = None
    if plain.lstrip()[:1] == "[":
        attachment, plain = _take_attachment(plain.lstrip())
    return Message(attachment, tuple(_tokens(plain)))


def _take_attachment(plain: str) -> tuple[str | None, str]:
    name, closing, rest = plain[1:60].partition("]")
    first = name.split()[0] if name.split() else ""
    if closing and first in _ATTACHMENTS:
        return _ATTACHMENTS[first], rest + plain[60:]
    return None, plain


def _plain(text: str) -> str:
    text = text.lower()
    if not text.isascii():
        text = "".join(map(_plain_character, text.translate(_SPOKEN_SYMBOLS)))
    if "o" in text:
        text = _DIGITS_AND_O.sub(_zeros_for_letters, text)
    return _LETTERS_AND_DIGITS.sub(_letters_for_digits, text)


def _letters_for_digits(match: re.Match[str]) -> str:
    """Digits that stand for letters: "g4k", "b1sa"; only where a word that we know comes out."""
    written = match.group()
    word = written.translate(_DIGITS_AS_LETTERS)
    return word if word in KNOWN else written


def _plain_character(character: str) -> str:
    if character < "\x80":
        return character
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category in {"No", "Nl"}:
        return _ODD_NUMBER
    if category in {"Cf", "Mn", "Me"}:
        return ""
    folded = unicodedata.normalize("NFKD", character).lower()
    return "".join(c for c in folded if unicodedata.category(c) != "Mn")


def _zeros_for_letters(match: re.Match[str]) -> str:
    """The letter o typed for zero: "5oo.ooo"; a mark in front makes the number doubtful."""
    run = match.group()
    following = match.string[match.end() : match.end() + 1]
    if "o" not in run or (following.isalpha() and following not in "rjk"):
        return run
    if (
        run.rstrip("o").isdigit()
        and following.isalpha()
        and run.endswith("o")
        and run.count("o") == 1
    ):
        return run
    return _ODD_NUMBER + run.replace("o", "0")


def _tokens(plain: str) -> list[Token]:
    found: list[Token] = []
    glued = doubtful = False
    for match in _PIECE.finditer(plain):
        kind, piece = match.lastgroup, match.group()
        if kind == "gap":
            glued = False
            continue
        if kind == "number":
            found.append(Token(Kind.NUMBER, piece, "", glued, doubtful))
        elif kind == "word":
            _add_words(found, piece.replace("'", ""), glued=glued)
        elif piece == _ODD_NUMBER and plain[match.end() : match.end() + 1].isdigit():
            doubtful = True
            continue
        else:
            found.append(Token(Kind.MARK, piece, piece, glued))
        glued, doubtful = piece != "\n", False
    return _without_chat_digits(found)


def _add_words(found: list[Token], typed: str, *, glued: bool) -> None:
    after_number = glued and bool(found) and found[-1].kind is Kind.NUMBER
    parts = _unit_and_rest(typed) if after_number and typed not in KNOWN else (typed,)
    for part in parts:
        for spelt in spell(part):
            word = spelt.word
            lemma = MOVES.get(word) or LEMMAS.get(word, word)
            found.append(Token(Kind.WORD, word, lemma, glued, spelt.mended))
            glued = True


def _unit_and_rest(typed: str) -> tuple[str, ...]:
    """A money unit and the word that runs on: "rbkemarin"."""
    for unit in _UNITS:
        rest = typed.removeprefix(unit)
        if rest != typed and rest in KNOWN:
            return unit, rest
    return (typed,)


def _without_chat_digits(tokens: list[Token]) -> list[Token]:
    """Words doubled by a 2 ("masing2") and the seven of "se7" made plain."""
    plain: list[Token] = []
    for i, token in enumerate(tokens):
        before = plain[-1] if plain else None
        glued_to_word = token.glued and before is not None and before.kind is Kind.WORD
        if token.kind is Kind.NUMBER and glued_to_word and before is not None:
            if token.word == "7" and before.word in {"se", "s"}:
                plain[-1] = Token(Kind.WORD, "setuju", "setuju", before.glued)
                continue
            if token.word == "2" and _doubles(before, tokens[i + 1 : i + 2]):
                continue
        plain.append(token)
    return plain


def _doubles(before: Token, following: list[Token]) -> bool:
    if before.lemma in _PREFIXES_OF_TWO or before.word in NUMBER_WORDS:
        return False
    if not following:
        return True
    step = NUMBER_WORDS.get(following[0].word)
    counted = step is not None and step.step is Step.SCALE
    return not counted and not (following[0].glued and following[0].kind is not Kind.MARK)
