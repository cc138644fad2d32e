"""Words without what tells who said them: names, phone and identity numbers, addresses. Pure."""

import re
from collections.abc import Collection
from itertools import groupby

from handlers.understanding.lexicon import words
from handlers.understanding.number_words import NUMBER_WORDS, Step
from handlers.understanding.spelling import KNOWN

A_NAME, A_NUMBER, AN_ADDRESS = "[nama]", "[nomor]", "[alamat]"

_TITLES = words(
    """pak bpk bapak bp bu ibu buk mas mbak mba bang kak om tante haji hj h ustadz ust pakde bude
    nama namanya an atasnama saudara sdr sdri ketua bendahara sekretaris almarhum alm"""
)
_AFTER_A_TITLE = frozenset({"saya", "sy", "aku", "adalah", "kami", "rt", "rw"})
_ADDRESS = re.compile(r"\S+@\S+\.\S+|(?:https?://|www\.)\S+|(?<!\w)@\w{3,}", re.IGNORECASE)
_DIGITS = re.compile(r"(?<![^\W_])[+(]?[\doOlI](?:[ .()\-]{0,3}[\doOlI]){6,}(?![^\W_])")
_MONEY = re.compile(r"\d{1,3}(?:[., ]\d{3})+")
_PHONE_BEGINS = ("08", "628", "62")
_PHONE_DIGITS = 8
_PERSONAL_DIGITS = 10
_SPOKEN_DIGITS = 8
_ZEROS = frozenset({"nol", "kosong"})
_PIECE = re.compile(r"\w+(?:['’.]\w+)*|\s+|.", re.DOTALL)
_NAMES_IN_A_ROW = 3


def without_personal_data(text: str, names: Collection[str] = ()) -> str:
    """The text with everything personal masked; `names` are words of names that we know.

    A name that is an everyday word, too, is masked where a title stands before it or where it is
    written as a name. Rather a word too many is masked than one too few.
    """
    masked = _ADDRESS.sub(AN_ADDRESS, " ".join(text.split()))
    masked = _DIGITS.sub(_masked_number, masked)
    return _without_names(_without_spoken_numbers(masked), {name.casefold() for name in names})


def _masked_number(match: re.Match[str]) -> str:
    """A phone, account or identity number; a sum of money with its groups stays."""
    written = match.group().strip()
    digits = "".join(c for c in written.translate(str.maketrans("oOlI", "0011")) if c.isdigit())
    phone = digits.startswith(_PHONE_BEGINS) and len(digits) >= _PHONE_DIGITS
    personal = len(digits) >= _PERSONAL_DIGITS or (phone and not _MONEY.fullmatch(written))
    return A_NUMBER if personal else match.group()


def _without_spoken_numbers(text: str) -> str:
    """A number that is said digit by digit: "nol delapan satu dua ..."."""
    pieces: list[str] = []
    for spoken, group in groupby(text.split(" "), key=_is_spoken_digit):
        listed = list(group)
        pieces += [A_NUMBER] if spoken and len(listed) >= _SPOKEN_DIGITS else listed
    return " ".join(pieces)


def _is_spoken_digit(word: str) -> bool:
    plain = word.casefold().strip(",.")
    number = NUMBER_WORDS.get(plain)
    return plain in _ZEROS or (number is not None and number.step is Step.UNIT)


def _without_names(text: str, names: Collection[str]) -> str:
    shouted = text.isupper()
    masked: list[str] = []
    names_to_come, begins = 0, True
    for piece in _PIECE.findall(text):
        if not piece[0].isalpha():
            masked.append(piece)
            begins = begins or piece in ".!?"
            names_to_come = 0 if piece in ",.!?" else names_to_come
            continue
        word = piece.casefold()
        like_a_name = piece[0].isupper() and not shouted and not begins
        strange = word not in KNOWN
        is_title = word in _TITLES or (names_to_come > 0 and word in _AFTER_A_TITLE)
        expected = names_to_come > 0 or word in names
        is_name = not is_title and (expected or like_a_name) and (strange or like_a_name)
        is_name = is_name or (not is_title and word in names and names_to_come > 0)
        masked.append(A_NAME if is_name else piece)
        names_to_come = _NAMES_IN_A_ROW if is_title else max(names_to_come - 1, 0) * is_name
        begins = False
    return _JOINED_NAMES.sub(A_NAME, "".join(masked))


_JOINED_NAMES = re.compile(r"\[nama\](?:[ .]*\[nama\])+")
