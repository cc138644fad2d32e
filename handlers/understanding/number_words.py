"""Number words of Indonesian, Javanese, Banjar, Bugis-Makassar and market slang.

Each word is one step of the number grammar in `numbers`: what it does, and with which value.
"""

from enum import Enum, auto
from typing import NamedTuple


class Step(Enum):
    """What a number word does to the number being built."""

    UNIT = auto()  # 1 to 9
    TEEN = auto()  # belas
    TIMES_TEN = auto()  # puluh
    TENS = auto()  # a finished number from 10 to 99
    TIMES_HUNDRED = auto()  # ratus
    HUNDREDS = auto()  # a finished 100 to 900
    SCALE = auto()  # ribu, juta, miliar
    ONE_SCALE = auto()  # seribu, sejuta
    MONEY = auto()  # a slang word that is a whole sum of money
    HALF = auto()
    QUARTER = auto()
    POINT = auto()  # koma


class NumberWord(NamedTuple):
    step: Step
    value: int = 0


_UNITS = {
    1: "satu siji setunggal se sak seddi sedi si hiji sabuting",
    2: "dua loro rong kalih duwa rua duo",
    3: "tiga telu telung tellu talu tallu tigo",
    4: "empat papat patang ampat eppa appa pat epat",
    5: "lima limo limang gangsal",
    6: "enam nem enem anam enneng annang nenem",
    7: "tujuh pitu pitung tuju tujoh",
    8: "delapan wolu wolung walu aruwa dlapan lapan dilapan",
    9: "sembilan songo sangang sanga asera sambilan smbilan sembilang salapang",
}
_TENS = {
    10: "sepuluh sapuluh sedasa spuluh seppulo sampulo sapulu sepulu",
    11: "sebelas sewelas sabalas sblas",
    12: "rolas",
    13: "telulas",
    14: "patbelas",
    15: "limolas",
    16: "nembelas",
    20: "rongpuluh duapulu",
    25: "selawe salawi jigo salawe",
    50: "seket gocap saket",
    60: "sewidak",
}
_HUNDREDS = {
    100: "seratus satus saratus siratu cepek sratus sibilangngang ceratus",
    200: "rongatus nopek duaratu",
    300: "telungatus",
    400: "patangatus",
    500: "gopek limangatus",
}
_SCALES = {
    1_000: "ribu rb rbu rebu ewu sebbu seb rib k rbh sabbu ribuw sabu",
    1_000_000: "juta jt jta jut yuto juto jeti jutaa jutak yuta",
    1_000_000_000: "miliar milyar milyard milliar",
}
_ONE_SCALES = {
    1_000: "seribu sewu saribu sisebbu srb sribu serebu sarebu sesebbu",
    1_000_000: "sejuta sajuta sejuto sayuto seyuto sejt sijuta sjuta setiao sejeti",
    1_000_000_000: "semiliar semilyar",
}
_MONEY = {
    1_000: "seceng",
    2_000: "noceng",
    5_000: "goceng",
    10_000: "ceban",
    20_000: "noban",
    25_000: "jigoceng",
    50_000: "goban gocapceng",
    100_000: "cepekceng",
    200_000: "nopekceng",
    500_000: "gopekceng",
}


def _table() -> dict[str, NumberWord]:
    words = {
        "belas": NumberWord(Step.TEEN),
        "welas": NumberWord(Step.TEEN),
        "blas": NumberWord(Step.TEEN),
        "puluh": NumberWord(Step.TIMES_TEN),
        "pulu": NumberWord(Step.TIMES_TEN),
        "pulo": NumberWord(Step.TIMES_TEN),
        "plh": NumberWord(Step.TIMES_TEN),
        "ratus": NumberWord(Step.TIMES_HUNDRED),
        "atus": NumberWord(Step.TIMES_HUNDRED),
        "ratu": NumberWord(Step.TIMES_HUNDRED),
        "rts": NumberWord(Step.TIMES_HUNDRED),
        "rtus": NumberWord(Step.TIMES_HUNDRED),
        "setengah": NumberWord(Step.HALF),
        "stengah": NumberWord(Step.HALF),
        "satangah": NumberWord(Step.HALF),
        "setenga": NumberWord(Step.HALF),
        "separo": NumberWord(Step.HALF),
        "stgh": NumberWord(Step.HALF),
        "seperempat": NumberWord(Step.QUARTER),
        "saparampat": NumberWord(Step.QUARTER),
        "koma": NumberWord(Step.POINT),
    }
    for step, table in (
        (Step.UNIT, _UNITS),
        (Step.TENS, _TENS),
        (Step.HUNDREDS, _HUNDREDS),
        (Step.SCALE, _SCALES),
        (Step.ONE_SCALE, _ONE_SCALES),
        (Step.MONEY, _MONEY),
    ):
        for value, spellings in table.items():
            for spelling in spellings.split():
                words[spelling] = NumberWord(step, value)
    return words


NUMBER_WORDS = _table()
"""From a number word to its step in the grammar."""

MULTIPLYING = frozenset({Step.SCALE, Step.TIMES_HUNDRED, Step.TIMES_TEN, Step.TEEN})
"""Steps that make no number alone."""

ONLY_BEFORE_A_SCALE = frozenset({"se", "sak", "si"})
"""Words that are a number only in front of ratus, ribu, juta and the like."""

VAGUE_ENDINGS = {"ribuan": 1_000, "rban": 1_000, "jutaan": 1_000_000, "jtan": 1_000_000}
"""Scales that say "about"."""

ORDINALS = {
    "pertama": 1,
    "kesatu": 1,
    "kedua": 2,
    "ketiga": 3,
    "keempat": 4,
    "kelima": 5,
    "keenam": 6,
    "ketujuh": 7,
    "kedelapan": 8,
    "kesembilan": 9,
    "kesepuluh": 10,
    "kesebelas": 11,
    "kapindo": 2,
    "kadua": 2,
    "katiga": 3,
    "partama": 1,
    "prtama": 1,
}
