"""Rules about the queue's money that an act would break; see `errors`."""

from __future__ import annotations

from models.errors import RuleBroken


class RuleImpossible(RuleBroken):
    """A figure of the funding rule is outside its bounds; `figure` completes the locale key."""

    def __init__(self, figure: str) -> None:
        self.figure = figure
        super().__init__(f"rule.impossible_{figure}")
