"""What a person wants: an ordered table of rules, each with its reason; the first that holds wins.

The order is the explanation: safety first, then answers to what was asked, then rights and
commands, questions, trouble with paying, reports, and politeness last.
"""

from collections.abc import Callable
from datetime import date

from handlers.understanding.day_spans import Names
from handlers.understanding.lexicon import BUSINESS, GOODS, OFF_TOPIC, PAY_NOUNS, PAY_VERBS, SLIPS
from handlers.understanding.outcome import Expecting, Intent
from handlers.understanding.scene import Scene

Rule = tuple[Intent, Callable[[Scene], bool], str]

_NATIONAL_ID_DIGITS = 16
_PAYS = PAY_VERBS | PAY_NOUNS
_MONEY_WORDS = _PAYS | {"tunai", "pokok", "jasa"}
_STATUS = frozenset("dicek verifikasi diterima masuk tercatat diproses status".split())
_DEBTS = frozenset("sisa hutang pinjaman saldo kurang tinggal".split())
_LOOKING = frozenset("berapa lihat dicek tolong minta ? mau lagi".split())
_HELPERS = frozenset("admin petugas pendamping".split())
_ALL_RIGHT = frozenset("ya betul ok setuju boleh pas jempol gpp".split())


def read_intent(text: str, *, today: date, expecting: Expecting | str | None = None) -> Intent:
    """What the person wants with this text."""
    return intent_of(Scene(text, today, Expecting(expecting) if expecting else None))[0]


def intent_of(scene: Scene) -> tuple[Intent, str]:
    """The first rule that holds, with its reason."""
    for intent, holds, why in RULES:
        if holds(scene):
            return intent, why
    return Intent.UNCLEAR, "nothing that we know was said"


def _only_voice(scene: Scene) -> bool:
    return scene.attachment == "voice" and not scene.content


def _only_photo(scene: Scene) -> bool:
    return scene.attachment == "photo" and not scene.message_words


def _nothing(scene: Scene) -> bool:
    return not scene.content and not scene.asks


def _is_sensitive(scene: Scene) -> bool:
    if _NATIONAL_ID_DIGITS in scene.digit_runs or scene.has("pin"):
        return True
    return scene.has("nik") and (scene.attachment == "photo" or max(scene.digit_runs, default=0) >= 10)  # noqa: PLR2004


def _is_chosen(scene: Scene) -> bool:
    if scene.choice is None:
        return False
    return scene.expecting in {Expecting.CHOICE, Expecting.YESNO, None}


def _agrees(scene: Scene) -> bool:
    stands = scene.expecting in {Expecting.YESNO, Expecting.CHOICE}
    confirms = scene.answer is True or (scene.answer is None and scene.only("sudah", "kirim", "jadi"))
    return stands and confirms


def _denies(scene: Scene) -> bool:
    return scene.expecting is Expecting.YESNO and scene.answer is False and not scene.spans


def _stops_notices(scene: Scene) -> bool:
    sending = {"kirim", "pesan", "hubungi", "ganggu"}
    if scene.has("berhenti"):
        return scene.has_any(sending) or scene.only("berhenti")
    if scene.follows({"jangan"}, sending):
        return True
    return scene.follows({"tidak"}, {"mau"}) and scene.follows({"mau"}, sending)


def _deletes_data(scene: Scene) -> bool:
    return scene.has("hapus") and scene.has("data", "nomor", "saya", "foto")


def _asks_for_data(scene: Scene) -> bool:
    if not scene.has("data") or scene.has("usaha", "setuju"):
        return False
    return scene.only("data") or scene.has("lihat", "minta", "simpan", "apa", "tolong", "dicek", "mau")


def _changes_leader(scene: Scene) -> bool:
    change = {"ubah", "pengganti", "baru", "pindah", "kembali", "meninggal", "berhenti", "keluar"}
    if not scene.has("ketua"):
        return False
    return scene.has_any(change) or scene.follows({"bukan", "tidak"}, {"ketua"})


def _changes_number(scene: Scene) -> bool:
    if scene.has("rekening") or scene.pays:
        return False
    return scene.has("nomor", "hp") and scene.has("ubah", "baru", "hilang", "pindah")


def _cancels(scene: Scene) -> bool:
    return scene.has("batal") or scene.follows({"tidak", "tak"}, {"jadi"}, within=1)


def _restarts(scene: Scene) -> bool:
    if scene.has("ulang"):
        return scene.has("awal") or scene.only("ulang", "mulai", "mau", "lagi", "baru")
    again = scene.follows({"dari", "mulai"}, {"awal"}) and not scene.pays
    return again or scene.only("mulai", "baru", "lagi") and scene.has("baru", "lagi")


def _goes_back(scene: Scene) -> bool:
    return scene.only("kembali", "langkah", "mau", "lagi", "menu") and scene.has("kembali") and not scene.has("menu")


def _wants_menu(scene: Scene) -> bool:
    return (scene.has("menu") and not scene.figures) or scene.only("mulai", "utama", "daftar")


def _complains(scene: Scene) -> bool:
    if scene.has("keluhan", "pungli", "curang") or scene.has("pelayanan") and scene.has("jelek"):
        return True
    if scene.has("kenapa") and scene.has("lama", "telat", "salah", "hilang", "jelek"):
        return True
    if scene.has("kenapa") and scene.has("belum", "tidak") and scene.has_any(_STATUS):
        return True
    return scene.follows(_HELPERS, {"minta"}, within=2) and scene.has("uang", "jasa", "biaya")


def _wants_a_person(scene: Scene) -> bool:
    if scene.has("bicara", "hubungi"):
        people = {*_HELPERS, "orang", "dinas", "langsung", "pak", "bu"}
        return scene.has_any(people) or scene.only("bicara", "mau", "bisa", "hubungi")
    if scene.only(*_HELPERS) or scene.said <= {"admin", "petugas", "?", "!", "."} and bool(scene.said):
        return True
    calls = scene.follows({"mau", "minta", "tolong", "panggil", "ada", "mana"}, {*_HELPERS, "manusia"})
    if not scene.message_words and scene.has("admin"):
        return not scene.has("selamat", "salam", "halo", "pagi", "siang", "sore", "malam", "terimakasih")
    return calls and not scene.pays


def _corrects(scene: Scene) -> bool:
    if scene.has("ralat", "harusnya"):
        return True
    if scene.has("salah"):
        return not scene.has("busuk")
    if scene.has("ubah"):
        return scene.only("ubah", "mau") or scene.has("total", "tanggal", "transfer", "tunai", "metode", "cara", "uang", "foto", "hari", *SLIPS) or scene.has_amount or bool(scene.spans)
    values = scene.has_amount or bool(scene.spans)
    denied = scene.follows({"bukan"}, {"tapi"}, within=8) or scene.has("bukan")
    return values and (denied or scene.has("maksud"))


def _asks_status(scene: Scene) -> bool:
    if not scene.has_any(_STATUS):
        return False
    about = _PAYS | {"laporan", "bukti", "uang", "lapor", "struk", "slip", "resi"}
    if not scene.has_any(about) and not scene.has("status"):
        return scene.has("sudah") and scene.has("belum")
    wonders = scene.asks or scene.has("belum", "tolong", "status", "minta")
    return wonders and not scene.has_any(_DEBTS - {"kurang"})


def _asks_turn(scene: Scene) -> bool:
    if scene.has("giliran", "antrian"):
        return True
    money = scene.has("cair", "modal") or scene.follows({"kapan"}, {"dapat"})
    return money and scene.asks and not scene.pays


def _asks_schedule(scene: Scene) -> bool:
    if scene.has("jatuhtempo", "jadwal") or scene.follows({"jatuh"}, {"tempo"}):
        return True
    if scene.has("tempo") and scene.has("kapan", "?", "berapa") and not scene.has("minta"):
        return True
    if not scene.pays or scene.has_clear_amount:
        return False
    if scene.has("kapan") or scene.follows({"tanggal"}, {"berapa"}, within=1):
        return True
    due = scene.has("harus", "bulan", "berikutnya", "setiap") or scene.has_any(PAY_NOUNS)
    return scene.has("berapa") and due and not scene.has_any(_DEBTS | {"sudah", "total", "rekening"})


def _asks_how_to_pay(scene: Scene) -> bool:
    if scene.has_clear_amount:
        return False
    if scene.has_any(_PAYS | {"uang"}) and (scene.has("mana", "cara", "siapa") or scene.follows({"lewat", "via"}, {"apa", "mana"})):
        return True
    bank = scene.has("rekening")
    return bank and (scene.asks or scene.has("minta", "nomor", "kirim", "tolong")) and not scene.done


def _asks_balance(scene: Scene) -> bool:
    if scene.has_any(_DEBTS):
        alone = scene.only(*_DEBTS, *PAY_NOUNS, "uang", "lunas", "modal", "data")
        return (scene.has_any(_LOOKING) or alone) and not scene.has_clear_amount
    if scene.has("lunas") and (scene.asks or scene.has("belum")):
        return True
    paid = scene.pays and scene.has("berapa") and scene.has("sudah", "total")
    return paid or (scene.has("berapa") and scene.has("lagi") and not scene.has("hari"))


def _asks_for_time(scene: Scene) -> bool:
    asks = scene.has("minta", "mau", "tolong", "bisa") and scene.has("waktu", "tempo")
    return asks or scene.only("waktu") or scene.has("tunda", "keringanan", "telat", "macet")


def _cannot_pay(scene: Scene) -> bool:
    if scene.has_any(GOODS) and not (scene.pays or scene.has("uang", "bisa", "waktu")):
        return False
    if _asks_for_time(scene):
        return True
    return scene.denies_paying and not _promises_after_denying(scene)


def _promises_after_denying(scene: Scene) -> bool:
    """"hari ini belum bisa, besok saya setor": a second clause promises."""
    denied = max((at for at, lemma in enumerate(scene.lemmas) if lemma in {"belum", "tidak"}), default=-1)
    later = [s for s in scene.spans if s.start > denied and (s.names is Names.DATE or s.tense == "future")]
    if not later:
        return False
    after = set(scene.lemmas[later[0].start :])
    return not after.isdisjoint(_PAYS | {"bisa", "insyaallah"})


def _promises(scene: Scene) -> bool:
    if scene.expecting is Expecting.PROMISE and (scene.spans or scene.has_amount):
        return True
    if scene.asks and not scene.ahead:
        return False
    able = scene.pays or scene.has("bisa", "uang")
    if scene.ahead and not _happened(scene):
        return able or (scene.has_clear_amount and not scene.has_any(BUSINESS))
    wants = scene.has("mau", "akan") and scene.pays and not scene.has("lapor", "sudah")
    return wants and any(s.names is Names.DATE and not s.month and s.day > scene.today.day for s in scene.spans)


def _happened(scene: Scene) -> bool:
    future = any(span.tense == "future" for span in scene.spans)
    return scene.done and not future and not scene.has("janji")


def _sends_slip(scene: Scene) -> bool:
    if not scene.has_any(SLIPS) or scene.has("belum", "tidak", "hilang", "bagaimana"):
        return False
    return scene.attachment == "photo" or scene.has("ini", "kirim") or scene.pays or len(scene.content) <= 3  # noqa: PLR2004


def _gives_amount(scene: Scene) -> bool:
    if scene.expecting is not Expecting.AMOUNT or not scene.has_amount:
        return False
    business = scene.has_any(BUSINESS) and not scene.pays
    return not business and not (scene.has_any(PAY_VERBS) and bool(scene.spans))


def _gives_day(scene: Scene) -> bool:
    if scene.expecting is not Expecting.DATE or not scene.spans:
        return False
    return not (scene.has_any(PAY_VERBS) and scene.has_clear_amount)


def _reports_progress(scene: Scene) -> bool:
    if scene.has("perkembangan") or scene.follows({"lapor", "laporan"}, {"usaha"}):
        return True
    paid = scene.pays and not (scene.has("laku", "untung") and scene.money_is_all_sales)
    if paid or not scene.has_any(BUSINESS - {"biaya", "harga", "umur", "bagus"}):
        return scene.attachment == "photo" and scene.has("umur", "bagus") and not scene.pays
    return not scene.asks or scene.attachment == "photo"


def _reports_repayment(scene: Scene) -> bool:
    if scene.pays or scene.only("sudah") or (scene.has_any(_MONEY_WORDS) and scene.has_amount):
        return True
    if scene.has_clear_amount and not scene.has_any(BUSINESS):
        dated = any(span.tense is not None or span.names is Names.DATE for span in scene.spans)
        return scene.attachment == "photo" or scene.done or dated or bool(scene.spans)
    return False


def _goes_on(scene: Scene) -> bool:
    return scene.only("lanjut", "ya", "ok", "mau") and scene.has("lanjut")


def _thanks(scene: Scene) -> bool:
    return scene.has("terimakasih") or scene.follows({"terima"}, {"kasih"}, 1) or scene.has("matur")


def _needs_help(scene: Scene) -> bool:
    if scene.has("bantuan", "bingung", "cara") or scene.follows({"tidak"}, {"bingung"}):
        return not scene.has_any(OFF_TOPIC)
    lost = scene.only("tolong", "bagaimana", "apa") or set(scene.lemmas) <= {"?"} and bool(scene.lemmas)
    return lost or (not scene.content and scene.has("tolong"))


def _greets(scene: Scene) -> bool:
    return scene.has("salam", "halo", "selamat", "permisi") or scene.only("pagi", "siang", "sore", "malam") or (
        bool(scene.content) and set(scene.content) <= {"pagi", "siang", "sore", "malam"}
    )


def _is_off_topic(scene: Scene) -> bool:
    return scene.has_any(OFF_TOPIC)


def _bare_amount(scene: Scene) -> bool:
    return scene.has_clear_amount or (scene.has_amount and scene.expecting is None and bool(scene.content) and scene.amount.certainty is not None and any(f.phrase.scale for f in scene.figures))


def _bare_day(scene: Scene) -> bool:
    return bool(scene.spans)


def _agrees_to_nothing(scene: Scene) -> bool:
    return scene.only(*_ALL_RIGHT)


RULES: tuple[Rule, ...] = (
    (Intent.VOICE, _only_voice, "a voice message without words"),
    (Intent.PHOTO_ONLY, _only_photo, "a picture without words"),
    (Intent.SENSITIVE_DATA, _is_sensitive, "an identity number, PIN or one-time code"),
    (Intent.CHOOSE, _is_chosen, "a number that stands alone"),
    (Intent.YES, _agrees, "agreement where a question stands"),
    (Intent.NO, _denies, "denial where a question stands"),
    (Intent.STOP_NOTICES, _stops_notices, "no more messages wanted"),
    (Intent.DELETE_DATA, _deletes_data, "data are to be deleted"),
    (Intent.CHANGE_LEADER, _changes_leader, "another leader"),
    (Intent.CHANGE_NUMBER, _changes_number, "another phone number"),
    (Intent.ASK_HUMAN, _wants_a_person, "a person is asked for"),
    (Intent.CANCEL, _cancels, "what was begun is dropped"),
    (Intent.RESTART, _restarts, "from the beginning"),
    (Intent.BACK, _goes_back, "one step back"),
    (Intent.MENU, _wants_menu, "the menu"),
    (Intent.COMPLAINT, _complains, "a complaint"),
    (Intent.ASK_TURN, _asks_turn, "whose turn it is"),
    (Intent.CORRECT, _corrects, "something said before is corrected"),
    (Intent.ASK_REPORT_STATUS, _asks_status, "what became of a report"),
    (Intent.ASK_BALANCE, _asks_balance, "how much is left"),
    (Intent.ASK_HOW_TO_PAY, _asks_how_to_pay, "where and how to pay"),
    (Intent.ASK_SCHEDULE, _asks_schedule, "when and how much is due"),
    (Intent.ACCESS_DATA, _asks_for_data, "which data are kept"),
    (Intent.CANNOT_PAY, _cannot_pay, "not able to pay now"),
    (Intent.GIVE_DATE, _gives_day, "the day that was asked for"),
    (Intent.PROMISE_PAYMENT, _promises, "a payment that lies ahead"),
    (Intent.GIVE_AMOUNT, _gives_amount, "the amount that was asked for"),
    (Intent.SEND_SLIP, _sends_slip, "a proof of payment"),
    (Intent.REPORT_PROGRESS, _reports_progress, "news of the business"),
    (Intent.REPORT_REPAYMENT, _reports_repayment, "money that was paid"),
    (Intent.YES, _goes_on, "go on"),
    (Intent.THANKS, _thanks, "thanks"),
    (Intent.HELP, _needs_help, "help is asked for"),
    (Intent.GIVE_AMOUNT, _bare_amount, "an amount and nothing else"),
    (Intent.GREETING, _greets, "a greeting"),
    (Intent.GIVE_DATE, _bare_day, "a day and nothing else"),
    (Intent.UNCLEAR, _agrees_to_nothing, "agreement, but no question stands"),
    (Intent.OFF_TOPIC, _is_off_topic, "nothing to do with the fund"),
    (Intent.UNCLEAR, _nothing, "no words"),
)
"""Rules in order; the first that holds names the intent."""
