"""Rules of talk: commands, rights, persons, politeness. Each says whether it holds."""

from handlers.understanding.answers import field_named
from handlers.understanding.lexicon import GOODS, OFF_TOPIC, words
from handlers.understanding.outcome import Expecting
from handlers.understanding.scene import Scene

_NATIONAL_ID_DIGITS = 16
_PART_OF_AN_ID = 10
_SHORT_ORDER = 3

_STATUS = words("dicek verifikasi diterima masuk tercatat diproses status ditolak")

_HELPERS = words("admin petugas pendamping")

_SENDING = frozenset({"kirim", "pesan", "hubungi", "ganggu", "ingatkan"})

_ALL_RIGHT = words("ya betul ok setuju boleh pas jempol gpp")


def only_voice(scene: Scene) -> bool:
    return scene.attachment == "voice" and not scene.content


def only_photo(scene: Scene) -> bool:
    return scene.attachment == "photo" and not scene.message_words


def nothing(scene: Scene) -> bool:
    return not scene.content and not scene.asks


def is_sensitive(scene: Scene) -> bool:
    if _NATIONAL_ID_DIGITS in scene.digit_runs or scene.has("pin"):
        return True
    return scene.has("nik") and (
        scene.attachment == "photo" or max(scene.digit_runs, default=0) >= _PART_OF_AN_ID
    )


def is_chosen(scene: Scene) -> bool:
    if scene.choice is None:
        return False
    return scene.expecting in {Expecting.CHOICE, Expecting.YESNO, None}


def agrees(scene: Scene) -> bool:
    stands = scene.expecting in {Expecting.YESNO, Expecting.CHOICE}
    confirms = scene.answer is True or (
        scene.answer is None and scene.only("sudah", "kirim", "jadi")
    )
    return stands and confirms


def denies(scene: Scene) -> bool:
    if scene.expecting is not Expecting.YESNO or scene.spans or cancels(scene):
        return False
    return scene.answer is False


def stops_notices(scene: Scene) -> bool:
    """For good or for a while: "berhenti kirim pesan", "jeda sebulan", "jangan ingatkan dulu"."""
    if scene.has("jeda"):
        return scene.has_any(_SENDING) or len(scene.message_words) <= _SHORT_ORDER
    if scene.has("libur") and scene.has_any(_SENDING):
        return True
    if scene.has("berhenti"):
        return scene.has_any(_SENDING) or scene.only("berhenti")
    if scene.follows({"jangan"}, _SENDING):
        return True
    return scene.follows({"tidak"}, {"mau"}) and scene.follows({"mau"}, _SENDING)


def resumes_notices(scene: Scene) -> bool:
    """Such as "lanjutkan pesan lagi", "aktifkan pengingatnya", "kirim pesan lagi"."""
    if not scene.has("pesan", "ingatkan") or scene.has("jangan", "tidak", "berhenti"):
        return False
    if scene.has("lanjut", "aktifkan"):
        return True
    return scene.has("lagi", "kembali") and scene.has("kirim", "boleh", "mau", "mulai", "ingatkan")


def wants_settings(scene: Scene) -> bool:
    """The settings themselves, another language or another channel."""
    if scene.has("pengaturan"):
        return not scene.pays
    changes = scene.has("ubah", "mau", "pakai", "pilih", "inggris", "pindah", "bisa")
    if scene.has("bahasa"):
        return changes or scene.only("bahasa") or scene.spells("indonesia", "indonesian")
    if scene.only("inggris"):
        return True
    if scene.spells("hubungkan", "sambungkan", "tautkan"):
        return scene.has("telegram") or scene.spells("wa", "whatsapp", "wasap")
    if scene.spells("wa", "whatsapp", "wasap") and not scene.pays:
        return scene.has("pindah", "pakai") and not scene.has("nomor", "bicara", "hubungi")
    return scene.has("telegram") and scene.has("pindah", "ubah", "kirim", "pakai")


def deletes_data(scene: Scene) -> bool:
    return scene.has("hapus") and scene.has("data", "nomor", "saya", "foto")


def asks_for_data(scene: Scene) -> bool:
    if not scene.has("data") or scene.has("usaha", "setuju"):
        return False
    return scene.only("data") or scene.has(
        "lihat", "minta", "simpan", "apa", "tolong", "dicek", "mau"
    )


def changes_leader(scene: Scene) -> bool:
    change = {"ubah", "pengganti", "baru", "pindah", "kembali", "meninggal", "berhenti", "keluar"}
    if not scene.has("ketua"):
        return False
    return scene.has_any(change) or scene.follows({"bukan", "tidak"}, {"ketua"})


def changes_number(scene: Scene) -> bool:
    if scene.has("rekening", "kenapa") or scene.pays:
        return False
    return scene.has("nomor", "hp") and scene.has("ubah", "baru", "hilang", "pindah")


def cancels(scene: Scene) -> bool:
    return scene.has("batal") or scene.follows({"tidak", "tak"}, {"jadi"}, within=1)


def restarts(scene: Scene) -> bool:
    if scene.has("ulang"):
        return scene.has("awal") or scene.only("ulang", "mulai", "mau", "lagi", "baru")
    again = scene.follows({"dari", "mulai"}, {"awal"}) and not scene.pays
    again = again or (scene.only("awal", "lagi") and scene.has("lagi"))
    return again or (scene.only("mulai", "baru", "lagi") and scene.has("baru", "lagi"))


def goes_back(scene: Scene) -> bool:
    return (
        scene.only("kembali", "mundur", "langkah", "mau", "lagi", "menu")
        and scene.has("kembali", "mundur")
        and not scene.has("menu")
    )


def wants_menu(scene: Scene) -> bool:
    return (scene.has("menu") and not scene.figures) or scene.only("mulai", "utama", "daftar")


def complains(scene: Scene) -> bool:
    if scene.has("keluhan", "pungli", "curang"):
        return True
    if scene.has("pelayanan") and scene.has("jelek", "telat", "lama"):
        return True
    if scene.has("kenapa") and scene.has("lama", "telat", "salah", "hilang", "jelek"):
        return True
    if scene.has("kenapa") and scene.has("belum", "tidak", "ditolak") and scene.has_any(_STATUS):
        return True
    return asks_money_for_himself(scene)


def asks_money_for_himself(scene: Scene) -> bool:
    """Such as "petugas minta uang"."""
    return scene.follows(_HELPERS, {"minta"}, within=2) and scene.has("uang", "jasa", "biaya")


def wants_a_person(scene: Scene) -> bool:
    if scene.has("bicara", "hubungi"):
        people = {*_HELPERS, "orang", "dinas", "langsung", "pak", "bu"}
        return scene.has_any(people) or scene.only("bicara", "mau", "bisa", "hubungi")
    if scene.only(*_HELPERS):
        return True
    calls = scene.follows(
        {"mau", "minta", "tolong", "panggil", "ada", "mana"}, {*_HELPERS, "manusia"}
    )
    if not scene.message_words and scene.has("admin"):
        return not scene.has(
            "selamat", "salam", "halo", "pagi", "siang", "sore", "malam", "terimakasih"
        )
    return calls and not scene.pays and not asks_money_for_himself(scene)


def speaks_to_a_person(scene: Scene) -> bool:
    """As in "admin, stempel kami hilang": whatever it is about, it is meant for somebody."""
    return len(scene.lemmas) > 1 and scene.lemmas[0] in _HELPERS and scene.lemmas[1] == ","


def corrects(scene: Scene) -> bool:
    if scene.has("ralat", "harusnya"):
        return True
    if scene.has("salah") and not scene.follows({"kalau"}, {"salah"}, within=2):
        return not scene.has("busuk")
    if scene.has("ubah"):
        what = _names_a_field(scene) or scene.has("laporan") or scene.only("ubah", "mau")
        return what or scene.has_amount or bool(scene.spans)
    if scene.follows({"bukan"}, {"tapi"}, within=4) and field_named(scene.lemmas):
        return True
    values = scene.has_amount or bool(scene.spans)
    if values and scene.follows({"yang"}, {"betul"}, within=1):
        return True
    denied = scene.follows({"bukan"}, {"tapi"}, within=8) or scene.has("bukan")
    return values and (denied or scene.has("maksud"))


def _names_a_field(scene: Scene) -> bool:
    """Members and groups change in life, too: only "ubah anggota" itself is about a form."""
    named = field_named(scene.lemmas)
    in_passing = named in {"members", "group", "obstacles"}
    return named is not None and not (in_passing and len(scene.message_words) > _SHORT_ORDER)


def goes_on(scene: Scene) -> bool:
    return scene.only("lanjut", "ya", "ok", "mau") and scene.has("lanjut")


def thanks(scene: Scene) -> bool:
    return (
        scene.has("terimakasih")
        or scene.follows({"terima"}, {"kasih"}, 1)
        or scene.has("matur")
        or scene.only("sembah")
    )


def needs_help(scene: Scene) -> bool:
    if scene.has("bantuan", "bingung", "cara") or scene.follows({"tidak"}, {"bingung"}):
        return not scene.has_any(OFF_TOPIC)
    lost = scene.only("tolong", "bagaimana", "apa") or (
        set(scene.lemmas) <= {"?"} and bool(scene.lemmas)
    )
    return lost or (not scene.content and scene.has("tolong"))


def greets(scene: Scene) -> bool:
    return (
        scene.has("salam", "halo", "selamat", "permisi")
        or scene.only("pagi", "siang", "sore", "malam")
        or (bool(scene.content) and set(scene.content) <= {"pagi", "siang", "sore", "malam"})
    )


def is_off_topic(scene: Scene) -> bool:
    return scene.has_any(OFF_TOPIC)


def advertises(scene: Scene) -> bool:
    return scene.has("judi", "pulsa", "promo", "pacar") and not (
        scene.pays or scene.has("usaha", "panen") or scene.has_any(GOODS)
    )


def agrees_to_nothing(scene: Scene) -> bool:
    return scene.only(*_ALL_RIGHT)


def asks_for_own_groups(scene: Scene) -> bool:
    return scene.has("dampingan", "binaan") and not scene.pays


def asks_for_own_tasks(scene: Scene) -> bool:
    return scene.has("tugas") and not scene.pays and not scene.has_any(_HELPERS)


def tells_of_a_visit(scene: Scene) -> bool:
    """A visit that is told of; one that is waited for is a question to staff."""
    visits = scene.has("kunjungan", "berkunjung", "mengunjungi", "kunjungi")
    return visits and not scene.pays and not scene.asks
