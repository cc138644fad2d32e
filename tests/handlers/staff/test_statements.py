"""Bank statements in the staff chat: what can go wrong, and what stale buttons do."""

from __future__ import annotations

from datetime import date
from itertools import count
from typing import TYPE_CHECKING

import pytest

from bot.database import transaction
from handlers.messages import SHEET, InboundMessage, Kind, Media
from handlers.staff.deciding import enter_accepted
from handlers.staff.report_card import card
from models.contact import Role
from models.group import Group
from models.ledger_tables import JournalEntry
from models.loan import Loan, LoanStatus
from models.media import KeptMedia, MediaKind
from models.money import Rupiah
from models.programme import Programme
from models.repayment import RepaymentReport, ReportStatus
from models.sheet import Sheet
from models.statement_tables import BankFormat, BankLine, MatchOffer, StatementImport
from tests.builders import NOW, a_loan, a_person, a_report, demote, the_clock_looks
from tests.handlers.staff.office import Staff, written
from tests.handlers.staff.talking import read, said

if TYPE_CHECKING:
    from collections.abc import Sequence

pytestmark = pytest.mark.usefixtures("database")

HEADER = ("Tanggal", "Keterangan", "Kredit", "Saldo")
A = ("15/07/2019", "TRF SARI", "500.000", "1.500.000")
B = ("16/07/2019", "SETORAN", "300.000", "1.800.000")
_files = count(1)


class Treasurer(Staff):
    """Somebody who can also drop files."""

    async def drops(self, *sheets: Sequence[Sequence[str]], header: bool = True) -> str:
        media = []
        for rows in sheets:
            number = next(_files)
            async with transaction():
                kept = await KeptMedia.create(
                    sha256=f"{number:064d}",
                    kind=MediaKind.SHEET,
                    mime="text/csv",
                    size_bytes=9,
                    created_at=NOW,
                )
                told = [list(HEADER), *map(list, rows)] if header else [*map(list, rows)]
                await Sheet.create(
                    media_id=kept.id, name=f"mutasi{number}.csv", rows=told, created_at=NOW
                )
            media.append(Media("f", f"u{number}", SHEET, media_id=kept.id))
        message = InboundMessage(Kind.DOCUMENT, self.now, media=tuple(media))
        return await self._takes_turn(message)

    async def imports(self, *rows: Sequence[str]) -> str:
        """Drop a file and confirm its columns, if they are asked."""
        answer = await self.drops(rows)
        return await self.taps("Ya, kirim") if "Ya, kirim" in self.labels else answer


async def a_treasurer(*roles: Role) -> Treasurer:
    person = await a_person("Joko Pranoto", Role.TREASURER, *roles)
    return Treasurer(person)


async def test_several_files_at_once_are_asked_for_one_by_one() -> None:
    async with transaction():
        await a_loan()
    joko = await a_treasurer()
    assert await joko.drops([A], [B]) == said("statement.one_at_a_time")
    assert await BankLine.all().count() == 0


async def test_before_there_is_a_programme_there_is_nothing_to_import_into() -> None:
    joko = await a_treasurer()
    assert await joko.drops([A]) == said("fund.no_programme")
    assert await joko.says("/mutasi") == said("fund.no_programme")


async def test_a_remembered_file_of_which_nothing_can_be_read_changes_nothing() -> None:
    async with transaction():
        await a_loan()
    joko = await a_treasurer()
    await joko.imports(A)
    broken = [(f"3{number}/13/2019", "X", "100.000", "") for number in range(8)]
    answer = await joko.drops([*broken, ("", "Y", "200.000", ""), ("16/07", "Z", "5.000", "")])
    nothing = said("statement.nothing_found", file=f"mutasi{next(_files) - 1}.csv", broken="")
    assert answer.startswith(nothing.strip())
    assert said("statement.more_rows", count=4) in answer
    assert await BankLine.all().count() == 1
    assert await StatementImport.all().count() == 1


async def test_rows_are_told_with_what_is_wrong_with_them() -> None:
    async with transaction():
        await a_loan()
    joko = await a_treasurer()
    rows = [
        ("Tanggal", "Keterangan", "Jumlah", "D/K"),
        ("15/07/2019", "A", "500.000", "K"),
        ("", "B", "400.000", "K"),
        ("16/07", "C", "300.000", "K"),
        ("17/07/2019", "D", "200.000", "?"),
        ("18/07/2019", "E", "100.000", "D"),
        ("19/07/2019", "F", "90.000", "K"),
    ]
    await joko.drops(rows, header=False)
    answer = await joko.taps("Ya, kirim")
    for why in ("statement.why.no_day", "statement.why.no_year", "statement.why.side"):
        assert said(why) in answer
    assert "2 uang masuk baru" in answer


async def test_every_column_can_be_named_by_its_letter() -> None:
    async with transaction():
        await a_loan()
    joko = await a_treasurer()
    await joko.drops([A])
    for label, asked, refused, answer in (
        ("Tanggal", "bank_columns.day.ask", "bank_columns.day.not_a_column", "A"),
        ("Referensi", "bank_columns.reference.ask", "bank_columns.reference.not_a_column", "B"),
        ("Saldo", "bank_columns.balance.ask", "bank_columns.balance.not_a_column", "D"),
    ):
        await joko.taps("Perbaiki")
        assert await joko.taps(label) == said(asked)
        assert await joko.says("yang mana ya") == said(refused)
        await joko.says(answer)
    answer = await joko.taps("Ya, kirim")
    assert "1 uang masuk baru" in answer
    assert (await BankLine.get()).reference == "TRF SARI"


async def test_a_file_without_money_in_its_first_rows_says_that_it_has_no_example() -> None:
    async with transaction():
        await a_loan()
    joko = await a_treasurer()
    rows = [("Tanggal", "Debet", "Kredit"), ("15/07/2019", "500.000", "")]
    assert said("bank_columns.no_example") in await joko.drops(rows, header=False)


async def test_an_interrupted_form_about_columns_comes_back() -> None:
    async with transaction():
        await a_loan()
    joko = await a_treasurer()
    await joko.imports(A, B)
    first, second = await BankLine.all().order_by("id")
    await joko.drops([("Tgl", "Ket", "Masuk"), ("17/07/2019", "C", "100.000")], header=False)
    await joko.presses(f"card:bank_line:{first.id}:record")
    answer = await joko.says("batal")
    assert said("form.back_to", what=said("bank_columns.title")) in answer
    await joko.says("batal")
    await joko.presses(f"card:bank_line:{first.id}:record")
    await joko.presses(f"card:bank_line:{second.id}:record")
    answer = await joko.says("batal")
    assert said("form.back_to", what=said("record_credit.title")) in answer


async def test_a_list_that_has_become_empty_says_so_and_a_strange_page_is_stale() -> None:
    async with transaction():
        lent = await a_loan()
    joko = await a_treasurer()
    button = f"card:statement:{lent.programme.id}"
    for kind in ("credits", "reports", "matched", "unclear"):
        assert await joko.presses(f"{button}:{kind}-0") == said("statement.list_empty")
    for verb in ("credits", "credits-", "credits-x", "credits-٣", "nothing-0", "credits-9999999"):
        assert await joko.presses(f"{button}:{verb}") == said("form.stale")


async def test_a_long_list_is_shown_page_by_page() -> None:
    async with transaction():
        lent = await a_loan()
    joko = await a_treasurer()
    rows = [("16/07/2019", f"SETORAN {n}", f"{100_000 + n}", "") for n in range(12)]
    await joko.imports(*rows)
    await joko.presses(f"card:statement:{lent.programme.id}:credits-0")
    answer = await joko.taps("7 lagi")
    assert "SETORAN 5" in answer
    await joko.taps("2 lagi")
    assert not any(label.endswith("lagi") for label in joko.labels)


async def test_what_was_offered_is_checked_again_before_it_is_verified() -> None:
    async with transaction():
        lent, other = await a_loan(), await a_loan()
        await Loan.filter(id=other.loan.id).update(programme_id=lent.programme.id)
        first = await a_report(lent, 500_000, paid_on=date(2019, 7, 15))
        second = await a_report(other, 300_000, paid_on=date(2019, 7, 16))
        await Programme.exclude(id=lent.programme.id).update(name="Dana Lain")
    joko = await a_treasurer(Role.VERIFIER)
    await joko.drops([A, B])
    await joko.taps("Dana Bergulir UEP")
    await joko.taps("Ya, kirim")
    offer = await MatchOffer.all().order_by("-id").first()
    assert offer is not None
    async with transaction():
        await BankLine.filter(report_id=first.id).update(report_id=None)
        await Loan.filter(id=other.loan.id).update(status=LoanStatus.REPAID)
    assert said("statement.nothing_taken_back") == await joko.presses(
        f"card:match_offer:{offer.id}:undo"
    )
    before = await written()
    answer = await joko.presses(f"card:match_offer:{offer.id}:verify")
    assert said("statement.skip.unmatched") in answer
    assert said("statement.skip.closed") in answer
    assert await written() == before
    for report in (first, second):
        await report.refresh_from_db()
        assert report.status is ReportStatus.SUBMITTED


async def test_fourteen_are_verified_with_one_tap_and_the_same_file_changes_nothing() -> None:
    """With a credit that nobody reported, and a report without a credit, each on its list."""
    async with transaction():
        first = await a_loan(principal=1_000_000)
        lent = [
            first,
            *[await a_loan(principal=1_000_000, programme=first.programme) for _ in range(14)],
        ]
        reports = [
            await a_report(each, 500_000 + 1_000 * number, paid_on=date(2019, 7, 12))
            for number, each in enumerate(lent)
        ]
    joko = await a_treasurer(Role.VERIFIER)
    rows = [
        (f"{12 + number % 4}/07/2019", "SETORAN", f"{500 + number}.000", "0")
        for number in range(14)
    ]
    rows.append(("15/07/2019", "TANPA NAMA", "77.000", "0"))
    answer = await joko.imports(*rows)
    assert "1 uang masuk belum dilaporkan: Rp77.000" in answer
    assert "Verifikasi 14 yang cocok" in " ".join(joko.labels)
    lines = await BankLine.all().order_by("id").values()
    offers = await MatchOffer.all().count()
    again = await joko.imports(*rows)
    assert "0 uang masuk baru" in again
    assert "15 sudah ada" in again
    assert await BankLine.all().order_by("id").values() == lines
    assert await RepaymentReport.filter(status=ReportStatus.SUBMITTED).count() == 15
    assert await MatchOffer.all().count() >= offers
    await joko.taps("✅ Verifikasi 14 yang cocok")
    await the_clock_looks()
    accepted = await RepaymentReport.filter(status=ReportStatus.ACCEPTED).order_by("id")
    assert [report.id for report in accepted] == [report.id for report in reports[:14]]
    causes = [f"repayment_report:{report.id}" for report in accepted]
    assert await JournalEntry.filter(cause__in=causes).count() == 14
    await joko.says("/mutasi")
    assert reports[14].number in await joko.taps("Lihat laporan tanpa uang")


async def test_somebody_who_has_lost_the_role_verifies_and_imports_nothing() -> None:
    async with transaction():
        lent = await a_loan()
        await a_report(lent, 500_000, paid_on=date(2019, 7, 15))
    joko = await a_treasurer(Role.VERIFIER)
    await joko.drops([A])
    await demote(joko.person)
    assert await BankLine.all().count() == 0
    await joko.taps("Ya, kirim")
    assert await BankLine.all().count() == 0
    assert await BankFormat.all().count() == 0


async def test_the_newest_import_is_undone_first_and_a_line_of_a_verdict_never() -> None:
    async with transaction():
        lent = await a_loan()
        report = await a_report(lent, 500_000, paid_on=date(2019, 7, 15))
    joko = await a_treasurer(Role.VERIFIER)
    await joko.imports(A)
    await joko.imports(B)
    older, newer = await StatementImport.all().order_by("id")
    undo_older = f"card:statement_import:{older.id}:undo"
    assert await joko.presses(undo_older) == said("statement.undo_newer_first")
    assert "1 uang masuk" in await joko.presses(f"card:statement_import:{newer.id}:undo")
    assert await BankFormat.all().count() == 0
    async with transaction():
        await enter_accepted(report, Rupiah(500_000), verifier_id=joko.person.id, at=NOW)
    assert await joko.presses(undo_older) == said("statement.undo_too_late", count=1)
    assert await joko.presses(f"card:statement_import:{newer.id}:undo") == said("form.stale")
    assert await BankLine.all().count() == 1


async def test_money_of_one_programme_is_not_recorded_for_a_loan_of_another() -> None:
    async with transaction():
        lent, other = await a_loan(), await a_loan()
        await Group.filter(id=other.group.id).update(name="Tani Jaya")
        await Programme.exclude(id=lent.programme.id).update(name="Dana Lain")
    joko = await a_treasurer()
    await joko.drops([A])
    await joko.taps("Dana Bergulir UEP")
    await joko.taps("Ya, kirim")
    line = await BankLine.get()
    await joko.presses(f"card:bank_line:{line.id}:for-{other.group.id}")
    answer = await joko.taps("Ya, kirim")
    assert answer == said("record_credit.other_programme", group="Tani Jaya")
    assert await RepaymentReport.all().count() == 0


async def test_a_line_is_recorded_once_however_often_it_is_tapped() -> None:
    async with transaction():
        lent = await a_loan()
    joko, ani = await a_treasurer(), await a_treasurer()
    await joko.imports(A)
    line = await BankLine.get()
    button = f"card:bank_line:{line.id}:for-{lent.group.id}"
    await joko.presses(button)
    await ani.presses(button)
    assert "dicatat untuk" in await joko.taps("Ya, kirim")
    assert await ani.taps("Ya, kirim") == said("statement.line_taken")
    report = await RepaymentReport.get()
    assert (report.reporter_id, report.amount) == (joko.person.id, 500_000)
    await line.refresh_from_db()
    assert (line.report_id, line.settled) == (report.id, True)


async def test_a_pair_that_breaks_the_rule_is_not_made_by_hand() -> None:
    async with transaction():
        lent = await a_loan()
        far = await a_report(lent, 500_000, paid_on=date(2019, 7, 1))
        less = await a_report(lent, 499_000, paid_on=date(2019, 7, 15))
    joko = await a_treasurer()
    await joko.imports(A)
    line = await BankLine.get()
    for verb in (f"is-{far.id}", f"is-{less.id}", "is-999999"):
        assert await joko.presses(f"card:bank_line:{line.id}:{verb}") == said(
            "statement.line_taken"
        )
    for verb in ("is-", "for-x", "what"):
        assert await joko.presses(f"card:bank_line:{line.id}:{verb}") == said("form.stale")


async def test_a_card_says_what_the_bank_says() -> None:
    async with transaction():
        lent = await a_loan()
        seen = await a_report(lent, 500_000, paid_on=date(2019, 7, 15))
        missing = await a_report(lent, 700_000, paid_on=date(2019, 7, 16))
        uncovered = await a_report(lent, 700_000, paid_on=date(2019, 6, 1))
    joko = await a_treasurer()
    assert "🏦" not in read(await card(seen.id))
    await joko.imports(A, B)
    changed = [change.subject for change in joko.notices]
    assert changed == [f"report:{seen.id}"]
    assert "🏦 Ada di mutasi bank: 15 Juli 2019, Rp500.000" in read(await card(seen.id))
    assert said("statement.sign.not_seen") in read(await card(missing.id))
    assert "🏦" not in read(await card(uncovered.id))


async def test_when_all_money_has_its_report_the_card_says_so() -> None:
    async with transaction():
        lent = await a_loan()
        report = await a_report(lent, 500_000, paid_on=date(2019, 7, 15))
    joko = await a_treasurer(Role.VERIFIER)
    await joko.imports(A)
    async with transaction():
        await enter_accepted(report, Rupiah(500_000), verifier_id=joko.person.id, at=NOW)
    assert said("statement.line.nothing") in await joko.says("/mutasi")


async def test_a_report_in_a_colleagues_hand_is_skipped_and_verdicts_are_taken_back_together() -> (
    None
):
    async with transaction():
        lent = await a_loan()
        held = await a_report(lent, 500_000, paid_on=date(2019, 7, 15))
        await a_report(lent, 300_000, paid_on=date(2019, 7, 16))
    joko = await a_treasurer(Role.VERIFIER)
    rina = await a_treasurer(Role.VERIFIER)
    await joko.imports(A, B)
    await rina.presses(f"card:report:{held.id}:claim")
    answer = await joko.taps("✅ Verifikasi 2 yang cocok")
    assert said("statement.skip.in_hand") in answer
    assert "Rp300.000" in answer
    offer = await MatchOffer.all().order_by("-id").first()
    assert offer is not None
    assert await BankLine.filter(settled=True).count() == 1
    undo = f"card:match_offer:{offer.id}:undo"
    assert await rina.presses(undo) == said("statement.nothing_taken_back")
    assert await joko.presses(undo) == said("statement.taken_back", count=1)
    assert await BankLine.filter(settled=True).count() == 0
    assert await RepaymentReport.filter(status=ReportStatus.SUBMITTED).count() == 2


async def test_what_is_posted_already_is_named_when_the_rest_is_taken_back() -> None:
    async with transaction():
        lent = await a_loan()
        first = await a_report(lent, 500_000, paid_on=date(2019, 7, 15))
        await a_report(lent, 300_000, paid_on=date(2019, 7, 16))
    joko = await a_treasurer(Role.VERIFIER)
    await joko.imports(A, B)
    await joko.taps("✅ Verifikasi 2 yang cocok")
    async with transaction():
        await enter_accepted(first, Rupiah(500_000), verifier_id=joko.person.id, at=NOW)
    answer = await joko.taps("↩️ Batalkan semua")
    assert answer == said("statement.taken_back_late", count=1, late=first.number)
