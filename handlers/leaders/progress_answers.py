"""Kinds of answer about which group and which pictures. Each reads and stores; none speaks."""

from dataclasses import dataclass
from typing import ClassVar

from typing_extensions import override

from handlers.answers import FreeWords, Gathers, MyBorrowingGroup, Photos
from handlers.hearing import Hearing, Option, Rejected
from handlers.leaders.loose_photo import Unasked
from handlers.messages import Fact, Json, words
from handlers.situation import GroupFacts, Situation
from handlers.understanding import business, read_yes_no
from handlers.understanding.lexicon import GOODS, LEMMAS
from handlers.understanding.spelling import KNOWN

_STRANGE_FROM = 4
"""Letters: a shorter word after "kelompok" is hardly a name."""
_GROUP_WORDS = frozenset({"kelompok", "kube", "klp", "kel", "klmpk", "grup"})
_ENOUGH = frozenset(
    {
        *(
            "sudah",
            "sdh",
            "udah",
            "udh",
            "sudah semua",
            "sudah cukup",
            "cukup",
            "itu saja",
            "selesai",
        ),
        *("sudah itu saja", "tidak ada", "tidak ada lagi", "ga ada", "gak ada", "tdk ada", "habis"),
        *("lanjut", "sudah pak", "sudah bu", "udah itu aja", "itu aja", "sudah kak", "dah"),
    }
)


@dataclass(frozen=True)
class MyGroup(MyBorrowingGroup):
    """One of the person's own groups, whether it borrows or not."""

    @override
    def groups(self, situation: Situation) -> tuple[GroupFacts, ...]:
        return situation.groups

    @override
    def overhear(self, hearing: Hearing) -> int | None:
        """Only a group that is called one: "panen jahe" is news, not the name of a group."""
        called = _GROUP_WORDS & set(hearing.text.casefold().split())
        return super().overhear(hearing) if called else None

    @override
    def read(self, hearing: Hearing) -> int:
        named = super().overhear(hearing)
        return named if named is not None else super().read(hearing)


@dataclass(frozen=True)
class StrangeGroup(FreeWords):
    """The name of a group that is none of the person's own, as it was said."""

    @override
    def overhear(self, hearing: Hearing) -> str | None:
        said = hearing.text.casefold().replace(",", " ").replace(".", " ").split()
        own = {part for group in hearing.situation.groups for part in group.name.casefold().split()}
        for at, word in enumerate(said[:-1]):
            following = said[at + 1 : at + 4]
            if word in _GROUP_WORDS and not own & set(following) and _is_strange(following[0]):
                return " ".join(following)[:60]
        return None


def _is_strange(word: str) -> bool:
    """Hardly an everyday word; groups are often called after what they make."""
    everyday = word in KNOWN and LEMMAS.get(word) not in GOODS
    return len(word) >= _STRANGE_FROM and word.isalpha() and not everyday


@dataclass(frozen=True)
class ProgressPhotos(Photos):
    """Pictures of the business; one that comes later joins the others."""

    at_most: int = 10
    skippable: bool = False


@dataclass(frozen=True)
class AllSent:
    """Whether these were all the pictures: an album, or one with words below it, is not asked."""

    field: ClassVar[str] = "all_sent"

    def read(self, hearing: Hearing) -> bool:
        if hearing.message.media:
            raise Rejected("photo_instead")
        said = hearing.text.casefold().strip(" .!,")
        if said in _ENOUGH or _answers_more(hearing) or read_yes_no(hearing.text) is False:
            return True
        raise Rejected("more_or_all")

    def overhear(self, hearing: Hearing) -> bool | None:
        photos = hearing.message.photos
        return True if photos and (len(photos) > 1 or hearing.text) else None

    def options(self, situation: Situation) -> tuple[Option[bool], ...]:
        return (Option(value=True, label=words("progress_report.all_sent.done")),)

    def dump(self, value: bool) -> Json:  # noqa: FBT001 (the protocol's own)
        return "yes"

    def load(self, stored: Json) -> bool:
        if stored != "yes":
            raise ValueError(stored)
        return True

    def fact(self, value: bool) -> Fact:  # noqa: FBT001
        return words("progress_report.all_sent.done")


def _answers_more(hearing: Hearing) -> bool:
    """Whether it goes on to what is asked next: "sudah, laku 3 juta"."""
    text = hearing.text
    return (
        business.is_skipped(text)
        or (business.names_sales(text) and business.read_sales(text).certainty is not None)
        or business.hear_people(text) is not None
        or business.hear_obstacles(text) is not None
    )


@dataclass(frozen=True)
class UnaskedLines(Gathers, Unasked[tuple[str, ...]]):
    """Lines that are taken whenever they are said; each joins those before it."""

    at_most: int = 5


@dataclass(frozen=True)
class Captions:
    """What stands below the pictures."""

    letters: ClassVar[int] = 300
    field: ClassVar[str] = "unasked"

    def read(self, hearing: Hearing) -> tuple[str, ...]:
        heard = self.overhear(hearing)
        if heard is None:
            raise Rejected("no_words")
        return heard

    def overhear(self, hearing: Hearing) -> tuple[str, ...] | None:
        said = " ".join(hearing.text.split())[: self.letters]
        below = hearing.message.media and business.tells_a_story(said)
        return (said,) if below else None

    def options(self, situation: Situation) -> tuple[Option[tuple[str, ...]], ...]:
        return ()

    def dump(self, value: tuple[str, ...]) -> Json:
        return list(value)

    def load(self, stored: Json) -> tuple[str, ...]:
        if not isinstance(stored, list):
            raise TypeError(stored)
        return tuple(str(line) for line in stored)

    def fact(self, value: tuple[str, ...]) -> Fact:
        return tuple(value)
