"""Every table, imported explicitly: the one module that Tortoise is told about."""

from models.announcement import Announcement
from models.audit import AuditEvent
from models.chat_move import ChatMove
from models.contact import Address, Person, StaffRole
from models.correction_request import CorrectionRequest
from models.decision import Decision
from models.delivery import Delivery
from models.draft import Draft, Talk
from models.evidence import PictureEvidence
from models.field_task import FieldTask
from models.funding_claim import FundingClaim
from models.funding_tables import (
    Application,
    ApplicationFile,
    Funding,
    FundingRule,
    PlannedCapital,
    QueueEvent,
)
from models.group import Group, Officer
from models.help_request import HelpMessage, HelpRequest
from models.inbox import InboxMessage
from models.job_run import JobRun
from models.ledger_tables import Account, Allocation, JournalEntry, Posting
from models.link_code import LinkCode
from models.loan import Instalment, Loan
from models.media import KeptMedia, MediaSighting
from models.missed import MissedWords
from models.notice import CallTask, Notice
from models.notice_pause import NoticePause
from models.notice_plan import NoticePlanRow
from models.outbox import OutboxMessage
from models.payment_code import PaymentCode
from models.programme import Programme
from models.progress_tables import (
    ProgressAddition,
    ProgressNote,
    ProgressPhoto,
    ProgressReport,
)
from models.promise import PaymentPromise
from models.repayment import RepaymentReport, ReportSlip
from models.self_audit import SelfAudit
from models.sheet import Sheet
from models.simulation import Simulation
from models.statement_tables import BankFormat, BankLine, MatchOffer, StatementImport
from models.till import ReportHandling
from models.visit import Visit, VisitPhoto

__all__ = [
    "Account",
    "Address",
    "Allocation",
    "Announcement",
    "Application",
    "ApplicationFile",
    "AuditEvent",
    "BankFormat",
    "BankLine",
    "CallTask",
    "ChatMove",
    "CorrectionRequest",
    "Decision",
    "Delivery",
    "Draft",
    "FieldTask",
    "Funding",
    "FundingClaim",
    "FundingRule",
    "Group",
    "HelpMessage",
    "HelpRequest",
    "InboxMessage",
    "Instalment",
    "JobRun",
    "JournalEntry",
    "KeptMedia",
    "LinkCode",
    "Loan",
    "MatchOffer",
    "MediaSighting",
    "MissedWords",
    "Notice",
    "NoticePause",
    "NoticePlanRow",
    "Officer",
    "OutboxMessage",
    "PaymentCode",
    "PaymentPromise",
    "Person",
    "PictureEvidence",
    "PlannedCapital",
    "Posting",
    "Programme",
    "ProgressAddition",
    "ProgressNote",
    "ProgressPhoto",
    "ProgressReport",
    "QueueEvent",
    "RepaymentReport",
    "ReportHandling",
    "ReportSlip",
    "SelfAudit",
    "Sheet",
    "Simulation",
    "StaffRole",
    "StatementImport",
    "Talk",
    "Visit",
    "VisitPhoto",
]
