"""The form of a leader's correction, played through the engine: what is asked, doubted, refused."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from handlers.conversation import begin
from handlers.hearing import Hearing
from handlers.leaders.correct_report import CorrectReportForm
from handlers.situation import ReportFacts, Situation
from models.money import Rupiah
from models.repayment import ReportStatus
from tests.handlers.leaders.people import TODAY, Talking, a_group, a_leader, a_loan, message
from tests.handlers.staff.talking import said

if TYPE_CHECKING:
    from handlers.messages import Fact, InboundMessage

OTHER = ReportFacts("S-1907-0018", Rupiah(450_000), date(2019, 7, 10), ReportStatus.SUBMITTED)


def leader() -> Situation:
    return a_leader(a_group(a_loan(smallest=100_000), OTHER))


class Correcting(Talking):
    """A correction of one of two reports, or of the only one."""

    def __init__(self, *, several: bool = False) -> None:
        super().__init__(CorrectReportForm, leader())
        known = [[17, "S-1907-0017", 1, 500_000, "2019-07-16", False]]
        if several:
            known.append([18, "S-1907-0018", 1, 450_000, "2019-07-10", True])
        self.given = {"reports": json.dumps(known), "said": "salah"}

    def begins(self, sent: InboundMessage | None = None) -> str:
        hearing = Hearing(sent or message(), self.situation, TODAY)
        return self._told(begin(self.form, 7, hearing, self.given))


def test_of_two_reports_one_is_named_and_then_only_what_is_missing_is_asked() -> None:
    talk = Correcting(several=True)
    assert said("correct_report.report.ask") in talk.begins()
    assert talk.says("entahlah") == said("correct_report.report.not_a_number")
    assert said("correct_report.what.ask") in talk.says("S-1907-0018")
    summary = talk.says("550rb")
    assert "koreksi laporan S-1907-0018" in summary
    assert "Jumlah: Rp450.000 → Rp550.000" in summary


def test_a_report_that_is_not_theirs_is_not_taken() -> None:
    talk = Correcting(several=True)
    talk.begins()
    unknown = said("correct_report.report.unknown", number="S-1907-0099")
    assert talk.says("S-1907-0099") == unknown
    assert talk.says("ya") == unknown
    assert said("correct_report.what.ask") in talk.says("S-1907-0017")


def test_what_was_to_be_changed_can_be_changed_by_its_name() -> None:
    talk = Correcting()
    talk.begins(message("jumlahnya salah"))
    talk.says("550rb")
    talk.taps("Perbaiki")
    assert said("correct_report.what.label") in talk.labels
    assert said("correct_report.report.label") not in talk.labels
    talk.taps(said("correct_report.what.label"))
    assert said("correct_report.paid_on.ask") in talk.taps("Tanggalnya")
    summary = talk.says("15 juli")
    assert "Jumlah: Rp500.000 → Rp550.000" in summary
    assert "Tanggal: 16 Juli 2019 → 15 Juli 2019" in summary


def test_a_picture_where_the_amount_is_asked_is_told_so() -> None:
    talk = Correcting()
    talk.begins(message("jumlahnya salah"))
    told = said("correct_report.amount.photo_instead", example=Rupiah(500_000))
    assert talk.says("", 3) == told


@pytest.mark.parametrize(
    ("words", "key", "facts"),
    [
        ("20rb", "amount.below_smallest", {"amount": 20_000, "smallest": 100_000}),
        ("60jt", "amount.above_outstanding", {"amount": 60_000_000, "outstanding": 9_000_000}),
        ("5jt", "amount.odd_amount", {"amount": 5_000_000, "meant": 500_000}),
    ],
)
def test_an_odd_amount_is_asked_about_once(words: str, key: str, facts: dict[str, int]) -> None:
    talk = Correcting()
    talk.begins(message("jumlahnya salah"))
    told: dict[str, Fact] = {name: Rupiah(amount) for name, amount in facts.items()}
    assert talk.says(words) == said(f"correct_report.{key}", **told)
    assert "Mohon dicek dulu" in talk.taps("Ya, benar")


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_refusal_of_an_answer_can_be_said_in_each_language(language: str) -> None:
    day, amount = date(2019, 7, 10), Rupiah(450_000)
    same: dict[str, Fact] = {
        "amount": amount,
        "paid_on": day,
        "number": "S-1907-0018",
        "status": "dicek",
    }
    keys: dict[str, dict[str, Fact]] = {
        "correct_report.amount.too_small": {"at_least": Rupiah(10_000)},
        "correct_report.amount.too_large": {},
        "correct_report.amount.same_report": same,
        "correct_report.paid_on.same_report": same,
        "correct_report.amount.below_smallest": {"amount": amount, "smallest": amount},
    }
    for key, facts in keys.items():
        assert said(key, language, **facts)
