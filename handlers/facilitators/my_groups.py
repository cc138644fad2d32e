"""The groups in a facilitator's care at a glance."""

from collections.abc import Sequence
from typing import Final

from handlers.commands import Topic
from handlers.facilitators.menu import choices, no_care
from handlers.messages import Fact, InboundMessage, Reply, Words, say, words
from handlers.turn import Turn
from models.arrears import LoanStanding
from models.loan import Loan, LoanStatus
from models.search import Listed
from models.standings import standings_of
from models.visit import Visit, latest_visits

_IN_ONE_MESSAGE: Final = 8


async def _tell(turn: Turn, _: InboundMessage) -> Reply | tuple[Reply, ...]:
    situation = turn.situation
    if not situation.in_care:
        return no_care(situation)
    ids = [group.id for group in situation.in_care]
    loans = await Loan.filter(group_id__in=ids, status=LoanStatus.ACTIVE).order_by("id")
    where = await standings_of(loans, turn.today)
    standing = {loan.group_id: where[loan.id] for loan in reversed(loans)}
    visits = await latest_visits(ids)
    lines = [
        _line(each, standing.get(each.id), visits.get(each.id), turn) for each in situation.in_care
    ]
    parts = [lines[at : at + _IN_ONE_MESSAGE] for at in range(0, len(lines), _IN_ONE_MESSAGE)]
    return tuple(_part(part, turn, last=part is parts[-1]) for part in parts)


def _part(lines: Sequence[Words], turn: Turn, *, last: bool) -> Reply:
    offered = choices(turn.situation) if last else ()
    return say("field_work.groups", *offered, groups=tuple(lines), today=turn.today)


def _line(group: Listed, standing: LoanStanding | None, visit: Visit | None, turn: Turn) -> Words:
    return words(
        "field_work.group",
        group=group.name,
        village=group.village,
        loan=_loan(standing),
        visit=_visit(visit, turn),
    )


def _loan(standing: LoanStanding | None) -> Fact:
    if standing is None:
        return words("field_work.no_loan")
    late, due = standing.arrears, standing.next_due
    lines = [
        words(
            "field_work.loan",
            outstanding=standing.outstanding,
            percent=standing.percent_repaid,
        )
    ]
    if late.total:
        lines.append(words("field_work.late", arrears=late.total, days=late.days))
    elif due is not None:
        lines.append(words("field_work.next", due_on=due.due_on, left=due.total))
    return tuple(lines)


def _visit(visit: Visit | None, turn: Turn) -> Fact:
    if visit is None:
        return words("field_work.never_visited")
    verdict = "recommended" if visit.recommended else "not_recommended"
    if visit.valid_until < turn.today:
        verdict = "recommendation_over"
    return words(
        "field_work.visited",
        visited_on=visit.visited_on,
        stage=words(f"visit.stage.{visit.stage.value}"),
        verdict=words(f"field_work.{verdict}", until=visit.valid_until),
    )


TOPIC = Topic("my_groups", frozenset({"ask_my_groups"}), ("dampingan",), run=_tell)
