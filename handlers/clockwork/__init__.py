"""What the clock causes: every job, listed explicitly."""

from handlers.clockwork import decisions, digest, escalation, self_audit
from handlers.jobs import Job

JOBS: tuple[Job, ...] = (
    decisions.EXPIRING,
    self_audit.AT_ONCE,
    self_audit.EVERY_MORNING,
    digest.DIGEST,
    escalation.ESCALATION,
)
