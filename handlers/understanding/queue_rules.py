"""What people ask about an application that they have made. Each rule says whether it holds."""

from handlers.understanding.lexicon import words
from handlers.understanding.scene import Scene

_STATUS = words("dicek verifikasi diterima masuk diproses status sudah belum kapan")


def asks_about_application(scene: Scene) -> bool:
    """Such as "pengajuan kami sudah diterima?"."""
    return scene.has("ajukan") and scene.has_any(_STATUS) and not scene.has_amount
