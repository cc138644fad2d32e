"""The tables of progress reports; see `progress` for what may be done with them."""

from enum import StrEnum

from tortoise import fields, models

from models.contact import Person
from models.fields import CheckedBigIntField, EnumField, RupiahField, UtcDatetimeField
from models.group import Group
from models.loan import Loan
from models.media import KeptMedia

CAPTION_MOST = 1000


class ProgressStatus(StrEnum):
    """DOMAIN.md 3.2, LaporanPerkembangan."""

    SUBMITTED = "submitted"
    ACCEPTED = "accepted"
    MORE_WANTED = "more_wanted"


class ProgressReport(models.Model):
    """The news of one group in one period, what is sent later is added to it."""

    id = fields.BigIntField(primary_key=True)
    number = fields.CharField(max_length=20, unique=True)
    """The number that people quote, such as P-1907-0001."""
    group: fields.ForeignKeyRelation[Group] = fields.ForeignKeyField(
        "models.Group", related_name="progress", on_delete=fields.RESTRICT
    )
    group_id: int
    loan: fields.ForeignKeyNullableRelation[Loan] = fields.ForeignKeyField(
        "models.Loan", related_name="progress", null=True, on_delete=fields.RESTRICT
    )
    loan_id: int | None
    reporter: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="progress", on_delete=fields.RESTRICT
    )
    """Who reported last: whom staff answer."""
    reporter_id: int
    period = fields.CharField(max_length=10)
    """The key of a `Period`."""
    caption = fields.CharField(max_length=CAPTION_MOST, default="")
    """What was written with the pictures, a line for each time."""
    sales = RupiahField(check=">= 0", null=True)
    sales_words = fields.CharField(max_length=300, default="")
    """How the sales were told, such as "panen 200 kg laku 3 juta"."""
    members_working = CheckedBigIntField(check=">= 0", null=True)
    obstacles = fields.CharField(max_length=300, null=True)
    """Empty when the group says that there are none."""
    status = EnumField(ProgressStatus, default=ProgressStatus.SUBMITTED)
    warnings = fields.CharField(max_length=200, default="")
    """Codes, separated by blanks, of what staff should look at."""
    submitted_at = UtcDatetimeField()
    """When something was sent last."""
    times_sent = CheckedBigIntField(check="> 0", default=1)
    accepted_at = UtcDatetimeField(null=True)
    """When it was first accepted: what is added later takes that away from nobody."""
    decided_at = UtcDatetimeField(null=True)
    decided_by: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="progress_decided", null=True, on_delete=fields.RESTRICT
    )
    decided_by_id: int | None
    reason = fields.CharField(max_length=300, default="")
    photos: fields.ReverseRelation["ProgressPhoto"]

    class Meta:
        table = "progress_report"
        unique_together = (("group_id", "period"),)
        indexes = (("status", "submitted_at"),)


class ProgressAddition(models.Model):
    """What one talk brought: a trace of every answer, and the proof that it was sent once."""

    id = fields.BigIntField(primary_key=True)
    report: fields.ForeignKeyRelation[ProgressReport] = fields.ForeignKeyField(
        "models.ProgressReport", related_name="additions", on_delete=fields.RESTRICT
    )
    report_id: int
    draft_id = fields.BigIntField(unique=True)
    reporter: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="progress_additions", on_delete=fields.RESTRICT
    )
    reporter_id: int
    at = UtcDatetimeField()
    photos = CheckedBigIntField(check=">= 0")
    """How many of its pictures the report did not have yet."""
    caption = fields.CharField(max_length=CAPTION_MOST, default="")
    sales = RupiahField(check=">= 0", null=True)
    sales_words = fields.CharField(max_length=300, default="")
    members_working = CheckedBigIntField(check=">= 0", null=True)
    obstacles = fields.CharField(max_length=300, null=True)

    class Meta:
        table = "progress_addition"


class ProgressPhoto(models.Model):
    """A picture of a report, in the order in which they were sent."""

    id = fields.BigIntField(primary_key=True)
    report: fields.ForeignKeyRelation[ProgressReport] = fields.ForeignKeyField(
        "models.ProgressReport", related_name="photos", on_delete=fields.RESTRICT
    )
    report_id: int
    media: fields.ForeignKeyRelation[KeptMedia] = fields.ForeignKeyField(
        "models.KeptMedia", related_name="progress_photos", on_delete=fields.RESTRICT
    )
    media_id: int
    position = CheckedBigIntField(check="> 0")
    added_at = UtcDatetimeField()

    class Meta:
        table = "progress_photo"
        unique_together = (("report_id", "media_id"),)
        indexes = (("media_id",),)


class ProgressNote(models.Model):
    """What a member of staff wants to remember about a report, the group does not read it."""

    id = fields.BigIntField(primary_key=True)
    report: fields.ForeignKeyRelation[ProgressReport] = fields.ForeignKeyField(
        "models.ProgressReport", related_name="notes", on_delete=fields.RESTRICT
    )
    report_id: int
    author: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="progress_notes", on_delete=fields.RESTRICT
    )
    author_id: int
    at = UtcDatetimeField()
    text = fields.CharField(max_length=500)

    class Meta:
        table = "progress_note"
