"""What staff can do in the staff chat: commands, forms and cards, listed explicitly."""

from collections.abc import Mapping

from handlers.commands import CardKind, StaffCommand
from handlers.forms import Form
from handlers.staff import (
    about_groups,
    capital,
    correcting,
    decisions,
    digest,
    finding,
    fund,
    late_groups,
    loan_schedule,
    payment_codes,
    progress,
    progress_list,
    relay,
    reversal,
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
)
from handlers.staff.access import ANY_STAFF
from handlers.staff.bank_columns import BankColumnsForm
from handlers.staff.corrections import OtherAmountForm, RejectReportForm
from handlers.staff.counter_cash import CounterCashForm
from handlers.staff.help import help_about, tap_command
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
    StaffCommand("titipan", TREASURERS, about_groups.about("titipan")),
    StaffCommand("mutasi", ANY_STAFF, statement_card.show),
    StaffCommand("petugas", ANY_STAFF, staff_roles.overview),
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
        payment_codes.PaymentCodeForm,
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
    "programme": CardKind("programme", TREASURERS, capital.press),
    "person": CardKind("person", ADMINISTRATORS, staff_roles.press),
    "codes": CardKind("codes", ADMINISTRATORS, payment_codes.press),
    "trail": CardKind("trail", ANY_STAFF, trail.press),
    "statement": CardKind("statement", ANY_STAFF, statement_lists.press),
    "statement_import": CardKind("statement_import", TREASURERS, statement_undoing.press),
    "match_offer": CardKind("match_offer", _VERIFIERS, statement_verifying.press),
    "bank_line": CardKind("bank_line", CORRECTORS, unreported.press),
    "progress": CardKind("progress", ANY_STAFF, progress.press, progress.answer),
    "progress_list": CardKind("progress_list", ANY_STAFF, progress_list.press),
    "task": CardKind("task", ANY_STAFF, visit_card.press),
    "command": CardKind("command", ANY_STAFF, tap_command(_WORK)),
}
