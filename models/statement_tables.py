"""Tables of bank statements: how a bank's columns are read, what was imported, what came in."""

from typing import Any

from tortoise import fields, models

from models.contact import Person
from models.fields import RupiahField, UtcDatetimeField
from models.media import KeptMedia
from models.programme import Programme
from models.repayment import RepaymentReport


class BankFormat(models.Model):
    """Which columns of a bank's file hold what, as a treasurer confirmed it once."""

    id = fields.BigIntField(primary_key=True)
    programme: fields.ForeignKeyRelation[Programme] = fields.ForeignKeyField(
        "models.Programme", related_name="bank_formats", on_delete=fields.RESTRICT
    )
    programme_id: int
    signature = fields.CharField(max_length=64)
    columns: Any = fields.JSONField[Any]()
    confirmed_by: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="bank_formats", on_delete=fields.RESTRICT
    )
    confirmed_by_id: int
    confirmed_at = UtcDatetimeField()

    class Meta:
        table = "bank_format"
        unique_together = (("programme_id", "signature"),)


class StatementImport(models.Model):
    """A statement that was read into a programme, with what was found in it."""

    id = fields.BigIntField(primary_key=True)
    programme: fields.ForeignKeyRelation[Programme] = fields.ForeignKeyField(
        "models.Programme", related_name="statements", on_delete=fields.RESTRICT
    )
    programme_id: int
    media: fields.ForeignKeyRelation[KeptMedia] = fields.ForeignKeyField(
        "models.KeptMedia", related_name="statements", on_delete=fields.RESTRICT
    )
    media_id: int
    signature = fields.CharField(max_length=64)
    imported_by: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="statements", on_delete=fields.RESTRICT
    )
    imported_by_id: int
    imported_at = UtcDatetimeField()
    first_on = fields.DateField()
    last_on = fields.DateField()
    """The period that the statement covers, both days within (WITA)."""
    rows = fields.IntField()
    credits = fields.IntField()
    new = fields.IntField()
    broken = fields.IntField()

    class Meta:
        table = "statement_import"
        unique_together = (("programme_id", "media_id"),)


class BankLine(models.Model):
    """Money that came in on a programme's account, matched when it has a report.

    `settled` means that a person decided whose it is, or, without a report, that it is nobody's
    repayment: matching leaves such lines alone.
    """

    id = fields.BigIntField(primary_key=True)
    programme: fields.ForeignKeyRelation[Programme] = fields.ForeignKeyField(
        "models.Programme", related_name="bank_lines", on_delete=fields.RESTRICT
    )
    programme_id: int
    booked_on = fields.DateField()
    amount = RupiahField(check="> 0")
    description = fields.CharField(max_length=500, default="")
    reference = fields.CharField(max_length=120, default="")
    balance = fields.BigIntField(null=True)
    """Of the account after this line, in rupiah; below zero where the bank says so."""
    fingerprint = fields.CharField(max_length=64)
    first_import: fields.ForeignKeyRelation[StatementImport] = fields.ForeignKeyField(
        "models.StatementImport", related_name="lines", on_delete=fields.RESTRICT
    )
    first_import_id: int
    report: fields.OneToOneNullableRelation[RepaymentReport] = fields.OneToOneField(
        "models.RepaymentReport", related_name="bank_line", null=True, on_delete=fields.RESTRICT
    )
    report_id: int | None
    settled = fields.BooleanField(default=False)

    class Meta:
        table = "bank_line"
        unique_together = (("programme_id", "fingerprint"),)
        indexes = (("programme_id", "amount", "booked_on"),)

    @property
    def text(self) -> str:
        """All that the bank says about it; names of payers stand here: for staff only."""
        return f"{self.description} {self.reference}".strip()


class MatchOffer(models.Model):
    """The reports of one button, to verify or to take back: exactly those, whatever comes later."""

    id = fields.BigIntField(primary_key=True)
    programme: fields.ForeignKeyRelation[Programme] = fields.ForeignKeyField(
        "models.Programme", related_name="match_offers", on_delete=fields.RESTRICT
    )
    programme_id: int
    pairs: Any = fields.JSONField[Any]()
    """Pairs of the ids of a report and its line."""
    made_at = UtcDatetimeField()

    class Meta:
        table = "match_offer"
