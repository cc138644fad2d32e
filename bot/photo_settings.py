"""The settings of what Gulir warns of in photos: the figures of `PhotoRules`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.setting import Setting, whole_number
from models.photo_rules import PhotoRules

if TYPE_CHECKING:
    from bot.settings import Settings

DEFAULT = PhotoRules()


def _rule(name: str, help_: str, lowest: int, highest: int, default: int) -> Setting:
    return Setting(
        name,
        help_,
        f"give a whole number from {lowest} to {highest}, such as {default}",
        whole_number(lowest, highest),
        default=str(default),
    )


PHOTO_SETTINGS = (
    _rule(
        "PHOTO_TINY_BELOW",
        "A photo whose shorter side has fewer pixels is tiny; 0 for never.",
        0,
        4000,
        DEFAULT.tiny_below,
    ),
    _rule(
        "PHOTO_DARK_BELOW",
        "A photo of which three quarters are darker (0 black, 255 white) is too dark; 0 for never.",
        0,
        255,
        DEFAULT.dark_below,
    ),
    _rule(
        "PHOTO_BLURRED_BELOW",
        "A photo less sharp than this (0 to 1000) is blurred; 0 for never.",
        0,
        1000,
        DEFAULT.blurred_below,
    ),
    _rule(
        "PHOTO_SCREENSHOT_FROM",
        "A photo as flat as this (0 to 100) is taken for a screenshot; 101 for never.",
        1,
        101,
        DEFAULT.screenshot_from,
    ),
    _rule(
        "PHOTO_SCREEN_FROM",
        "A photo with as much of a grid as this (0 to 100) is taken off a screen; 101 for never.",
        1,
        101,
        DEFAULT.screen_photo_from,
    ),
    _rule(
        "PHOTO_SAME_PHASH",
        "Two photos are the same when at most so many of 64 bits of their pHash differ.",
        0,
        15,
        DEFAULT.same_phash,
    ),
    _rule(
        "PHOTO_SAME_DHASH",
        "And when at most so many of 64 bits of their dHash differ.",
        0,
        24,
        DEFAULT.same_dhash,
    ),
)


def photo_rules_of(settings: Settings) -> PhotoRules:
    """What is warned of in photos."""
    return PhotoRules(
        tiny_below=settings.photo_tiny_below,
        dark_below=settings.photo_dark_below,
        blurred_below=settings.photo_blurred_below,
        screenshot_from=settings.photo_screenshot_from,
        screen_photo_from=settings.photo_screen_from,
        same_phash=settings.photo_same_phash,
        same_dhash=settings.photo_same_dhash,
    )
