"""Pictures that are hard to see: one tip, and the choice to send them again or to go on. Pure."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from handlers.forms import Doubt
from handlers.situation import Situation


class Trouble(StrEnum):
    """What makes a picture hard to see, the worst first."""

    TOO_DARK = "too_dark"
    BLURRED = "blurred"
    TINY = "tiny"
    SCREEN_PHOTO = "screen_photo"
    SCREENSHOT = "screenshot"


def troubles(situation: Situation, media_ids: Sequence[int]) -> Mapping[int, tuple[str, ...]]:
    """Of these pictures, those that are hard to see, with the codes of why."""
    known = set(Trouble)
    found = {
        media_id: tuple(
            code for code in situation.photo_troubles.get(media_id, ()) if code in known
        )
        for media_id in media_ids
    }
    return {media_id: codes for media_id, codes in found.items() if codes}


def doubt(question: str, media_ids: Sequence[int], situation: Situation) -> Doubt | None:
    """One doubt about all, once, with the tip for the worst; the good ones stay if sent again."""
    found = troubles(situation, media_ids)
    if not found:
        return None
    seen = {code for codes in found.values() for code in codes}
    worst = next(trouble.value for trouble in Trouble if trouble in seen)
    good = [media_id for media_id in media_ids if media_id not in found]
    return Doubt(
        question,
        worst,
        {"count": len(found), "photos": len(media_ids)},
        once=True,
        rest={question: good or None, "all_sent": None},
        labels=("progress_report.go_on", "progress_report.send_again"),
    )
