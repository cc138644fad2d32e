"""What a picture is worth as evidence: measured once, from the pixels that are decoded anyway.

Everything here is loaded with the first picture, not at start: numpy and SciPy take their time.
"""

from PIL import Image

from bot.evidence.hashes import difference_hash, frequency_hash
from bot.evidence.screens import looks_like_photo_of_screen, looks_like_screenshot
from bot.evidence.sharpness import sharpness_of
from models.photo_rules import Measures

_BRIGHT_SIDE_PIXELS = 256


def measure(picture: Image.Image, *, width: int, height: int) -> Measures:
    """Measure an upright RGB picture of at most 1,600 pixels; width and height as it arrived.

    At one size for all, so that the figures of all cameras can be compared.
    """
    grey = picture.convert("L")
    mean, dark, light = _brightness(grey)
    return Measures(
        width=width,
        height=height,
        brightness=mean,
        brightness_dark=dark,
        brightness_light=light,
        sharpness=sharpness_of(grey),
        screenshot=looks_like_screenshot(picture),
        screen_photo=looks_like_photo_of_screen(picture),
        phash=frequency_hash(grey),
        dhash=difference_hash(grey),
    )


def _brightness(grey: Image.Image) -> tuple[int, int, int]:
    """Mean, lower and upper quartile, 0 to 255."""
    small = grey.copy()
    small.thumbnail((_BRIGHT_SIDE_PIXELS, _BRIGHT_SIDE_PIXELS), Image.Resampling.BOX)
    counts = small.histogram()
    total = sum(counts)
    mean = sum(level * count for level, count in enumerate(counts)) // total
    return mean, _percentile(counts, total // 4), _percentile(counts, total * 3 // 4)


def _percentile(counts: list[int], rank: int) -> int:
    passed = 0
    for level, count in enumerate(counts):
        passed += count
        if passed > rank:
            return level
    return len(counts) - 1
