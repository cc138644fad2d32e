"""A difference in the books, as staff read it: where it is, and what does not agree."""

import re
from collections.abc import Mapping
from typing import Final

from handlers.messages import Fact, Words, words
from models.books_audit import Difference
from models.money import Rupiah

_NUMBERED: Final = re.compile(r"(entry|loan|group) (\S+)")
_PAID: Final = re.compile(r"(principal|fee) paid on (\d{4}-\d\d-\d\d)")
_PLACES: Final = {"fund": "fund", "chart of accounts": "equation"}
_FIGURES: Final[Mapping[str, str]] = {
    "balance": "balance",
    "principal": "principal",
    "fee": "fee",
    "credit": "credit",
    "outstanding principal": "outstanding_principal",
    "left of a repaid loan": "left_of_repaid",
    "cash": "cash",
    "lent out": "lent_out",
    "written off": "written_off",
    "in treasury": "in_treasury",
    "capital": "capital",
    "fee cash": "fee_cash",
    "credit held": "credit",
    "fee by shares": "fee",
}


def in_words(found: Difference) -> Words:
    """One sentence; names of accounts and numbers of entries help whoever mends it."""
    where = _where(found.where)
    if found.what == "chain":
        return words(f"self_audit.chain.{found.shown}", where=where)
    if isinstance(found.shown, str) or isinstance(found.recomputed, str):
        return words("self_audit.misnamed", where=where, named=str(found.recomputed))
    return words(
        "self_audit.figures",
        where=where,
        what=_what(found.what),
        shown=Rupiah(found.shown),
        recomputed=Rupiah(found.recomputed),
    )


def _where(where: str) -> Words:
    if where in _PLACES:
        return words(f"self_audit.where.{_PLACES[where]}")
    if (numbered := _NUMBERED.fullmatch(where)) is not None:
        return words(f"self_audit.where.{numbered[1]}", number=numbered[2])
    return words("self_audit.where.account", code=where)


def _what(what: str) -> Fact:
    if (paid := _PAID.fullmatch(what)) is not None:
        return words(f"self_audit.what.{paid[1]}_paid", due_on=paid[2])
    return words(f"self_audit.what.{_FIGURES[what]}")
