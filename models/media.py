"""Pictures and documents that were kept, and where each was seen."""

from enum import StrEnum

from tortoise import fields, models

from models.contact import Address
from models.fields import CheckedBigIntField, EnumField, UtcDatetimeField


class MediaKind(StrEnum):
    """What we keep."""

    PICTURE = "picture"
    PDF = "pdf"
    SHEET = "sheet"


class KeptMedia(models.Model):
    """A file in the content-addressed store, known by the SHA-256 of the bytes that arrived."""

    id = fields.BigIntField(primary_key=True)
    sha256 = fields.CharField(max_length=64, unique=True)
    kind = EnumField(MediaKind)
    mime = fields.CharField(max_length=60)
    size_bytes = CheckedBigIntField(check="> 0")
    width = fields.IntField(default=0)
    height = fields.IntField(default=0)
    created_at = UtcDatetimeField()

    class Meta:
        table = "kept_media"


class MediaSighting(models.Model):
    """Somebody sent this file: the trail by which a slip seen before is noticed in any group."""

    id = fields.BigIntField(primary_key=True)
    media: fields.ForeignKeyRelation[KeptMedia] = fields.ForeignKeyField(
        "models.KeptMedia", related_name="sightings", on_delete=fields.RESTRICT
    )
    media_id: int
    channel = fields.CharField(max_length=16)
    fingerprint = fields.CharField(max_length=140)
    """The network's own stable name of the file: recognised before it is downloaded."""
    address: fields.ForeignKeyRelation[Address] = fields.ForeignKeyField(
        "models.Address", related_name="sightings", on_delete=fields.RESTRICT
    )
    address_id: int
    seen_at = UtcDatetimeField()

    class Meta:
        table = "media_sighting"
        indexes = (("channel", "fingerprint"), ("media_id",))
