"""From a tap in the staff chat into the ledger: card, form, confirmation, by the real routing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.database import transaction
from handlers.contents import CONTENTS
from handlers.messages import InboundMessage, Kind
from handlers.respond import conclude, offered_by, respond
from handlers.talk import Talk
from models.contact import Person, Role
from models.repayment import RepaymentReport, ReportStatus
from models.standings import loan_standing
from tests.builders import (
    NOW,
    TODAY,
    a_loan,
    a_person,
    a_report,
    a_staff_turn,
    a_verifier,
    demote,
    the_clock_looks,
)
from tests.handlers.staff.talking import read

if TYPE_CHECKING:
    from handlers.turn import CardChange, Notice

pytestmark = pytest.mark.usefixtures("database")


class StaffChat:
    """One member of staff in the staff chat; each message is one transaction, as in the machine."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.talk = Talk(f"s:{person.id}")
        self.notices: list[Notice | CardChange] = []

    async def says(self, text: str) -> str:
        return await self._turn(InboundMessage(Kind.TEXT, NOW, text))

    async def taps(self, button: str) -> str:
        return await self._turn(InboundMessage(Kind.BUTTON, NOW, button=button))

    async def taps_offered(self, verb: str) -> str:
        """Tap the offered button whose id ends so."""
        return await self.taps(next(one for one in self.talk.offered if one.endswith(verb)))

    async def _turn(self, message: InboundMessage) -> str:
        async with transaction():
            turn = await a_staff_turn(self.person)
            step = respond(CONTENTS, turn.situation, self.talk, message, turn.inbox_id)
            if step.effect is not None:
                said = await step.effect(turn)
                if step.submits is not None:
                    step = replace(step, talk=replace(step.talk, open=None))
                replies = said if isinstance(said, tuple) else (said,)
                step = conclude(CONTENTS, turn.situation, step, replies, turn)
        self.talk = replace(step.talk, offered=offered_by(step.replies))
        self.notices = turn.notices
        return read(step.replies)


async def test_another_amount_goes_from_the_card_through_the_form_into_the_ledger() -> None:
    async with transaction():
        lent = await a_loan()
        report = await a_report(lent, 500_000)
        rina = StaffChat(await a_verifier())
    begun = await rina.taps(f"card:report:{report.id}:other")
    assert f"laporan {report.number} dari KUBE Jahe Merah Mekar: dilaporkan Rp500.000" in begun
    assert "Berapa uang yang benar-benar masuk?" in begun
    assert "Apa alasannya?" in await rina.says("450rb")
    assert "Yang dicatat: Rp450.000" in await rina.says("potongan bank lima puluh ribu")
    assert "kabarnya kami kirim ke pelapor" in await rina.taps_offered(":send")
    await the_clock_looks()
    assert (await loan_standing(lent.loan.id, TODAY)).outstanding == 19_550_000


async def test_a_rejection_can_be_answered_by_number() -> None:
    async with transaction():
        report = await a_report(await a_loan())
        rina = StaffChat(await a_verifier())
    await rina.taps(f"card:report:{report.id}:reject")
    assert "karena uangnya belum kami temukan" in await rina.says("2")
    await rina.taps_offered(":send")
    await the_clock_looks()
    decided = await RepaymentReport.get(id=report.id)
    assert (decided.status, decided.reason) == (ReportStatus.REJECTED, "money_not_found")


async def test_a_waiting_card_can_be_accepted_after_it_was_posted_again() -> None:
    async with transaction():
        lent = await a_loan()
        report = await a_report(lent)
        rina = StaffChat(await a_verifier())
    assert "Satu laporan menunggu" in await rina.says("/verifikasi")
    assert await rina.taps(f"card:report:{report.id}:accept") == ""
    await the_clock_looks()
    assert (await loan_standing(lent.loan.id, TODAY)).outstanding == 19_500_000


async def test_without_the_role_neither_command_nor_card_does_anything() -> None:
    async with transaction():
        lent = await a_loan()
        report = await a_report(lent)
        verifier = await a_verifier()
        viewer = StaffChat(await a_person("Anwar Said", Role.VIEWER))
        demoted = StaffChat(verifier)
        await demote(verifier)
    for chat in (viewer, demoted):
        for attempt in (chat.says("/verifikasi"), chat.taps(f"card:report:{report.id}:accept")):
            assert "peran" in await attempt
            assert chat.notices == []
    assert (await RepaymentReport.get(id=report.id)).status is ReportStatus.SUBMITTED
