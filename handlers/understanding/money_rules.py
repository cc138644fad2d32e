"""Rules of money: questions, trouble with paying, promises, reports. Each says whether it holds."""

from handlers.understanding.day_span import Names
from handlers.understanding.lexicon import BUSINESS, GOODS, PAY_NOUNS, PAY_VERBS, SLIPS, words
from handlers.understanding.outcome import Direction, Expecting
from handlers.understanding.scene import NUMERAL, Scene

_PAYS = PAY_VERBS | PAY_NOUNS

_PARTS = frozenset({"tunai", "pokok", "jasa", "nominal"})

_STATUS = words("dicek verifikasi diterima masuk tercatat diproses status")

_DEBTS = words("sisa hutang pinjaman saldo kurang tinggal tunggakan")

_LOOKING = words("berapa lihat dicek tolong minta ? mau lagi")
_A_FEW_WORDS = 3


def asks_status(scene: Scene) -> bool:
    if scene.follows({"laporan", "setoran"}, {"bagaimana"}):
        return True
    if not scene.has_any(_STATUS):
        return False
    about = _PAYS | {"laporan", "bukti", "uang", "lapor", "struk", "slip", "resi"}
    if not scene.has_any(about) and not scene.has("status"):
        return scene.has("sudah") and scene.has("belum")
    told = scene.has_clear_amount and not scene.asks and not scene.has("belum", "status")
    if told:
        return False
    wonders = scene.asks or scene.has("belum", "tolong", "status", "minta")
    return wonders and not scene.has_any(_DEBTS - {"kurang"})


def asks_turn(scene: Scene) -> bool:
    if scene.has("giliran", "antrian"):
        return True
    money = scene.has("cair", "modal", "dana") or scene.follows({"kapan"}, {"dapat"})
    return money and scene.asks and not scene.pays


_OUTCOME = _STATUS | words("ditolak setuju cair bagaimana kabar hasil kapan lama")
_SENT_IN = frozenset({"ajukan", "daftar", "pinjam", "minta"})


def asks_after_application(scene: Scene) -> bool:
    """What became of a wish for capital: "pengajuan kami sudah diterima belum?".

    It names the wish as a thing (pengajuan, proposal) or tells that it was made ("sudah
    mengajukan"), and wonders how it stands. Who asks for the way to apply asks for no outcome.
    """
    if scene.has_any(PAY_VERBS) or scene.has("cara", "syarat", "mau", "batal"):
        return False
    named = scene.has("pengajuan")
    if named and scene.done and scene.has("kirim", "masuk") and not scene.attachment:
        return True
    made = scene.follows({"sudah"}, _SENT_IN) or (scene.done and scene.has("ajukan"))
    lent = scene.has("pinjaman") and scene.has("setuju", "ditolak", "cair", "verifikasi")
    if not (named or made or lent):
        return False
    if scene.has("status", "belum"):
        return True
    doubts = scene.asks or scene.has("tidak")
    return doubts and (scene.has_any(_OUTCOME) or scene.has("mana", "apa", "kenapa"))


_WAYS = words("tunai transfer via dinas bank bendahara pendamping brilink kantor pos")
_QUEUE = frozenset({"antrian", "giliran", "duluan"})
_APPLICATION = _QUEUE | {"pengajuan", "ajukan", "pinjam", "daftar", "pinjaman"}


def asks_why_place(scene: Scene) -> bool:
    """Such as "kenapa kami nomor 4?", "kok mereka duluan"."""
    if not scene.has("kenapa") or scene.pays:
        return False
    numbered = scene.follows({"nomor", "peringkat", "ke"}, {NUMERAL}, within=4)
    numbered = numbered or scene.follows({"tidak", "belum"}, {"nomor"})
    return scene.has_any(_QUEUE) or (numbered and not scene.has("rekening", "hp"))


def withdraws(scene: Scene) -> bool:
    """An application is taken back: "mundur dari antrean", "batal pinjam"."""
    if not scene.has_any(_APPLICATION) or scene.pays or scene.asks:
        return False
    leaves = scene.has("mundur", "keluar", "tarik", "batal")
    deletes = scene.has("hapus") and scene.has("antrian", "pengajuan")
    return leaves or deletes or scene.follows({"tidak", "tak"}, {"jadi"}, within=1)


def applies(scene: Scene) -> bool:
    """Capital is wanted: "mau ajukan modal 15 juta", "bisa pinjam lagi?"."""
    if scene.has_any(PAY_VERBS) or scene.has("giliran", "kapan", "antrian", "sisa", "hutang"):
        return False
    if scene.has("ajukan", "pinjam"):
        return not scene.has("sudah") or scene.has("mau", "bisa", "lagi")
    if scene.follows({"mau", "cara", "bisa"}, {"daftar"}, within=2):
        return True
    wants = scene.has("mau", "minta", "tolong", "bantuan", "daftar", "bisa", "cara")
    if scene.has("pengajuan"):
        return wants or scene.has("syarat") or scene.attachment == "photo"
    gets = scene.follows({"dapat"}, {"pinjaman"}, within=2)
    return wants and (gets or scene.has("modal", "dana")) and not scene.has("cair", "berapa")


def asks_schedule(scene: Scene) -> bool:
    if scene.has("jatuhtempo", "jadwal") or scene.follows({"jatuh"}, {"tempo"}):
        return True
    if scene.has("tempo") and scene.has("kapan", "?", "berapa") and not scene.has("minta"):
        return True
    if not scene.pays or scene.has_clear_amount:
        return False
    if scene.has("kapan") or scene.follows({"tanggal"}, {"berapa"}, within=1):
        return True
    due = scene.has("harus", "bulan", "berikutnya", "setiap") or scene.has_any(PAY_NOUNS)
    return (
        scene.has("berapa") and due and not scene.has_any(_DEBTS | {"sudah", "total", "rekening"})
    )


def asks_how_to_pay(scene: Scene) -> bool:
    if scene.has_clear_amount:
        return False
    by_what = scene.follows({"lalu", "via", "pakai"}, {"apa", "mana"})
    if scene.has_any(_PAYS | {"uang"}) and (scene.has("mana", "cara", "siapa") or by_what):
        return True
    if scene.has("bisa", "boleh") and scene.follows(PAY_VERBS, _WAYS):
        return not scene.done and not scene.ahead and not scene.has("belum", "tidak")
    bank = scene.has("rekening")
    return (
        bank and (scene.asks or scene.has("minta", "nomor", "kirim", "tolong")) and not scene.done
    )


def asks_balance(scene: Scene) -> bool:
    if scene.pays and scene.ahead and not scene.asks:
        return False
    if scene.has_any(_DEBTS):
        alone = scene.only(*_DEBTS, *PAY_NOUNS, "uang", "lunas", "modal", "data")
        repaid = scene.has("lunas") and scene.has("belum")
        return (scene.has_any(_LOOKING) or alone or repaid) and not scene.has_amount
    if scene.has("lunas") and (scene.asks or scene.has("belum")):
        return True
    paid = scene.pays and scene.has("berapa") and scene.has("sudah", "total")
    return paid or (scene.has("berapa") and scene.has("lagi") and not scene.has("hari"))


def asks_for_time(scene: Scene) -> bool:
    asks = scene.has("minta", "mau", "tolong", "bisa") and scene.has("waktu", "tempo")
    later = scene.pays and scene.has("libur", "mundur", "jeda")
    put_off = scene.has("tunda", "keringanan", "telat", "macet")
    return asks or later or put_off or scene.only("waktu")


def cannot_pay(scene: Scene) -> bool:
    if scene.has_any(GOODS) and not (scene.pays or scene.has("uang", "bisa", "waktu")):
        return False
    if asks_for_time(scene) or (scene.has("kepakai") and (scene.pays or scene.has("uang"))):
        return True
    return (
        scene.denies_paying and not promises_after_denying(scene) and not paid_after_denying(scene)
    )


def paid_after_denying(scene: Scene) -> bool:
    """Such as "bulan ini belum, tapi kemarin sudah transfer 300rb"."""
    if not scene.has("tapi") or not scene.has_clear_amount:
        return False
    turn = len(scene.lemmas) - scene.lemmas[::-1].index("tapi")
    after = set(scene.lemmas[turn:])
    return "sudah" in after and not after.isdisjoint(_PAYS)


def promises_after_denying(scene: Scene) -> bool:
    """Such as "hari ini belum bisa, besok saya setor": a second clause promises."""
    denied = max(
        (at for at, lemma in enumerate(scene.lemmas) if lemma in {"belum", "tidak"}), default=-1
    )
    later = [
        span
        for span in scene.spans
        if span.start > denied and (span.names is Names.DATE or span.tense is Direction.FUTURE)
    ]
    if not later:
        return False
    after = set(scene.lemmas[later[0].start :])
    return not after.isdisjoint(_PAYS | {"bisa", "insyaallah"})


def promises(scene: Scene) -> bool:
    if scene.expecting is Expecting.PROMISE and (scene.spans or scene.has_amount):
        return True
    if scene.asks and not scene.ahead:
        return False
    able = scene.pays or scene.has("bisa", "uang", "lunas")
    if scene.ahead and not happened(scene):
        return able or (scene.has_clear_amount and not scene.has_any(BUSINESS))
    wants = scene.has("mau", "akan", "bisa") and scene.pays
    return wants and not scene.has("lapor", "sudah") and any(map(scene.is_ahead, scene.spans))


def happened(scene: Scene) -> bool:
    future = any(span.tense is Direction.FUTURE for span in scene.spans)
    return scene.done and not future and not scene.has("janji")


def sends_slip(scene: Scene) -> bool:
    if not scene.has_any(SLIPS) or scene.has("belum", "tidak", "hilang", "bagaimana"):
        return False
    return (
        scene.attachment == "photo"
        or scene.has("ini", "kirim")
        or scene.pays
        or len(scene.content) <= _A_FEW_WORDS
    )


def gives_amount(scene: Scene) -> bool:
    if scene.expecting is not Expecting.AMOUNT or not scene.has_amount:
        return False
    business = scene.has_any(BUSINESS) and not scene.pays and scene.money_is_all_sales
    return not business and not (scene.has_any(PAY_VERBS) and bool(scene.spans))


def gives_day(scene: Scene) -> bool:
    if scene.expecting is not Expecting.DATE or not scene.spans:
        return False
    return not (scene.has_any(PAY_VERBS) and scene.has_clear_amount)


def reports_progress(scene: Scene) -> bool:
    if scene.has("anggota") and scene.names_people and not scene.pays and not scene.asks:
        return True
    if scene.has("perkembangan") or scene.follows({"lapor", "laporan"}, {"usaha"}):
        return True
    paid = scene.pays and not (scene.has("laku", "untung") and scene.money_is_all_sales)
    if paid or not scene.has_any(BUSINESS - {"biaya", "harga", "umur", "bagus"}):
        return scene.attachment == "photo" and scene.has("umur", "bagus") and not scene.pays
    return not scene.asks or scene.attachment == "photo"


def reports_repayment(scene: Scene) -> bool:
    if scene.pays or scene.only("sudah") or (scene.has_any(_PARTS) and scene.has_amount):
        return True
    if scene.has_clear_amount and not scene.has_any(BUSINESS):
        dated = any(span.tense is not None or span.names is Names.DATE for span in scene.spans)
        return scene.attachment == "photo" or scene.done or dated or bool(scene.spans)
    return False


def bare_amount(scene: Scene) -> bool:
    said_a_unit = scene.has("rupiah") or any(f.phrase.scale for f in scene.figures)
    other_money = scene.money_is_all_sales
    return scene.has_clear_amount or (scene.has_amount and said_a_unit and not other_money)


def bare_day(scene: Scene) -> bool:
    return bool(scene.spans)
