"""Kinds of answer that only facilitators give."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, Final

from typing_extensions import override

from handlers.answers import FreeWords, OneOf
from handlers.hearing import Hearing, Option, Rejected
from handlers.messages import Fact, Json, words
from handlers.situation import Situation
from handlers.understanding import read_choice, read_yes_no
from handlers.understanding.spelling import KNOWN
from models.search import find
from models.visit import Mark

_RANGE: Final = re.compile(r"(\d{1,2})\s*(?:-|\u2013|s/d|sd|sampai)\s*(\d{1,2})")
_NUMBER: Final = re.compile(r"\d{1,2}")
_ALL: Final = frozenset({"semua", "semuanya", "lengkap", "all"})
_NONE: Final = frozenset({"tidak ada", "belum ada", "belum", "nihil", "kosong", "none", "0"})
_JOINING: Final = re.compile(r"[\s,.;&+]|dan|nomor|no")


@dataclass(frozen=True)
class GroupInCare:
    """One of the groups whose facilitator the person is."""

    field: ClassVar[str] = "group"

    def read(self, hearing: Hearing) -> int:
        heard = self.overhear(hearing)
        if heard is not None:
            return heard
        groups = hearing.situation.in_care
        picked = read_choice(hearing.text)
        if picked is not None and 1 <= picked <= len(groups):
            return groups[picked - 1].id
        raise Rejected("not_in_care", said=hearing.text[:60])

    def overhear(self, hearing: Hearing) -> int | None:
        if not hearing.text:
            return None
        found = find(hearing.text, hearing.situation.in_care, KNOWN)
        return found.sure.id if found.sure is not None else None

    def options(self, situation: Situation) -> tuple[Option[int], ...]:
        return tuple(
            Option(group.id, words("form.group", name=group.name)) for group in situation.in_care
        )

    def dump(self, value: int) -> Json:
        return value

    def load(self, stored: Json) -> int:
        return int(stored)

    def fact(self, value: int) -> Fact:
        return value


@dataclass(frozen=True)
class Marks:
    """Numbers of the marks that were seen: "1-6, 8 dan 9", "semua", "belum ada"."""

    field: ClassVar[str] = "marks"

    def read(self, hearing: Hearing) -> tuple[Mark, ...]:
        said = hearing.text.casefold().strip(" .!")
        if said in _ALL:
            return tuple(Mark)
        if said in _NONE:
            return ()
        listed = list(Mark)
        numbers = {int(one) for one in _NUMBER.findall(_RANGE.sub(" ", said))}
        for first, last in _RANGE.findall(said):
            numbers.update(range(int(first), int(last) + 1))
        strange = _JOINING.sub("", _NUMBER.sub("", _RANGE.sub("", said)))
        if strange or not numbers or not all(1 <= number <= len(listed) for number in numbers):
            raise Rejected("not_marks", most=len(listed))
        return tuple(listed[number - 1] for number in sorted(numbers))

    def overhear(self, hearing: Hearing) -> tuple[Mark, ...] | None:
        return None

    def options(self, situation: Situation) -> tuple[Option[tuple[Mark, ...]], ...]:
        return ()

    def dump(self, value: tuple[Mark, ...]) -> Json:
        return [mark.value for mark in value]

    def load(self, stored: Json) -> tuple[Mark, ...]:
        return tuple(Mark(code) for code in stored)

    def fact(self, value: tuple[Mark, ...]) -> Fact:
        return len(value)


class Recommends(StrEnum):
    """Whether the next step is recommended."""

    YES = "yes"
    NO = "no"


@dataclass(frozen=True)
class YesOrNo(OneOf[Recommends]):
    """A recommendation, by its button, its number, or in words."""

    field: ClassVar[str] = "recommended"

    @override
    def overhear(self, hearing: Hearing) -> Recommends | None:
        return None

    @override
    def read(self, hearing: Hearing) -> Recommends:
        agreed = read_yes_no(hearing.text)
        said = hearing.text.casefold()
        if "rekomendasi" in said or "layak" in said:
            agreed = not re.search(r"\b(tidak|belum|tdk|blm|bukan)\b", said)
        if agreed is not None:
            return Recommends.YES if agreed else Recommends.NO
        return super().read(hearing)


@dataclass(frozen=True)
class WhatWasSeen(FreeWords):
    """A few sentences on the visit; those below the photos count."""

    at_least: int = 10
    at_most: int = 600

    @override
    def read(self, hearing: Hearing) -> str:
        said = " ".join(hearing.text.split())
        if len(said) < self.at_least:
            raise Rejected("no_words")
        if len(said) > self.at_most:
            raise Rejected("too_long", at_most=self.at_most)
        return said

    @override
    def overhear(self, hearing: Hearing) -> str | None:
        said = " ".join(hearing.text.split())
        fits = self.at_least <= len(said) <= self.at_most
        return said if hearing.message.media and fits else None
