"""Trial tables: every kind of checked column, and a child that points at its parent."""

from enum import StrEnum

from tortoise import fields, models

from models.fields import (
    CheckedBigIntField,
    CheckedCharField,
    EnumField,
    RupiahField,
    UtcDatetimeField,
)


class Mood(StrEnum):
    """Whatever needs more than one value."""

    GOOD = "good"
    TROUBLED = "troubled"


class Payment(models.Model):
    """One of everything."""

    id = fields.BigIntField(primary_key=True)
    paid_at = UtcDatetimeField()
    verified_at = UtcDatetimeField(null=True, source_field="verified")
    amount = RupiahField(check="> 0")
    balance = RupiahField(default=0)
    instalment = CheckedBigIntField(check="BETWEEN 1 AND 36", default=1)
    currency = CheckedCharField(choices=("IDR", "USD"), default="IDR")
    mood = EnumField(Mood, default=Mood.GOOD)
    former_mood = EnumField(Mood, null=True)
    reminders = CheckedBigIntField(check=">= 0", db_default=0)
    next_mood = EnumField(Mood, db_default=Mood.GOOD)

    class Meta:
        table = "trial_payment"


class Slip(models.Model):
    """A child."""

    id = fields.BigIntField(primary_key=True)
    payment: fields.ForeignKeyRelation[Payment] = fields.ForeignKeyField(
        "models.Payment", related_name="slips", on_delete=fields.CASCADE
    )

    class Meta:
        table = "trial_slip"
