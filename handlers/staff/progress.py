"""What staff do about a progress report: accept it, ask for more, remember something."""

from typing import Final

from typing_extensions import override

from handlers.answers import FreeWords
from handlers.forms import Answers, Form, given, question
from handlers.messages import Choice, Fact, InboundMessage, Reply, say, words
from handlers.periods import period_in_words
from handlers.situation import Situation
from handlers.staff import progress_card
from handlers.staff.access import ANY_STAFF, require
from handlers.staff.funding_proposal import consider_group
from handlers.staff.progress_reasons import WhatIsMissing, reason_in_words
from handlers.turn import Turn
from models.contact import Person, Role, StaffRole
from models.errors import NotAllowed, OwnProgress, RuleBroken
from models.group import Office, Officer
from models.ledger import lock_books
from models.loan import Loan
from models.programme import Programme
from models.progress import accept_progress, add_note, may_still, want_more
from models.progress_tables import ProgressReport, ProgressStatus

_VERIFIERS: Final = frozenset({Role.VERIFIER})
_NOTE_MOST: Final = 300
"""Characters: five notes and the longest report still fit one message."""


async def press(turn: Turn, report_id: int, verb: str) -> Reply | tuple[Reply, ...]:
    """A tap on a card: `<verb>-<how often the report had been sent>`, or `show` in a list."""
    await require(turn, ANY_STAFF)
    name, _, seen = verb.partition("-")
    if name == "accept":  # Programmes before reports, as when a leader sends more.
        await lock_programmes_around(report_id)
    report = await _locked(report_id)
    if report is None or name not in {"accept", "more", "note", "show"}:
        return say("form.stale")
    if name == "show":
        return await _show(turn, report)
    if name == "note":
        turn.start("progress_note", report=report.id, number=report.number)
        return say("progress.note_begun", by=turn.situation.name, number=report.number)
    if not seen.isdecimal():
        return say("form.stale")
    await _may_decide(turn, report)
    if name == "accept":
        await accept_progress(report, seen=int(seen[:9]), person_id=turn.person_id, at=turn.now)
        return await _accepted(turn, report)
    await may_still(report, ProgressStatus.MORE_WANTED, seen=int(seen[:9]))
    return _more_begun(turn, report, int(seen[:9]))


async def answer(turn: Turn, message: InboundMessage, report_id: int) -> Reply:
    """A reply to a card is a note about its report."""
    await require(turn, ANY_STAFF)
    report = await _locked(report_id)
    text = " ".join(message.text.split())
    if report is None:
        return say("form.stale")
    if not text:
        return say("progress.note_without_words")
    if len(text) > _NOTE_MOST:
        return say("progress.note_too_long", at_most=_NOTE_MOST)
    return await _keep_note(turn, report, text)


class MoreProgressForm(Form, name="more_progress"):
    """The group is asked for more, and told why."""

    report: int = given(int)
    number: str = given(str)
    group: str = given(str)
    seen: int = given(int)
    reason: str = question(WhatIsMissing())

    @override
    @classmethod
    def summary(cls, answers: Answers, situation: Situation) -> dict[str, Fact]:
        return {"number": answers["number"], "group": answers["group"]}

    @override
    async def submit(self, turn: Turn) -> Reply:
        try:
            report = await _locked(self.report)
            if report is None:
                return say("form.stale")
            await _may_decide(turn, report)
            await want_more(
                report, self.reason, seen=self.seen, person_id=turn.person_id, at=turn.now
            )
        except RuleBroken as broken:  # Raised before anything was written.
            return Reply(broken.code, broken.facts)
        await _tell_reporter(turn, report, "more")
        await _change_cards(turn, report, "more")
        return say("more_progress.done", number=self.number, group=self.group)


class ProgressNoteForm(Form, name="progress_note"):
    """Something to remember about a report; the group does not read it."""

    confirms = False
    report: int = given(int)
    number: str = given(str)
    text: str = question(FreeWords(at_most=_NOTE_MOST))

    @override
    async def submit(self, turn: Turn) -> Reply:
        await require(turn, ANY_STAFF)
        report = await _locked(self.report)
        return await _keep_note(turn, report, self.text) if report else say("form.stale")


async def lock_programmes_around(report_id: int) -> None:
    """The register's programme, and those in which the report's group borrows, in their order."""
    found = await ProgressReport.get_or_none(id=report_id)
    if found is None:
        return
    loans = await Loan.filter(group_id=found.group_id)
    first = await Programme.all().order_by("id").first()
    ids = {loan.programme_id for loan in loans} | ({first.id} if first else set())
    for programme_id in sorted(ids):
        await lock_books(programme_id)


async def _locked(report_id: int) -> ProgressReport | None:
    return await ProgressReport.filter(id=report_id).select_for_update().first()


async def _may_decide(turn: Turn, report: ProgressReport) -> None:
    """A verifier may, and the group's own facilitator; nobody about news of their own.

    Raises NotAllowed or OwnProgress.
    """
    verifies = StaffRole.filter(
        person_id=turn.person_id, role__in=list(_VERIFIERS), revoked_at__isnull=True
    )
    facilitates = Officer.filter(
        person_id=turn.person_id,
        group_id=report.group_id,
        office=Office.FACILITATOR,
        until__isnull=True,
    )
    if not (await verifies.exists() or await facilitates.exists()):
        raise NotAllowed(name=turn.situation.name)
    if report.reporter_id == turn.person_id:
        raise OwnProgress(number=report.number)


async def _show(turn: Turn, report: ProgressReport) -> tuple[Reply, ...]:
    subject = progress_card.subject(report.id)
    card = await progress_card.card(report.id, now=turn.now)
    turn.tell_staff(card, key=f"{subject}:show:{turn.inbox_id}", subject=subject)
    return ()


async def _accepted(turn: Turn, report: ProgressReport) -> tuple[Reply, ...]:
    await _tell_reporter(turn, report, "accepted")
    await _change_cards(turn, report, "accepted")
    await consider_group(turn, report.group_id, progress_card.subject(report.id))
    return ()


def _more_begun(turn: Turn, report: ProgressReport, seen: int) -> Reply:
    number, group = report.number, report.group_id
    listed = {one.id: one.name for one in turn.situation.directory}
    name = listed.get(group, "")
    turn.start("more_progress", report=report.id, number=number, group=name, seen=seen)
    return say("progress.more_begun", by=turn.situation.name, number=number, group=name)


async def _tell_reporter(turn: Turn, report: ProgressReport, what: str) -> None:
    """Whoever reported last hears what staff think of it."""
    await report.fetch_related("group")
    reporter = await Person.get(id=report.reporter_id)
    facts: dict[str, Fact] = {
        "name": reporter.name,
        "number": report.number,
        "group": report.group.name,
        "period": period_in_words(report.period),
    }
    choices: tuple[Choice, ...] = ()
    if what == "more":
        facts["reason"] = reason_in_words(report.reason)
        choices = (Choice("go:progress_report", words("progress.result.send")),)
    key = f"{progress_card.subject(report.id)}:{what}:{report.times_sent}"
    turn.tell(reporter.id, Reply(f"progress.result.{what}", facts, choices), key=key)


async def _keep_note(turn: Turn, report: ProgressReport, text: str) -> Reply:
    kept = await add_note(report.id, text, person_id=turn.person_id, at=turn.now)
    await _change_cards(turn, report, f"note:{kept.id}")
    return say("progress.note_kept", number=report.number)


async def _change_cards(turn: Turn, report: ProgressReport, what: str) -> None:
    subject = progress_card.subject(report.id)
    card = await progress_card.card(report.id, now=turn.now)
    turn.change_cards(subject, card, key=f"{subject}:{what}:{report.times_sent}:{turn.inbox_id}")
