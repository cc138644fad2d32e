"""What staff need to know of a group before they act on its money."""

from dataclasses import dataclass

from handlers.messages import Fact, Json, Reply, say
from handlers.turn import Turn
from models.arrears import LoanStanding
from models.group import Group
from models.loan import Loan, LoanStatus
from models.standings import loan_standing


@dataclass(frozen=True, slots=True)
class Borrower:
    """A group with its running loan."""

    group: Group
    loan: Loan
    standing: LoanStanding

    @property
    def givens(self) -> dict[str, Json]:
        """What a form about this loan begins with."""
        return {
            "group": self.group.id,
            "name": self.group.name,
            "village": self.group.village,
            "loan": self.loan.id,
            "number": self.loan.number,
            "outstanding": int(self.standing.outstanding),
        }


async def borrower(turn: Turn, group_id: int) -> Borrower | Reply:
    """The group with its running loan; or why there is nothing to do about one."""
    group = await Group.get_or_none(id=group_id)
    if group is None:
        return say("form.stale")
    loans = await Loan.filter(group_id=group_id).order_by("-id")
    running = next((loan for loan in loans if loan.status is LoanStatus.ACTIVE), None)
    if running is not None:
        return Borrower(group, running, await loan_standing(running.id, turn.today))
    if not loans:
        return say("group_card.never_borrowed", group=group.name)
    return Reply(f"group_card.loan_{loans[0].status.value}", _about(group, loans[0]))


def _about(group: Group, loan: Loan) -> dict[str, Fact]:
    return {"group": group.name, "number": loan.number}
