"""What the clock causes: every job, listed explicitly."""

from handlers.clockwork import decisions, health, till
from handlers.jobs import Job

JOBS: tuple[Job, ...] = (decisions.EXPIRING, till.POSTING, health.LOOKING_AFTER)
