"""What the clock causes: every job, listed explicitly."""

from handlers.clockwork import (
    credit,
    decisions,
    digest,
    escalation,
    health,
    help_talks,
    missed,
    self_audit,
    till,
)
from handlers.jobs import Job

JOBS: tuple[Job, ...] = (
    decisions.EXPIRING,
    till.POSTING,
    credit.USING_CREDIT,
    health.LOOKING_AFTER,
    self_audit.AT_ONCE,
    self_audit.EVERY_MORNING,
    digest.DIGEST,
    escalation.ESCALATION,
    help_talks.RISING,
    help_talks.FALLING_SILENT,
    missed.FORGETTING_WORDS,
)
