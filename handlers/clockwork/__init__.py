"""What the clock causes: every job, listed explicitly."""

from handlers.clockwork import decisions, help_talks
from handlers.jobs import Job

JOBS: tuple[Job, ...] = (
    decisions.EXPIRING,
    help_talks.RISING,
    help_talks.FALLING_SILENT,
)
