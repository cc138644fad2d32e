"""Routing that a transcript cannot show well: odd ids, other chats, old drafts, long silence."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from handlers.contents import CONTENTS
from handlers.forms import Draft
from handlers.messages import (
    Choice,
    InboundMessage,
    Kind,
    Media,
    Reply,
    SharedContact,
    say,
    words,
)
from handlers.respond import conclude, offered_by, respond
from handlers.speak import render
from handlers.talk import Step, Talk
from handlers.turn import Turn
from models.contact import Role
from models.draft import DraftState
from tests.handlers.leaders.people import NOW, a_borrower, a_waiting_leader, message

if TYPE_CHECKING:
    from handlers.situation import Situation

NEVER_A_ROW = ("²", "٣", "-1", "", "x", "9" * 19, "1.0", " 1", "1_0")
"""What stands where a number should: some of it `str.isdigit` or `int` would take."""


def a_verifier() -> Situation:
    return replace(
        a_borrower(),
        name="Rina Hartati",
        chat="-100",
        private=False,
        in_staff_chat=True,
        roles=frozenset({Role.VERIFIER}),
        groups=(),
    )


def a_draft(form: str = "repayment_report", **changed: Any) -> Draft:
    facts = {"id": 7, "form": form, "updated_at_ms": _ms(NOW)}
    return Draft(**(facts | changed))


def a_rejection(**changed: Any) -> Draft:
    about = {"report": 1, "number": "S-1907-0001", "group": "KUBE Jahe Merah Mekar"}
    return a_draft("reject_report", answers=about, **changed)


def tap(button: str) -> InboundMessage:
    return message(button=button)


@dataclass
class Talking:
    """One person's talk with Gulir, without a network or a database."""

    situation: Situation
    talk: Talk = field(default_factory=lambda: Talk("p:1"))
    step: Step = field(default_factory=lambda: Step(Talk("p:1")))
    inbox_id: int = 100

    def says(self, text: str = "", *slips: int) -> str:
        return self.sends(message(text, *slips))

    def sends(self, sent: InboundMessage) -> str:
        self.inbox_id += 1
        sent = replace(sent, sent_at=self.situation.now)
        self.step = respond(CONTENTS, self.situation, self.talk, sent, self.inbox_id)
        offered = offered_by(self.step.replies) if self.step.replies else self.talk.offered
        self.talk = replace(self.step.talk, offered=offered)
        return self.read

    def waits(self, **time: float) -> None:
        now = self.situation.now + timedelta(**time)
        self.situation = replace(self.situation, now=now, today=now.date())

    def taps(self, label: str) -> str:
        shown = {label: identity for identity, label in self._spoken.buttons}
        return self.sends(tap(shown[label]))

    @property
    def read(self) -> str:
        return self._spoken.text if self.step.replies else ""

    @property
    def keys(self) -> list[str]:
        return [reply.key for reply in self.step.replies]

    @property
    def labels(self) -> list[str]:
        return [label for _, label in self._spoken.buttons]

    @property
    def _spoken(self) -> Any:
        return render(self.step.replies, "id", strict=True)


# Where we keep out of it -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "sent",
    [
        message("setor 500rb kemarin"),
        message("/saldo"),
        message("", 1),
        tap("go:menu"),
        tap("card:report:1:accept"),
        tap("d7:send"),
    ],
)
def test_any_other_group_chat_hears_nothing(sent: InboundMessage) -> None:
    elsewhere = Talking(replace(a_borrower(), private=False), Talk("p:1", open=a_draft()))
    assert elsewhere.sends(sent) == ""
    assert elsewhere.step == Step(Talk("p:1", open=a_draft()))


@pytest.mark.parametrize(
    "sent",
    [
        message("setor 500rb kemarin"),
        message("sisa berapa"),
        message("bantuan"),
        message("", 1),
        InboundMessage(Kind.STICKER, NOW),
        InboundMessage(Kind.EDITED, NOW, text="sisa berapa"),
        replace(message("terima kasih"), reply_to="5", card="report:1"),
    ],
)
def test_what_staff_say_to_each_other_is_not_ours(sent: InboundMessage) -> None:
    rina = Talking(a_verifier())
    assert rina.sends(sent) == ""
    assert rina.step.effect is None


# Ids that no button of ours has ------------------------------------------------------------------


@pytest.mark.parametrize("number", NEVER_A_ROW)
def test_a_card_with_an_odd_id_is_stale(number: str) -> None:
    rina = Talking(a_verifier())
    rina.sends(tap(f"card:report:{number}:accept"))
    assert rina.keys == ["form.stale"]
    assert rina.step.effect is None


@pytest.mark.parametrize("number", NEVER_A_ROW)
@pytest.mark.parametrize("before", ["d", "x"])
def test_a_form_button_with_an_odd_id_is_stale(before: str, number: str) -> None:
    leader = Talking(a_borrower(), Talk("p:1", open=a_draft()))
    leader.sends(tap(f"{before}{number}:send"))
    assert leader.keys[0] == "form.stale"
    assert leader.step.effect is None


@pytest.mark.parametrize(
    "button", ["go:", "go:nothing", "go:consent_yes", "d", "card", "card:", ":"]
)
def test_a_button_that_names_nothing_is_stale(button: str) -> None:
    leader = Talking(a_borrower())
    leader.sends(tap(button))
    assert leader.keys == ["form.stale"]


@pytest.mark.parametrize("number", NEVER_A_ROW)
def test_a_reply_to_a_help_card_with_an_odd_id_is_left_alone(number: str) -> None:
    rina = Talking(a_verifier())
    assert rina.sends(replace(message("baik"), reply_to="5", card=f"help:{number}")) == ""
    assert rina.step.effect is None


def test_the_button_of_another_draft_never_sends_this_one() -> None:
    leader = Talking(a_borrower())
    leader.says("setor 500rb kemarin transfer", 1)
    assert leader.keys == ["repayment_report.confirm"]
    leader.sends(tap("d7:send"))
    assert leader.keys == ["form.stale", "repayment_report.confirm"]
    assert leader.step.submits is None


def test_a_leaders_topics_do_not_open_in_the_staff_chat() -> None:
    rina = Talking(replace(a_verifier(), groups=a_borrower().groups))
    for topic in ("repayment_report", "what_is_left", "human", "menu"):
        rina.sends(tap(f"go:{topic}"))
        assert rina.keys == ["staff.not_your_button"]
        assert rina.step.effect is None


def test_a_card_cannot_be_pressed_from_a_private_chat() -> None:
    rina = Talking(replace(a_verifier(), private=True, in_staff_chat=False))
    rina.sends(tap("card:report:1:accept"))
    assert rina.keys == ["access.not_allowed"]
    assert rina.step.effect is None


# Staff in the middle of a form -------------------------------------------------------------------


def test_a_reply_to_a_help_card_is_passed_on_even_while_a_rejection_is_open() -> None:
    rina = Talking(a_verifier(), Talk("s:1", open=a_rejection()))
    rina.sends(replace(message("Baik Bu, besok kami telepon"), reply_to="5", card="help:3"))
    assert rina.step.effect is not None
    assert rina.talk.open == a_rejection()


def test_staff_who_are_not_understood_are_not_sent_to_themselves() -> None:
    rina = Talking(a_verifier(), Talk("s:1", open=a_rejection()))
    for _ in range(3):
        rina.says("x")
    assert rina.keys == ["reject_report.reason.no_words"]
    assert "Batal" in rina.labels
    assert "Hubungi petugas" not in rina.labels


@pytest.mark.parametrize("order", ["/batal", "/BATAL", "/batal sekarang", "batal"])
def test_an_order_to_cancel_ends_the_form_of_staff(order: str) -> None:
    rina = Talking(a_verifier(), Talk("s:1", open=a_rejection()))
    rina.says(order)
    assert rina.keys == ["form.cancelled"]
    assert [(draft.id, state) for draft, state in rina.step.ended] == [(7, DraftState.CANCELLED)]


def test_nothing_to_cancel_is_said_so_when_it_was_a_command() -> None:
    rina = Talking(a_verifier())
    rina.says("/batal")
    assert rina.keys == ["form.nothing_open"]


@pytest.mark.parametrize("text", ["/saldo", "/SALDO", "/saldo sekarang", "/saldo\nsekarang"])
def test_a_command_is_known_in_any_letters_and_with_any_words_after_it(text: str) -> None:
    rina = Talking(a_verifier())
    rina.says(text)
    assert rina.step.effect is not None
    assert rina.step.replies == ()


@pytest.mark.parametrize("text", ["/", "/ ", "/terbang", "//saldo"])
def test_an_unknown_command_is_told_so(text: str) -> None:
    rina = Talking(a_verifier())
    rina.says(text)
    assert rina.keys == ["staff.unknown_command"]


# After a new version -----------------------------------------------------------------------------


@pytest.mark.parametrize("state", ["open", "aside"])
@pytest.mark.parametrize("silence", [timedelta(0), timedelta(hours=13), timedelta(days=9)])
def test_a_draft_of_a_form_that_is_no_more_is_kept_but_put_away(
    state: str, silence: timedelta
) -> None:
    gone = a_draft("poll_of_last_year", updated_at_ms=_ms(NOW - silence))
    talk = Talk("p:1", open=gone) if state == "open" else Talk("p:1", aside=(gone,))
    leader = Talking(a_borrower(), talk)
    leader.says("setor 500rb kemarin")
    assert leader.keys == ["repayment_report.method.ask"]
    assert leader.step.ended == ((gone, DraftState.EXPIRED),)
    assert [draft.form for draft in leader.talk.drafts] == ["repayment_report"]


def test_a_button_of_a_form_that_is_no_more_is_stale() -> None:
    leader = Talking(a_borrower(), Talk("p:1", open=a_draft("poll_of_last_year")))
    leader.sends(tap("d7:send"))
    assert leader.keys == ["form.stale"]


def test_a_form_of_staff_that_is_no_more_opens_no_leaders_topic() -> None:
    rina = Talking(a_verifier(), Talk("s:1", open=a_draft("poll_of_last_year")))
    assert rina.says("setor 500rb kemarin") == ""
    assert rina.step.effect is None
    assert rina.talk.drafts == ()


@pytest.mark.parametrize(
    ("name", "unreadable", "asked"),
    [
        ("amount", "lima ratus", "amount"),
        ("amount", -5, "amount"),
        ("paid_on", "kemarin", "paid_on"),
        ("paid_on", None, "paid_on"),
        ("method", "barter", "method"),
        ("slips", 5, "slips"),
    ],
)
def test_a_stored_answer_that_cannot_be_read_any_more_is_asked_again(
    name: str, unreadable: Any, asked: str
) -> None:
    stored = {"amount": 500_000, "paid_on": "2019-07-16", "method": "transfer", "slips": [1]}
    draft = a_draft(answers=stored | {"group": 1, name: unreadable})
    leader = Talking(a_borrower(), Talk("p:1", open=draft))
    leader.sends(tap("d7:send"))
    assert leader.keys == [f"repayment_report.{asked}.ask"]
    assert leader.step.submits is None


# One value that may have been meant -------------------------------------------------------------


@pytest.mark.parametrize("agreed", ["ya", "iya betul", "1", "👍"])
def test_yes_takes_the_only_amount_that_was_offered(agreed: str) -> None:
    leader = Talking(a_borrower())
    leader.says("setor 250 kemarin")
    assert leader.keys == ["repayment_report.amount.unsure"]
    leader.says(agreed)
    assert leader.keys == ["repayment_report.method.ask"]
    assert leader.talk.open is not None
    assert leader.talk.open.answers["amount"] == 250_000


@pytest.mark.parametrize("denied", ["bukan", "tidak", "2"])
def test_no_to_the_only_amount_that_was_offered_asks_for_it_anew(denied: str) -> None:
    leader = Talking(a_borrower())
    leader.says("setor 250 kemarin")
    leader.says(denied)
    assert leader.keys == ["repayment_report.amount.ask"]


def test_yes_to_a_plain_question_does_not_take_what_is_suggested() -> None:
    leader = Talking(a_borrower())
    leader.says("lapor setoran")
    leader.says("ya")
    assert leader.keys == ["repayment_report.amount.not_an_amount"]


def test_a_refused_answer_leaves_the_usual_choices_within_reach() -> None:
    leader = Talking(a_borrower())
    leader.says("setor 500rb")
    leader.says("entahlah")
    assert leader.keys == ["repayment_report.paid_on.not_a_day"]
    assert leader.labels == ["Hari ini", "Kemarin"]


def test_tomorrow_is_told_not_to_have_come_yet() -> None:
    leader = Talking(a_borrower())
    leader.says("setor 500rb")
    assert "Kamis, 18 Juli 2019 belum tiba" in leader.says("besok")
    assert leader.labels == ["Hari ini", "Kemarin"]


def test_an_interruption_leaves_only_the_choices_of_the_form_so_that_numbers_mean_them() -> None:
    leader = Talking(a_borrower())
    leader.says("setor 500rb kemarin")
    leader.says("terima kasih")
    told = say("help.borrower", Choice("go:repayment_report", words("menu.repayment_report")))
    after = conclude(CONTENTS, leader.situation, leader.step, (told,), Turn(leader.situation, 1))
    assert all(":pick:method:" in choice for choice in offered_by(after.replies))


@pytest.mark.parametrize("words_of_agreement", ["ok", "👍", "siap"])
def test_agreement_to_nothing_is_no_misunderstanding(words_of_agreement: str) -> None:
    leader = Talking(a_borrower())
    leader.says(words_of_agreement)
    assert leader.talk.misunderstood == 0


# After a silence ---------------------------------------------------------------------------------


def test_within_half_a_day_a_talk_just_goes_on() -> None:
    leader = Talking(a_borrower())
    leader.says("setor 500rb kemarin")
    leader.waits(hours=11.9)
    leader.says("transfer")
    assert leader.keys == ["repayment_report.slips.ask"]


def test_after_half_a_day_the_person_is_asked_whether_to_go_on() -> None:
    leader = Talking(a_borrower())
    leader.says("setor 500rb kemarin")
    leader.waits(hours=12.1)
    leader.says("transfer")
    assert leader.keys == ["form.resume"]
    assert leader.labels == ["Lanjut", "Mulai baru", "Batal"]
    assert "Cara setor: Transfer bank." in leader.taps("Lanjut")
    assert leader.keys == ["form.noted", "repayment_report.slips.ask"]
    assert leader.talk.open is not None
    assert leader.talk.open.answers["method"] == "transfer"


def test_a_question_after_half_a_day_is_answered_before_we_ask_whether_to_go_on() -> None:
    leader = Talking(a_borrower())
    leader.says("setor 500rb kemarin")
    leader.waits(hours=13)
    leader.says("terima kasih")
    assert leader.step.effect is not None
    thanked = say("thanks.welcome", name="Sari")
    turn = Turn(leader.situation, 1)
    after = conclude(CONTENTS, leader.situation, leader.step, (thanked,), turn)
    assert [reply.key for reply in after.replies] == ["thanks.welcome", "form.resume"]
    assert after.talk.open is not None
    leader.talk = replace(after.talk, offered=offered_by(after.replies))
    leader.says("lanjut")
    assert leader.keys == ["repayment_report.method.ask"]


def test_what_answers_the_form_is_no_question_however_late_it_comes() -> None:
    leader = Talking(a_borrower())
    leader.says("", 8)
    leader.waits(hours=20)
    leader.says("foto usaha")
    assert leader.keys == ["form.resume"]


def test_cancelling_after_a_silence_needs_no_further_question() -> None:
    leader = Talking(a_borrower())
    leader.says("setor 500rb kemarin")
    leader.waits(hours=13)
    leader.says("batal")
    assert leader.keys == ["form.cancelled"]


def test_yesterday_after_a_silence_is_counted_from_when_it_was_written() -> None:
    leader = Talking(a_borrower())
    leader.says("setor 500rb")
    assert leader.keys == ["repayment_report.paid_on.ask"]
    leader.waits(hours=26)
    leader.says("kemarin")
    assert leader.keys == ["form.resume"]
    leader.waits(hours=20)
    leader.says("lanjut")
    assert leader.talk.open is not None
    assert leader.talk.open.answers["paid_on"] == date(2019, 7, 17).isoformat()


@pytest.mark.parametrize("words", ["mulai baru", "2"])
def test_starting_again_forgets_the_answers_but_not_what_the_form_is_about(words: str) -> None:
    rina = Talking(a_verifier(), Talk("s:1", open=a_rejection()))
    rina.waits(hours=20)
    rina.says("uangnya belum masuk")
    assert rina.keys == ["form.resume"]
    assert "penolakan laporan S-1907-0001" in rina.read
    rina.says(words)
    assert rina.keys == ["reject_report.reason.ask"]
    assert rina.talk.open is not None
    assert rina.talk.open.answers == a_rejection().answers


def test_declining_to_go_on_cancels() -> None:
    leader = Talking(a_borrower())
    leader.says("setor 500rb kemarin")
    leader.waits(hours=20)
    leader.says("halo")
    leader.says("batal")
    assert leader.keys == ["form.cancelled"]
    assert [state for _, state in leader.step.ended] == [DraftState.CANCELLED]


def test_after_three_days_it_is_put_aside_kindly_and_the_new_message_is_answered() -> None:
    leader = Talking(a_borrower())
    leader.says("setor 500rb kemarin")
    draft = leader.talk.open
    assert draft is not None
    leader.waits(hours=72.1)
    leader.says("setor 600rb hari ini transfer")
    assert leader.keys == ["form.expired_gently", "repayment_report.slips.ask"]
    assert leader.step.ended == ((draft, DraftState.EXPIRED),)
    assert draft.answers["amount"] == 500_000, "the draft is kept as it was"
    assert leader.talk.open is not None
    assert leader.talk.open.answers["amount"] == 600_000


def test_until_three_days_are_over_it_is_resumed() -> None:
    leader = Talking(a_borrower())
    leader.says("setor 500rb kemarin")
    leader.waits(hours=71.9)
    leader.says("transfer")
    assert leader.keys == ["form.resume"]


def test_several_old_drafts_are_put_aside_with_one_kind_word() -> None:
    old = _ms(NOW - timedelta(days=5))
    drafts = (a_draft(updated_at_ms=old), a_draft("loose_photo", id=8, updated_at_ms=old))
    leader = Talking(a_borrower(), Talk("p:1", aside=drafts))
    leader.says("setor 500rb kemarin")
    assert leader.keys == ["form.expired_gently", "repayment_report.method.ask"]
    assert leader.step.ended == tuple((draft, DraftState.EXPIRED) for draft in drafts)


# Between two things ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "sent",
    [
        InboundMessage(Kind.STICKER, NOW),
        InboundMessage(Kind.VOICE, NOW),
        InboundMessage(Kind.LOCATION, NOW),
        InboundMessage(Kind.UNSUPPORTED, NOW),
        InboundMessage(Kind.CONTACT, NOW, contact=SharedContact("+6281250010001", own=True)),
    ],
)
def test_what_cannot_be_an_answer_is_answered_and_the_question_put_again(
    sent: InboundMessage,
) -> None:
    leader = Talking(a_borrower())
    leader.says("setor 500rb kemarin")
    leader.sends(sent)
    assert leader.keys == [f"kinds.{sent.kind}", "repayment_report.method.ask"]


def test_a_question_in_between_is_answered_and_the_form_comes_back() -> None:
    leader = Talking(a_borrower())
    leader.says("setor 500rb kemarin")
    leader.says("setor ke rekening mana?")
    answered = finish(leader)
    assert [reply.key for reply in answered][-2:] == [
        "form.back_to",
        "repayment_report.method.ask",
    ]


def test_a_form_begun_inside_another_comes_first_and_the_other_comes_back() -> None:
    leader = Talking(a_borrower(), Talk("p:1", open=a_draft("loose_photo")))
    leader.sends(tap("go:repayment_report"))
    assert leader.keys == ["repayment_report.amount.ask"]
    assert [draft.form for draft in leader.talk.aside] == ["loose_photo"]
    leader.says("batal")
    assert leader.keys == ["form.cancelled", "form.back_to", "loose_photo.photos.ask"]
    assert leader.talk.aside == ()


def test_the_same_form_again_begins_anew_and_leaves_nothing_behind() -> None:
    leader = Talking(a_borrower())
    leader.says("setor 500rb kemarin")
    leader.sends(tap("go:repayment_report"))
    assert leader.keys == ["repayment_report.amount.ask"]
    assert [state for _, state in leader.step.ended] == [DraftState.CANCELLED]
    assert leader.talk.aside == ()


def test_a_number_is_a_tap_on_what_was_last_offered() -> None:
    leader = Talking(a_borrower(), Talk("p:1", offered=("go:help", "go:repayment_report")))
    leader.says("2")
    assert leader.keys == ["repayment_report.amount.ask"]


def test_a_number_above_the_choices_is_no_tap() -> None:
    leader = Talking(a_borrower(), Talk("p:1", offered=("go:help", "go:repayment_report")))
    leader.says("3")
    assert leader.step.talk.open is None


def test_who_has_no_loan_is_told_so_and_begins_no_report() -> None:
    budi = Talking(a_waiting_leader())
    budi.says("setor 500rb kemarin")
    assert budi.talk.open is None
    assert [reply.key for reply in finish(budi)] == ["repayment_report.no_loan"]


@pytest.mark.parametrize("text", ["/start", "/start KT001-7F3Q", "/START", "/menu"])
def test_an_invitation_with_a_payload_opens_the_menu(text: str) -> None:
    leader = Talking(a_borrower())
    leader.says(text)
    assert [reply.key for reply in finish(leader)] == ["menu.say.greeting"]


def test_a_command_may_carry_the_answer() -> None:
    leader = Talking(a_borrower())
    leader.says("/setor\n500rb kemarin")
    assert leader.keys == ["repayment_report.method.ask"]


def test_pictures_that_could_not_be_kept_start_nothing_blindly() -> None:
    leader = Talking(a_borrower())
    broken = Media("file", "print", trouble="too_large")
    leader.sends(replace(message("", 1), media=(broken,)))
    assert leader.step.submits is None
    assert leader.read


def finish(talking: Talking) -> tuple[Reply, ...]:
    """Run a look-up, which reads only the situation, and come back as the worker does."""
    step = talking.step
    assert step.effect is not None
    turn = Turn(talking.situation, talking.inbox_id)
    said = asyncio.run(_run(step, turn))
    done = conclude(CONTENTS, talking.situation, step, said, turn)
    return done.replies


async def _run(step: Step, turn: Turn) -> tuple[Reply, ...]:
    assert step.effect is not None
    said = await step.effect(turn)
    return said if isinstance(said, tuple) else (said,)


def _ms(moment: Any) -> int:
    return int(moment.timestamp() * 1000)
