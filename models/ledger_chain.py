"""Hashes over entries: two that say the same have the same content; each seals the one before."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from models.calendar import as_utc

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

GENESIS: Final = "0" * 64
"""Stands where the hash of an entry before the first one would be."""

TransferRow: TypeAlias = tuple[str, str, int]
"""Code of the debited account, code of the credited account, rupiah."""

ShareRow: TypeAlias = tuple[int, int | None, str, int]
"""Loan id, instalment id, component, rupiah."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedEntry:
    """Everything that an entry says, in plain values, in the order in which it is sealed."""

    programme_id: int
    number: int
    kind: str
    reference: str
    booked_on: date
    posted_at: datetime
    maker_id: int | None
    approver_id: int | None
    cause: str
    note: str
    reverses_id: int | None
    transfers: Sequence[TransferRow]
    shares: Sequence[ShareRow]

    def content_hash(self) -> str:
        """Equal for a repetition of the same act, whenever and by whomever it is repeated."""
        return _digest([self.programme_id, self.kind, self.transfers, self.shares])

    def seal(self, previous_hash: str) -> str:
        """The hash of this entry, given the hash of the one before it in the programme."""
        return _digest(
            [
                previous_hash,
                self.programme_id,
                self.number,
                self.kind,
                self.reference,
                self.booked_on.isoformat(),
                as_utc(self.posted_at).isoformat(timespec="microseconds"),
                self.maker_id,
                self.approver_id,
                self.cause,
                self.note,
                self.reverses_id,
                self.transfers,
                self.shares,
            ]
        )


def _digest(content: list[Any]) -> str:
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()
