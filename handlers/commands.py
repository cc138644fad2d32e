"""What a person can cause besides filling in forms: topics and cards; the shape of their tables."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

from handlers.forms import Form
from handlers.jobs import Job
from handlers.messages import InboundMessage, Reply
from handlers.situation import Situation
from handlers.turn import Turn
from models.contact import Role

Effect = Callable[[Turn], Awaitable[Reply | tuple[Reply, ...]]]
"""Something that reads or writes the database, inside the transaction of its message."""
Run = Callable[[Turn, InboundMessage], Awaitable[Reply | tuple[Reply, ...]]]
PressCard = Callable[[Turn, int, str], Awaitable[Reply | tuple[Reply, ...]]]
"""A tap on a card: the turn, the id of the thing, and what was tapped."""
AnswerCard = Callable[[Turn, InboundMessage, int], Awaitable[Reply | tuple[Reply, ...]]]
"""A reply to a card: the turn, what was said, and the id of the thing."""


_WISHES = frozenset({"apply", "withdraw_application", "ask_why_place", "resume_notices"})


def _borrows(situation: Situation) -> bool:
    return bool(situation.borrowing)


@dataclass(frozen=True, slots=True)
class Topic:
    """One thing to talk about in private: a form to fill in, or a look-up that answers at once.

    `intents` are what free text means it; `commands` are its slash commands without the slash.
    """

    name: str
    intents: frozenset[str]
    commands: tuple[str, ...] = ()
    form: type[Form] | None = None
    run: Run | None = None
    interrupts: bool = True
    """Whether it may interrupt a form that is being filled in."""
    open_to: Callable[[Situation], bool] = _borrows
    """Who may fill the form in; anybody else gets what `run` answers."""


@dataclass(frozen=True, slots=True)
class StaffCommand:
    """A slash command of the staff chat; `roles` are those of which one is needed."""

    name: str
    roles: frozenset[Role]
    run: Run


@dataclass(frozen=True, slots=True)
class CardKind:
    """A kind of card in the staff chat, such as `report`, and who may press its buttons.

    `answer` is what a reply to the card does; without it such a reply is talk among staff.
    """

    name: str
    roles: frozenset[Role]
    press: PressCard
    answer: AnswerCard | None = None


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents: everything that Gulir does, listed explicitly."""

    topics: tuple[Topic, ...]
    forms: Mapping[str, type[Form]]
    staff_commands: Mapping[str, StaffCommand] = field(default_factory=dict)
    cards: Mapping[str, CardKind] = field(default_factory=dict)
    jobs: tuple[Job, ...] = ()

    def topic(self, name: str) -> Topic | None:
        return next((topic for topic in self.topics if topic.name == name), None)

    def topic_of_intent(self, intent: str) -> Topic | None:
        """What free text means it; a wish that we understand but cannot fulfil goes to a person."""
        meant = next((topic for topic in self.topics if intent in topic.intents), None)
        return meant or (self.topic("human") if intent in _WISHES else None)

    def topic_of_command(self, command: str) -> Topic | None:
        return next((topic for topic in self.topics if command in topic.commands), None)
