"""What a living funding lays claim to, once for ever or until it is given up.

The database itself refuses a second claim: so a part of an application has one living funding, a
success frees one group, and a success is thanked for once, whoever races whom.
"""

from __future__ import annotations

from typing import Final

from tortoise import fields, models
from tortoise.expressions import Q

from models.funding_tables import Funding, FundingState

CAPITAL: Final = "capital:"
SUCCESS: Final = "success:"


class FundingClaim(models.Model):
    """A claim of a funding, which the database lets nobody make twice."""

    id = fields.BigIntField(primary_key=True)
    key = fields.CharField(max_length=60, unique=True)
    funding: fields.ForeignKeyRelation[Funding] = fields.ForeignKeyField(
        "models.Funding", related_name="claims", on_delete=fields.RESTRICT
    )
    funding_id: int

    class Meta:
        table = "funding_claim"


def part(application_id: int, tranche: int) -> str:
    """The one living funding of a part of an application."""
    return f"part:{application_id}:{tranche}"


def success(loan_id: int) -> str:
    """The one group that a loan's success frees."""
    return f"{SUCCESS}{loan_id}"


def capital(application_id: int) -> str:
    """That an application is funded out of capital which no group had received before."""
    return f"{CAPITAL}{application_id}"


def thanks(loan_id: int) -> str:
    """The one thanks for a loan's success."""
    return f"thanks:{loan_id}"


async def lay(funding: Funding, *keys: str) -> None:
    """Lay claims; raises IntegrityError where somebody else holds one."""
    for key in keys:
        await FundingClaim.create(key=key, funding_id=funding.id)


COUNTED: Final = Q(state__in=[FundingState.APPROVED, FundingState.PAID]) | Q(
    tranche__gt=1,
    state__in=[FundingState.PLANNED, FundingState.PROPOSED, FundingState.CONFIRMED],
)
"""What has used up its success, or its capital: what is only talked about has not yet."""
_USED: Final = Q(funding__state__in=[FundingState.APPROVED, FundingState.PAID])


async def used(keys: list[str], *, but: int | None = None) -> set[str]:
    """Which of these claims are used up, by others than the funding `but`."""
    claims = FundingClaim.filter(key__in=keys).filter(_USED)
    if but is not None:
        claims = claims.exclude(funding_id=but)
    rows = await claims.values_list("key", flat=True)
    return {str(key) for key in rows}


async def is_laid(key: str) -> bool:
    """Whether a claim stands, whatever has become of it."""
    return await FundingClaim.exists(key=key)


async def free(funding: Funding) -> None:
    """Whatever a funding that is given up had claimed is free again."""
    await FundingClaim.filter(funding_id=funding.id).delete()
