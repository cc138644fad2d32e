"""Kinds of answer of an application: for what, how much, from which programme, which pages."""

import re
from dataclasses import dataclass
from typing import Final

from typing_extensions import override

from handlers.answers import FreeWords, Photos
from handlers.hearing import Hearing, Option, Rejected
from handlers.leaders.progress_answers import MyGroup
from handlers.messages import Kind
from handlers.situation import Situation
from handlers.staff.capital_amount import MONEY
from handlers.understanding import read_choice

_FOR: Final = re.compile(r"\b(?:untuk|utk|buat|guna|gasan)\s+(.+)", re.IGNORECASE | re.DOTALL)
_FOR_WHOM: Final = ("kelompok", "kube", "klp", "klmpk", "kami", "saya")
_AT_ITS_END: Final = re.compile(
    rf"[\s,]*(?:sebesar|sebanyak|senilai|sejumlah)?\s*{MONEY.pattern}\s*$", re.IGNORECASE
)


@dataclass(frozen=True)
class OwnGroup(MyGroup):
    """One of the person's own groups; those that can apply now are suggested by the form."""

    @override
    def options(self, situation: Situation) -> tuple[Option[int], ...]:
        return ()


@dataclass(frozen=True)
class Purpose(FreeWords):
    """What the capital is for; "… untuk bibit jahe" says it unasked."""

    at_least: int = 4

    @override
    def read(self, hearing: Hearing) -> str:
        if str(hearing.understood.intent).startswith("ask_"):
            raise Rejected("no_words")  # A question of theirs is answered first.
        return super().read(hearing)

    @override
    def overhear(self, hearing: Hearing) -> str | None:
        found = _FOR.search(" ".join(hearing.text.split()))
        if found is None or hearing.message.kind is Kind.BUTTON:
            return None
        said = _AT_ITS_END.sub("", found[1]).strip(" .,!?")
        whom = said.casefold().startswith(_FOR_WHOM)
        return None if whom or not self.at_least <= len(said) <= self.at_most else said


@dataclass(frozen=True)
class WantedProgramme(FreeWords):
    """A programme by its button, or as it is called; which one that is, the form knows."""

    at_least: int = 1
    at_most: int = 120


@dataclass(frozen=True)
class Proposal(Photos):
    """The pages of a proposal, as photos or PDF; they may follow later."""

    at_most: int = 10


@dataclass(frozen=True)
class Said(FreeWords):
    """An answer to the office: words, or pages that speak for themselves."""

    at_least: int = 2

    @override
    def read(self, hearing: Hearing) -> str:
        if hearing.message.photos and not hearing.text:
            return ""
        if hearing.message.photos:
            return " ".join(hearing.text.split())[: self.at_most]
        picked = read_choice(hearing.text)
        if picked is not None:
            return hearing.text
        return super().read(hearing)
