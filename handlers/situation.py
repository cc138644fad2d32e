"""What a conversation may know: plain values, read before the pure step begins."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from models.contact import Role
from models.group import Office
from models.money import ZERO, Rupiah
from models.notice_plan import USUAL
from models.payment_code import asked_amount, asked_beside_credit
from models.period import Period
from models.repayment import ReportStatus
from models.search import Listed


@dataclass(frozen=True, slots=True)
class NextInstalment:
    """The oldest instalment that is not fully paid, and what is left of it."""

    number: int
    due_on: date
    left: Rupiah


@dataclass(frozen=True, slots=True)
class LoanFacts:
    """A running loan as the ledger shows it today."""

    id: int
    number: str
    disbursed_on: date
    smallest_repayment: Rupiah
    outstanding: Rupiah
    arrears: Rupiah
    credit: Rupiah
    percent_repaid: int
    next: NextInstalment | None
    promise_days: int = USUAL.promise_days
    """So far ahead the group may promise to pay."""
    code: int | None = None
    """The group's payment code, where the programme asks for codes."""

    @property
    def asked(self) -> Rupiah:
        """What the group is asked to pay next, with its code; nothing if its credit pays that."""
        left = self.next.left if self.next else ZERO
        return asked_beside_credit(left, self.credit, self.code)

    @property
    def asked_for_all(self) -> Rupiah:
        """What the group would pay to be rid of the loan."""
        return asked_amount(self.outstanding, self.code)


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """A report of the last months: enough to notice that it is made twice."""

    number: str
    amount: Rupiah
    paid_on: date
    status: ReportStatus


@dataclass(frozen=True, slots=True)
class GroupFacts:
    """A group in whose name the person may speak."""

    id: int
    name: str
    village: str
    district: str
    office: Office
    loan: LoanFacts | None = None
    reports: tuple[ReportFacts, ...] = ()
    bank_account: str = ""
    members: int = 0
    period: Period | None = None
    """In which its news of today belongs: its season, else the month."""


@dataclass(frozen=True, slots=True)
class Situation:
    """Who is speaking, where, when, and what is true for them now. Days are WITA."""

    now: datetime
    today: date
    channel: str
    chat: str
    address_id: int
    person_id: int | None = None
    name: str = ""
    language: str = "id"
    consented: bool = False
    private: bool = True
    in_staff_chat: bool = False
    roles: frozenset[Role] = frozenset()
    groups: tuple[GroupFacts, ...] = ()
    own_number: str | None = None
    """The speaker's phone number, E.164, where the network itself vouches for it."""
    with_office: bool = False
    """Whether they are in a talk with the office that nobody has closed."""
    seen_slips: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    """Kept media that stand in reports already, with the groups of those reports."""
    photo_troubles: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    """Kept pictures that are hard to see, with why: the codes of the quality check."""
    directory: tuple[Listed, ...] = ()
    """All groups, for staff in the staff chat only."""
    in_care: tuple[Listed, ...] = ()
    """The groups whose facilitator the person is."""

    @property
    def borrowing(self) -> tuple[GroupFacts, ...]:
        """The person's groups with a running loan."""
        return tuple(group for group in self.groups if group.loan is not None)

    @property
    def talk_key(self) -> str:
        """Which talk this is: one per person in private, another in the staff chat."""
        if self.person_id is None:
            return f"a:{self.address_id}"
        return f"s:{self.person_id}" if self.in_staff_chat else f"p:{self.person_id}"

    def group(self, group_id: int) -> GroupFacts | None:
        return next((group for group in self.groups if group.id == group_id), None)
