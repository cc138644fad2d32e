"""Leaders in a few words: what they are known to have, and what they write."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from handlers.conversation import Outcome, advance, begin
from handlers.hearing import Hearing
from handlers.messages import InboundMessage, Kind, Media, Reply
from handlers.situation import GroupFacts, LoanFacts, NextInstalment, ReportFacts, Situation
from handlers.speak import render
from models.calendar import wita_day
from models.group import Office
from models.money import Rupiah

if TYPE_CHECKING:
    from handlers.forms import Draft, Form

NOW = datetime(2019, 7, 17, 10, 0, tzinfo=UTC)
"""Rabu, 17 Juli 2019 18.00 WITA."""
TODAY = wita_day(NOW)


def a_loan(
    *,
    outstanding: int = 9_000_000,
    next_left: int = 500_000,
    arrears: int = 0,
    credit: int = 0,
    smallest: int = 10_000,
    due_on: date = date(2019, 7, 20),
    code: int | None = None,
) -> LoanFacts:
    return LoanFacts(
        id=1,
        number="P-1",
        disbursed_on=date(2019, 1, 20),
        smallest_repayment=Rupiah(smallest),
        outstanding=Rupiah(outstanding),
        arrears=Rupiah(arrears),
        credit=Rupiah(credit),
        percent_repaid=25,
        next=NextInstalment(7, due_on, Rupiah(next_left)) if next_left else None,
        code=code,
    )


def a_group(
    loan: LoanFacts | None = None,
    *reports: ReportFacts,
    number: int = 1,
    name: str = "KUBE Jahe Merah Mekar",
    account: str = "Bank Contoh 000-1234 a.n. Dana Bergulir",
) -> GroupFacts:
    return GroupFacts(
        id=number,
        name=name,
        village="Sepaso",
        district="Bengalon",
        office=Office.LEADER,
        loan=loan,
        reports=reports,
        bank_account=account,
    )


def a_leader(*groups: GroupFacts, now: datetime = NOW) -> Situation:
    return Situation(
        now=now,
        today=wita_day(now),
        channel="telegram",
        chat="5001",
        address_id=1,
        person_id=1,
        name="Sari Wulandari",
        consented=True,
        groups=groups,
    )


def a_borrower(*, now: datetime = NOW) -> Situation:
    return a_leader(a_group(a_loan()), now=now)


def a_waiting_leader() -> Situation:
    return a_leader(a_group(name="KUBE Olahan Pisang Lestari"))


def message(text: str = "", *slips: int, button: str | None = None) -> InboundMessage:
    """What somebody sends: words, kept pictures, or a tap."""
    kind = Kind.BUTTON if button else Kind.PHOTO if slips else Kind.TEXT
    media = tuple(Media(f"file{slip}", f"print{slip}", media_id=slip) for slip in slips)
    return InboundMessage(kind, NOW, text=text, button=button, media=media)


def broken_photo() -> InboundMessage:
    media = (Media("file", "print", trouble="too_large"),)
    return replace(message("", 1), media=media)


class Talking:
    """A form filled in with one person, turn by turn, as the engine has it."""

    def __init__(self, form: type[Form], situation: Situation) -> None:
        self.form = form
        self.situation = situation
        self.outcome = Outcome(())
        self.draft: Draft | None = None

    def opens(self, text: str = "", *slips: int) -> str:
        hearing = Hearing(message(text, *slips), self.situation, TODAY)
        return self._told(begin(self.form, 7, hearing))

    def says(self, text: str = "", *slips: int) -> str:
        return self.sends(message(text, *slips))

    def sends(self, sent: InboundMessage) -> str:
        assert self.draft is not None
        return self._told(advance(self.form, self.draft, Hearing(sent, self.situation, TODAY)))

    def taps(self, label: str) -> str:
        """Tap what stands on a button now."""
        shown = {words: identity for identity, words in self.buttons}
        return self.sends(message(button=shown[label]))

    @property
    def buttons(self) -> tuple[tuple[str, str], ...]:
        return render(self.outcome.replies, "id", strict=True).buttons

    @property
    def labels(self) -> list[str]:
        return [label for _, label in self.buttons]

    def _told(self, outcome: Outcome) -> str:
        self.outcome = outcome
        self.draft = outcome.draft
        return words_of(*outcome.replies)


def words_of(*replies: Reply) -> str:
    return render(replies, "id", strict=True).text
