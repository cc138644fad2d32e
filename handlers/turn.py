"""One turn of a talk: what the speaker is answered, and what others are told because of it."""

from dataclasses import dataclass, field
from datetime import date, datetime

from typing_extensions import override

from handlers.messages import InboundMessage, Json, Reply, Words
from handlers.situation import Situation


@dataclass(frozen=True, slots=True)
class ToStaff:
    """The staff chat."""


@dataclass(frozen=True, slots=True)
class ToPerson:
    """A person, at the address where they can best be reached."""

    person_id: int


@dataclass(frozen=True, slots=True)
class ToAddress:
    """One address, known or stranger."""

    address_id: int


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to be told to somebody else; `key` is unique for ever, so it is told once.

    `subject` names the thing that a card shows ("report:17"): `changes` replaces all its cards.
    A `broadcast` gives way to everything else that waits to be sent.
    """

    to: ToStaff | ToPerson | ToAddress
    reply: Reply
    key: str
    subject: str = ""
    broadcast: bool = False


@dataclass(frozen=True, slots=True)
class CardChange:
    """All cards about `subject` are to show `reply` from now on."""

    subject: str
    reply: Reply
    key: str


@dataclass(slots=True)
class Telling:
    """Whoever tells others: a person's turn, or a job of the clock."""

    notices: list[Notice | CardChange] = field(default_factory=list, kw_only=True)

    @property
    def now(self) -> datetime:
        """The moment in UTC at which all of this happens."""
        raise NotImplementedError

    @property
    def today(self) -> date:
        """Its day in WITA."""
        raise NotImplementedError

    def tell_staff(self, reply: Reply, *, key: str, subject: str = "") -> None:
        self.notices.append(Notice(ToStaff(), reply, key, subject))

    def tell_address(self, address_id: int, reply: Reply, *, key: str, subject: str = "") -> None:
        self.notices.append(Notice(ToAddress(address_id), reply, key, subject))

    def tell(self, person_id: int, reply: Reply, *, key: str, broadcast: bool = False) -> None:
        self.notices.append(Notice(ToPerson(person_id), reply, key, broadcast=broadcast))

    def change_cards(self, subject: str, reply: Reply, *, key: str) -> None:
        self.notices.append(CardChange(subject, reply, key))


@dataclass(slots=True)
class Turn(Telling):
    """What a handler may use while it writes: the situation, and whom else to tell."""

    situation: Situation
    inbox_id: int
    draft_id: int | None = None
    """The draft that is being submitted: what is written with it is written once."""
    next_form: tuple[str, dict[str, Json]] | None = None
    """A form that begins right after this turn, with answers that are known already."""
    heard: InboundMessage | None = None
    """What that form may take more of its answers from."""
    doing: Words | None = None
    """What is being filled in meanwhile."""
    asked: bool = False
    """Whether what was open has been put again already."""
    about: str = ""
    """What the answer to the speaker is about, as the subject of a card: replies to it find it."""

    def start(self, form: str, *, heard: InboundMessage | None = None, **answers: Json) -> None:
        """Begin another form when this turn is over."""
        self.next_form, self.heard = (form, answers), heard

    @property
    @override
    def now(self) -> datetime:
        return self.situation.now

    @property
    @override
    def today(self) -> date:
        return self.situation.today

    @property
    def person_id(self) -> int:
        """The speaker, who must be known here; raises LookupError for a stranger."""
        if self.situation.person_id is None:
            raise LookupError("a stranger has no person")
        return self.situation.person_id
