"""What `gulir understand` prints of a message that was read."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

UNDERSTOOD_KEYS = (
    "text",
    "intent",
    "amount",
    "amount_certainty",
    "amount_candidates",
    "date",
    "date_certainty",
    "why",
)


def as_json(understood: Any) -> str:
    facts = {key: getattr(understood, key) for key in UNDERSTOOD_KEYS}
    return json.dumps(facts, ensure_ascii=False, default=_plain)


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, set | frozenset):
        return sorted(value)
    return str(value)


def as_sentence(understood: Any) -> str:
    parts = [f"intent {understood.intent}"]
    if understood.amount is not None:
        parts.append(f"amount {understood.amount} ({understood.amount_certainty})")
    elif understood.amount_candidates:
        parts.append(f"amount one of {', '.join(map(str, understood.amount_candidates))}")
    if understood.date is not None:
        parts.append(f"date {understood.date} ({understood.date_certainty})")
    return f"{understood.text!r}: {'; '.join(parts)}; because {understood.why}"
