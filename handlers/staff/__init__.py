"""What staff can do in the staff chat: commands, forms and cards, listed explicitly."""

from collections.abc import Mapping

from handlers.commands import CardKind, StaffCommand
from handlers.forms import Form
from handlers.staff import (
    about_groups,
    announcing,
    call_card,
    capital,
    correcting,
    decisions,
    digest,
    finding,
    fund,
    funding,
    funding_rule,
    late_groups,
    loan_schedule,
    notice_plan,
    payment_codes,
    planned_capital,
    progress,
    progress_list,
    queue,
    queue_changing,
    relay,
    reversal,
    reviewing,
    self_audit,
    staff_roles,
    statement_card,
    statement_lists,
    statement_undoing,
    statement_verifying,
    trail,
    unreported,
    verification,
    visit_card,
    what_if,
)
from handlers.staff.access import ANY_STAFF
from handlers.staff.bank_columns import BankColumnsForm
from handlers.staff.confirm_funding import ConfirmFundingForm
from handlers.staff.corrections import OtherAmountForm, RejectReportForm
from handlers.staff.counter_cash import CounterCashForm
from handlers.staff.help import help_about, tap_command
from handlers.staff.pay_out import PayOutForm
from handlers.staff.purposes import ADMINISTRATORS, CORRECTORS, TREASURERS
from handlers.staff.recovery import RecoveryForm
from handlers.staff.refund import RefundForm
from handlers.staff.rescheduling import RescheduleForm
from handlers.staff.write_off import WriteOffForm
from models.contact import Role

__all__ = ["CARDS", "STAFF_COMMANDS", "STAFF_FORMS"]

_VERIFIERS = frozenset({Role.VERIFIER})

_WORK = (
    StaffCommand("verifikasi", _VERIFIERS, verification.post_waiting),
    StaffCommand("saldo", ANY_STAFF, fund.overview),
    StaffCommand("cairkan", ANY_STAFF, funding.overview),
    StaffCommand("aturan", ANY_STAFF, funding_rule.overview),
    StaffCommand("antrean", ANY_STAFF, queue.overview),
    StaffCommand("kelompok", ANY_STAFF, about_groups.about("kelompok")),
    StaffCommand("tunggakan", ANY_STAFF, late_groups.overview),
    StaffCommand("perkembangan", ANY_STAFF, progress_list.overview),
    StaffCommand("cari", ANY_STAFF, finding.look_for),
    StaffCommand("riwayat", ANY_STAFF, about_groups.about("riwayat")),
    StaffCommand("catat", TREASURERS, about_groups.about("catat")),
    StaffCommand("koreksi", CORRECTORS, reversal.begin),
    StaffCommand("jadwal", ANY_STAFF, about_groups.about("jadwal")),
    StaffCommand("jadwalulang", CORRECTORS, about_groups.about("jadwalulang")),
    StaffCommand("hapusbuku", CORRECTORS, about_groups.about("hapusbuku")),
    StaffCommand("pulihkan", TREASURERS, about_groups.about("pulihkan")),
    StaffCommand("modal", TREASURERS, capital.begin),
    StaffCommand("rencana", planned_capital.PLANNERS, planned_capital.begin),
    StaffCommand("simulasi", ANY_STAFF, what_if.begin),
    StaffCommand("titipan", TREASURERS, about_groups.about("titipan")),
    StaffCommand("mutasi", ANY_STAFF, statement_card.show),
    StaffCommand("petugas", ANY_STAFF, staff_roles.overview),
    StaffCommand("pengingat", ANY_STAFF, notice_plan.overview),
    StaffCommand("kodeunik", ADMINISTRATORS, payment_codes.overview),
    StaffCommand("ringkasan", ANY_STAFF, digest.overview),
    StaffCommand("audit", ANY_STAFF, self_audit.overview),
    StaffCommand("selesai", ANY_STAFF, relay.finish),
)

STAFF_COMMANDS: Mapping[str, StaffCommand] = {
    command.name: command
    for command in (*_WORK, StaffCommand("bantuan", ANY_STAFF, help_about(_WORK)))
}

STAFF_FORMS: Mapping[str, type[Form]] = {
    form.form_name: form
    for form in (
        OtherAmountForm,
        RejectReportForm,
        about_groups.PickGroupForm,
        reversal.FindReportForm,
        reversal.ReverseReportForm,
        capital.CapitalForm,
        planned_capital.PlannedCapitalForm,
        what_if.WhatIfForm,
        CounterCashForm,
        RefundForm,
        RescheduleForm,
        WriteOffForm,
        RecoveryForm,
        correcting.CorrectAcceptedForm,
        correcting.RefuseCorrectionForm,
        decisions.RefuseDecisionForm,
        staff_roles.StaffRoleForm,
        BankColumnsForm,
        unreported.RecordCreditForm,
        progress.MoreProgressForm,
        progress.ProgressNoteForm,
        ConfirmFundingForm,
        PayOutForm,
        funding.RefuseFundingForm,
        funding.PostponeFundingForm,
        funding_rule.FundingRuleForm,
        payment_codes.PaymentCodeForm,
        notice_plan.NoticePlanForm,
        call_card.CallPromiseForm,
        reviewing.AcceptApplicationForm,
        reviewing.ReturnApplicationForm,
        reviewing.RefuseApplicationForm,
        queue_changing.QueueChangeForm,
    )
}

CARDS: Mapping[str, CardKind] = {
    "report": CardKind("report", _VERIFIERS, verification.press),
    "help": CardKind("help", ANY_STAFF, relay.press, relay.answer_help),
    "decision": CardKind("decision", ANY_STAFF, decisions.press),
    "correction": CardKind("correction", CORRECTORS, correcting.press),
    "repaid": CardKind("repaid", CORRECTORS, reversal.press),
    "schedule": CardKind("schedule", ANY_STAFF, loan_schedule.press),
    "group": CardKind("group", ANY_STAFF, about_groups.press),
    "programme": CardKind("programme", ANY_STAFF, capital.press),
    "plan": CardKind("plan", planned_capital.PLANNERS, planned_capital.press),
    "plan_for": CardKind("plan_for", planned_capital.PLANNERS, planned_capital.press_new),
    "funding": CardKind("funding", ANY_STAFF, funding.press),
    "next_funding": CardKind("next_funding", ANY_STAFF, funding.press_next),
    "funding_rule": CardKind("funding_rule", ANY_STAFF, funding_rule.press),
    "announcement": CardKind("announcement", ANY_STAFF, announcing.press),
    "person": CardKind("person", ADMINISTRATORS, staff_roles.press),
    "notice_plan": CardKind("notice_plan", notice_plan.PLANNERS, notice_plan.press),
    "call": CardKind("call", ANY_STAFF, call_card.press),
    "codes": CardKind("codes", ADMINISTRATORS, payment_codes.press),
    "trail": CardKind("trail", ANY_STAFF, trail.press),
    "statement": CardKind("statement", ANY_STAFF, statement_lists.press),
    "statement_import": CardKind("statement_import", TREASURERS, statement_undoing.press),
    "match_offer": CardKind("match_offer", _VERIFIERS, statement_verifying.press),
    "bank_line": CardKind("bank_line", CORRECTORS, unreported.press),
    "progress": CardKind("progress", ANY_STAFF, progress.press, progress.answer),
    "progress_list": CardKind("progress_list", ANY_STAFF, progress_list.press),
    "application": CardKind("application", ANY_STAFF, reviewing.press),
    "queue": CardKind("queue", ANY_STAFF, queue.press),
    "task": CardKind("task", ANY_STAFF, visit_card.press),
    "command": CardKind("command", ANY_STAFF, tap_command(_WORK)),
}
