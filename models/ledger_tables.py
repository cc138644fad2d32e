"""The tables of the ledger. Rows of an entry are never changed or deleted (ledger_guards)."""

from tortoise import fields, models

from models.allocation import Component
from models.chart import AccountKind, AccountRef, EntryKind
from models.contact import Person
from models.fields import CheckedBigIntField, EnumField, RupiahField, UtcDatetimeField
from models.group import Group
from models.loan import Instalment, Loan
from models.programme import Programme


class Account(models.Model):
    """An account with its running balance in rupiah, on its natural side never below zero.

    The balance saves adding up the journal; it is only ever written together with an entry, and
    the audit recomputes it from the postings.
    """

    id = fields.BigIntField(primary_key=True)
    code = fields.CharField(max_length=60, unique=True)
    kind = EnumField(AccountKind)
    programme: fields.ForeignKeyRelation[Programme] = fields.ForeignKeyField(
        "models.Programme", related_name="accounts", on_delete=fields.RESTRICT
    )
    programme_id: int
    loan: fields.ForeignKeyNullableRelation[Loan] = fields.ForeignKeyField(
        "models.Loan", related_name="accounts", null=True, on_delete=fields.RESTRICT
    )
    loan_id: int | None
    group: fields.ForeignKeyNullableRelation[Group] = fields.ForeignKeyField(
        "models.Group", related_name="accounts", null=True, on_delete=fields.RESTRICT
    )
    group_id: int | None
    balance = RupiahField(default=0)

    class Meta:
        table = "account"
        indexes = (("programme_id", "kind"), ("group_id", "kind"))

    @property
    def ref(self) -> AccountRef:
        return AccountRef(self.programme_id, self.kind, self.loan_id, self.group_id)


class JournalEntry(models.Model):
    """One event of money: who, when, why, chained by hash to the entry before it.

    Whoever makes an entry cannot also be its approver; the database refuses it.
    """

    id = fields.BigIntField(primary_key=True)
    programme: fields.ForeignKeyRelation[Programme] = fields.ForeignKeyField(
        "models.Programme", related_name="entries", on_delete=fields.RESTRICT
    )
    programme_id: int
    number = CheckedBigIntField(
        check='> 0 AND ("approver_id" IS NULL OR "maker_id" IS NULL OR "approver_id" <> "maker_id")'
    )
    """Counted from 1 in each programme, without gaps."""
    kind = EnumField(EntryKind)
    reference = fields.CharField(max_length=120, unique=True)
    """The idempotency key: what happened once is entered once."""
    content_hash = fields.CharField(max_length=64)
    booked_on = fields.DateField()
    """The WITA day on which the money moved."""
    posted_at = UtcDatetimeField()
    maker: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="entries_made", null=True, on_delete=fields.RESTRICT
    )
    maker_id: int | None
    """Nobody means Gulir itself."""
    approver: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="entries_approved", null=True, on_delete=fields.RESTRICT
    )
    approver_id: int | None
    cause = fields.CharField(max_length=80)
    """The thing behind the entry and its id, such as repayment_report:17."""
    note = fields.CharField(max_length=300, default="")
    reverses: fields.OneToOneNullableRelation["JournalEntry"] = fields.OneToOneField(
        "models.JournalEntry", related_name="reversed_by", null=True, on_delete=fields.RESTRICT
    )
    reverses_id: int | None
    previous_hash = fields.CharField(max_length=64)
    hash = fields.CharField(max_length=64)

    class Meta:
        table = "journal_entry"
        unique_together = (("programme_id", "number"),)


class Posting(models.Model):
    """One transfer of an entry: an amount in rupiah from the credited to the debited account."""

    id = fields.BigIntField(primary_key=True)
    entry: fields.ForeignKeyRelation[JournalEntry] = fields.ForeignKeyField(
        "models.JournalEntry", related_name="postings", on_delete=fields.RESTRICT
    )
    entry_id: int
    line = CheckedBigIntField(check="> 0")
    debit: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="debits", on_delete=fields.RESTRICT
    )
    debit_id: int
    credit: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="credits", on_delete=fields.RESTRICT
    )
    credit_id: int
    amount = RupiahField(check='> 0 AND "debit_id" <> "credit_id"')

    class Meta:
        table = "posting"
        unique_together = (("entry_id", "line"),)
        indexes = (("debit_id",), ("credit_id",))


class Allocation(models.Model):
    """What a share of an entry paid for on a loan, in rupiah, negative where it was taken back."""

    id = fields.BigIntField(primary_key=True)
    entry: fields.ForeignKeyRelation[JournalEntry] = fields.ForeignKeyField(
        "models.JournalEntry", related_name="allocations", on_delete=fields.RESTRICT
    )
    entry_id: int
    line = CheckedBigIntField(check="> 0")
    loan: fields.ForeignKeyRelation[Loan] = fields.ForeignKeyField(
        "models.Loan", related_name="allocations", on_delete=fields.RESTRICT
    )
    loan_id: int
    instalment: fields.ForeignKeyNullableRelation[Instalment] = fields.ForeignKeyField(
        "models.Instalment", related_name="allocations", null=True, on_delete=fields.RESTRICT
    )
    instalment_id: int | None
    component = EnumField(Component)
    amount = RupiahField(check="""<> 0 AND ("instalment_id" IS NULL) = ("component" = 'credit')""")

    class Meta:
        table = "allocation"
        unique_together = (("entry_id", "line"),)
        indexes = (("loan_id",), ("instalment_id",))
