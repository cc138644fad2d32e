"""A leader corrects a report already sent: it changes while it waits, else staff are asked."""

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from typing_extensions import override

from handlers.answers import Amount, PastDay
from handlers.commands import Topic
from handlers.forms import Answers, Doubt, Draft, Form, given, question
from handlers.hearing import Hearing
from handlers.leaders import menu
from handlers.leaders.correctable import (
    OFFERED_MOST,
    Correctable,
    chosen_of,
    doubts_about,
    offered,
    several,
    stated_of,
    warnings_for,
)
from handlers.messages import Choice, Fact, InboundMessage, Json, Kind, Reply, say, words
from handlers.report_number import ReportNumber, number_within
from handlers.situation import Situation
from handlers.staff import correction_card, report_card
from handlers.staff.resend_offer import again_button
from handlers.turn import Turn
from handlers.understanding import read_intent
from handlers.what_changes import (
    Change,
    Stated,
    WhatChanges,
    asks_amount,
    asks_day,
    asks_what,
    is_said_in,
)
from models import till
from models.calendar import wita_day
from models.correction_request import ask_correction
from models.decision import DecisionKind, open_about
from models.money import Rupiah
from models.repayment import RepaymentReport, ReportStatus
from models.report_correction import change_waiting, locked_report, recorded_amount

POSSIBLE_FOR: Final = timedelta(days=30)
"""Reports that were sent within this are offered; an older one is named by its number."""

_STANDING: Final = (ReportStatus.SUBMITTED, ReportStatus.ACCEPTED)
_WORDS_MOST: Final = 200


class CorrectReportForm(Form, name="correct_report"):
    """Which report, and what it should say; only what is not known yet is asked."""

    reports: str = given(str)
    said: str = given(str)
    report: str | None = question(ReportNumber(), when=several, suggest=offered)
    what: Change | None = question(WhatChanges(), when=asks_what(stated_of))
    amount: Rupiah | None = question(Amount(), when=asks_amount)
    paid_on: date | None = question(PastDay(), when=asks_day)

    @classmethod
    @override
    def doubts(cls, answers: Answers, situation: Situation) -> tuple[Doubt, ...]:
        chosen = chosen_of(answers)
        if chosen is None:
            unknown = {"number": answers.get("report", "")}
            return (Doubt("report", "unknown", unknown, firm=True),) if "report" in answers else ()
        return tuple(doubts_about(chosen, answers, situation))

    @classmethod
    @override
    def summary(cls, answers: Answers, situation: Situation) -> dict[str, Fact]:
        chosen = chosen_of(answers)
        if chosen is None:
            return {}
        group = situation.group(chosen.group_id)
        return {
            "number": chosen.number,
            "group": group.name if group else "",
            "changes": chosen.stated.until(chosen.stated.changed_by(answers)),
        }

    @override
    async def submit(self, turn: Turn) -> Reply:
        answers = self._answers()
        chosen = chosen_of(answers)
        report = await locked_report(chosen.id) if chosen else None
        if chosen is None or report is None or report.reporter_id != turn.person_id:
            return say("form.stale")
        if report.status not in _STANDING:
            return _stands_no_more(report)
        now = Stated(recorded_amount(report), report.paid_on)
        wanted = now.changed_by(answers)
        if wanted == now:
            return _differs_in_nothing(report)
        if report.status is ReportStatus.SUBMITTED:
            return await _change(turn, report, now, wanted)
        return await _ask_staff(turn, report, now, wanted, self.said)

    def _answers(self) -> Answers:
        answers = {name: getattr(self, name) for name in (*self.given_names, *self.questions)}
        return {name: value for name, value in answers.items() if value is not None}


async def _change(turn: Turn, report: RepaymentReport, now: Stated, wanted: Stated) -> Reply:
    """Nobody has verified it yet: the report says something else, and its cards show what."""
    await change_waiting(
        report,
        amount=wanted.amount,
        paid_on=wanted.paid_on,
        warnings=warnings_for(report, wanted, turn.situation),
        by=turn.person_id,
        at=turn.now,
    )
    subject = report_card.subject(report.id)
    key = f"{subject}:changed:{turn.draft_id}"
    verdict = await till.set_aside(report, at=turn.now)
    if verdict is not None:
        told = say("till.changed_meanwhile", by=verdict.person.name, number=report.number)
        turn.tell_staff(told, key=f"{key}:told")
    turn.change_cards(subject, await report_card.card(report.id), key=key)
    return say("correct_report.changed", number=report.number, changes=now.until(wanted))


async def _ask_staff(
    turn: Turn, report: RepaymentReport, now: Stated, wanted: Stated, said: str
) -> Reply:
    """It is in the books: staff see what the leader says, and two of them correct it."""
    if await open_about(DecisionKind.CORRECTION, f"report:{report.id}", at=turn.now):
        return say("correct_report.is_decided_about", number=report.number)
    await correction_card.close_open(turn, report.id)
    request = await ask_correction(
        report,
        amount=wanted.amount,
        paid_on=wanted.paid_on,
        words=said,
        by=turn.person_id,
        draft_id=turn.draft_id or turn.inbox_id,
        at=turn.now,
    )
    subject = correction_card.subject(request.id)
    card = await correction_card.card(request)
    turn.tell_staff(card, key=f"{subject}:card", subject=subject)
    return say("correct_report.asked", number=report.number, changes=now.until(wanted))


def _differs_in_nothing(report: RepaymentReport) -> Reply:
    return say(
        "correct_report.differs_in_nothing",
        number=report.number,
        amount=recorded_amount(report),
        paid_on=report.paid_on,
    )


def _stands_no_more(report: RepaymentReport) -> Reply:
    """A report that was not accepted is sent again; for one that was reversed a new one is made."""
    key = f"correct_report.is_{report.status.value}"
    if report.status is ReportStatus.REJECTED:
        return say(key, *again_button(report.id, report.reason), number=report.number)
    button = Choice("go:repayment_report", words("menu.repayment_report"))
    return say(key, button, number=report.number)


async def begin(turn: Turn, message: InboundMessage) -> Reply | tuple[Reply, ...]:
    """Find what may be meant, and ask what is missing."""
    if message.kind is Kind.EDITED:
        return await _begin_edited(turn, message)
    number, said = number_within(message.text)
    heard = message.with_text(said)
    if number is None:
        return await _begin_with(turn, heard, await _recent(turn), message.text)
    report = await RepaymentReport.get_or_none(number=number, reporter_id=turn.person_id)
    if report is None:
        return say("correct_report.unknown", number=number)
    if report.status not in _STANDING:
        return _stands_no_more(report)
    return await _begin_with(turn, heard, [report], message.text)


async def _begin_edited(turn: Turn, message: InboundMessage) -> Reply | tuple[Reply, ...]:
    """The message of a report says something else now; what else changed in it is no matter."""
    report_id = _report_of(message)
    report = await RepaymentReport.get_or_none(id=report_id, reporter_id=turn.person_id)
    hearing = Hearing(message, turn.situation, wita_day(message.sent_at))
    if report is None or not is_said_in(hearing, (Amount(), PastDay())):
        return say("kinds.edited")
    if report.status not in _STANDING:
        return _stands_no_more(report)
    stated = Stated(recorded_amount(report), report.paid_on)
    understood = hearing.understood
    said = {"amount": understood.amount, "paid_on": understood.date}
    certain = {name: value for name, value in said.items() if value is not None}
    if certain and stated.changed_by(certain) == stated:
        return _differs_in_nothing(report)
    return await _begin_with(turn, message, [report], message.text)


async def _begin_with(
    turn: Turn, heard: InboundMessage, reports: list[RepaymentReport], said: str
) -> Reply | tuple[Reply, ...]:
    if not reports:
        return say("menu.say.nothing_to_correct", *menu.choices(turn.situation))
    answers: dict[str, Json] = {}
    hearing = Hearing(heard, turn.situation, wita_day(heard.sent_at))
    if hearing.understood.amount is None and hearing.understood.amount_candidates:
        answers["what"] = Change.AMOUNT.value
    turn.start(
        "correct_report",
        heard=replace(heard, kind=Kind.TEXT),
        reports=json.dumps([Correctable.of(report).dump() for report in reports]),
        said=" ".join(said.split())[:_WORDS_MOST],
        **answers,
    )
    if len(reports) > 1:
        return ()
    only = reports[0]
    return say(
        "correct_report.begun",
        number=only.number,
        amount=recorded_amount(only),
        paid_on=only.paid_on,
    )


async def _recent(turn: Turn) -> list[RepaymentReport]:
    """What the person has reported of late and still stands, newest first."""
    return (
        await RepaymentReport.filter(
            reporter_id=turn.person_id,
            status__in=list(_STANDING),
            submitted_at__gte=turn.now - POSSIBLE_FOR,
        )
        .order_by("-submitted_at", "-id")
        .limit(2 * OFFERED_MOST)
    )


def _report_of(message: InboundMessage) -> int | None:
    """The report that an edited message went into, once it has been looked for."""
    kind, _, number = (message.card or "").partition(":")
    return int(number) if message.kind is Kind.EDITED and kind == "report" else None


def is_about_another(message: InboundMessage, unfinished: Draft | None) -> bool:
    """Whether a message corrects a report that was sent, and not what is being filled in.

    An edit may be of a message that is in a report already, and somebody may name its number.
    """
    if unfinished is not None and unfinished.form == "correct_report":
        return False
    if message.kind is Kind.EDITED:
        return _report_of(message) is not None
    named = unfinished is not None and number_within(message.text)[0] is not None
    return named and read_intent(message.text, today=wita_day(message.sent_at)) == "correct"


TOPIC = Topic(
    "correct_report",
    frozenset({"correct"}),
    commands=("koreksi", "ralat"),
    run=begin,
    interrupts=False,
)
