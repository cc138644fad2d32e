"""What a programme lends to one group at most; asking for more is asked about, not refused."""

from __future__ import annotations

from models.funding_tables import FundingRule
from models.money import Rupiah


async def most_for_a_group(programme_id: int) -> Rupiah | None:
    """In rupiah, by the rule in force; none where it names no limit."""
    rule = await FundingRule.filter(programme_id=programme_id).order_by("-version").first()
    most = rule.content.get("maximum") if rule else None
    return Rupiah(most) if most else None
