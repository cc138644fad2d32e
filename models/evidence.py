"""What a picture is worth as evidence: its measures, what they warn of, and where it was before."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime  # noqa: TC003 (Tortoise reads it)
from itertools import combinations
from typing import Any

from tortoise import fields, models
from tortoise.expressions import Q

from models.fields import UtcDatetimeField
from models.media import KeptMedia  # noqa: TC001 (Tortoise reads it)
from models.photo_rules import RULES, Flaw, Measures, flaws

BAND_COUNT = 4
_BAND_BITS = 16
_HASH_MASK = (1 << 64) - 1
_BAND_MASK = (1 << _BAND_BITS) - 1
_BAND_SIGN = 1 << (_BAND_BITS - 1)


class PictureEvidence(models.Model):
    """The measures of a kept picture, and bands of its pHash by which near ones are found.

    The bands are empty for what is not compared by its looks: screenshots and pictures too dark.
    """

    id = fields.BigIntField(primary_key=True)
    media: fields.OneToOneRelation[KeptMedia] = fields.OneToOneField(
        "models.KeptMedia", related_name="evidence", on_delete=fields.CASCADE
    )
    media_id: int
    width = fields.IntField()
    height = fields.IntField()
    brightness = fields.SmallIntField()
    brightness_dark = fields.SmallIntField()
    brightness_light = fields.SmallIntField()
    sharpness = fields.SmallIntField()
    screenshot = fields.SmallIntField()
    screen_photo = fields.SmallIntField()
    phash = fields.BigIntField()
    dhash = fields.BigIntField()
    band_0 = fields.SmallIntField(null=True, db_index=True)
    band_1 = fields.SmallIntField(null=True, db_index=True)
    band_2 = fields.SmallIntField(null=True, db_index=True)
    band_3 = fields.SmallIntField(null=True, db_index=True)
    computed_at = UtcDatetimeField()

    class Meta:
        table = "picture_evidence"


@dataclass(frozen=True, slots=True)
class Shown:
    """A kept picture that a group showed as its progress, and when."""

    media_id: int
    group_id: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Recycled:
    """A picture that was shown before: the very same file, or one that looks the same.

    The distances are bits of 64; both are 0 for the same file.
    """

    media_id: int
    earlier: Shown
    phash_distance: int = 0
    dhash_distance: int = 0

    @property
    def exact(self) -> bool:
        """Whether it is the same file, byte for byte."""
        return self.media_id == self.earlier.media_id


ShownIn = Callable[[Collection[int]], Awaitable[Iterable[Shown]]]
"""Where, of these kept pictures, any was shown as progress before; slips do not belong to it."""


async def write_evidence(media_id: int, measures: Measures, *, at: datetime) -> None:
    """Keep the measures of a picture; the second time changes nothing."""
    odd = {Flaw.SCREENSHOT, Flaw.TOO_DARK} & set(flaws(measures))
    pieces: Iterable[int | None] = [None] * BAND_COUNT if odd else bands(measures.phash)
    row = PictureEvidence(
        media_id=media_id,
        computed_at=at,
        **asdict(measures),
        **{f"band_{number}": band for number, band in enumerate(pieces)},
    )
    await PictureEvidence.bulk_create([row], ignore_conflicts=True)


async def flaws_of(media_ids: Collection[int]) -> dict[int, tuple[Flaw, ...]]:
    """The flaws of those of these pictures that have any, in one statement."""
    if not media_ids:
        return {}
    rows = await PictureEvidence.filter(media_id__in=list(media_ids))
    return {row.media_id: found for row in rows if (found := flaws(row))}


async def similar(media_ids: Collection[int], shown: ShownIn) -> list[Recycled]:
    """Which of these pictures were shown before, nearest and earliest first.

    `shown` tells where pictures were shown as progress; what it leaves out is not compared.
    """
    wanted = list(dict.fromkeys(media_ids))
    if not wanted:
        return []
    near = await _look_alikes(wanted)
    candidates = {*wanted, *(other for _, other, _, _ in near)}
    where: dict[int, list[Shown]] = {}
    for one in await shown(sorted(candidates)):
        where.setdefault(one.media_id, []).append(one)
    found = [Recycled(media, once) for media in wanted for once in where.get(media, ())]
    found += [
        Recycled(media, once, phash, dhash)
        for media, other, phash, dhash in near
        for once in where.get(other, ())
    ]
    return sorted(found, key=_nearness)


def _nearness(one: Recycled) -> tuple[bool, int, datetime, int, int]:
    distance = one.phash_distance + one.dhash_distance
    return not one.exact, distance, one.earlier.at, one.media_id, one.earlier.media_id


async def _look_alikes(media_ids: Sequence[int]) -> list[tuple[int, int, int, int]]:
    """Pictures, others that look like them, and the distances of both hashes."""
    rules = RULES.get()
    found = []
    for own in await PictureEvidence.filter(media_id__in=media_ids, band_0__not_isnull=True):
        query = PictureEvidence.filter(_near(own.phash, rules.same_phash))
        rows = await query.values_list("media_id", "phash", "dhash")
        for other, phash, dhash in rows:
            apart = distance(own.phash, phash), distance(own.dhash, dhash)
            near = apart[0] <= rules.same_phash and apart[1] <= rules.same_dhash
            if near and other != own.media_id:
                found.append((own.media_id, other, *apart))
    return found


def distance(one: int, other: int) -> int:
    """In how many of 64 bits two hashes differ."""
    return ((one ^ other) & _HASH_MASK).bit_count()


def _near(phash: int, bits: int) -> Q:
    """Every hash within so many bits, and others: one of its bands differs in a quarter of them.

    Were all four bands further away, the whole would be further away than `bits`.
    """
    most = bits // BAND_COUNT
    masks = [
        sum(1 << bit for bit in flipped)
        for count in range(most + 1)
        for flipped in combinations(range(_BAND_BITS), count)
    ]
    choices = []
    for number, band in enumerate(bands(phash)):
        near: dict[str, Any] = {
            f"band_{number}__in": [_signed((band & _BAND_MASK) ^ mask) for mask in masks]
        }
        choices.append(Q(**near))
    return Q(*choices, join_type="OR")


def bands(phash: int) -> list[int]:
    """The hash in four pieces of 16 bits, as signed numbers."""
    return [_signed(phash >> _BAND_BITS * number & _BAND_MASK) for number in range(BAND_COUNT)]


def _signed(bits: int) -> int:
    return bits - (1 << _BAND_BITS) if bits & _BAND_SIGN else bits
