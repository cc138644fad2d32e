"""A loan of a group and its instalments; what is paid is derived from the ledger's shares."""

from enum import StrEnum

from tortoise import fields, models

from models.fields import CheckedBigIntField, EnumField, RupiahField, UtcDatetimeField
from models.group import Group
from models.programme import Programme


class LoanStatus(StrEnum):
    """DOMAIN.md 3.2."""

    ACTIVE = "active"
    REPAID = "repaid"
    WRITTEN_OFF = "written_off"


class Loan(models.Model):
    """Capital lent to a group: principal, fee and schedule, in rupiah and WITA days."""

    id = fields.BigIntField(primary_key=True)
    number = fields.CharField(max_length=30, unique=True)
    group: fields.ForeignKeyRelation[Group] = fields.ForeignKeyField(
        "models.Group", related_name="loans", on_delete=fields.RESTRICT
    )
    group_id: int
    programme: fields.ForeignKeyRelation[Programme] = fields.ForeignKeyField(
        "models.Programme", related_name="loans", on_delete=fields.RESTRICT
    )
    programme_id: int
    principal = RupiahField(check="> 0")
    fee_basis_points = CheckedBigIntField(check=">= 0", default=0)
    disbursed_on = fields.DateField()
    status = EnumField(LoanStatus, default=LoanStatus.ACTIVE)
    created_at = UtcDatetimeField()

    class Meta:
        table = "loan"
        indexes = (("group_id", "status"),)


class Instalment(models.Model):
    """What is due on a day, a rescheduling replaces unpaid ones by a new version."""

    id = fields.BigIntField(primary_key=True)
    loan: fields.ForeignKeyRelation[Loan] = fields.ForeignKeyField(
        "models.Loan", related_name="instalments", on_delete=fields.RESTRICT
    )
    loan_id: int
    version = CheckedBigIntField(check="> 0", default=1)
    number = CheckedBigIntField(check="> 0")
    due_on = fields.DateField()
    principal = RupiahField()
    fee = RupiahField(default=0)
    replaced_at = UtcDatetimeField(null=True)

    class Meta:
        table = "instalment"
        unique_together = (("loan_id", "version", "number"),)
        indexes = (("due_on",),)
