"""What the clock causes: every job, listed explicitly."""

from handlers.clockwork import (
    calls,
    credit,
    decisions,
    digest,
    escalation,
    forecast_ahead,
    forgetting,
    health,
    help_talks,
    monthly,
    next_funding,
    reminders,
    self_audit,
    simulation,
    till,
    weekly,
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
    simulation.SIMULATING,
    self_audit.EVERY_MORNING,
    digest.DIGEST,
    weekly.WEEKLY,
    monthly.MONTHLY,
    escalation.ESCALATION,
    help_talks.RISING,
    help_talks.FALLING_SILENT,
    forgetting.FORGETTING,
    forecast_ahead.FORECASTING,
    next_funding.EVERY_MORNING,
    next_funding.RESULTS,
)
