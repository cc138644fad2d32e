"""The forms of a verifier, played through the engine: what is asked, doubted and confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from handlers.conversation import Outcome, advance, ask, begin
from handlers.hearing import Hearing
from handlers.messages import InboundMessage, Kind
from handlers.situation import Situation
from handlers.staff import STAFF_FORMS
from handlers.staff.answers import UsualReason
from handlers.staff.corrections import OtherAmountForm, RejectReportForm
from models.money import Rupiah
from tests.builders import NOW, TODAY
from tests.handlers.staff.begun import BEGUN
from tests.handlers.staff.talking import read, said

if TYPE_CHECKING:
    from handlers.forms import Form
    from handlers.messages import Fact

NUMBER, GROUP = "S-1907-0017", "KUBE Jahe Merah Mekar"
ABOUT: dict[str, int | str] = {"report": 17, "number": NUMBER, "group": GROUP}
MONEY: dict[str, int | str] = {"reported": 500_000, "outstanding": 20_000_000}
SITUATION = Situation(
    now=NOW,
    today=TODAY,
    channel="telegram",
    chat="-1",
    address_id=1,
    person_id=6,
    in_staff_chat=True,
    private=False,
)


class Talk:
    """One verifier answering one form."""

    def __init__(self, form: type[Form], **given: int | str) -> None:
        self.form = form
        self.outcome = begin(form, 5, self._hearing(""), given)

    def says(self, text: str) -> str:
        return self._goes_on(self._hearing(text))

    def taps(self, verb: str) -> str:
        return self._goes_on(self._hearing("", button=f"d5:{verb}"))

    @property
    def last_said(self) -> str:
        return read(self.outcome.replies)

    @property
    def offered(self) -> list[str]:
        return [choice.id for reply in self.outcome.replies for choice in reply.choices]

    def _goes_on(self, hearing: Hearing) -> str:
        assert self.outcome.draft is not None
        self.outcome = advance(self.form, self.outcome.draft, hearing)
        return self.last_said if self.outcome.replies else ""

    def _hearing(self, text: str, button: str | None = None) -> Hearing:
        kind = Kind.BUTTON if button else Kind.TEXT
        return Hearing(InboundMessage(kind, NOW, text, button=button), SITUATION, TODAY)


def other() -> Talk:
    return Talk(OtherAmountForm, **ABOUT, **MONEY)


def rejecting() -> Talk:
    return Talk(RejectReportForm, **ABOUT)


def rejection(reason: str) -> RejectReportForm:
    return RejectReportForm(report=17, number=NUMBER, group=GROUP, reason=reason)


def test_another_amount_asks_for_amount_and_reason_and_sums_up() -> None:
    talk = other()
    assert "Berapa uang yang benar-benar masuk?" in talk.last_said
    assert "Apa alasannya?" in talk.says("450rb")
    summary = talk.says("di rekening hanya segitu")
    assert "Laporan: S-1907-0017, KUBE Jahe Merah Mekar" in summary
    assert "Dilaporkan: Rp500.000" in summary
    assert "Yang dicatat: Rp450.000" in summary
    assert "Alasan: di rekening hanya segitu" in summary
    talk.taps("send")
    assert talk.outcome.submitted == OtherAmountForm(
        report=17,
        number=NUMBER,
        group=GROUP,
        reported=500_000,
        outstanding=20_000_000,
        amount=Rupiah(450_000),
        reason="di rekening hanya segitu",
    )


@pytest.mark.parametrize("slip_of_the_finger", ["50rb", "5000rb"])
def test_an_amount_far_from_the_report_is_asked_about_once(slip_of_the_finger: str) -> None:
    talk = other()
    assert "bedanya jauh" in talk.says(slip_of_the_finger)
    assert "d5:pick:amount:500000" in talk.offered
    assert "Apa alasannya?" in talk.taps("keep")


def test_an_amount_above_what_is_left_is_asked_about_once() -> None:
    talk = Talk(OtherAmountForm, **ABOUT, reported=500_000, outstanding=600_000)
    assert "melebihi sisa pinjaman Rp600.000" in talk.says("700rb")
    assert "Apa alasannya?" in talk.taps("keep")


@pytest.mark.parametrize("nonsense", ["entahlah", "🙂", "0"])
def test_what_is_no_amount_is_asked_again(nonsense: str) -> None:
    talk = other()
    assert "Mohon tulis jumlah uang yang masuk" in talk.says(nonsense)
    assert "Apa alasannya?" in talk.says("450rb")


def test_an_amount_that_can_be_read_two_ways_is_offered_not_guessed() -> None:
    talk = other()
    assert "Maksudnya Rp450.000?" in talk.says("450")
    assert "d5:meant:amount:450000" in talk.offered
    assert "Apa alasannya?" in talk.taps("meant:amount:450000")


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_refusal_of_an_answer_can_be_said_in_each_language(language: str) -> None:
    amount: dict[str, dict[str, Fact]] = {
        "photo_instead": {"example": Rupiah(500_000)},
        "not_an_amount": {"example": Rupiah(500_000)},
        "unsure": {"first": Rupiah(500_000)},
        "too_small": {"at_least": Rupiah(10_000)},
        "too_large": {},
        "far_off": {"amount": Rupiah(5_000_000), "reported": Rupiah(500_000)},
        "above_outstanding": {"amount": Rupiah(700_000), "outstanding": Rupiah(600_000)},
    }
    for reason, facts in amount.items():
        assert said(f"other_amount.amount.{reason}", language, **facts)
    for form in ("other_amount", "reject_report"):
        assert said(f"{form}.reason.no_words", language)
        assert said(f"{form}.reason.too_long", language, at_most=200)


def test_every_usual_reason_is_offered_as_a_button_within_the_limit() -> None:
    talk = rejecting()
    assert talk.offered == [f"d5:pick:reason:{reason}" for reason in UsualReason]
    assert all(len(button.encode()) <= 64 for button in talk.offered)


@pytest.mark.parametrize("reason", list(UsualReason))
def test_a_usual_reason_is_taken_by_its_button(reason: UsualReason) -> None:
    talk = rejecting()
    assert "Kirim ke pelapor?" in talk.taps(f"pick:reason:{reason}")
    assert reason.value not in talk.last_said
    talk.taps("send")
    assert talk.outcome.submitted == rejection(reason.value)


def test_a_reason_in_own_words_is_taken_as_it_was_typed() -> None:
    talk = rejecting()
    assert "karena struknya   terpotong" not in talk.says("struknya   terpotong di bawah")
    assert "karena struknya terpotong di bawah" in talk.last_said
    talk.taps("send")
    assert talk.outcome.submitted == rejection("struknya terpotong di bawah")


def test_a_reason_that_says_nothing_or_too_much_is_asked_again() -> None:
    talk = rejecting()
    assert "Mohon pilih salah satu alasan" in talk.says("apa")
    assert "Mohon lebih singkat, paling banyak 200 huruf" in talk.says("terlalu panjang " * 20)


def test_a_cancelled_form_submits_nothing() -> None:
    talk = rejecting()
    assert talk.outcome.draft is not None
    button = InboundMessage(Kind.BUTTON, NOW, button="d5:cancel")
    outcome: Outcome = advance(
        RejectReportForm, talk.outcome.draft, Hearing(button, SITUATION, TODAY)
    )
    assert outcome.cancelled
    assert outcome.submitted is None


def test_a_reason_stands_in_our_sentence_without_its_own_full_stop() -> None:
    talk = rejecting()
    assert "karena fotonya terpotong\n" in talk.says("fotonya terpotong.")
    talk.taps("send")
    assert talk.outcome.submitted == rejection("fotonya terpotong")


def test_the_reason_can_be_changed_by_its_name() -> None:
    talk = other()
    talk.says("450rb")
    talk.says("jumlah di rekening salah")
    assert "Apa alasannya?" in talk.says("ubah alasan")
    assert "Alasan: potongan bank Rp25.000" in talk.says("potongan bank Rp25.000")


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("form", list(STAFF_FORMS.values()))
def test_questions_and_their_names_can_be_said_in_each_language(
    form: type[Form], language: str
) -> None:
    given = {**ABOUT, **MONEY} if form is OtherAmountForm else ABOUT
    given = BEGUN.get(form.form_name, given)
    outcome = begin(form, 5, Hearing(InboundMessage(Kind.TEXT, NOW), SITUATION, TODAY), given)
    assert outcome.draft is not None
    assert read(ask(form, outcome.draft, SITUATION).replies, language)
    for name in ("title", *(f"{question}.label" for question in form.questions)):
        assert said(f"{form.form_name}.{name}", language, **given)
