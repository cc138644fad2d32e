"""Fingerprints of how a picture looks: near for the same photo sent again, far for another."""

from typing import Any

import imagehash
from PIL import Image

_SIGN = 1 << 63
_ALL = 1 << 64


def frequency_hash(grey: Image.Image) -> int:
    """pHash: the coarse frequencies of a picture, 64 bits as a signed number."""
    return _signed(imagehash.phash(grey))


def difference_hash(grey: Image.Image) -> int:
    """dHash: where it becomes lighter from left to right, 64 bits as a signed number."""
    return _signed(imagehash.dhash(grey))


def _signed(found: Any) -> int:
    bits = int(str(found), 16)
    return bits - _ALL if bits & _SIGN else bits
