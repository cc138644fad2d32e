"""What each form of staff begins with: the things that its command has found already."""

from __future__ import annotations

from typing import Any

_LOAN: dict[str, Any] = {
    "group": 1,
    "name": "KUBE Jahe Merah Mekar",
    "village": "Sepaso",
    "loan": 1,
    "number": "UEP-001",
    "outstanding": 14_000_000,
}
BEGUN: dict[str, dict[str, Any]] = {
    "pick_group": {"purpose": "catat", "said": "", "said_at": "2019-07-17T09:00:00+08:00"},
    "find_report": {"latest": "S-1907-0017 S-1907-0016"},
    "reverse_report": {
        "report": 17,
        "number": "S-1907-0017",
        "group": "KUBE Jahe Merah Mekar",
        "amount": 500_000,
        "paid_on": "2019-07-16",
    },
    "capital": {"programme": 1, "name": "Dana Bergulir UEP"},
    "counter_cash": {**_LOAN, "disbursed_on": "2019-01-20", "expected": 1_000_000},
    "refund": {"group": 1, "name": "KUBE Jahe Merah Mekar", "village": "Sepaso", "held": 500_000},
    "reschedule": {
        **_LOAN,
        "principal": 14_000_000,
        "fee": 0,
        "unpaid": "2019-07-22=1000000 2019-08-22=13000000",
    },
    "write_off": {**_LOAN, "owed": 14_000_000},
    "refuse_decision": {"decision": 5},
    "payment_code": {"programme": 1, "name": "Dana Bergulir UEP"},
    "more_progress": {
        "report": 17,
        "number": "P-1907-0001",
        "group": "KUBE Jahe Merah Mekar",
        "seen": 1,
    },
    "progress_note": {"report": 17, "number": "P-1907-0001"},
    "staff_role": {"person": 1, "name": "Rina Hartati", "held": "viewer verifier"},
}
