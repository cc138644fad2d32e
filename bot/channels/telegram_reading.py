"""From a raw update of Telegram to what happened, in our own vocabulary."""

import re
from datetime import UTC, datetime

from aiogram.enums import ChatMemberStatus, ChatType, ContentType
from aiogram.types import CallbackQuery, Chat, ChatMemberUpdated, Message, Update, User
from pydantic import ValidationError

from bot.channels.base import InboundEvent, PayloadNotUnderstood, Reach, Sender
from handlers.messages import InboundMessage, Json, Kind, Media, SharedContact

UPDATES_WANTED = ("message", "edited_message", "callback_query", "my_chat_member")

_COMMAND_WITH_NAME = re.compile(r"^(/\w+)@\w+")
_SENT_BY_PEOPLE = frozenset(
    {
        ContentType.UNKNOWN,
        ContentType.AUDIO,
        ContentType.CHECKLIST,
        ContentType.DICE,
        ContentType.GAME,
        ContentType.GIVEAWAY,
        ContentType.INVOICE,
        ContentType.LIVE_PHOTO,
        ContentType.PAID_MEDIA,
        ContentType.POLL,
        ContentType.RICH_MESSAGE,
        ContentType.STORY,
        ContentType.VENUE,
    }
)
"""Kinds that deserve an answer though we cannot use them; all other kinds are service noise."""


def read(payload: Json) -> list[InboundEvent]:
    """What one update tells. Raises PayloadNotUnderstood."""
    try:
        update = Update.model_validate(payload)
    except ValidationError as error:
        fields = {".".join(map(str, problem["loc"])) for problem in error.errors()}
        trouble = PayloadNotUnderstood(", ".join(sorted(fields)))
    else:
        return _events(update)
    # Raised outside the handler: the first error's text holds what the person wrote.
    raise trouble


def _events(update: Update) -> list[InboundEvent]:
    if update.message:
        return _message(update.message)
    if update.edited_message:
        return _edited(update.edited_message)
    if update.callback_query:
        return _tapped(update.callback_query)
    if update.my_chat_member:
        return _membership(update.my_chat_member)
    if update.model_fields_set - {"update_id"} and not update.model_extra:
        return []
    raise PayloadNotUnderstood("an update of no known kind")


def _message(message: Message) -> list[InboundEvent]:
    moved = _moved(message)
    if moved or not _is_from_a_person(message):
        return moved
    kind = _kind(message)
    if kind is None:
        return []
    key = f"{message.chat.id}:{message.message_id}"
    return [_event(key, message.chat, message.from_user, _inbound(message, kind))]


def _moved(message: Message) -> list[InboundEvent]:
    """A group became a supergroup; both the old and the new chat are told."""
    if message.migrate_to_chat_id:
        old, new = message.chat.id, message.migrate_to_chat_id
    elif message.migrate_from_chat_id:
        old, new = message.migrate_from_chat_id, message.chat.id
    else:
        return []
    key = f"{message.chat.id}:{message.message_id}"
    sender = _sender(message.from_user) if message.from_user else Sender("")
    return [InboundEvent(key, sender, str(old), private=False, moved_to=str(new))]


def _edited(message: Message) -> list[InboundEvent]:
    kind = _kind(message)
    if not _is_from_a_person(message) or kind in (None, Kind.LOCATION):
        return []  # a location that moves is no correction
    key = f"e{message.chat.id}:{message.message_id}:{message.edit_date}"
    inbound = _inbound(message, Kind.EDITED)
    return [_event(key, message.chat, message.from_user, inbound)]


def _tapped(query: CallbackQuery) -> list[InboundEvent]:
    """A tap on a button.

    Telegram does not say when: the time is the card's own, and whoever knows the time of arrival
    has to prefer that one.
    """
    card = query.message
    if query.from_user.is_bot or card is None or query.data is None:
        return []
    inbound = InboundMessage(
        Kind.BUTTON,
        _aware(card.date),
        button=query.data,
        message_id=str(card.message_id),
        reply_to=str(card.message_id),
    )
    return [_event(f"c{query.id}", card.chat, query.from_user, inbound)]


def _membership(change: ChatMemberUpdated) -> list[InboundEvent]:
    """In a private chat: whether somebody blocked us or lets us write again."""
    if change.chat.type != ChatType.PRIVATE:
        return []
    status = change.new_chat_member.status
    gone = status in (ChatMemberStatus.KICKED, ChatMemberStatus.LEFT)
    return [
        InboundEvent(
            external_id=f"m{change.chat.id}:{int(change.date.timestamp())}:{status}",
            sender=_sender(change.from_user),
            chat=str(change.chat.id),
            private=True,
            reach=Reach.BLOCKED if gone else Reach.UNBLOCKED,
        )
    ]


def _event(
    external_id: str, chat: Chat, author: User | None, message: InboundMessage
) -> InboundEvent:
    return InboundEvent(
        external_id=external_id,
        sender=_sender(author) if author else Sender(str(chat.id), chat.full_name),
        chat=str(chat.id),
        private=chat.type == ChatType.PRIVATE,
        message=message,
    )


def _sender(user: User) -> Sender:
    return Sender(str(user.id), user.full_name, is_bot=user.is_bot)


def _is_from_a_person(message: Message) -> bool:
    author = message.from_user
    if author is None or author.is_bot or message.is_automatic_forward:
        return False
    return message.chat.type != ChatType.CHANNEL


def _inbound(message: Message, kind: Kind) -> InboundMessage:
    return InboundMessage(
        kind,
        _aware(message.date),
        text=_text(message),
        media=_media(message),
        contact=_contact(message),
        message_id=str(message.message_id),
        reply_to=_reply_to(message),
        edits=str(message.message_id) if kind is Kind.EDITED else None,
        album=message.media_group_id,
        forwarded=message.forward_origin is not None,
    )


def _kind(message: Message) -> Kind | None:
    """What a message carries first of all; None for service noise such as a new title."""
    for present, kind in (
        (message.text, Kind.TEXT),
        (message.photo, Kind.PHOTO),
        (message.video or message.video_note or message.animation, Kind.VIDEO),
        (message.document, Kind.DOCUMENT),
        (message.voice or message.audio, Kind.VOICE),
        (message.sticker, Kind.STICKER),
        (message.venue or message.location, Kind.LOCATION),
        (message.contact, Kind.CONTACT),
    ):
        if present:
            return kind
    return Kind.UNSUPPORTED if message.content_type in _SENT_BY_PEOPLE else None


def _text(message: Message) -> str:
    return _COMMAND_WITH_NAME.sub(r"\1", message.text or message.caption or "")


def _media(message: Message) -> tuple[Media, ...]:
    """The pictures and documents that can be fetched; videos and voices we do not keep."""
    if message.photo:
        largest = max(message.photo, key=lambda size: size.width * size.height)
        return (
            Media(
                file_id=largest.file_id,
                fingerprint=largest.file_unique_id,
                mime="image/jpeg",
                size_bytes=largest.file_size,
            ),
        )
    document = message.document
    if document and not message.animation:
        return (
            Media(
                file_id=document.file_id,
                fingerprint=document.file_unique_id,
                kind="document",
                mime=document.mime_type,
                size_bytes=document.file_size,
                name=document.file_name,
            ),
        )
    return ()


def _contact(message: Message) -> SharedContact | None:
    contact, author = message.contact, message.from_user
    if contact is None:
        return None
    own = author is not None and contact.user_id == author.id
    return SharedContact(contact.phone_number, own=own)


def _reply_to(message: Message) -> str | None:
    answered = message.reply_to_message
    if answered is None or answered.forum_topic_created:
        return None  # in a topic, every message formally answers the topic's first one
    return str(answered.message_id)


def _aware(moment: datetime | int) -> datetime:
    return moment if isinstance(moment, datetime) else datetime.fromtimestamp(moment, UTC)
