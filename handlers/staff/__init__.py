"""What staff can do in the staff chat: commands, forms and cards, listed explicitly."""

from collections.abc import Mapping

from handlers.commands import CardKind, StaffCommand
from handlers.forms import Form
from handlers.staff import fund, relay, verification
from handlers.staff.access import ANY_STAFF
from handlers.staff.corrections import OtherAmountForm, RejectReportForm
from handlers.staff.help import help_about
from models.contact import Role

__all__ = ["CARDS", "STAFF_COMMANDS", "STAFF_FORMS"]

_VERIFIERS = frozenset({Role.VERIFIER})

_WORK = (
    StaffCommand("verifikasi", _VERIFIERS, verification.post_waiting),
    StaffCommand("saldo", ANY_STAFF, fund.overview),
)

STAFF_COMMANDS: Mapping[str, StaffCommand] = {
    command.name: command
    for command in (*_WORK, StaffCommand("bantuan", ANY_STAFF, help_about(_WORK)))
}

STAFF_FORMS: Mapping[str, type[Form]] = {
    form.form_name: form for form in (OtherAmountForm, RejectReportForm)
}

CARDS: Mapping[str, CardKind] = {
    "report": CardKind("report", _VERIFIERS, verification.press),
    "help": CardKind("help", ANY_STAFF, relay.press),
}
