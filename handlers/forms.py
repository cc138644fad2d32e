"""A conversation is a form: typed questions, declared once; see `conversation` for the engine."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any, ClassVar, TypeVar, cast, dataclass_transform

from typing_extensions import override

from handlers.hearing import Answer, Hearing, Option
from handlers.messages import Fact, Json, Reply
from handlers.situation import Situation
from handlers.turn import Turn

T = TypeVar("T")
Answers = Mapping[str, Any]
"""Answers by the name of their question, as typed values."""
Condition = Callable[[Answers, Situation], bool]
Suggest = Callable[[Answers, Situation], tuple[Option[Any], ...]]


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a form: the kind of its answer, when it is asked, what is suggested."""

    name: str
    answer: Answer[Any]
    when: Condition | None = None
    suggest: Suggest | None = None

    def applies(self, answers: Answers, situation: Situation) -> bool:
        return self.when is None or self.when(answers, situation)

    def options(self, answers: Answers, situation: Situation) -> tuple[Option[Any], ...]:
        suggested = self.suggest(answers, situation) if self.suggest else ()
        return (*suggested, *self.answer.options(situation))


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something to ask about once: an answer that is possible, but probably a slip.

    A `firm` one cannot be kept: together with the other answers it is against the rules.
    """

    question: str
    reason: str
    facts: Mapping[str, Fact] = field(default_factory=dict)
    offers: tuple[Any, ...] = ()
    firm: bool = False
    about: str = ""
    """What it is about, where that is less than the whole answer: settled for as long as this."""
    rest: Mapping[str, Json] | None = None
    """The answers when this one is given anew (null: open again); without it, it is asked whole."""
    once: bool = False
    """Whether it is put once in a form: however it is settled, and whatever is answered later."""
    labels: tuple[str, str] = ("form.keep", "form.rewrite")
    """What stands on the buttons that keep the answer and that give it anew."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The answers so far, by name; `id` is the inbox row that began it.

    The question being asked is the one being changed, else the first without an answer, else the
    confirmation: there is no other state to get out of step.
    """

    id: int
    form: str
    answers: Mapping[str, Json] = field(default_factory=dict)
    changing: str | None = None
    settled: tuple[str, ...] = ()
    misunderstood: int = 0
    updated_at_ms: int = 0
    held: Json = None
    """A message that arrived after a long silence and waits for "go on?" to be answered."""

    def to_json(self) -> Json:
        return {
            "answers": dict(self.answers),
            "changing": self.changing,
            "settled": list(self.settled),
            "misunderstood": self.misunderstood,
            "held": self.held,
        }

    @classmethod
    def from_json(cls, draft_id: int, form: str, stored: Json, updated_at_ms: int) -> "Draft":
        return cls(
            id=draft_id,
            form=form,
            answers=stored.get("answers", {}),
            changing=stored.get("changing"),
            settled=tuple(stored.get("settled", ())),
            misunderstood=stored.get("misunderstood", 0),
            updated_at_ms=updated_at_ms,
            held=stored.get("held"),
        )

    @property
    def pictures(self) -> tuple[int, ...]:
        """Kept media among the answers; nothing else is stored as a list of numbers."""
        lists = (stored for stored in self.answers.values() if isinstance(stored, list))
        return tuple(each for stored in lists for each in stored if isinstance(each, int))

    def answered(self, name: str, stored: Json) -> "Draft":
        """This draft with one answer more, or changed."""
        answers = {**self.answers, name: stored}
        return replace(self, answers=answers, changing=None, misunderstood=0)

    def without(self, name: str) -> "Draft":
        answers = {key: value for key, value in self.answers.items() if key != name}
        return replace(self, answers=answers, changing=None, misunderstood=0)


def question(
    answer: Answer[T], *, when: Condition | None = None, suggest: Suggest | None = None
) -> T:
    """Declare the next question of a form; the field's name is the question's name."""
    metadata = {"answer": answer, "when": when, "suggest": suggest}
    return cast(T, field(default=None, metadata=metadata))


def given(kind: type[T]) -> T:
    """Declare a value that starts the form and is never asked, such as the report in hand."""
    return cast(T, field(default=None, metadata={"given": kind}))


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(question, given))
class Form:
    """Asked in the order of its questions; then confirmed, corrected or cancelled."""

    form_name: ClassVar[str]
    questions: ClassVar[dict[str, Question]]
    given_names: ClassVar[tuple[str, ...]]
    confirms: ClassVar[bool] = True
    """Whether the answers are summed up and confirmed before they are sent."""

    @override
    def __init_subclass__(cls, *, name: str) -> None:
        dataclass(frozen=True, kw_only=True)(cls)
        cls.form_name = name
        cls.questions = {
            item.name: Question(
                item.name, item.metadata["answer"], item.metadata["when"], item.metadata["suggest"]
            )
            for item in fields(cast(Any, cls))
            if "answer" in item.metadata
        }
        cls.given_names = tuple(
            item.name for item in fields(cast(Any, cls)) if "given" in item.metadata
        )

    @classmethod
    def doubts(cls, answers: Answers, situation: Situation) -> tuple[Doubt, ...]:
        """What to ask about the answers given so far; each is asked once."""
        return ()

    @classmethod
    def summary(cls, answers: Answers, situation: Situation) -> dict[str, Fact]:
        """Facts for the confirmation besides the answers themselves."""
        return {}

    @classmethod
    def known(cls, hearing: Hearing) -> dict[str, Json]:
        """Answers, as they are stored, that the first message or the situation gives."""
        return {}

    @classmethod
    def asked_with(cls, answers: Answers, situation: Situation) -> dict[str, Fact]:
        """Facts that the questions of this form may name."""
        return {}

    async def submit(self, turn: Turn) -> Reply | tuple[Reply, ...]:
        """Write what was confirmed, inside the transaction of the message that confirmed it."""
        raise NotImplementedError

    async def let_go(self, turn: Turn) -> None:
        """Undo what beginning the form did, when it is cancelled; only what was given is there."""
