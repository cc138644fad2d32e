"""What the clock causes: every job, listed explicitly."""

from handlers.clockwork import (
    calls,
    credit,
    decisions,
    digest,
    escalation,
    health,
    help_talks,
    missed,
    next_funding,
    reminders,
    self_audit,
    till,
)
from handlers.jobs import Job

JOBS: tuple[Job, ...] = (
    decisions.EXPIRING,
    till.POSTING,
    credit.USING_CREDIT,
    reminders.REMINDERS,
    calls.CALLING,
    health.LOOKING_AFTER,
    self_audit.AT_ONCE,
    self_audit.EVERY_MORNING,
    digest.DIGEST,
    escalation.ESCALATION,
    help_talks.RISING,
    help_talks.FALLING_SILENT,
    missed.FORGETTING_WORDS,
    next_funding.EVERY_MORNING,
    next_funding.RESULTS,
)
