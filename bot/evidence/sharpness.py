"""How sharp a picture is, whatever it shows: how much of an edge is a single step."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

_SIDE_PIXELS = 1024
_REACH = 9
"""Pixels within which an edge is looked at."""
_EDGE_LEVELS = 24
"""Of 255: what changes less than this within the reach may be grain."""
_FEWEST_EDGES = 400
_PERCENTILE = 90
"""A sharp thing before a soft background is a good photo: its edges are enough."""

_Levels = NDArray[np.int16]


def sharpness_of(grey: Image.Image) -> int:
    """0 (nothing can be told apart) to 1000 (edges one pixel wide), in the less sharp direction.

    Both directions count by themselves, because a shaken photo stays sharp along the movement.
    """
    small = grey.copy()
    small.thumbnail((_SIDE_PIXELS, _SIDE_PIXELS), Image.Resampling.BOX)
    levels = np.asarray(small, np.int16)
    return min(_steepness(levels), _steepness(np.ascontiguousarray(levels.T)))


def _steepness(levels: _Levels) -> int:
    """The steepest steps down the columns, in thousandths of the whole change around them."""
    places = levels.shape[0] - _REACH + 1
    if places < 1:
        return 0
    steps = np.abs(np.diff(levels, axis=0))
    lightest, darkest, steepest = levels[:places], levels[:places], steps[:places]
    for offset in range(1, _REACH):
        lightest = np.maximum(lightest, levels[offset : offset + places])
        darkest = np.minimum(darkest, levels[offset : offset + places])
    for offset in range(1, _REACH - 1):
        steepest = np.maximum(steepest, steps[offset : offset + places])
    change = lightest - darkest
    edges = change >= _EDGE_LEVELS
    if np.count_nonzero(edges) < _FEWEST_EDGES:
        return 0
    shares = steepest[edges].astype(np.float32) / change[edges]
    return round(1000 * float(np.percentile(shares, _PERCENTILE)))
