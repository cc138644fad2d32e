"""From any known spelling to its standard word, and the sets of words that the rules ask for."""

from handlers.understanding import vocabulary


def _lines(*blocks: str) -> dict[str, str]:
    lemmas: dict[str, str] = {}
    for block in blocks:
        for line in block.strip().splitlines():
            lemma, _, spellings = line.partition(":")
            for spelling in (lemma, *spellings.split()):
                lemmas.setdefault(spelling, lemma)
    return lemmas


LEMMAS = _lines(
    vocabulary.PAYING,
    vocabulary.STATE,
    vocabulary.ASKING,
    vocabulary.CONTROL,
    vocabulary.ANSWERS,
    vocabulary.BUSINESS,
    vocabulary.PEOPLE,
    vocabulary.FILLERS,
    vocabulary.OFF_TOPIC,
)
"""From any known spelling to the standard word."""


def words(listed: str) -> frozenset[str]:
    """The words of a list that is written as a sentence."""
    return frozenset(listed.split())


PAY_VERBS = frozenset({"setor", "bayar", "angsur", "cicil", "lunasi", "transfer", "titip"})
PAY_NOUNS = frozenset({"setoran", "angsuran", "cicilan", "pembayaran"})
EXPENSES = words(
    """tukang buruh pekerja biaya listrik air pdam sekolah spp arisan pajak sewa bensin solar
    pakan warung toko kontrakan bpjs motor kredit dokter obat kuliah parkir makan tiket zakat
    iuran kos asuransi"""
)
"""What else people pay for: such a payment is not the fund's."""
SLIPS = frozenset({"bukti", "struk", "slip", "resi"})
SALES = frozenset({"laku", "jual", "omzet", "untung", "harga", "beli", "biaya"})
OTHER_MONEY = SALES | {"sisa", "hutang", "pinjaman", "saldo", "kurang", "modal", "tinggal"}
BUSINESS = SALES | words(
    """usaha perkembangan panen jahe ayam tanam produksi pelanggan busuk bagus umur"""
)
GOODS = frozenset({"jahe", "ayam", "tanam", "produksi", "pelanggan", "panen"})
OFF_TOPIC = words("judi lowongan cuaca bola lagu presiden pulsa bansos undangan pacar promo")
NEGATIONS = frozenset({"tidak", "belum", "bukan"})
FUTURE_MOODS = frozenset({"akan", "janji", "insyaallah", "nanti", "usahakan", "rencana", "segera"})
WANTS = frozenset({"mau", "akan"})
PEOPLE = frozenset({"pak", "bu", "mas", "saya", "kami", "pian"})
FILLERS = PEOPLE | words(
    """yang dan dengan sama di ke dari untuk ini itu saja dong juga dulu karena kelompok tolong
    admin selamat halo salam permisi"""
)
