"""What makes us ask once more about a repayment: possible, but probably a slip. Pure."""

from collections.abc import Iterator
from datetime import date, timedelta

from handlers.forms import Answers, Doubt
from handlers.messages import words
from handlers.situation import GroupFacts, LoanFacts, Situation
from models.money import Rupiah
from models.repayment import ReportStatus

LONG_AGO = timedelta(days=60)
"""A payment further back than this is confirmed (DOMAIN.md 5.4)."""

_STATES_THAT_STAND = {ReportStatus.SUBMITTED, ReportStatus.ACCEPTED}
_TIMES_OFF = (1000, 100, 10)
_NEAR_PERCENT = 25
"""How far an amount may lie from what was expected and still be meant for it."""


def speaking_of(answers: Answers, situation: Situation) -> GroupFacts | None:
    """The group of a report: the one that was named, else the only one that borrows."""
    named = answers.get("group")
    if named is not None:
        return situation.group(named)
    borrowing = situation.borrowing
    return borrowing[0] if len(borrowing) == 1 else None


def doubts(answers: Answers, situation: Situation) -> tuple[Doubt, ...]:
    """Everything odd about the answers so far, in the order in which it is asked."""
    group = speaking_of(answers, situation)
    if group is None or group.loan is None:
        return ()
    return tuple(_all(answers, group, group.loan, situation))


def _all(
    answers: Answers, group: GroupFacts, loan: LoanFacts, situation: Situation
) -> Iterator[Doubt]:
    amount, paid_on, slips = (answers.get(name) for name in ("amount", "paid_on", "slips"))
    found: list[Doubt | None] = []
    if amount is not None:
        found.append(about_amount(amount, loan))
    if paid_on is not None:
        found.append(about_day(paid_on, loan, situation))
    if amount is not None and paid_on is not None:
        found.append(about_repetition(amount, paid_on, group))
    if slips:
        again = answers.get("resends") is not None
        found.append(about_slips(slips, group, situation, again=again))
    yield from (doubt for doubt in found if doubt is not None)


def about_amount(amount: Rupiah, loan: LoanFacts) -> Doubt | None:
    """Above what is owed, below the smallest repayment, or a few zeros too many or too few."""
    meant = likely_meant(amount, loan)
    if amount > loan.asked_for_all:
        offers = (meant, loan.asked_for_all) if meant else (loan.asked_for_all,)
        return Doubt(
            "amount",
            "above_outstanding",
            {"amount": amount, "outstanding": loan.outstanding},
            tuple(dict.fromkeys(offers)),
        )
    if meant is not None:
        return Doubt("amount", "odd_amount", {"amount": amount, "meant": meant}, (meant,))
    if amount < loan.smallest_repayment:
        facts = {"amount": amount, "smallest": loan.smallest_repayment}
        return Doubt("amount", "below_smallest", facts)
    return None


def likely_meant(amount: Rupiah, loan: LoanFacts) -> Rupiah | None:
    """What the schedule expects, if the amount is 10, 100 or 1,000 times off it, either way."""
    if _expected(amount, loan):
        return None
    meant = (candidate for candidate in _scaled(amount) if candidate <= loan.asked_for_all)
    return next((candidate for candidate in meant if _expected(candidate, loan)), None)


def _expected(amount: Rupiah, loan: LoanFacts) -> bool:
    """About the next instalment or what is late, exactly what is asked, or all that is left."""
    following = loan.next is not None and _near(amount, loan.next.left)
    late = loan.arrears > 0 and _near(amount, loan.arrears)
    everything = loan.outstanding <= amount <= loan.asked_for_all
    return following or late or everything or amount == loan.asked


def _scaled(amount: Rupiah) -> Iterator[Rupiah]:
    for times in _TIMES_OFF:
        yield amount * times
        if amount % times == 0:
            yield Rupiah(amount // times)


def _near(amount: int, expected: int) -> bool:
    return abs(amount - expected) * 100 <= expected * _NEAR_PERCENT


def about_day(paid_on: date, loan: LoanFacts, situation: Situation) -> Doubt | None:
    """Before there was anything to repay, or longer ago than people usually report."""
    if paid_on < loan.disbursed_on:
        facts = {"paid_on": paid_on, "disbursed_on": loan.disbursed_on}
        return Doubt("paid_on", "before_disbursement", facts)
    if situation.today - paid_on > LONG_AGO:
        return Doubt("paid_on", "long_ago", {"paid_on": paid_on})
    return None


def about_repetition(amount: Rupiah, paid_on: date, group: GroupFacts) -> Doubt | None:
    """The same amount for the same day, in a report that stands."""
    for report in group.reports:
        same = report.amount == amount and report.paid_on == paid_on
        if same and report.status in _STATES_THAT_STAND:
            return Doubt(
                "amount",
                "same_report",
                {
                    "number": report.number,
                    "amount": amount,
                    "paid_on": paid_on,
                    "status": words(f"report_status.{report.status.value}"),
                },
            )
    return None


def about_slips(
    slips: tuple[int, ...], group: GroupFacts, situation: Situation, *, again: bool = False
) -> Doubt | None:
    """A slip that stands in a report already. Of another group nothing is told to the person.

    Whoever sends a report `again` may do so with the slip that the group sent before.
    """
    seen = {group_id for slip in slips for group_id in situation.seen_slips.get(slip, ())}
    if seen - {group.id}:
        return Doubt("slips", "slip_seen_elsewhere")
    return Doubt("slips", "slip_seen_here") if seen and not again else None
