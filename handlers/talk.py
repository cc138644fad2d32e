"""What is remembered of a talk between two messages, and one step of it."""

from dataclasses import dataclass, replace

from handlers.commands import Effect
from handlers.forms import Draft
from handlers.messages import Reply
from models.draft import DraftState


@dataclass(frozen=True, slots=True)
class Talk:
    """Its drafts and what was last offered; `aside` holds interrupted ones, newest last."""

    key: str
    offered: tuple[str, ...] = ()
    misunderstood: int = 0
    open: Draft | None = None
    aside: tuple[Draft, ...] = ()

    @property
    def drafts(self) -> tuple[Draft, ...]:
        return (*self.aside, self.open) if self.open else self.aside

    def draft(self, draft_id: int) -> Draft | None:
        return next((draft for draft in self.drafts if draft.id == draft_id), None)

    def with_open(self, draft: Draft) -> "Talk":
        return replace(self, open=draft)

    def with_open_aside(self) -> "Talk":
        """Interrupt what is open."""
        return replace(self, open=None, aside=self.drafts)

    def brought_forward(self, draft: Draft) -> "Talk":
        """Make this one of the drafts the open one; one that was open steps aside."""
        others = tuple(other for other in self.drafts if other.id != draft.id)
        return replace(self, open=draft, aside=others)


@dataclass(frozen=True, slots=True)
class Step:
    """What a turn leads to: the talk as it then stands, replies, and perhaps an effect to run.

    `submits` is the draft that ends when the effect succeeds; `ended` are those that ended already.
    """

    talk: Talk
    replies: tuple[Reply, ...] = ()
    effect: Effect | None = None
    submits: Draft | None = None
    ended: tuple[tuple[Draft, DraftState], ...] = ()
