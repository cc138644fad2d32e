"""What the clock causes: every job, listed explicitly."""

from handlers.clockwork import decisions, health
from handlers.jobs import Job

JOBS: tuple[Job, ...] = (decisions.EXPIRING, health.LOOKING_AFTER)
