"""A real, silent voice note, written without any audio library."""

from __future__ import annotations

import struct

SILENT_FRAME = b"\xf8\xff\xfe"
"""Twenty milliseconds of silence in Opus (RFC 6716)."""
FRAMES_A_SECOND = 50
SAMPLES_A_FRAME = 960
FRAMES_A_PAGE = 50
SERIAL = 1
BEGINNING, END = 2, 4
CRC_POLYNOMIAL = 0x04C11DB7


def silent_voice(seconds: int) -> bytes:
    """An Ogg Opus file of silence, as long as asked (RFC 7845)."""
    head = b"OpusHead" + struct.pack("<BBHIhB", 1, 1, 312, 48_000, 0, 0)
    tags = b"OpusTags" + struct.pack("<I", 5) + b"gulir" + struct.pack("<I", 0)
    pages = [_page(0, 0, BEGINNING, [head]), _page(1, 0, 0, [tags])]
    left, position = max(1, seconds) * FRAMES_A_SECOND, 0
    while left:
        frames = min(left, FRAMES_A_PAGE)
        left -= frames
        position += frames * SAMPLES_A_FRAME
        mark = 0 if left else END
        pages.append(_page(len(pages), position, mark, [SILENT_FRAME] * frames))
    return b"".join(pages)


def _page(number: int, position: int, mark: int, packets: list[bytes]) -> bytes:
    lengths = bytes(len(packet) for packet in packets)
    head = struct.pack("<4sBBqII", b"OggS", 0, mark, position, SERIAL, number)
    tail = bytes([len(packets)]) + lengths + b"".join(packets)
    checksum = _checksum(head + bytes(4) + tail)
    return head + struct.pack("<I", checksum) + tail


def _checksum(page: bytes) -> int:
    value = 0
    for byte in page:
        value ^= byte << 24
        for _ in range(8):
            value = (value << 1) ^ (CRC_POLYNOMIAL if value & 0x80000000 else 0)
        value &= 0xFFFFFFFF
    return value
