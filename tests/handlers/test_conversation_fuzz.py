"""Whatever people send, in whatever order: the engine never falls over and is never silent."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handlers.asking import typed_answers
from handlers.contents import CONTENTS
from handlers.conversation import Outcome, advance, begin
from handlers.forms import Draft, Form
from handlers.hearing import Hearing
from handlers.messages import InboundMessage, Kind, Media, Reply
from handlers.situation import ReportFacts, Situation
from handlers.speak import render
from models.money import Rupiah
from models.repayment import ReportStatus
from tests.handlers.leaders.people import (
    NOW,
    TODAY,
    a_borrower,
    a_group,
    a_leader,
    a_loan,
    a_waiting_leader,
    message,
)
from tests.handlers.staff.begun import BEGUN

BUTTON_MOST = 64
"""Bytes of an id: Telegram's limit."""

_REPORTED = ReportFacts("S-1907-0001", Rupiah(500_000), date(2019, 7, 16), ReportStatus.SUBMITTED)
SITUATIONS = (
    replace(a_leader(a_group(a_loan(), _REPORTED)), seen_slips={1: (1,), 2: (2,)}),
    a_leader(a_group(a_loan()), a_group(a_loan(), number=2, name="Karang Taruna Jaya")),
    a_leader(a_group(a_loan(next_left=0, outstanding=20_000))),
    a_waiting_leader(),
)
GIVEN: dict[str, dict[str, Any]] = {
    name: {
        "report": 17,
        "number": "S-1907-0001",
        "group": "KUBE Jahe Merah Mekar",
        "reported": 500_000,
        "outstanding": 9_000_000,
    }
    for name in ("other_amount", "reject_report")
} | BEGUN

SAYINGS = (
    *("500rb", "500", "1.250.000", "1jt2", "setor 500rb kemarin", "50 ribu", "9 miliar", "0", "-5"),
    *("kemarin", "hari ini", "besok", "tgl 5", "minggu lalu", "31 februari", "1 januari 2018"),
    *("transfer", "tunai", "nanti", "lewati", "ya", "bukan", "ok", "1", "2", "9", "tidak"),
    *("batal", "kembali", "menu", "ubah jumlah", "bukan kemarin, tgl 5", "ralat 450rb", "salah"),
    *("karang taruna", "KUBE", "foto usaha", "bukti setor", "👍", "🙏🙏", "\u200b", "a" * 4096),
)

texts = st.one_of(st.sampled_from(SAYINGS), st.text(max_size=40))
photos = st.lists(st.integers(1, 12), min_size=1, max_size=11)
buttons = st.one_of(
    st.sampled_from(
        ["d7:send", "d7:change", "d7:cancel", "d7:back", "d7:keep", "d7:pick:amount:x", "d7", "d7:"]
    ),
    st.text(max_size=30).map(lambda text: f"d7:{text}"),
    st.sampled_from(["amount", "paid_on", "method", "slips", "nothing"]).flatmap(
        lambda name: st.sampled_from(
            [f"d7:change:{name}", f"d7:pick:{name}:", f"d7:pick:{name}:[]"]
        )
    ),
)


@st.composite
def messages(draw: st.DrawFn) -> InboundMessage | int:
    """A message; a number stands for a tap on that one of the buttons that are shown."""
    kind = draw(st.sampled_from(["text", "text", "photo", "tap", "tap", "button", "odd"]))
    match kind:
        case "text":
            return message(draw(texts))
        case "photo":
            return message(draw(texts), *draw(photos))
        case "tap":
            return draw(st.integers(0, 5))
        case "button":
            return message(button=draw(buttons))
    odd = draw(st.sampled_from([Kind.STICKER, Kind.VOICE, Kind.EDITED, Kind.DOCUMENT]))
    trouble = (Media("f", "p", trouble=draw(st.sampled_from(["broken", "too_large", "empty"]))),)
    return InboundMessage(odd, NOW, text=draw(texts), media=draw(st.sampled_from([(), trouble])))


class Checked:
    """A form in the hands of somebody unpredictable; every outcome is examined."""

    def __init__(self, form: type[Form], situation: Situation) -> None:
        self.form = form
        self.situation = situation
        self.draft: Draft | None = None
        self.shown: tuple[str, ...] = ()

    def start(self, opening: InboundMessage) -> None:
        self._examine(begin(self.form, 7, self._hear(opening), GIVEN.get(self.form.form_name)))

    def send(self, sent: InboundMessage | int) -> None:
        if self.draft is None:
            return
        if isinstance(sent, int):
            if not self.shown:
                return
            sent = message(button=self.shown[sent % len(self.shown)])
        before = self.draft
        self._examine(advance(self.form, before, self._hear(sent)))

    def _hear(self, sent: InboundMessage) -> Hearing:
        return Hearing(sent, self.situation, TODAY)

    def _examine(self, outcome: Outcome) -> None:
        self.draft = None if outcome.submitted or outcome.cancelled else outcome.draft
        assert outcome.replies or outcome.submitted, "silence"
        if outcome.submitted is not None:
            self._is_complete(outcome)
        elif not outcome.cancelled:
            assert outcome.draft is not None
        for reply in outcome.replies:
            self._can_be_said(reply)
        self.shown = tuple(choice.id for reply in outcome.replies for choice in reply.choices)
        if self.draft is not None:
            stored = json.loads(json.dumps(self.draft.to_json()))
            assert Draft.from_json(7, self.form.form_name, stored, 0) == self.draft

    def _is_complete(self, outcome: Outcome) -> None:
        assert outcome.draft is not None
        answers = typed_answers(self.form, outcome.draft)
        missing = [
            item.name
            for item in self.form.questions.values()
            if item.applies(answers, self.situation) and item.name not in answers
        ]
        assert missing == []

    def _can_be_said(self, reply: Reply) -> None:
        assert Reply.from_json(json.loads(json.dumps(reply.to_json()))) == reply
        for language in ("id", "en"):
            spoken = render([reply], language, strict=True)
            assert spoken.text.strip()
            assert all(label.strip() for _, label in spoken.buttons)
        for choice in reply.choices:
            assert 0 < len(choice.id.encode()) <= BUTTON_MOST


@pytest.mark.parametrize("form", CONTENTS.forms.values(), ids=CONTENTS.forms.keys())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    situation=st.sampled_from(SITUATIONS),
    opening=texts.map(message),
    turns=st.lists(messages(), max_size=14),
)
def test_whatever_is_sent_every_turn_is_answered_and_nothing_incomplete_is_submitted(
    form: type[Form],
    situation: Situation,
    opening: InboundMessage,
    turns: list[InboundMessage | int],
) -> None:
    talk = Checked(form, situation)
    talk.start(opening)
    for sent in turns:
        talk.send(sent)


@pytest.mark.parametrize("form", CONTENTS.forms.values(), ids=CONTENTS.forms.keys())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    situation=st.sampled_from(SITUATIONS),
    turns=st.lists(messages(), max_size=8),
)
def test_going_back_again_and_again_arrives_at_the_beginning(
    form: type[Form], situation: Situation, turns: list[InboundMessage | int]
) -> None:
    talk = Checked(form, situation)
    talk.start(message(""))
    for sent in turns:
        talk.send(sent)
    for _ in range(len(form.questions) + 1):
        talk.send(message("kembali"))
    if talk.draft is not None:
        assert not set(talk.draft.answers) & set(form.questions)
        assert talk.draft.changing is None


def test_an_answer_of_another_version_is_asked_again() -> None:
    form = CONTENTS.forms["repayment_report"]
    stored = {"amount": {"old": 1}, "paid_on": "yesterday", "method": "barter", "slips": 5}
    draft = Draft(7, "repayment_report", stored)
    outcome = advance(form, draft, Hearing(message("500rb"), a_borrower(), TODAY))
    assert outcome.draft is not None
    assert outcome.draft.answers["amount"] == 500_000
    assert outcome.submitted is None
