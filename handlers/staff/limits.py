"""An amount that something limits: as much as is owed, held or was given up, and no more."""

from handlers.forms import Answers, Doubt
from handlers.hearing import Option
from handlers.messages import Fact, words
from handlers.situation import Situation
from models.money import Rupiah


class AllOf:
    """Offers the whole of a given in rupiah, by its name, and refuses an amount above it.

    The refusal is `<form>.amount.above_<name>`, which is told `amount` and the limit by its name.
    """

    def __init__(self, name: str) -> None:
        self.name = name

    def __call__(self, answers: Answers, _: Situation) -> tuple[Option[Rupiah], ...]:
        limit = self._limit(answers)
        return (Option(limit, words("form.value", value=limit)),)

    def refused(self, answers: Answers) -> tuple[Doubt, ...]:
        amount, limit = answers.get("amount"), self._limit(answers)
        if amount is None or amount <= limit:
            return ()
        facts: dict[str, Fact] = {"amount": amount, self.name: limit}
        return (Doubt("amount", f"above_{self.name}", facts, offers=(limit,), firm=True),)

    def _limit(self, answers: Answers) -> Rupiah:
        return Rupiah(answers[self.name])
