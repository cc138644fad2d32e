"""From a row of the outbox to the message that a channel shows: words, buttons, files."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.channels.base import Button, OutboundMessage
from bot.drawings import Drawer
from bot.hot_path import Row
from bot.media import MediaStore
from bot.set_sql import from_column
from handlers.messages import Reply, words
from handlers.speak import render, render_text
from models.media import KeptMedia, MediaKind


@dataclass(frozen=True, slots=True)
class Outbound:
    """Speaks the reader's language, finds the files and has the drawings drawn."""

    store: MediaStore
    drawer: Drawer
    strict: bool = False
    """Whether a text that cannot be said is an error: on the desk and in tests, never in use."""

    async def message(self, row: Row) -> OutboundMessage:
        """The message of an outbox row, as its channel is to show it."""
        if row.get("as_template") is not None:
            return OutboundMessage(text="", tag=str(row["id"]), template=row["as_template"])
        replies = [Reply.from_json(part) for part in from_column(row["reply"])]
        spoken = render(replies, row["language"], strict=self.strict)
        edited = from_column(row["edited_receipt"]) if row["edits_id"] else None
        pictures, drawings = spoken.pictures, spoken.drawings
        if edited:  # A card with pictures keeps them: only its words change.
            shown = [Reply.from_json(part) for part in from_column(row["edited_reply"])]
            pictures = tuple(picture for reply in shown for picture in reply.pictures)
            drawings = tuple(drawing for reply in shown for drawing in reply.drawings)
        shown_files, documents = await self._files(pictures)
        drawn = await self.drawer.draw(drawings, row["language"])
        return OutboundMessage(
            text=self._marked(spoken.text, row),
            buttons=_buttons(spoken.buttons, replies),
            pictures=shown_files + tuple(path for path in drawn if path.suffix == ".jpg"),
            documents=documents + tuple(path for path in drawn if path.suffix != ".jpg"),
            contact_button=spoken.ask_contact_label,
            edits=edited[-1].rpartition(",")[2] if edited else None,
            changed=not edited or self._says_something_new(spoken.text, row),
            choose_label=render_text(words("form.choose"), row["language"]),
            tag=str(row["id"]),
        )

    def _says_something_new(self, text: str, row: Row) -> bool:
        shown = [Reply.from_json(part) for part in from_column(row["edited_reply"])]
        return render(shown, row["language"], strict=self.strict).text != text

    def _marked(self, text: str, row: Row) -> str:
        """What may have arrived before says so: nobody is to think that it happened twice."""
        if not row["repeated"]:
            return text
        return f"{text}\n\n{render_text(words('form.sent_again'), row['language'])}"

    async def _files(self, media_ids: Sequence[int]) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
        if not media_ids:
            return (), ()
        kept = {media.id: media for media in await KeptMedia.filter(id__in=list(media_ids))}
        pictures: list[Path] = []
        documents: list[Path] = []
        for media_id in media_ids:
            media = kept.get(media_id)
            if media is None:  # Forgotten in time: an old card goes on without it.
                continue
            path = self.store.path(media.sha256, media.kind, shown=True)
            (documents if media.kind is MediaKind.PDF else pictures).append(path)
        return tuple(pictures), tuple(documents)


def _buttons(shown: Sequence[tuple[str, str]], replies: Sequence[Reply]) -> tuple[Button, ...]:
    """Numbers work for all choices of a message, or for none: as `offered_by` has it."""
    numbered = all(choice.numbered for reply in replies for choice in reply.choices)
    return tuple(Button(identity, label, numbered) for identity, label in shown)
