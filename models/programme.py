"""A programme: one source of money with its own rules and its own books."""

from enum import StrEnum

from tortoise import fields, models

from models.fields import EnumField, RupiahField, UtcDatetimeField


class AllocationOrder(StrEnum):
    """In which order a repayment is shared out (DOMAIN.md 3.4)."""

    OLDEST_INSTALMENT_FIRST = "oldest_instalment_first"
    ALL_FEES_FIRST = "all_fees_first"


class FundMode(StrEnum):
    """Where returned principal goes (DOMAIN.md 1.2)."""

    REVOLVING_ACCOUNT = "revolving_account"
    DISTRICT_TREASURY = "district_treasury"


class Programme(models.Model):
    """A fund with its source, legal basis and rules, programmes are kept apart in the ledger."""

    id = fields.BigIntField(primary_key=True)
    code = fields.CharField(max_length=20, unique=True)
    name = fields.CharField(max_length=120)
    source = fields.CharField(max_length=200)
    legal_basis = fields.CharField(max_length=200)
    allocation_order = EnumField(AllocationOrder, default=AllocationOrder.OLDEST_INSTALMENT_FIRST)
    fund_mode = EnumField(FundMode, default=FundMode.REVOLVING_ACCOUNT)
    minimum_balance = RupiahField(default=0)
    smallest_repayment = RupiahField(check="> 0", default=10_000)
    bank_account = fields.CharField(max_length=160, default="")
    """The only account that is ever named to a leader who asks where to pay."""
    counts_matched_only = fields.BooleanField(default=False, db_default=False)
    """Whether money may be lent only after it was seen on the bank statement (PRODUCT.md 4)."""
    asks_code = fields.BooleanField(default=False, db_default=False)
    """Whether groups are asked for their amount plus their payment code."""
    created_at = UtcDatetimeField()
    halted_at = UtcDatetimeField(null=True)
    """Since when nothing is posted, because a self-audit found a difference."""
    halted_because = fields.CharField(max_length=300, null=True)

    class Meta:
        table = "programme"
