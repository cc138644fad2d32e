"""Texts of staff's work that few chats would ever show, each said by playing the part that says it.

Every way in which a form of staff refuses an answer, every name that a form calls its questions by,
every rule that can be broken, every line of the trail, every difference that an audit finds.
Nothing here needs a database: `tests/test_rehearsal.py` reads each of them in every language, and
the test of completeness knows by `rehearsed` that they are said.
"""

from __future__ import annotations

import inspect
from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from handlers import answers, report_number, what_changes
from handlers.conversation import advance, begin
from handlers.forms import Draft
from handlers.hearing import Hearing
from handlers.leaders import promise_answers
from handlers.messages import InboundMessage, Kind, Media, Reply, Words, words
from handlers.situation import Situation
from handlers.staff import (
    STAFF_FORMS,
    bank_columns,
    coming_month,
    notice_answers,
    plan_answers,
    review_reasons,
    rhythm_answers,
    rule_answers,
    terms_answers,
    trail,
)
from handlers.staff import answers as staff_answers
from handlers.staff.difference_words import in_words
from handlers.staff.notice_parts import Item
from locales import message_id
from models import errors, funding_errors, queue_errors, till_errors
from models.books_audit import Difference
from models.chart import EntryKind
from models.ledger_audit import Fault
from models.money import Rupiah
from models.search import Listed
from tests.builders import NOW, TODAY
from tests.handlers.staff.begun import BEGUN
from tests.locales.reading import reasons

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handlers.forms import Form, Question
    from models.errors import RuleBroken

Said = Reply | Words

SITUATION = Situation(
    now=NOW,
    today=TODAY,
    channel="telegram",
    chat="-1",
    address_id=1,
    person_id=6,
    in_staff_chat=True,
    private=False,
    directory=(
        Listed(1, "KUBE Amplang Pesisir", "Benua Baru Ilir", "Sangkulirang", "KT-006"),
        Listed(2, "KUBE Ikan Pesisir", "Teluk Pandan", "Teluk Pandan", "KT-002"),
    ),
)
A_REPORT: dict[str, Any] = {
    "report": 17,
    "number": "S-1907-0017",
    "group": "KUBE Jahe Merah Mekar",
    "reported": 500_000,
    "outstanding": 20_000_000,
}

A_PHOTO = "(a photo)"
A_BROKEN_PHOTO = "(a photo that did not arrive whole)"
PROVOKING: dict[type[Any], dict[str, str]] = {
    answers.Amount: {
        "photo_instead": A_PHOTO,
        "not_an_amount": "entahlah",
        "unsure": "450",
        "too_small": "Rp0",
        "too_large": "Rp9.000.000.000.000",
    },
    answers.PastDay: {"not_a_day": "entahlah", "unsure": "31 juni", "in_the_future": "besok"},
    answers.FreeWords: {"no_words": "?", "too_long": "sangat panjang " * 100},
    answers.OneOf: {"not_a_choice": "entahlah"},
    answers.Photos: {"not_a_photo": "entahlah", "broken": A_BROKEN_PHOTO},
    staff_answers.AnyGroup: {"unknown": "melati putih", "several": "pesisir"},
    plan_answers.Count: {"not_a_count": "entahlah", "out_of_range": "0"},
    plan_answers.ComingDay: {
        "not_a_day": "entahlah",
        "unsure": "31 september",
        "not_ahead": "kemarin",
    },
    rhythm_answers.HowOften: {"not_a_rhythm": "entahlah"},
    rhythm_answers.DueDays: {
        "not_days": ",",
        "unclear_day": "entahlah",
        "not_ahead": "1 juli 2019",
    },
    coming_month.ComingMonth: {
        "not_a_day": "entahlah",
        "unsure": "31 september",
        "not_ahead": "januari 2018",
        "too_far": "maret 2030",
    },
    promise_answers.PromiseDay: {
        "not_a_day": "entahlah",
        "unsure": "minggu depan",
        "in_the_past": "kemarin",
        "too_far": "17 juli 2020",
    },
    promise_answers.PartAmount: {
        "photo_instead": A_PHOTO,
        "not_an_amount": "ayam",
        "unsure": "450",
        "too_small": "Rp0",
        "too_large": "Rp9.000.000.000.000",
    },
    notice_answers.WhichItems: {"not_a_choice": "entahlah"},
    notice_answers.Days: {"no_days": "entahlah", "out_of_range": "1000 hari"},
    notice_answers.Monthly: {"no_month_day": "entahlah", "not_in_every_month": "tanggal 31"},
    notice_answers.Steps: {
        "no_steps": "entahlah",
        "steps_out_of_order": "-1 -3 0",
        "step_too_far": "-90 0",
        "too_many_steps": " ".join(str(day) for day in range(-12, 13)),
    },
    notice_answers.Span: {
        "no_hours": "entahlah",
        "no_such_time": "8.30 sampai 25.00",
        "hours_backwards": "16.00 sampai 9.00",
        "hours_too_wide": "3.00 sampai 23.00",
    },
    terms_answers.Fee: {"not_a_percentage": "entahlah", "too_high": "30"},
    terms_answers.InParts: {"not_parts": "70 70"},
    rule_answers.RepeatPercents: {"not_percents": "seratus"},
    review_reasons.PriorityClass: {"not_a_class": "entahlah"},
    report_number.ReportNumber: {"not_a_number": "entahlah"},
    what_changes.WhatChanges: {"not_a_choice": "entahlah"},
    bank_columns.Column: {"not_a_column": "entahlah"},
    bank_columns.WhichProgramme: {"not_a_programme": "entahlah"},
}
"""By kind of answer: what somebody may write for each reason to ask again."""
RULE_ANSWERS: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("percent", "percent", {}),
    ("count", "reports", {}),
    ("days", "reports", {"count": 2}),
    ("amount", "reserve", {}),
    ("frees", "frees", {}),
    ("worst", "history", {}),
    ("stage", "stage", {}),
    ("percents", "repeat", {}),
    ("switch", "repaid", {}),
)
"""By question of the form, the item about which it is asked."""
ASKED_ONCE_ANSWERED: dict[tuple[str, str], dict[str, Any]] = {
    ("reschedule", "days"): {"rhythm": "season"},
    ("accept_application", "reason"): {"granted": 10_000_000, "priority": 3},
    ("confirm_funding", "rhythm"): {"choice": "other"},
    ("confirm_funding", "count"): {"choice": "other", "rhythm": "month:1"},
    ("confirm_funding", "fee"): {"choice": "other"},
    ("confirm_funding", "grace"): {"choice": "other", "rhythm": "month:1"},
    ("confirm_funding", "first_due"): {"choice": "other", "rhythm": "month:1"},
    ("confirm_funding", "harvests"): {"choice": "other", "rhythm": "season"},
    **{("funding_rule", name): {"item": item, **more} for name, item, more in RULE_ANSWERS},
    **{("notice_plan", item.value): {"item": item.value} for item in Item},
    ("correct_accepted", "amount"): {"what": "amount"},
    ("correct_accepted", "paid_on"): {"what": "day"},
}


SAID_INSTEAD: dict[tuple[str, str, str], str] = {
    ("confirm_funding", "grace", "out_of_range"): "99",
    ("accept_application", "granted", "too_small"): "50 ribu",
    ("funding_rule", "count", "out_of_range"): "99",
}
"""Where the bounds of a question differ from those of its kind."""


def begun_with(form: str) -> dict[str, Any]:
    """What a form of staff knows from the start."""
    return BEGUN.get(form, A_REPORT)


def hearing(text: str) -> Hearing:
    photo = text in {A_PHOTO, A_BROKEN_PHOTO}
    kept = (
        Media("f", "p", media_id=1) if text == A_PHOTO else Media("f", "p", trouble="not_a_picture")
    )
    media = (kept,) if photo else ()
    kind, said = (Kind.PHOTO, "") if photo else (Kind.TEXT, text)
    return Hearing(InboundMessage(kind, NOW, said, media=media), SITUATION, TODAY)


def asked_again(form: type[Form], item: Question, reason: str) -> tuple[Reply, ...]:
    """What the engine answers to somebody who gives this reason to ask the question again."""
    kind = getattr(item.answer, "typed", item.answer)
    table = next(PROVOKING[base] for base in type(kind).__mro__ if base in PROVOKING)
    more = ASKED_ONCE_ANSWERED.get((form.form_name, item.name), {})
    draft = Draft(5, form.form_name, {**begun_with(form.form_name), **more}, changing=item.name)
    text = SAID_INSTEAD.get((form.form_name, item.name, reason), table[reason])
    return advance(form, draft, hearing(text)).replies


def refusals() -> Iterator[tuple[str, tuple[Reply, ...]]]:
    """Every reason for which a form of staff asks again: its key, and what was answered."""
    for form in STAFF_FORMS.values():
        for item in form.questions.values():
            for reason in sorted(reasons(item)):
                key = f"{form.form_name}.{item.name}.{reason}"
                yield key, asked_again(form, item, reason)


def names() -> Iterator[Said]:
    """What each form of staff and its questions are called, and how the first one is asked."""
    for form in STAFF_FORMS.values():
        given = begun_with(form.form_name)
        yield words(f"{form.form_name}.title", **given)
        for question in form.questions:
            yield words(f"{form.form_name}.{question}.label")
        yield from begin(form, 5, hearing(""), given).replies


def rules() -> Iterator[Words]:
    """Every rule of the fund that an act may break, with facts of the kind that it names."""
    for module in (errors, till_errors, queue_errors, funding_errors):
        for _, rule in inspect.getmembers(module, inspect.isclass):
            if issubclass(rule, errors.RuleBroken) and rule.__module__ == module.__name__:
                yield from _broken(rule)


def _broken(rule: type[RuleBroken]) -> Iterator[Words]:
    if rule is errors.RuleBroken:
        return
    if rule is funding_errors.RuleImpossible:
        for figure in IMPOSSIBLE_FIGURES:
            yield words(rule(figure).code)
        return
    if rule is errors.ImpossibleTerms:
        for reason, facts in IMPOSSIBLE.items():
            yield words(f"rule.terms_{reason}", **facts)
        return
    parameters = list(inspect.signature(rule.__init__).parameters.values())[1:]
    facts = {each.name: _a_fact(each.name, str(each.annotation)) for each in parameters}
    broken = rule(**facts)
    yield words(broken.code, **broken.facts)


def _a_fact(name: str, kind: str) -> Any:
    if kind == "datetime":
        return NOW
    if kind == "date":
        return TODAY
    if kind in {"int", "Rupiah"}:
        return Rupiah(500_000)
    return "accepted" if name == "status" else "Rina"


IMPOSSIBLE_FIGURES = (
    *("percent_repaid", "worst_class", "reports", "report_days"),
    *("maximum", "minimum_reserve", "repeat_percent", "no_path"),
)
IMPOSSIBLE: dict[str, dict[str, Any]] = {
    "principal_not_positive": {},
    "without_instalments": {},
    "too_many_instalments": {},
    "negative_fee": {},
    "grace_takes_all": {},
    "rounding_not_positive": {},
    "months_out_of_range": {"months": 25},
    "days_do_not_match": {"days": 2, "instalments": 3},
    "days_not_in_order": {},
    "due_before_disbursement": {"first_due_on": date(2019, 7, 17)},
    "due_not_ahead": {"first_due_on": date(2019, 7, 17)},
    "empty_instalment": {},
}


def deeds() -> Iterator[Words]:
    """Every line that the trail of a thing may show: deeds, and entries of the journal."""
    facts = {"number": "S-1907-0017", "amount": 500_000, "decision": 3, "kind": "reversal"}
    for what in sorted(trail.TOLD):
        yield trail.line(trail.Deed(NOW, what, by="Rina", facts=facts))
    for kind in EntryKind:
        entry = trail.Deed(NOW, kind.value, by="", entry=7, amount=Rupiah(500_000))
        yield trail.line(entry)
        yield trail.line(replace(entry, by="Rina", approved_by="Joko"))


DIFFERENCES = [
    *(Difference("entry 7", "chain", fault.value, "sealed") for fault in Fault),
    Difference("P1/fund_cash", "account", "P1/fund_cash", "P1/capital"),
    Difference("P1/fund_cash", "balance", 1, 2),
    *(Difference("chart of accounts", what, 1, 2) for what in ("principal", "fee", "credit")),
    *(
        Difference("loan UEP-1", f"{part} paid on 2019-07-17", 5, 4)
        for part in ("principal", "fee")
    ),
    Difference("loan UEP-1", "outstanding principal", 1, 2),
    Difference("loan UEP-1", "left of a repaid loan", 1, 0),
    Difference("P1/group_credit/3", "credit", 1, 2),
    Difference("group 3", "credit", 0, 2),
    *(
        Difference("fund", what, 1, 2)
        for what in (
            *("cash", "lent out", "written off", "in treasury", "capital"),
            *("fee cash", "credit held", "fee by shares"),
        )
    ),
]
"""Everything that an audit can find."""


def everything() -> Iterator[Said]:
    for _, replies in refusals():
        yield from replies
    yield from names()
    yield from rules()
    yield from deeds()
    yield from map(in_words, DIFFERENCES)


@cache
def rehearsed() -> frozenset[str]:
    """Identifiers of all texts that are said here, those inside of others included."""
    return frozenset(key for said in everything() for key in _keys(said))


def _keys(said: Said) -> Iterator[str]:
    yield message_id(said.key)
    for fact in said.facts.values():
        for inside in fact if isinstance(fact, tuple) else (fact,):
            if isinstance(inside, Words):
                yield from _keys(inside)
    for choice in said.choices if isinstance(said, Reply) else ():
        yield from _keys(choice.label)
