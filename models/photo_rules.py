"""What is wrong with a photo, judged by its measures and by rules that the office can set."""

from contextvars import ContextVar
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Flaw(StrEnum):
    """Why a photo may not show what it should; the gravest first."""

    TINY = "tiny"
    TOO_DARK = "too_dark"
    SCREENSHOT = "screenshot"
    SCREEN_PHOTO = "screen_photo"
    BLURRED = "blurred"


@dataclass(frozen=True, slots=True)
class PhotoRules:
    """From where on a measure is a flaw, and how near two photos are to be the same."""

    tiny_below: int = 400
    """Pixels of the shorter side."""
    dark_below: int = 50
    """0 to 255: three quarters of the picture are darker than this."""
    blurred_below: int = 380
    """0 to 1000."""
    screenshot_from: int = 60
    """0 to 100."""
    screen_photo_from: int = 60
    """0 to 100."""
    same_phash: int = 10
    """Bits of 64 that may differ."""
    same_dhash: int = 12
    """Bits of 64 that may differ."""


RULES: ContextVar[PhotoRules] = ContextVar("photo_rules", default=PhotoRules())  # noqa: B039 (frozen)
"""The rules in force: whoever starts the bot sets them from its settings."""


class Measured(Protocol):
    """What flaws are seen by: fresh measures, or those of a row."""

    @property
    def width(self) -> int: ...
    @property
    def height(self) -> int: ...
    @property
    def brightness_light(self) -> int: ...
    @property
    def sharpness(self) -> int: ...
    @property
    def screenshot(self) -> int: ...
    @property
    def screen_photo(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Measures:
    """What was measured of a picture; width and height in pixels as it arrived.

    Brightness (mean and quartiles) is 0 to 255, sharpness 0 to 1000, likeness to a screenshot and
    to the photo of a screen 0 to 100; the hashes are 64 bits as signed numbers.
    """

    width: int
    height: int
    brightness: int
    brightness_dark: int
    brightness_light: int
    sharpness: int
    screenshot: int
    screen_photo: int
    phash: int
    dhash: int


def flaws(measures: Measured, rules: PhotoRules | None = None) -> tuple[Flaw, ...]:
    """What a person should be told about a picture, the gravest first; by the rules in force.

    Whether a dark picture is blurred, nobody can see.
    """
    rule = rules or RULES.get()
    too_dark = measures.brightness_light < rule.dark_below
    found = {
        Flaw.TINY: min(measures.width, measures.height) < rule.tiny_below,
        Flaw.TOO_DARK: too_dark,
        Flaw.SCREENSHOT: measures.screenshot >= rule.screenshot_from,
        Flaw.SCREEN_PHOTO: measures.screen_photo >= rule.screen_photo_from,
        Flaw.BLURRED: measures.sharpness < rule.blurred_below and not too_dark,
    }
    return tuple(flaw for flaw in Flaw if found[flaw])
