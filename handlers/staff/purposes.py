"""What can be done about one group, and who may: the roles of each."""

from collections.abc import Mapping
from typing import Final

from handlers.staff.access import ANY_STAFF
from models.contact import Role

TREASURERS: Final = frozenset({Role.TREASURER})
CORRECTORS: Final = frozenset({Role.VERIFIER, Role.TREASURER})
REVIEWERS: Final = frozenset({Role.VERIFIER, Role.APPROVER})
"""They look at applications, and keep the queue."""
ADMINISTRATORS: Final = frozenset({Role.ADMINISTRATOR})

OFFERED: Final[Mapping[str, frozenset[Role]]] = {
    "riwayat": ANY_STAFF,
    "jadwal": ANY_STAFF,
    "catat": TREASURERS,
    "titipan": TREASURERS,
    "jadwalulang": CORRECTORS,
    "hapusbuku": CORRECTORS,
    "pulihkan": TREASURERS,
}
"""The buttons of a group's card, by the command that does the same."""
