"""Roles are read again from the database by whatever writes: buttons and drafts outlive them."""

from typing import Final

from handlers.turn import Turn
from models.contact import Role, StaffRole
from models.errors import NotAllowed

ANY_STAFF: Final = frozenset(Role)


async def require(turn: Turn, roles: frozenset[Role]) -> None:
    """Raises NotAllowed unless the speaker holds one of the roles now, in the staff chat."""
    person_id = turn.situation.person_id
    if person_id is None or not turn.situation.in_staff_chat:
        raise NotAllowed(name=turn.situation.name)
    held = StaffRole.filter(person_id=person_id, role__in=list(roles), revoked_at__isnull=True)
    if not await held.exists():
        raise NotAllowed(name=turn.situation.name)
