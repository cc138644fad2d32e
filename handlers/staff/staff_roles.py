"""`/petugas`: who holds which role; an administrator grants and revokes."""

from dataclasses import dataclass
from typing import ClassVar, Final

from typing_extensions import override

from handlers.answers import OneOf
from handlers.forms import Answers, Form, given, question
from handlers.hearing import Hearing
from handlers.messages import Choice, Fact, InboundMessage, Kind, Reply, Words, say, words
from handlers.situation import Situation
from handlers.staff.access import require
from handlers.staff.finding import people_called
from handlers.staff.purposes import ADMINISTRATORS
from handlers.turn import Turn
from models.contact import Person, Role, StaffRole
from models.errors import LastAdministrator
from models.staff import grant, revoke, roles_held

_CALLED: Final = {
    Role.VIEWER: ("pemantau", "viewer", "pengamat"),
    Role.VERIFIER: ("verifikator", "verifier", "pemeriksa"),
    Role.TREASURER: ("bendahara", "treasurer"),
    Role.APPROVER: ("penyetuju", "approver"),
    Role.ADMINISTRATOR: ("administrator", "admin"),
}


async def overview(turn: Turn, message: InboundMessage) -> Reply | tuple[Reply, ...]:
    """Everybody with a role; with a name, an administrator changes that person's roles."""
    said = message.text.strip()
    if not said:
        return await _listing(turn)
    await require(turn, ADMINISTRATORS)
    name = " ".join(word for word in said.split() if _role_in(word) is None)
    people = await people_called(name)
    if not people:
        return say("staff_role.nobody", said=name[:60])
    if len(people) > 1:
        choices = (
            Choice(f"card:person:{one.id}:roles", words("form.value", value=one.name))
            for one in people
        )
        return say("staff_role.several", *choices, said=name[:60])
    return await _change(turn, people[0], message)


async def press(turn: Turn, person_id: int, verb: str) -> Reply | tuple[Reply, ...]:
    """A tap on a person's name."""
    await require(turn, ADMINISTRATORS)
    person = await Person.get_or_none(id=person_id)
    if person is None or verb != "roles":
        return say("form.stale")
    return await _change(turn, person, InboundMessage(Kind.TEXT, turn.now))


async def _listing(turn: Turn) -> Reply:
    held = await roles_held()
    lines = tuple(
        words("staff_role.line", name=person.name, roles=_named(roles))
        for person, roles in held.values()
    )
    administers = Role.ADMINISTRATOR in turn.situation.roles
    choices = (
        Choice(f"card:person:{person.id}:roles", words("form.value", value=person.name))
        for person, _ in held.values()
    )
    key = "staff_role.listing_to_change" if administers else "staff_role.listing"
    return say(key, *(choices if administers else ()), lines=lines)


async def _change(turn: Turn, person: Person, message: InboundMessage) -> Reply | tuple[Reply, ...]:
    held = await StaffRole.filter(person_id=person.id, revoked_at__isnull=True).order_by("id")
    turn.start(
        "staff_role",
        heard=message,
        person=person.id,
        name=person.name,
        held=" ".join(one.role.value for one in held),
    )
    return ()


def _named(roles: frozenset[Role]) -> Words:
    """Up to five roles on one line, in their usual order."""
    listed = [role for role in Role if role in roles]
    line = words(f"staff_role.role.{listed[0].value}")
    for role in listed[1:]:
        line = words("staff_role.and", before=line, role=words(f"staff_role.role.{role.value}"))
    return line


def _role_in(text: str) -> Role | None:
    said = text.casefold().split()
    named = [role for role, called in _CALLED.items() if any(name in said for name in called)]
    return named[0] if len(named) == 1 else None


@dataclass(frozen=True)
class RoleToChange(OneOf[Role]):
    """A role by its button or by what it is called."""

    field: ClassVar[str] = "role"

    @override
    def overhear(self, hearing: Hearing) -> Role | None:
        return _role_in(hearing.text)


class StaffRoleForm(Form, name="staff_role"):
    """A role that the person holds is taken away; another is given."""

    person: int = given(int)
    name: str = given(str)
    held: str = given(str)
    role: Role = question(RoleToChange(Role, "staff_role.role"))

    @override
    @classmethod
    def summary(cls, answers: Answers, situation: Situation) -> dict[str, Fact]:
        if "role" not in answers:
            return {"name": answers["name"]}
        taken = answers["role"].value in str(answers["held"]).split()
        deed = "revoke" if taken else "grant"
        return {
            "name": answers["name"],
            "deed": words(
                f"staff_role.deed.{deed}", name=answers["name"], role=_label(answers["role"])
            ),
        }

    @override
    async def submit(self, turn: Turn) -> Reply:
        await require(turn, ADMINISTRATORS)
        person = await Person.get(id=self.person)
        revoking = self.role.value in self.held.split()
        change = revoke if revoking else grant
        try:
            changed = await change(person, self.role, by=turn.person_id, at=turn.now)
        except LastAdministrator as last:  # Raised before anything was written.
            return Reply(last.code, last.facts)
        if not changed:
            return say("staff_role.as_it_was", name=person.name, role=_label(self.role))
        key = "staff_role.revoked" if revoking else "staff_role.granted"
        return Reply(
            key, {"name": person.name, "role": _label(self.role), "by": turn.situation.name}
        )


def _label(role: Role) -> Words:
    return words(f"staff_role.role.{role.value}")
