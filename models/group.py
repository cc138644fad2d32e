"""Beneficiary groups and their officers."""

from enum import StrEnum

from tortoise import fields, models

from models.contact import Person
from models.fields import CheckedBigIntField, EnumField, UtcDatetimeField


class GroupKind(StrEnum):
    """The kinds of groups that the programme serves (DOMAIN.md 3.1)."""

    KUBE = "kube"
    KARANG_TARUNA = "karang_taruna"
    FAKIR_MISKIN = "fakir_miskin"
    OTHER = "other"


class GroupStatus(StrEnum):
    """Where a group stands (DOMAIN.md 3.2); only staff move it."""

    CANDIDATE = "candidate"
    REGISTERED = "registered"
    VERIFIED = "verified"
    INACTIVE = "inactive"


class Office(StrEnum):
    """What a person does for a group."""

    LEADER = "leader"
    SECRETARY = "secretary"
    TREASURER = "treasurer"
    FACILITATOR = "facilitator"


class Group(models.Model):
    """A group of households that borrows, or waits to borrow, together."""

    id = fields.BigIntField(primary_key=True)
    code = fields.CharField(max_length=20, unique=True)
    name = fields.CharField(max_length=120)
    kind = EnumField(GroupKind)
    village = fields.CharField(max_length=80)
    district = fields.CharField(max_length=80)
    business = fields.CharField(max_length=120)
    member_count = CheckedBigIntField(check="> 0")
    status = EnumField(GroupStatus)
    created_at = UtcDatetimeField()

    class Meta:
        table = "beneficiary_group"


class Officer(models.Model):
    """Who holds which office in a group, and since when, a change keeps the history."""

    id = fields.BigIntField(primary_key=True)
    group: fields.ForeignKeyRelation[Group] = fields.ForeignKeyField(
        "models.Group", related_name="officers", on_delete=fields.RESTRICT
    )
    group_id: int
    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="offices", on_delete=fields.RESTRICT
    )
    person_id: int
    office = EnumField(Office)
    since = UtcDatetimeField()
    until = UtcDatetimeField(null=True)

    class Meta:
        table = "officer"
        indexes = (("person_id", "until"), ("group_id", "until"))
