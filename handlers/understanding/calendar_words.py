"""Months, weekdays and the words that move a day, in every colouring that leaders use."""

_MONTHS = """
januari jan january jnuari
februari feb pebruari febuari peb
maret mar mrt
april apr avril
mei may
juni jun june
juli jul july jli
agustus agu ags agt aug agst augustus agus agustu
september sep sept spt
oktober okt oct october
november nov nop nopember nofember
desember des dec december
"""
_WEEKDAYS = """
senin sen senen sanayan snin senayan isnin monday
selasa sel slasa seloso salasa sls selaso tuesday
rabu rab rebo arba araba rabo wednesday
kamis kam kemis kmis kammisi kms thursday
jumat jum jmt jemuwah jumuah jumahat jumaat juma friday jumad
sabtu sab sbt setu saptu sattu saturday
minggu mgg mggu mingu ahad akhad ahat akad mg sunday
"""
_MOVES = {
    "kemarin": (
        "kmrn kmren kemaren kmarin kamarin kemarn wingi samalam kmrin kemarennya kmr "
        "kemrin kemaring riwenni yesterday kmrnnya kemarinnya "
    ),
    "winginane": "wingenane kemarindulu wingine",
    "semalam": "smlm smalam tadimalam mambengi",
    "besok": (
        "bsk esok sesuk isuk besuk bsok isok sesok baja benjing bsuk tomorrow besoknya mene esuk "
    ),
    "lusa": "sangalusa lusanya lusanye",
    "tulat": "",
    "tadi": "td tadinya tdi tadie",
    "lalu": "kapungkur silam llu lewat",
    "depan": "dpn mendatang ngarep dpan",
    "pekan": "",
    "malam": "mlm mlam bengi malem ndalu mlem",
    "pagi": "pg baisukan pgi enjing ele",
    "siang": "awan",
    "sore": "sor petang kamarian sonten arawieng",
    "subuh": "sahur",
    "malming": "malmingan satnight",
    "tanggal": "tgl tg tanggalnya tglnya tggl tanggl",
    "akhir": "ahir pengujung",
    "tengah": "pertengahan tengahan",
    "lebaran": "idul fitri natal puasa ramadan ramadhan",
    "gajian": "",
    "habis": "abis hbs setelah stelah sesudah selesai limbah bubar",
    "muda": "",
}
AHAD = frozenset({"ahad", "akhad", "ahat", "akad", "sunday"})
"""Spellings of Sunday that never mean a week."""


def _numbered(lines: str, first: int) -> dict[str, int]:
    return {
        spelling: number
        for number, line in enumerate(lines.strip().splitlines(), first)
        for spelling in line.split()
    }


MONTHS = _numbered(_MONTHS, 1)
WEEKDAYS = _numbered(_WEEKDAYS, 0)
MOVES = {spelling: lemma for lemma, more in _MOVES.items() for spelling in (lemma, *more.split())}
DAY_PARTS = frozenset({"pagi", "siang", "sore", "malam", "subuh"})
SUNDAY = 6
