"""The settings of how long things are kept: the days of `Retention`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.setting import Setting, whole_number
from models.retention import Retention

if TYPE_CHECKING:
    from bot.settings import Settings

USUAL = Retention()
_MOST = 3650
"""Ten years, as long as the books themselves (DOMAIN.md 7.2)."""


def _kept(name: str, help_: str, lowest: int, default: int) -> Setting:
    return Setting(
        name,
        help_,
        f"give days from {lowest} to {_MOST}, such as {default}",
        whole_number(lowest, _MOST),
        default=str(default),
    )


RETENTION_SETTINGS = (
    _kept(
        "KEEP_REJECTED_PROOF_DAYS",
        "For so many days slips of rejected reports are kept, and what was sent and never used.",
        30,
        USUAL.rejected_proof_days,
    ),
    _kept(
        "KEEP_PROGRESS_PHOTO_DAYS",
        "For so many days photos of businesses are kept: progress, visits, refused applications.",
        100,
        USUAL.progress_photo_days,
    ),
    _kept(
        "KEEP_CHAT_TEXT_DAYS",
        "For so many days the words of chats are kept, both ways, and strangers who wrote.",
        90,
        USUAL.chat_text_days,
    ),
)
"""Never less than the clock itself looks back: ninety days of progress, of pauses, of talks."""


def retention_of(settings: Settings) -> Retention:
    """For how long things are kept."""
    return Retention(
        rejected_proof_days=settings.keep_rejected_proof_days,
        progress_photo_days=settings.keep_progress_photo_days,
        chat_text_days=settings.keep_chat_text_days,
    )
