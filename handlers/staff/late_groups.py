"""`/tunggakan`: the classes of collectibility with counts and amounts, then who is late."""

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.messages import Choice, Fact, InboundMessage, Reply, Words, say, words
from handlers.turn import Turn
from models.arrears import OPERATIONAL_CLASSES, LoanStanding, collectibility
from models.loan import Loan, LoanStatus
from models.money import ZERO
from models.programme import Programme
from models.standings import standings

_LISTED_MOST = 20
_TAPPED_MOST = 6


@dataclass(frozen=True, slots=True)
class _Running:
    """A running loan, where it stands, and its class."""

    loan: Loan
    standing: LoanStanding
    grade: str


async def overview(turn: Turn, _: InboundMessage) -> Reply | tuple[Reply, ...]:
    """One message a programme; a late group's card is one tap away."""
    programmes = await Programme.all().order_by("id")
    if not programmes:
        return say("fund.no_programme")
    return tuple([await _of(programme, turn) for programme in programmes])


async def _of(programme: Programme, turn: Turn) -> Reply:
    loans = await Loan.filter(programme_id=programme.id, status=LoanStatus.ACTIVE).select_related(
        "group"
    )
    where = await standings([loan.id for loan in loans], turn.today)
    running = [
        _Running(loan, where[loan.id], collectibility(where[loan.id].dues, turn.today).name)
        for loan in loans
    ]
    late = [one for one in running if one.standing.arrears.total]
    late.sort(key=lambda one: (-one.standing.arrears.days, one.loan.group.name))
    facts: dict[str, Fact] = {
        "programme": programme.name,
        "today": turn.today,
        "classes": tuple(_class(grade.name, running) for grade in OPERATIONAL_CLASSES.classes),
        "late": _listed(late),
        "count": len(late),
    }
    choices = tuple(
        Choice(
            f"card:group:{one.loan.group_id}:kelompok",
            words("form.group", name=one.loan.group.name),
        )
        for one in late[:_TAPPED_MOST]
    )
    return Reply("late_groups.overview", facts, choices)


def _class(grade: str, running: Sequence[_Running]) -> Words:
    inside = [one.standing for one in running if one.grade == grade]
    return words(
        "late_groups.class",
        grade=grade,
        count=len(inside),
        outstanding=sum((one.outstanding_principal for one in inside), ZERO),
        arrears=sum((one.arrears.total for one in inside), ZERO),
    )


def _listed(late: Sequence[_Running]) -> tuple[Words, ...] | Words:
    if not late:
        return words("late_groups.nobody")
    lines = [
        words(
            "late_groups.line",
            group=one.loan.group.name,
            village=one.loan.group.village,
            grade=one.grade,
            arrears=one.standing.arrears.total,
            days=one.standing.arrears.days,
        )
        for one in late[:_LISTED_MOST]
    ]
    more = len(late) - len(lines)
    return (*lines, words("late_groups.more", count=more)) if more else tuple(lines)
