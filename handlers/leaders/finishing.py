"""Words with which somebody ends a talk ("sudah, terima kasih"), or only agrees ("siap bu")."""

import re
from typing import Final

_ENDS: Final = frozenset({"selesai", "cukup", "beres", "jelas", "paham", "mengerti", "ngerti"})
_DONE: Final = frozenset({"sudah", "sdh", "udah", "udh", "dah"})
_THANKS: Final = frozenset(
    {"terima", "kasih", "terimakasih", "makasih", "makasi", "mksh", "trims", "tks", "thanks"}
)
_POLITE: Final = frozenset(
    {
        "bu",
        "ibu",
        "pak",
        "bapak",
        "mbak",
        "mas",
        "ya",
        "yaa",
        "banyak",
        "ok",
        "oke",
        "baik",
        "semua",
    }
)
_AGREES: Final = frozenset(
    {"siap", "iya", "iyaa", "yes", "setuju", "boleh", "bisa", "insya", "allah"}
)
_THUMBS: Final = frozenset({"👍", "🙏", "👌", "✅"})
_WORD = re.compile(r"[^\W\d_]+")


def says_finished(text: str) -> bool:
    """Whether these words say that it is over, and nothing else besides."""
    if "?" in text or any(character.isdigit() for character in text):
        return False
    said = _WORD.findall(text.casefold())
    if not said or not set(said) <= _ENDS | _DONE | _THANKS | _POLITE:
        return False
    has_thanks = any(word in _THANKS for word in said)
    return any(word in _ENDS for word in said) or (
        has_thanks and any(word in _DONE for word in said)
    )


def only_agrees(text: str) -> bool:
    """Whether these words only say that it is well: staff see them, and owe no answer to them."""
    if "?" in text or any(character.isdigit() for character in text):
        return False
    said = set(_WORD.findall(text.casefold()))
    if said:
        return said <= _AGREES | _POLITE | _THANKS
    return any(thumb in text for thumb in _THUMBS)
