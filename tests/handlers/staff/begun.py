"""What each form of staff begins with: the things that its command has found already."""

from __future__ import annotations

import json
from typing import Any

from models.funding_rule import Rule
from models.loan_terms import LoanTerms
from models.notice_plan import USUAL, plan_to_json

_LOAN: dict[str, Any] = {
    "group": 1,
    "name": "KUBE Jahe Merah Mekar",
    "village": "Sepaso",
    "loan": 1,
    "number": "UEP-001",
    "outstanding": 14_000_000,
}
_APPLICATION: dict[str, Any] = {
    "application": 17,
    "number": "A-1907-0017",
    "group": "KUBE Jahe Merah Mekar",
}
BEGUN: dict[str, dict[str, Any]] = {
    "accept_application": {**_APPLICATION, "seen": 3, "wanted": 15_000_000, "most": 10_000_000},
    "return_application": {**_APPLICATION, "seen": 3},
    "refuse_application": {**_APPLICATION, "seen": 3},
    "queue_change": {**_APPLICATION, "what": "move", "stands": 2, "count": 5},
    "apply": {
        "listed": '[{"id": "1", "code": "UEP", "name": "Dana UEP", "most": 10000000},'
        ' {"id": "2", "code": "DUA", "name": "Dana Kabupaten", "most": 0}]',
        "busy": "2",
    },
    "leave_queue": {
        "listed": '{"1": {"number": "A-1907-0017", "place": 2},'
        ' "2": {"number": "A-1907-0018", "place": 0}}'
    },
    "answer_application": {**_APPLICATION, "asked": "Berapa anggotanya?"},
    "call_promise": {"task": 1, "group": "KUBE Jahe Merah Mekar"},
    "notice_plan": {
        "programme": 1,
        "name": "Dana UEP",
        "now": json.dumps(plan_to_json(USUAL)),
    },
    "pick_group": {"purpose": "catat", "said": "", "said_at": "2019-07-17T09:00:00+08:00"},
    "find_report": {"latest": "S-1907-0017 S-1907-0016"},
    "reverse_report": {
        "report": 17,
        "number": "S-1907-0017",
        "group": "KUBE Jahe Merah Mekar",
        "amount": 500_000,
        "paid_on": "2019-07-16",
    },
    "correct_accepted": {
        "report": 17,
        "number": "S-1907-0017",
        "group": "KUBE Jahe Merah Mekar",
        "recorded": 500_000,
        "recorded_on": "2019-07-16",
        "disbursed_on": "2019-01-20",
    },
    "refuse_correction": {"request": 3},
    "correct_report": {
        "reports": '[[17, "S-1907-0017", 1, 500000, "2019-07-16", true],'
        ' [18, "S-1907-0018", 1, 450000, "2019-07-10", false]]',
        "said": "salah",
    },
    "recovery": {
        "group": 1,
        "name": "KUBE Jahe Merah Mekar",
        "village": "Sepaso",
        "loan": 1,
        "number": "UEP-001",
        "given_up": 5_000_000,
        "given_up_on": "2019-06-01",
    },
    "capital": {"programme": 1, "name": "Dana Bergulir UEP"},
    "counter_cash": {**_LOAN, "disbursed_on": "2019-01-20", "expected": 1_000_000},
    "refund": {"group": 1, "name": "KUBE Jahe Merah Mekar", "village": "Sepaso", "held": 500_000},
    "reschedule": {
        **_LOAN,
        "principal": 14_000_000,
        "fee": 0,
        "unpaid": "2019-07-22=1000000 2019-08-22=13000000",
        "rhythm": "month:1",
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
    "bank_columns": {
        "sheet": 1,
        "file": "mutasi.csv",
        "sample": [
            ["Rekening 0001234567"],
            ["Tanggal", "Keterangan", "Debet", "Kredit", "Saldo"],
            ["16/07/2019", "SETORAN SARI", "0,00", "500.000,00", "1.500.000,00"],
            ["17/07/2019", "BIAYA", "15.000,00", "0,00", "1.485.000,00"],
        ],
        "order": "dmy",
        "programmes": [[1, "Dana Bergulir UEP"], [2, "Dana Kabupaten"]],
    },
    "record_credit": {
        "line": 1,
        "amount": 500_000,
        "booked_on": "2019-07-16",
        "text": "TRF DARI SARI",
    },
    "confirm_funding": {
        "funding": 7,
        "group": "KUBE Mawar",
        "village": "Sepaso",
        "amount": 10_000_000,
        "usual": json.dumps(LoanTerms().to_json()),
    },
    "pay_out": {
        "funding": 7,
        "group": "KUBE Mawar",
        "amount": 10_000_000,
        "approved_on": "2019-07-10",
    },
    "refuse_funding": {"funding": 7, "group": "KUBE Mawar"},
    "postpone_funding": {"funding": 7, "group": "KUBE Mawar"},
    "funding_rule": {
        "programme": 1,
        "name": "Dana Bergulir UEP",
        "now": json.dumps(Rule().to_json()),
        "there": json.dumps(
            {"capital": 0, "smallest": None, "borrowing": 0, "without_facilitator": 0}
        ),
    },
    "planned_capital": {"programme": 1, "name": "Dana Bergulir UEP"},
    "what_if": {"programme": 1},
}
