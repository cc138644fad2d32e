"""Rules of the fund that an act would break: each has a code and the facts to explain it with.

A code is a key of the locale files, so that a person is told in their own language what stands
in the way. The facts are values (rupiah, days, numbers), never sentences.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TypeAlias

from models.money import Rupiah

Fact: TypeAlias = str | int | date | datetime


class RuleBroken(Exception):
    """An act that the rules of the fund do not allow; nothing has been written."""

    def __init__(self, code: str, **facts: Fact) -> None:
        self.code = code
        self.facts = facts
        super().__init__(code, facts)


class AboveOutstanding(RuleBroken):
    """More than is still owed, in rupiah."""

    def __init__(self, *, amount: int, outstanding: int) -> None:
        super().__init__("rule.above_outstanding", amount=amount, outstanding=outstanding)


class BooksHalted(RuleBroken):
    """A self-audit found a difference in the books: nothing is posted until it is mended."""

    def __init__(self, *, programme: str, since: datetime) -> None:
        super().__init__("rule.books_halted", programme=programme, since=since)


class ReportAlreadyDecided(RuleBroken):
    """Somebody else accepted or rejected the report first."""

    def __init__(self, *, number: str, status: str, decided_by: str, decided_at: datetime) -> None:
        super().__init__(
            "rule.already_decided",
            number=number,
            status=status,
            decided_by=decided_by,
            decided_at=decided_at,
        )


class ReportNotAccepted(RuleBroken):
    """No money of the report stands in the books (any more), so there is none to correct."""

    def __init__(self, *, number: str, status: str) -> None:
        super().__init__("rule.report_not_accepted", number=number, status=status)


class NothingToCorrect(RuleBroken):
    """The report shows that amount and that day already."""

    def __init__(self, *, number: str) -> None:
        super().__init__("rule.nothing_to_correct", number=number)


class LoanClosed(RuleBroken):
    """Nothing is left to repay on the loan."""

    def __init__(self, *, number: str) -> None:
        super().__init__("rule.loan_closed", number=number)


class AlreadyDisbursed(RuleBroken):
    """The capital of the loan has been paid out before."""

    def __init__(self, *, number: str) -> None:
        super().__init__("rule.already_disbursed", number=number)


class InsufficientFunds(RuleBroken):
    """An account would fall below zero; both amounts in rupiah."""

    def __init__(self, *, account: str, available: int, needed: int) -> None:
        super().__init__(
            "rule.insufficient_funds", account=account, available=available, needed=needed
        )


class AlreadyReversed(RuleBroken):
    """A reversing entry for this one exists."""

    def __init__(self, *, entry: int) -> None:
        super().__init__("rule.already_reversed", entry=entry)


class NotReversible(RuleBroken):
    """A reversal is not reversed; what it took back is entered anew."""

    def __init__(self, *, entry: int) -> None:
        super().__init__("rule.not_reversible", entry=entry)


class SameReferenceOtherContent(RuleBroken):
    """An entry with this idempotency key moved other money, so this is not a repetition."""

    def __init__(self, *, reference: str) -> None:
        super().__init__("rule.same_reference_other_content", reference=reference)


class AboveCredit(RuleBroken):
    """More than the fund holds for the group, in rupiah."""

    def __init__(self, *, amount: int, credit: int) -> None:
        super().__init__("rule.above_credit", amount=Rupiah(amount), credit=Rupiah(credit))


class AboveWrittenOff(RuleBroken):
    """More than was written off and not recovered since, in rupiah."""

    def __init__(self, *, amount: int, written_off: int) -> None:
        super().__init__(
            "rule.above_written_off", amount=Rupiah(amount), written_off=Rupiah(written_off)
        )


class AmountNotPositive(RuleBroken):
    """No money, or less than none."""

    def __init__(self, *, amount: int) -> None:
        super().__init__("rule.amount_not_positive", amount=amount)


class UnknownLoan(RuleBroken):
    """There is no loan with this id."""

    def __init__(self, *, loan: int) -> None:
        super().__init__("rule.unknown_loan", loan=loan)


class UnknownEntry(RuleBroken):
    """There is no entry with this id."""

    def __init__(self, *, entry: int) -> None:
        super().__init__("rule.unknown_entry", entry=entry)


class NeedsAnotherPerson(RuleBroken):
    """The act takes two people, and whoever makes it is not the one to approve it (four eyes)."""

    def __init__(self) -> None:
        super().__init__("rule.needs_another_person")


class NotPaidOut(RuleBroken):
    """The capital of the loan was never paid out, so nothing is owed."""

    def __init__(self, *, number: str) -> None:
        super().__init__("rule.not_paid_out", number=number)


class WrittenOff(RuleBroken):
    """The loan was written off; what still comes in is a recovery."""

    def __init__(self, *, number: str) -> None:
        super().__init__("rule.written_off", number=number)


class NotWrittenOff(RuleBroken):
    """Nothing of the loan was written off, so nothing can be recovered."""

    def __init__(self, *, number: str) -> None:
        super().__init__("rule.not_written_off", number=number)


class PlanDoesNotAddUp(RuleBroken):
    """The new instalments ask for another principal than is left, both in rupiah."""

    def __init__(self, *, planned: int, outstanding: int) -> None:
        super().__init__(
            "rule.plan_does_not_add_up", planned=Rupiah(planned), outstanding=Rupiah(outstanding)
        )


class RestsOnLaterEntries(RuleBroken):
    """Later entries used what this one brought: those are taken back first."""

    def __init__(self, *, entry: int) -> None:
        super().__init__("rule.rests_on_later_entries", entry=entry)


class CannotReallocate(RuleBroken):
    """The payments that stand do not cover what was refunded or used elsewhere."""

    def __init__(self, *, number: str) -> None:
        super().__init__("rule.cannot_reallocate", number=number)


class ImpossibleTerms(RuleBroken):
    """No schedule can be made of these terms; `reason` completes the locale key."""

    def __init__(self, reason: str, **facts: Fact) -> None:
        super().__init__(f"rule.terms_{reason}", **facts)


class OwnReport(RuleBroken):
    """Whoever reported the money does not verify it (four eyes)."""

    def __init__(self, *, number: str) -> None:
        super().__init__("rule.own_report", number=number)


class NotAllowed(RuleBroken):
    """The act needs a role that the person does not hold (any more)."""

    def __init__(self, *, name: str) -> None:
        super().__init__("access.not_allowed", name=name)


class AlreadyProposed(RuleBroken):
    """The same proposal is open already."""

    def __init__(self, *, decision: int) -> None:
        super().__init__("rule.already_proposed", decision=decision)


class DecisionSettled(RuleBroken):
    """Somebody else has decided about the proposal, or it fell away."""

    def __init__(
        self, *, decision: int, status: str, decided_by: str, decided_at: datetime
    ) -> None:
        super().__init__(
            "rule.decision_settled",
            decision=decision,
            status=status,
            decided_by=decided_by,
            decided_at=decided_at,
        )


class DecisionExpired(RuleBroken):
    """Nobody decided in time."""

    def __init__(self, *, decision: int) -> None:
        super().__init__("rule.decision_expired", decision=decision)


class OwnProposal(RuleBroken):
    """Whoever proposes does not decide (four eyes)."""

    def __init__(self, *, decision: int) -> None:
        super().__init__("rule.own_proposal", decision=decision)


class LastAdministrator(RuleBroken):
    """Somebody must be left who can grant roles."""

    def __init__(self, *, name: str) -> None:
        super().__init__("rule.last_administrator", name=name)


class ProgressDecided(RuleBroken):
    """Somebody else has decided about the progress report, or did so before."""

    def __init__(self, *, number: str, status: str, decided_by: str, decided_at: datetime) -> None:
        super().__init__(
            "rule.progress_decided",
            number=number,
            status=status,
            decided_by=decided_by,
            decided_at=decided_at,
        )


class ProgressChanged(RuleBroken):
    """More has come since the card that was looked at."""

    def __init__(self, *, number: str) -> None:
        super().__init__("rule.progress_changed", number=number)


class OwnProgress(RuleBroken):
    """Whoever reports progress does not decide about it (four eyes)."""

    def __init__(self, *, number: str) -> None:
        super().__init__("rule.own_progress", number=number)


class NotInCare(RuleBroken):
    """Only the group's own facilitator tells of a visit to it."""

    def __init__(self, *, group: str) -> None:
        super().__init__("rule.not_in_care", group=group)
