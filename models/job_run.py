"""When the jobs of the clock ran: what was due once runs once, whoever looks and however often."""

from __future__ import annotations

from datetime import date, datetime  # noqa: TC003 (Tortoise reads it)
from enum import StrEnum

from tortoise import fields, models

from models.calendar import wita_day
from models.fields import EnumField, UtcDatetimeField


class JobOutcome(StrEnum):
    """What became of a job at one of its times."""

    BEGAN = "began"
    """Nothing ran: from here on its times count."""
    DONE = "done"
    DROPPED = "dropped"
    """It was noticed too late to make sense."""
    FAILED = "failed"


class JobRun(models.Model):
    """A job of the clock at one of its times: the unique pair makes it run once."""

    id = fields.BigIntField(primary_key=True)
    job = fields.CharField(max_length=40)
    due_at = UtcDatetimeField()
    ran_at = UtcDatetimeField()
    outcome = EnumField(JobOutcome)

    class Meta:
        table = "job_run"
        unique_together = (("job", "due_at"),)


async def last_time(job: str, until: datetime) -> datetime | None:
    """The latest time of a job up to a moment that is settled; none before the clock first saw it.

    What a clock that ran ahead has settled by mistake does not stop what is due now.
    """
    found = await JobRun.filter(job=job, due_at__lte=until).order_by("-due_at").first()
    return found.due_at if found else None


async def days_that_ran(job: str, *, most: int) -> list[date]:
    """The WITA days of the latest times at which the job ran, or began to count, newest first."""
    ran = JobRun.filter(job=job, outcome__in=[JobOutcome.DONE, JobOutcome.BEGAN])
    return [wita_day(run.due_at) for run in await ran.order_by("-due_at").limit(most)]


async def settle(job: str, *, due_at: datetime, ran_at: datetime, outcome: JobOutcome) -> bool:
    """Write down that this time of the job is settled; false if somebody was first.

    The caller keeps others away from the job until its transaction ends.
    """
    if await JobRun.exists(job=job, due_at=due_at):
        return False
    await JobRun.create(job=job, due_at=due_at, ran_at=ran_at, outcome=outcome)
    return True
