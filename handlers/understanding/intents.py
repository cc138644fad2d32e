"""What a person wants: an ordered table of rules, each with its reason; the first that holds wins.

The order is the explanation: safety first, then answers to what was asked, then rights and
commands, questions, trouble with paying, reports, and politeness last.
"""

from collections.abc import Callable
from datetime import date

from handlers.understanding import money_rules as money
from handlers.understanding import talk_rules as talk
from handlers.understanding.outcome import Expecting, Intent
from handlers.understanding.scene import Scene

Rule = tuple[Intent, Callable[[Scene], bool], str]


def read_intent(text: str, *, today: date, expecting: Expecting | str | None = None) -> Intent:
    """What the person wants with this text."""
    return intent_of(Scene(text, today, Expecting(expecting) if expecting else None))[0]


def intent_of(scene: Scene) -> tuple[Intent, str]:
    """The first rule that holds, with its reason."""
    for intent, holds, why in RULES:
        if holds(scene):
            return intent, why
    return Intent.UNCLEAR, "nothing that we know was said"


RULES: tuple[Rule, ...] = (
    (Intent.VOICE, talk.only_voice, "a voice message without words"),
    (Intent.PHOTO_ONLY, talk.only_photo, "a picture without words"),
    (Intent.SENSITIVE_DATA, talk.is_sensitive, "an identity number, PIN or one-time code"),
    (Intent.CHOOSE, talk.is_chosen, "a number that stands alone"),
    (Intent.YES, talk.agrees, "agreement where a question stands"),
    (Intent.NO, talk.denies, "denial where a question stands"),
    (Intent.WITHDRAW_APPLICATION, money.withdraws, "an application is taken back"),
    (Intent.STOP_NOTICES, talk.stops_notices, "no more messages wanted, or not for a while"),
    (Intent.RESUME_NOTICES, talk.resumes_notices, "messages are wanted again"),
    (Intent.SETTINGS, talk.wants_settings, "how we talk: language, channel, settings"),
    (Intent.DELETE_DATA, talk.deletes_data, "data are to be deleted"),
    (Intent.CHANGE_LEADER, talk.changes_leader, "another leader"),
    (Intent.CHANGE_NUMBER, talk.changes_number, "another phone number"),
    (Intent.ASK_HUMAN, talk.wants_a_person, "a person is asked for"),
    (Intent.CANCEL, talk.cancels, "what was begun is dropped"),
    (Intent.RESTART, talk.restarts, "from the beginning"),
    (Intent.BACK, talk.goes_back, "one step back"),
    (Intent.MENU, talk.wants_menu, "the menu"),
    (Intent.ASK_WHY_PLACE, money.asks_why_place, "why a place in the queue is what it is"),
    (Intent.ASK_TURN, money.asks_after_application, "what became of an application"),
    (Intent.COMPLAINT, talk.complains, "a complaint"),
    (Intent.ASK_MY_GROUPS, talk.asks_for_own_groups, "the groups in a facilitator's care"),
    (Intent.ASK_MY_TASKS, talk.asks_for_own_tasks, "the tasks of a facilitator"),
    (Intent.REPORT_VISIT, talk.tells_of_a_visit, "a visit that was made"),
    (Intent.APPLY, money.applies, "capital is applied for"),
    (Intent.ASK_TURN, money.asks_turn, "whose turn it is"),
    (Intent.CORRECT, talk.corrects, "something said before is corrected"),
    (Intent.ASK_REPORT_STATUS, money.asks_status, "what became of a report"),
    (Intent.ASK_BALANCE, money.asks_balance, "how much is left"),
    (Intent.ASK_HOW_TO_PAY, money.asks_how_to_pay, "where and how to pay"),
    (Intent.ASK_SCHEDULE, money.asks_schedule, "when and how much is due"),
    (Intent.ACCESS_DATA, talk.asks_for_data, "which data are kept"),
    (Intent.CANNOT_PAY, money.cannot_pay, "not able to pay now"),
    (Intent.GIVE_DATE, money.gives_day, "the day that was asked for"),
    (Intent.PROMISE_PAYMENT, money.promises, "a payment that lies ahead"),
    (Intent.GIVE_AMOUNT, money.gives_amount, "the amount that was asked for"),
    (Intent.SEND_SLIP, money.sends_slip, "a proof of payment"),
    (Intent.OFF_TOPIC, talk.advertises, "an advertisement or a joke"),
    (Intent.REPORT_PROGRESS, money.reports_progress, "news of the business"),
    (Intent.REPORT_REPAYMENT, money.reports_repayment, "money that was paid"),
    (Intent.YES, talk.goes_on, "go on"),
    (Intent.THANKS, talk.thanks, "thanks"),
    (Intent.HELP, talk.needs_help, "help is asked for"),
    (Intent.GIVE_AMOUNT, money.bare_amount, "an amount and nothing else"),
    (Intent.GREETING, talk.greets, "a greeting"),
    (Intent.GIVE_DATE, money.bare_day, "a day and nothing else"),
    (Intent.ASK_HUMAN, talk.speaks_to_a_person, "somebody of the office is spoken to"),
    (Intent.UNCLEAR, talk.agrees_to_nothing, "agreement, but no question stands"),
    (Intent.OFF_TOPIC, talk.is_off_topic, "nothing to do with the fund"),
    (Intent.UNCLEAR, talk.nothing, "no words"),
)

"""Rules in order; the first that holds names the intent."""
