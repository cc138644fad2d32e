"""`/riwayat`: the audit trail of a group, a loan, a report, an entry or a proposal."""

import re
from collections.abc import Awaitable, Callable, Mapping
from datetime import date
from typing import Any, Final

from handlers.messages import Choice, Fact, InboundMessage, Reply, Words, say, words
from handlers.report_number import report_number
from handlers.staff.access import ANY_STAFF, require
from handlers.staff.report_changes import change_in
from handlers.turn import Turn
from models import trail
from models.decision import Decision
from models.funding_tables import Application
from models.group import Group
from models.ledger_tables import JournalEntry
from models.loan import Loan
from models.money import Rupiah
from models.progress_tables import ProgressReport
from models.repayment import RepaymentReport
from models.trail import Deed, Scope

_ON_A_PAGE: Final = 8
_ENTRY = re.compile(r"(?:catatan|entri|jurnal|no\.?|nomor|#)\s*#?\s*(\d{1,9})", re.IGNORECASE)
_DECISION = re.compile(r"usulan\s*#?\s*(\d{1,9})", re.IGNORECASE)

TOLD: Final = frozenset(
    {
        "submitted",
        "slip_added",
        "accepted",
        "rejected",
        "reversed",
        "sent_again",
        "changed",
        "set_aside",
        "corrected",
        "correction_asked",
        "correction_refused",
        "paired",
        "written_off",
        "rescheduled",
        "reallocated",
        "own_shares",
        "write_off_reversed",
        "not_adjusted",
        "role_granted",
        "role_revoked",
        "codes_asked",
        "codes_not_asked",
        "proposed",
        "approved",
        "refused",
        "expired",
        "cancelled",
        "decision_proposed",
        "decision_approved",
        "decision_refused",
        "decision_expired",
        "decision_cancelled",
        "progress_submitted",
        "progress_added",
        "progress_accepted",
        "progress_more_wanted",
        "progress_noted",
        "claimed",
        "released",
        "lapsed",
        "verdict",
        "taken_back",
        "not_posted",
        "visited",
        "visit_suggested",
        "task_done",
        "task_dismissed",
        "help_asked",
        "help_answered",
        "help_closed",
        "help_reopened",
        "help_risen",
        "payment_promised",
        "promise_kept",
        "promise_broken",
        "call_called",
        "call_promised",
        "call_not_reached",
        "notices_planned",
        "notices_paused",
        "notices_resumed",
        "rule_set",
        "funding_confirmed",
        "funding_refused",
        "funding_withdrawn",
        "funding_planned",
        "funding_paid",
        "queue_applied",
        "queue_accepted",
        "queue_returned",
        "queue_answered",
        "queue_refused",
        "queue_postponed",
        "queue_resumed",
        "queue_moved",
        "queue_withdrawn",
        "queue_proposed",
        "queue_approved",
        "queue_funded",
    }
)
"""Deeds that have words of their own."""


async def look_up(message: InboundMessage) -> Reply | None:
    """The trail of what has a number; none when the words name something else."""
    said = message.text.strip()
    number = report_number(said)
    if number is not None:
        report = await RepaymentReport.get_or_none(number=number)
        return await _shown("report", report.id, 0) if report else say("trail.unknown", said=said)
    news = await ProgressReport.get_or_none(number__iexact=said) if said else None
    if news is not None:
        return await _shown("progress", news.id, 0)
    wish = await Application.get_or_none(number__iexact=said) if said else None
    if wish is not None:
        return await _shown("application", wish.id, 0)
    loan = await Loan.get_or_none(number__iexact=said) if said else None
    if loan is not None:
        return await _shown("loan", loan.id, 0)
    if (found := _DECISION.fullmatch(said)) is not None:
        decision = await Decision.get_or_none(id=int(found[1]))
        return (
            await _shown("decision", decision.id, 0)
            if decision
            else say("trail.unknown", said=said)
        )
    if (found := _ENTRY.fullmatch(said)) is not None:
        entry = await JournalEntry.filter(number=int(found[1])).order_by("programme_id").first()
        return await _shown("entry", entry.id, 0) if entry else say("trail.unknown", said=said)
    return None


async def of_group(_turn: Turn, group_id: int, _: InboundMessage) -> Reply:
    return await _shown("group", group_id, 0)


async def press(turn: Turn, thing_id: int, verb: str) -> Reply:
    """Turn a page: `<kind>-<page>`."""
    await require(turn, ANY_STAFF)
    kind, _, number = verb.partition("-")
    if kind not in _SCOPES or not number.isdecimal():
        return say("form.stale")
    return await _shown(kind, thing_id, int(number[:4]))


async def _entry_scope(entry_id: int) -> Scope:
    return await trail.of_entry(await JournalEntry.get(id=entry_id))


_SCOPES: Final[Mapping[str, Callable[[int], Awaitable[Scope]]]] = {
    "group": trail.of_group,
    "loan": trail.of_loan,
    "report": trail.of_report,
    "entry": _entry_scope,
    "decision": trail.of_decision,
    "progress": trail.of_progress,
    "application": trail.of_application,
}


async def _shown(kind: str, thing_id: int, number: int) -> Reply:
    title = await _title(kind, thing_id)
    if title is None:
        return say("form.stale")
    scope = await _SCOPES[kind](thing_id)
    deeds, older = await trail.page(scope, skip=number * _ON_A_PAGE, most=_ON_A_PAGE)
    if not deeds:
        return say("trail.nothing", what=title)
    choices = []
    if older:
        choices.append(Choice(f"card:trail:{thing_id}:{kind}-{number + 1}", words("trail.older")))
    if number:
        choices.append(Choice(f"card:trail:{thing_id}:{kind}-{number - 1}", words("trail.newer")))
    return say("trail.page", *choices, what=title, lines=tuple(line(deed) for deed in deeds))


async def _title(kind: str, thing_id: int) -> Words | None:
    """What the trail is about; none if there is no such thing."""
    match kind:
        case "group":
            group = await Group.get_or_none(id=thing_id)
            return words("trail.about_group", group=group.name) if group else None
        case "loan":
            loan = await Loan.get_or_none(id=thing_id)
            return words("trail.about_loan", number=loan.number) if loan else None
        case "report":
            report = await RepaymentReport.get_or_none(id=thing_id)
            return words("trail.about_report", number=report.number) if report else None
        case "progress":
            news = await ProgressReport.get_or_none(id=thing_id)
            return words("trail.about_progress", number=news.number) if news else None
        case "application":
            wish = await Application.get_or_none(id=thing_id)
            return words("trail.about_application", number=wish.number) if wish else None
        case "entry":
            entry = await JournalEntry.get_or_none(id=thing_id)
            return words("trail.about_entry", number=entry.number) if entry else None
    return words("trail.about_decision", number=thing_id)


def line(deed: Deed) -> Words:
    """A deed or an entry as one line, with who did it."""
    what = _entry(deed) if deed.entry is not None else _deed(deed)
    by: Fact = deed.by or words("trail.gulir")
    return words("trail.line", at=deed.at, by=by, what=what)


def _entry(deed: Deed) -> Words:
    key = "trail.entry_approved" if deed.approved_by else "trail.entry"
    facts: dict[str, Fact] = {
        "number": deed.entry or 0,
        "kind": words(f"trail.kind.{deed.what}"),
        "amount": deed.amount or Rupiah(0),
    }
    if deed.approved_by:
        facts["approver"] = deed.approved_by
    return Words(key, facts)


def _deed(deed: Deed) -> Words:
    if deed.what not in TOLD:
        return words("trail.deed.other", deed=deed.what.replace("_", " "))
    return Words(f"trail.deed.{deed.what}", _facts(deed.facts))


def _facts(stored: Mapping[str, Any]) -> dict[str, Fact]:
    """The facts of a deed that its words may name."""
    amount = stored.get("accepted") or stored.get("reported") or stored.get("amount") or 0
    changes: Fact = change_in(stored) if "old_amount" in stored else ""
    return {
        "changes": changes,
        "number": str(stored.get("number", "")),
        "amount": Rupiah(int(amount)),
        "decision": int(stored.get("decision", 0)),
        "promised_on": date.fromisoformat(stored.get("promised_on", "0001-01-01")),
        "until": date.fromisoformat(stored.get("until", "0001-01-01")),
        "kind": words(f"decision.kind.{stored['kind']}") if stored.get("kind") else "",
    }
