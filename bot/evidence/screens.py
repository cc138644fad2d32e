"""Pictures of screens: taken by the phone itself (a screenshot), or of another screen (moiré)."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image

_Plane = NDArray[np.float32]

_EVEN_LEVELS = 4
"""A row is of one colour when nine tenths of it are within so many of 255 levels."""
_ROWS_ENOUGH = 0.2
_COLOUR_ENOUGH = 0.3

_WINDOW = 256
_WINDOWS_EACH_WAY = 4
_RINGS = 64
_GRID_BAND = (0.10, 0.50)
_COLOUR_BAND = (0.06, 0.50)
"""Cycles a pixel between which a screen's grid, and its false colours, are looked for."""
_NO_SCREEN, _SURELY_SCREEN = 4.5, 8.5
"""Orders of magnitude by which light and colour together rise above their surroundings."""


def looks_like_screenshot(picture: Image.Image) -> int:
    """0 to 100: how much of it stands in rows of one colour, and is of exactly one colour.

    No camera does that: even a white wall has grain and is darker at its edges.
    """
    pixels = np.asarray(picture)[::2]  # every other row tells as much
    low, high = pixels.shape[1] // 20, pixels.shape[1] * 19 // 20
    rows = np.partition(pixels, (low, high), axis=1).astype(np.int16)
    even = (rows[:, high] - rows[:, low]).max(axis=1) <= _EVEN_LEVELS
    code = pixels.astype(np.int32)
    whole = (code[..., 0] << 16 | code[..., 1] << 8 | code[..., 2]).ravel()
    whole.sort()
    changes = np.flatnonzero(np.diff(whole, prepend=-1, append=-1))
    commonest = np.diff(changes).max() / whole.size
    in_rows = min(1.0, float(even.mean()) / _ROWS_ENOUGH)
    in_colour = min(1.0, float(commonest) / _COLOUR_ENOUGH)
    return round(50 * in_rows + 50 * in_colour)


def looks_like_photo_of_screen(picture: Image.Image) -> int:
    """0 to 100: how sharply a grid and false colours stand out of the frequencies, all over it.

    A screen's grid is everywhere; a fence or a woven mat is only where it is. So the lower
    quartile of the windows counts.
    """
    if min(picture.size) < _WINDOW:
        return 0
    planes = np.asarray(picture.convert("YCbCr"), np.float32)
    grids, colours = [], []
    for top in np.linspace(0, planes.shape[0] - _WINDOW, _WINDOWS_EACH_WAY).astype(int):
        for left in np.linspace(0, planes.shape[1] - _WINDOW, _WINDOWS_EACH_WAY).astype(int):
            window = planes[top : top + _WINDOW, left : left + _WINDOW]
            grids.append(_highest_peak(_power(window[..., 0]), *_GRID_BAND))
            both = _power(window[..., 1]) + _power(window[..., 2])
            colours.append(_highest_peak(both, *_COLOUR_BAND))
    rank = len(grids) // 4 - 1
    found = sorted(grids)[rank] + sorted(colours)[rank]
    share = (found - _NO_SCREEN) / (_SURELY_SCREEN - _NO_SCREEN)
    return round(100 * min(1.0, max(0.0, share)))


def _power(plane: _Plane) -> _Plane:
    spectrum = np.fft.rfft2((plane - plane.mean()) * _fading())
    return np.square(np.abs(spectrum)).astype(np.float32)


def _highest_peak(power: _Plane, coarsest: float, finest: float) -> float:
    """Orders of magnitude of the highest frequency above the middle of those as fine as it."""
    levels = np.log10(power + 1).ravel()
    highest = 0.0
    for ring in _rings(coarsest, finest):
        there = levels[ring]
        highest = max(highest, float(there.max() - np.median(there)))
    return highest


@lru_cache(maxsize=1)
def _fading() -> _Plane:
    """A window that fades to its edges, so that they make no frequencies."""
    slope = np.hanning(_WINDOW)
    return np.outer(slope, slope).astype(np.float32)


@lru_cache(maxsize=2)
def _rings(coarsest: float, finest: float) -> list[NDArray[np.intp]]:
    """Where in a spectrum the frequencies of equal fineness are."""
    fineness = np.hypot(np.fft.fftfreq(_WINDOW)[:, None], np.fft.rfftfreq(_WINDOW)[None, :]).ravel()
    within = (fineness > coarsest) & (fineness < finest)
    numbers = np.where(within, (fineness * _RINGS).astype(int), -1)
    return [np.flatnonzero(numbers == number) for number in np.unique(numbers[within])]
