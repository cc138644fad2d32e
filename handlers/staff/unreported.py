"""Money on the statement that nobody reported: recorded for a group, paired, or set aside."""

from datetime import date
from typing import Final

from typing_extensions import override

from handlers.forms import Answers, Form, given, question
from handlers.messages import Fact, Json, Reply, number_in, say
from handlers.situation import Situation
from handlers.staff.access import require
from handlers.staff.answers import AnyGroup, PickedGroup
from handlers.staff.group_facts import Borrower, borrower
from handlers.staff.purposes import CORRECTORS, TREASURERS
from handlers.staff.report_card import Caution, card, subject
from handlers.turn import Turn
from models.audit import note
from models.matching import DAYS_APART_MOST
from models.money import Rupiah
from models.repayment import Claim, Method, RepaymentReport, ReportStatus, submit_report
from models.statement_tables import BankLine

_TEXT_SHOWN: Final = 200


async def press(turn: Turn, line_id: int, verb: str) -> Reply | tuple[Reply, ...]:
    """A tap beside a line: `record`, `for-<group>`, `is-<report>` or `none`."""
    deed, _, number = verb.partition("-")
    await require(turn, CORRECTORS if deed == "is" else TREASURERS)
    line = await _free(line_id)
    if line is None:
        return say("statement.line_taken")
    about = number_in(number)
    match deed:
        case "record":
            return await _begin(turn, line, None)
        case "for" if about is not None:
            return await _begin(turn, line, about)
        case "is" if about is not None:
            return await _pair(turn, line, about)
        case "none":
            return await _set_aside(turn, line)
    return say("form.stale")


async def _free(line_id: int) -> BankLine | None:
    """The line, kept from everybody else, if it is still nobody's."""
    line = await BankLine.filter(id=line_id).select_for_update().first()
    if line is None or line.settled:
        return None
    return line if line.report_id is None else None


async def _begin(turn: Turn, line: BankLine, group_id: int | None) -> tuple[Reply, ...]:
    known: dict[str, Json] = {} if group_id is None else {"group": group_id}
    turn.start(
        "record_credit",
        line=line.id,
        amount=int(line.amount),
        booked_on=line.booked_on.isoformat(),
        text=line.text[:_TEXT_SHOWN] or "-",
        **known,
    )
    return ()


class RecordCreditForm(Form, name="record_credit"):
    """Whose money it is; it becomes a report that somebody else verifies."""

    line: int = given(int)
    amount: int = given(int)
    booked_on: str = given(str)
    text: str = given(str)
    group: PickedGroup = question(AnyGroup())

    @override
    @classmethod
    def summary(cls, answers: Answers, situation: Situation) -> dict[str, Fact]:
        picked = answers.get("group")
        names = {one.id: f"{one.name} ({one.village})" for one in situation.directory}
        return {
            "group": names.get(picked.id, "-") if picked else "-",
            "amount": Rupiah(answers.get("amount", 0)),
            "booked_on": date.fromisoformat(answers.get("booked_on", "2019-01-01")),
            "text": answers.get("text", "-"),
        }

    @override
    async def submit(self, turn: Turn) -> Reply | tuple[Reply, ...]:
        await require(turn, TREASURERS)
        line = await _free(self.line)
        if line is None:
            return say("statement.line_taken")
        found = await borrower(turn, self.group.id)
        if isinstance(found, Reply):
            return found
        if found.loan.programme_id != line.programme_id:
            return say("record_credit.other_programme", group=found.group.name)
        report = await self._report(turn, line, found)
        await BankLine.filter(id=line.id).update(report_id=report.id, settled=True)
        told = await card(report.id)
        turn.tell_staff(told, key=f"{subject(report.id)}:card", subject=subject(report.id))
        return say(
            "record_credit.submitted",
            number=report.number,
            group=found.group.name,
            amount=Rupiah(report.amount),
        )

    async def _report(self, turn: Turn, line: BankLine, found: Borrower) -> RepaymentReport:
        """A report of the treasurer's, in the group's name: who records it does not verify it."""
        odd = {
            Caution.ABOVE_OUTSTANDING: line.amount > found.standing.outstanding,
            Caution.BEFORE_DISBURSEMENT: line.booked_on < found.loan.disbursed_on,
        }
        claim = Claim(
            group_id=found.group.id,
            loan_id=found.loan.id,
            reporter_id=turn.person_id,
            amount=Rupiah(line.amount),
            paid_on=line.booked_on,
            method=Method.TRANSFER,
            warnings=tuple(caution.value for caution, applies in odd.items() if applies),
        )
        return await submit_report(claim, draft_id=turn.draft_id or turn.inbox_id, at=turn.now)


async def _pair(turn: Turn, line: BankLine, report_id: int) -> Reply:
    """Of several that could be, a person says which report this money is."""
    report = await RepaymentReport.filter(id=report_id).select_for_update().first()
    if report is None or not await _may_be(line, report):
        return say("statement.line_taken")
    await BankLine.filter(id=line.id).update(report_id=report.id, settled=True)
    await note(subject(report.id), "paired", at=turn.now, person_id=turn.person_id, line=line.id)
    key = f"report:{report.id}:paired:{turn.inbox_id}"
    turn.change_cards(subject(report.id), await card(report.id), key=key)
    return say("statement.paired", number=report.number, amount=Rupiah(line.amount))


async def _may_be(line: BankLine, report: RepaymentReport) -> bool:
    """The same programme, amount and days, and no other line of its own that a person settled."""
    await report.fetch_related("loan")
    living = report.status in (ReportStatus.SUBMITTED, ReportStatus.ACCEPTED)
    amount = report.accepted_amount or report.amount
    near = abs((report.paid_on - line.booked_on).days) <= DAYS_APART_MOST
    same = report.loan.programme_id == line.programme_id and amount == line.amount
    if not (living and near and same and report.method is Method.TRANSFER):
        return False
    return not await BankLine.exists(report_id=report.id)


async def _set_aside(turn: Turn, line: BankLine) -> Reply:
    """No repayment, such as interest or capital: it is not asked about again."""
    await BankLine.filter(id=line.id).update(settled=True)
    await note(f"bank_line:{line.id}", "set_aside", at=turn.now, person_id=turn.person_id)
    return say("statement.set_aside", amount=Rupiah(line.amount), booked_on=line.booked_on)
