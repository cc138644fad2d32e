"""People, the addresses at which they can be reached, and the roles that staff hold."""

from collections.abc import Collection
from enum import StrEnum

from tortoise import fields, models

from models.fields import EnumField, UtcDatetimeField


class Language(StrEnum):
    """The languages that `locales/` speaks."""

    INDONESIAN = "id"
    ENGLISH = "en"


class Role(StrEnum):
    """What a member of staff may do; one person may hold several."""

    VIEWER = "viewer"
    VERIFIER = "verifier"
    TREASURER = "treasurer"
    APPROVER = "approver"
    ADMINISTRATOR = "administrator"


class Person(models.Model):
    """Somebody whom the office knows. Keyed by us, never by a phone number (it may change)."""

    id = fields.BigIntField(primary_key=True)
    name = fields.CharField(max_length=120)
    phone = fields.CharField(max_length=16, null=True, unique=True)
    """E.164, as registered by the office."""
    language = EnumField(Language, default=Language.INDONESIAN)
    preferred_channel = fields.CharField(max_length=16, null=True)
    """Where they like to be written to, of the channels on which they can be reached."""
    consented_at = UtcDatetimeField(null=True)
    consent_version = fields.CharField(max_length=20, null=True)
    created_at = UtcDatetimeField()

    class Meta:
        table = "person"


class Address(models.Model):
    """One way to reach somebody on one channel, a stranger's address has no person yet."""

    id = fields.BigIntField(primary_key=True)
    channel = fields.CharField(max_length=16)
    external_id = fields.CharField(max_length=140)
    person: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="addresses", null=True, on_delete=fields.RESTRICT
    )
    person_id: int | None
    display_name = fields.CharField(max_length=160, default="")
    alias = fields.CharField(max_length=140, null=True)
    """A second id of theirs on the same channel, such as the one that hides a phone number."""
    window_until_ms = fields.BigIntField(null=True)
    """Until when they may be answered freely, where a channel limits that; null: never wrote."""
    unreachable_since = UtcDatetimeField(null=True)
    undelivered_since = UtcDatetimeField(null=True)
    """Since when nothing that was sent there arrives: other addresses and officers come first."""
    created_at = UtcDatetimeField()

    class Meta:
        table = "address"
        unique_together = (("channel", "external_id"),)  # and an alias is one address's only (0020)
        indexes = (("person_id",),)


class StaffRole(models.Model):
    """A role that a person holds, or held: the history is kept."""

    id = fields.BigIntField(primary_key=True)
    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="staff_roles", on_delete=fields.RESTRICT
    )
    person_id: int
    role = EnumField(Role)
    granted_at = UtcDatetimeField()
    granted_by: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="roles_granted", null=True, on_delete=fields.RESTRICT
    )
    granted_by_id: int | None
    revoked_at = UtcDatetimeField(null=True)

    class Meta:
        table = "staff_role"
        indexes = (("person_id", "revoked_at"),)


async def holds_role(person_id: int, roles: Collection[Role]) -> bool:
    """Whether the person holds one of the roles now."""
    held = StaffRole.filter(person_id=person_id, role__in=list(roles), revoked_at__isnull=True)
    return await held.exists()
