"""What a reading looks like: plain values that say how certain they are, and why."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Certainty(StrEnum):
    """Take it; take it and show it plainly; or offer candidates and store nothing."""

    SURE = "sure"
    CONFIRM = "confirm"
    ASK = "ask"


class Expecting(StrEnum):
    """What the bot had just asked for."""

    AMOUNT = "amount"
    DATE = "date"
    PROMISE = "promise"
    YESNO = "yesno"
    CHOICE = "choice"


class Direction(StrEnum):
    """Where the day lies: a payment in the past, a promise in the future."""

    PAST = "past"
    FUTURE = "future"


class Intent(StrEnum):
    """What a person wants with a message."""

    REPORT_REPAYMENT = "report_repayment"
    SEND_SLIP = "send_slip"
    GIVE_AMOUNT = "give_amount"
    GIVE_DATE = "give_date"
    PROMISE_PAYMENT = "promise_payment"
    CANNOT_PAY = "cannot_pay"
    APPLY = "apply"
    WITHDRAW_APPLICATION = "withdraw_application"
    REPORT_PROGRESS = "report_progress"
    REPORT_VISIT = "report_visit"
    ASK_MY_GROUPS = "ask_my_groups"
    ASK_MY_TASKS = "ask_my_tasks"
    ASK_BALANCE = "ask_balance"
    ASK_SCHEDULE = "ask_schedule"
    ASK_TURN = "ask_turn"
    ASK_WHY_PLACE = "ask_why_place"
    ASK_REPORT_STATUS = "ask_report_status"
    ASK_HOW_TO_PAY = "ask_how_to_pay"
    ASK_HUMAN = "ask_human"
    COMPLAINT = "complaint"
    CORRECT = "correct"
    CANCEL = "cancel"
    RESTART = "restart"
    BACK = "back"
    MENU = "menu"
    HELP = "help"
    CHOOSE = "choose"
    YES = "yes"
    NO = "no"
    GREETING = "greeting"
    THANKS = "thanks"
    STOP_NOTICES = "stop_notices"
    RESUME_NOTICES = "resume_notices"
    SETTINGS = "settings"
    ACCESS_DATA = "access_data"
    DELETE_DATA = "delete_data"
    CHANGE_LEADER = "change_leader"
    CHANGE_NUMBER = "change_number"
    SENSITIVE_DATA = "sensitive_data"
    PHOTO_ONLY = "photo_only"
    VOICE = "voice"
    OFF_TOPIC = "off_topic"
    UNCLEAR = "unclear"


class AmountReading(NamedTuple):
    """An amount in rupiah; `value` is None when there is none, or when we must ask."""

    value: int | None
    certainty: Certainty | None
    candidates: tuple[int, ...]
    why: str


class DayReading(NamedTuple):
    """A day; `value` is None when there is none, or when we must ask."""

    value: dt.date | None
    certainty: Certainty | None
    candidates: tuple[dt.date, ...]
    why: str


NO_AMOUNT = AmountReading(None, None, (), "")
NO_DAY = DayReading(None, None, (), "")


@dataclass(frozen=True, slots=True)
class Understood:
    """Everything that one message says, with the reason for every doubt."""

    text: str
    intent: Intent
    amount: int | None
    amount_certainty: Certainty | None
    amount_candidates: tuple[int, ...]
    date: dt.date | None
    date_certainty: Certainty | None
    date_candidates: tuple[dt.date, ...]
    why: str
    method: str | None = None
    choice: int | None = None
    instalment: int | None = None
    field: str | None = None
