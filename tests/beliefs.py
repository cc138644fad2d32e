"""What a transcript may say after `then:`; each sentence looks into the real database."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from models.chart import AccountKind, AccountRef
from models.contact import Person
from models.fund import fund_figures
from models.funding_tables import Application, ApplicationFile
from models.group import Group
from models.help_request import HelpMessage, HelpRequest
from models.inbox import InboxMessage, InboxState
from models.ledger import balance
from models.ledger_audit import balance_differences, verify_chain
from models.loan import Loan
from models.missed import MissedWords
from models.money import figures_id
from models.notice import Notice, NoticeState
from models.outbox import OutboxMessage, OutboxState
from models.programme import Programme
from models.progress_tables import ProgressNote, ProgressPhoto, ProgressReport
from models.queue_record import verify
from models.repayment import RepaymentReport, ReportSlip
from models.standings import loan_standing
from models.statement_tables import BankLine
from models.visit import Visit

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from tests.house import House


async def believe(sentence: str, house: House) -> None:
    """Check one sentence; an unknown one fails with the nearest that exist."""
    for pattern, check in BELIEFS.items():
        found = re.fullmatch(pattern, sentence)
        if found is not None:
            await check(house, *found.groups())
            return
    near = get_close_matches(sentence, SENTENCES, n=3, cutoff=0.0)
    raise AssertionError(f"then: {sentence!r} is not known; the nearest are {near}")


async def _owes(house: House, group: str, amount: str) -> None:
    found = await Group.get(name__icontains=group)
    loan = await Loan.filter(group_id=found.id).order_by("-id").first()
    assert loan is not None
    standing = await loan_standing(loan.id, house.clock.today())
    assert figures_id(standing.outstanding) == amount, f"{group}: {standing.outstanding}"


async def _holds(_house: House, amount: str, group: str) -> None:
    found = await Group.get(name__icontains=group)
    programme = await Programme.get()
    account = AccountRef(programme.id, AccountKind.GROUP_CREDIT, group_id=found.id)
    held = await balance(account)
    assert figures_id(held) == amount, f"{group}: {held}"


async def _report(_house: House, number: str, status: str) -> None:
    report = await RepaymentReport.get(number=number)
    assert report.status == status, f"{number} is {report.status}"


async def _report_says(_house: House, number: str, amount: str, day: str) -> None:
    report = await RepaymentReport.get(number=number)
    assert figures_id(report.amount) == amount, str(report.amount)
    assert report.paid_on.isoformat() == day, str(report.paid_on)


async def _report_has_slips(_house: House, number: str, count: str) -> None:
    report = await RepaymentReport.get(number=number)
    slips = await ReportSlip.filter(report_id=report.id).count()
    assert slips == int(count), f"{number} has {slips} slips"


async def _kept_nowhere(_house: House, words: str) -> None:
    """Neither in what arrived, nor in what was sent, nor in what staff were shown."""
    for row in await InboxMessage.all():
        assert words not in f"{row.payload}{row.event}", f"inbox {row.id}"
    for sent in await OutboxMessage.all():
        assert words not in str(sent.reply), f"outbox {sent.id}"
    assert not await HelpRequest.filter(last_words__contains=words).exists()
    assert not await HelpMessage.filter(words__contains=words).exists()


async def _reports_wait(_house: House, count: str) -> None:
    waiting = await RepaymentReport.filter(status="submitted").count()
    assert waiting == int(count), f"{waiting} reports wait"


async def _books_balance(_house: House) -> None:
    for programme in await Programme.all():
        assert (await verify_chain(programme.id)).fault is None
        assert await balance_differences(programme.id) == []


async def _fund_has(house: House, amount: str) -> None:
    programme = await Programme.get()
    figures = await fund_figures(programme.id, today=house.clock.today())
    assert figures_id(figures.cash) == amount, figures_id(figures.cash)


async def _halted(_house: House, is_so: str) -> None:
    programme = await Programme.get()
    assert (programme.halted_at is not None) is (is_so == "are"), str(programme.halted_at)


async def _agreed(_house: House, name: str, denied: str | None) -> None:
    person = await Person.get(name__startswith=name)
    assert (person.consented_at is None) is bool(denied), f"{name}: {person.consented_at}"


async def _help_wanted(_house: House, count: str) -> None:
    waiting = await HelpRequest.filter(state="open").count()
    assert waiting == int(count), f"{waiting} wait for a person"


async def _was_missed(_house: House, words: str, question: str | None, times: str) -> None:
    row = await MissedWords.get_or_none(words=words, question=question or "")
    kept = await MissedWords.all().values_list("question", "words", "times")
    assert row is not None, kept
    assert row.times == int(times), kept


async def _bank_lines(_house: House, count: str) -> None:
    assert await BankLine.all().count() == int(count)


async def _on_the_statement(_house: House, number: str) -> None:
    assert await BankLine.exists(report__number=number)


async def _visited(_house: House, group: str, day: str, denied: str | None) -> None:
    visit = await Visit.get(group__name=group)
    assert visit.visited_on.isoformat() == day, str(visit.visited_on)
    assert visit.recommended is not bool(denied)


async def _never_visited(_house: House, group: str) -> None:
    assert not await Visit.exists(group__name=group)


async def _talks_closed(_house: House, count: str) -> None:
    closed = await HelpRequest.filter(state="closed").count()
    assert closed == int(count), f"{closed} talks are closed"


async def _history_holds(_house: House, number: str, count: str) -> None:
    said = await HelpMessage.filter(request_id=int(number)).count()
    assert said == int(count), f"talk {number} holds {said} messages"


async def _application(_house: House, number: str, status: str) -> None:
    application = await Application.get(number=number)
    assert application.status == status, f"{number} is {application.status}"


async def _application_has_pages(_house: House, number: str, count: str) -> None:
    pages = await ApplicationFile.filter(application__number=number).count()
    assert pages == int(count), f"{number} has {pages} pages"


async def _application_is_for(_house: House, number: str, code: str) -> None:
    application = await Application.get(number=number).select_related("programme")
    assert application.programme.code == code, application.programme.code


async def _nobody_has_applied(_house: House) -> None:
    assert not await Application.all().exists()


async def _record_holds(_house: House) -> None:
    for programme in await Programme.all():
        report = await verify(programme.id)
        assert report.fault is None, str(report)


async def _nothing_lost(_house: House) -> None:
    assert not await InboxMessage.exists(state=InboxState.SET_ASIDE)
    assert not await OutboxMessage.exists(state=OutboxState.FAILED)


async def _progress(_house: House, number: str, status: str) -> None:
    report = await ProgressReport.get(number=number)
    assert report.status == status, f"{number} is {report.status}"


async def _progress_photos(_house: House, number: str, count: str) -> None:
    photos = await ProgressPhoto.filter(report__number=number).count()
    assert photos == int(count), f"{number} has {photos} photos"


async def _progress_sold(_house: House, number: str, amount: str) -> None:
    report = await ProgressReport.get(number=number)
    assert report.sales is not None
    assert figures_id(report.sales) == amount, str(report.sales)


async def _progress_group(_house: House, number: str, group: str) -> None:
    report = await ProgressReport.get(number=number).select_related("group")
    assert group in report.group.name, report.group.name


async def _progress_sent(_house: House, number: str, times: str) -> None:
    report = await ProgressReport.get(number=number)
    assert report.times_sent == int(times), str(report.times_sent)


async def _progress_notes(_house: House, number: str, count: str) -> None:
    notes = await ProgressNote.filter(report__number=number).count()
    assert notes == int(count), f"{number} has {notes} notes"


async def _progress_accepted(_house: House, number: str) -> None:
    assert (await ProgressReport.get(number=number)).accepted_at is not None


async def _no_progress(_house: House) -> None:
    assert not await ProgressReport.exists()


async def _notices_dropped(_: House, count: str, reason: str) -> None:
    dropped = await Notice.filter(state=NoticeState.DROPPED).values_list("reason", flat=True)
    assert list(dropped).count(reason) == int(count), dropped


BELIEFS: dict[str, Callable[..., Awaitable[None]]] = {
    r"(.+) owes (Rp[\d.]+)": _owes,
    r"(Rp[\d.]+) are held for (.+)": _holds,
    r"report (\S+) is (\w+)": _report,
    r"application (\S+) is (submitted|returned|waiting|postponed|refused|withdrawn)": _application,
    r"application (\S+) has (\d+) pages?": _application_has_pages,
    r"application (\S+) is for (\S+)": _application_is_for,
    r"nobody has applied": _nobody_has_applied,
    r"the queue's record holds": _record_holds,
    r"report (\S+) says (Rp[\d.]+) on (\S+)": _report_says,
    r"report (\S+) has (\d+) slips?": _report_has_slips,
    r"(\d+) reports? waits?": _reports_wait,
    r"“(.+)” is kept nowhere": _kept_nowhere,
    r"the books balance": _books_balance,
    r"the fund has (Rp[\d.]+)": _fund_has,
    r"postings (are|are not) halted": _halted,
    r"(\w+) has (not )?agreed": _agreed,
    r"(\d+) wait for a person": _help_wanted,
    r"“(.+?)” was missed(?: at (\S+))? (\d+) times?": _was_missed,
    r"(\d+) bank lines?": _bank_lines,
    r"report (\S+) is on the statement": _on_the_statement,
    r"progress report (\S+) is (submitted|accepted|more_wanted)": _progress,
    r"progress report (\S+) has (\d+) photos?": _progress_photos,
    r"progress report (\S+) sold for (Rp[\d.]+)": _progress_sold,
    r"progress report (\S+) is about (.+)": _progress_group,
    r"progress report (\S+) was sent (\d+) times?": _progress_sent,
    r"progress report (\S+) has (\d+) notes?": _progress_notes,
    r"progress report (\S+) was accepted once": _progress_accepted,
    r"no progress was reported": _no_progress,
    r"(.+) was visited on (\S+) and (not )?recommended": _visited,
    r"(.+) was never visited": _never_visited,
    r"(\d+) talks? (?:is|are) closed": _talks_closed,
    r"talk (\d+) holds (\d+) messages": _history_holds,
    r"(\d+) notices? (?:was|were) dropped as (\w+)": _notices_dropped,
    r"nothing was lost": _nothing_lost,
}
SENTENCES = (
    "GROUP owes Rp13.500.000",
    "Rp17 are held for GROUP",
    "report S-1907-0001 is accepted",
    "application A-1907-0001 is waiting",
    "application A-1907-0001 has 2 pages",
    "application A-1907-0001 is for UEP-KUTIM",
    "nobody has applied",
    "the queue's record holds",
    "report S-1907-0001 says Rp500.000 on 2019-07-16",
    "report S-1907-0001 has 1 slip",
    "1 report waits",
    "“6408010101900001” is kept nowhere",
    "the books balance",
    "the fund has Rp20.000.000",
    "postings are halted",
    "postings are not halted",
    "Aminah has agreed",
    "Aminah has not agreed",
    "1 wait for a person",
    "“pakai yang itu” was missed at repayment_report.amount 2 times",
    "4 bank lines",
    "report S-1907-0001 is on the statement",
    "progress report P-1907-0001 is accepted",
    "progress report P-1907-0001 has 3 photos",
    "progress report P-1907-0001 sold for Rp3.000.000",
    "progress report P-1907-0001 is about Jahe Merah",
    "progress report P-1907-0001 was sent 2 times",
    "progress report P-1907-0001 has 1 note",
    "progress report P-1907-0001 was accepted once",
    "no progress was reported",
    "GROUP was visited on 2019-07-17 and recommended",
    "GROUP was never visited",
    "1 talk is closed",
    "talk 1 holds 3 messages",
    "1 notice was dropped as reported",
    "nothing was lost",
)
