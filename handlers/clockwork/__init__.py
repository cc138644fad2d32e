"""What the clock causes: every job, listed explicitly."""

from handlers.clockwork import decisions
from handlers.jobs import Job

JOBS: tuple[Job, ...] = (decisions.EXPIRING,)
