"""Rules of the queue: applying, leaving, asking why. Each says whether it holds."""

from handlers.understanding.lexicon import words
from handlers.understanding.scene import Scene

_QUEUE = words("antrian giliran")
_WISHES = words("mau minta butuh perlu akan")
_STATUS = words("dicek verifikasi diterima masuk diproses status sudah belum kapan")
_OTHER_WISHES = words("waktu tempo tunda keringanan salah ralat keluhan data laporan berhenti")


def leaves(scene: Scene) -> bool:
    """Such as "mundur dari antrean", "batalkan pengajuan"."""
    return scene.has_any(_QUEUE | {"ajukan"}) and (
        scene.has("kembali", "batal", "keluar") and not scene.asks
    )


def asks_why(scene: Scene) -> bool:
    """Such as "kenapa kami nomor 4?"."""
    if not scene.has("kenapa") or scene.pays or scene.has("telat", "lama", "laporan", "bukti"):
        return False
    return scene.has_any(_QUEUE) or (scene.has("nomor") and bool(scene.figures))


def asks_about_application(scene: Scene) -> bool:
    """Such as "pengajuan kami sudah diterima?"."""
    return scene.has("ajukan") and scene.has_any(_STATUS) and not scene.has_amount


def applies(scene: Scene) -> bool:
    """Such as "mau ajukan modal 15 juta untuk bibit jahe"."""
    if scene.pays or scene.has_any(_OTHER_WISHES) or scene.has_any(_QUEUE):
        return False
    if scene.has("ajukan"):
        return scene.has_amount or not scene.has_any(_STATUS)
    if scene.asks or scene.has("sisa", "hutang", "saldo", "lunas"):
        return False
    borrows = scene.has("pinjaman") and (scene.has_amount or scene.has("modal"))
    return scene.has_any(_WISHES) and (scene.has("modal") or borrows)
