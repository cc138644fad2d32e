"""A picture without words: a slip, or something else that staff should see."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar, Generic, TypeVar

from typing_extensions import override

from handlers.answers import Amount, FreeWords, OneOf, PastDay, Photos
from handlers.commands import Topic
from handlers.forms import Answers, Form, question
from handlers.hearing import Answer, Hearing, Option, Rejected
from handlers.leaders.human import group_names
from handlers.messages import Choice, Fact, InboundMessage, Json, Kind, Reply, say, words
from handlers.situation import Situation
from handlers.staff import verification
from handlers.turn import Turn
from models.money import Rupiah
from models.repayment import Method, add_slips, report_waiting_for_slip

T = TypeVar("T")


class PhotoPurpose(StrEnum):
    """What a picture is for."""

    SLIP = "slip"
    BUSINESS = "business"
    OTHER = "other"


_WORDS_OF = {
    PhotoPurpose.SLIP: ("bukti", "slip", "struk", "setor", "transfer", "resi", "kuitansi"),
    PhotoPurpose.BUSINESS: ("usaha", "kegiatan", "produk", "kebun", "panen", "perkembangan"),
    PhotoPurpose.OTHER: ("lain", "bukan"),
}
_DENIED = re.compile(
    r"\b(bukan|bkn)\s+(foto\s+)?(bukti|slip|struk|setoran|transfer|resi|kuitansi)\b"
)
_SLIPS_MOST = 5


@dataclass(frozen=True)
class Purpose(OneOf[PhotoPurpose]):
    """The purpose by its number, by a word that tells it, or by an amount: that of a slip."""

    field: ClassVar[str] = "purpose"

    @override
    def overhear(self, hearing: Hearing) -> PhotoPurpose | None:
        said = hearing.text.casefold()
        affirmed = _DENIED.sub(" ", said)
        meant = [
            purpose
            for purpose, signs in _WORDS_OF.items()
            if any(sign in affirmed for sign in signs)
        ]
        if not meant and affirmed != said:
            return PhotoPurpose.OTHER
        if not meant and hearing.understood.amount is not None:
            return PhotoPurpose.SLIP
        return meant[0] if len(meant) == 1 else None


@dataclass(frozen=True)
class Caption(FreeWords):
    """What stood below a picture."""

    @override
    def overhear(self, hearing: Hearing) -> str | None:
        said = " ".join(hearing.text.split())[: self.at_most]
        return said if said and hearing.message.media else None


@dataclass(frozen=True)
class Unasked(Generic[T]):
    """An answer that is taken when it is said, and never asked for, nor asked back."""

    answer: Answer[T]
    field: ClassVar[str] = "unasked"

    def read(self, hearing: Hearing) -> T:
        return self.answer.read(hearing)

    def overhear(self, hearing: Hearing) -> T | None:
        try:
            return self.answer.overhear(hearing)
        except Rejected:
            return None

    def options(self, situation: Situation) -> tuple[Option[T], ...]:
        return ()

    def dump(self, value: T) -> Json:
        return self.answer.dump(value)

    def load(self, stored: Json) -> T:
        return self.answer.load(stored)

    def fact(self, value: T) -> Fact:
        return self.answer.fact(value)


_METHOD = OneOf(Method, "repayment_report.method")


def _never(_: Answers, __: Situation) -> bool:
    return False


class LoosePhotoForm(Form, name="loose_photo"):
    """Asks one thing: what the pictures are; and keeps what was said with them."""

    confirms = False
    photos: tuple[int, ...] = question(Photos(at_most=10, skippable=False))
    purpose: PhotoPurpose = question(Purpose(PhotoPurpose, "loose_photo.purpose"))
    caption: str | None = question(Unasked(Caption()), when=_never)
    amount: Rupiah | None = question(Unasked(Amount()), when=_never)
    paid_on: date | None = question(Unasked(PastDay()), when=_never)
    method: Method | None = question(Unasked(_METHOD), when=_never)

    @override
    async def submit(self, turn: Turn) -> Reply:
        if self.purpose is PhotoPurpose.SLIP and turn.situation.borrowing:
            return await self._slip(turn)
        if self.purpose is PhotoPurpose.BUSINESS and turn.situation.groups:
            return self._business(turn)
        return self._shown_to_staff(turn)

    async def _slip(self, turn: Turn) -> Reply:
        """A slip belongs to the report that waits for one, else it begins a new report."""
        report = await report_waiting_for_slip(turn.person_id)
        if report is None:
            turn.start("repayment_report", **self._said_already())
            return say("loose_photo.is_slip")
        await add_slips(report, self.photos, at=turn.now)
        subject = f"report:{report.id}"
        card = await verification.card(report.id)
        turn.tell_staff(card, key=f"{subject}:slip:{turn.inbox_id}", subject=subject)
        return say(
            "loose_photo.added",
            Choice("go:repayment_report", words("loose_photo.other_repayment")),
            number=report.number,
            amount=Rupiah(report.amount),
            paid_on=report.paid_on,
        )

    def _business(self, turn: Turn) -> Reply:
        """The pictures begin a progress report, with what was said below them."""
        known: dict[str, Json] = {"photos": list(self.photos)}
        heard = None
        if len(self.photos) > 1 or self.caption:
            known["all_sent"] = "yes"
        if self.caption:
            known["captions"] = [self.caption]
            heard = InboundMessage(Kind.TEXT, turn.now, self.caption)
        turn.start("progress_report", heard=heard, **known)
        return say("loose_photo.is_business")

    def _said_already(self) -> dict[str, Json]:
        """The answers of a report that came with the pictures, or after them."""
        said: dict[str, Json] = {"slips": list(self.photos[:_SLIPS_MOST])}
        if self.amount is not None:
            said["amount"] = int(self.amount)
        if self.paid_on is not None:
            said["paid_on"] = self.paid_on.isoformat()
        if self.method is not None:
            said["method"] = self.method.value
        return said

    def _shown_to_staff(self, turn: Turn) -> Reply:
        subject = f"photo:{turn.inbox_id}"
        card = say(
            "loose_photo.card",
            pictures=self.photos,
            name=turn.situation.name,
            groups=group_names(turn.situation),
            caption=self.caption or words("loose_photo.no_caption"),
        )
        turn.tell_staff(card, key=f"{subject}:card", subject=subject)
        return say("loose_photo.shown", count=len(self.photos))


TOPIC = Topic("loose_photo", frozenset({"photo_only"}), form=LoosePhotoForm)
