"""aiogram's exceptions mapped once to the SendError family (CHANNELS.md, "Errors")."""

from aiogram.exceptions import (
    AiogramError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramConflictError,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)

from bot.channels.base import (
    ChannelMisconfigured,
    ChannelUnavailable,
    ChatMoved,
    MessageGone,
    MessageRefused,
    OutcomeUnknown,
    RateLimited,
    RecipientUnreachable,
    SendError,
)
from bot.channels.telegram_session import NeverSent

_UNREACHABLE = (
    "chat not found",
    "peer_id_invalid",
    "user is deactivated",
    "user_deactivated",
    "user_is_blocked",
    "chat_write_forbidden",
    "not enough rights to send",
    "have no rights to send",
    "group chat was deactivated",
)
_GONE = (
    "message to edit not found",
    "message can't be edited",
    "message_id_invalid",
    "message_edit_time_expired",
)


class NotModified(Exception):
    """An edit that changes nothing: the message already is what we want."""


class OtherPartHoldsTheText(Exception):
    """The message to be edited has a caption where we thought of a text, or the reverse."""


class QueryTooOld(SendError):
    """A tap that can no longer be answered; nothing to do."""

    code = "query_too_old"


def translated(error: AiogramError, *, repeatable: bool) -> Exception:
    """The member of our family for an exception of aiogram.

    `repeatable` says that doing it twice does no harm, so that no answer means: try again.
    """
    match error:
        case TelegramRetryAfter():
            translation: Exception = RateLimited(float(error.retry_after))
        case TelegramMigrateToChat():
            translation = ChatMoved(str(error.migrate_to_chat_id))
        case TelegramBadRequest():
            translation = _bad_request(error.message)
        case TelegramAPIError():
            translation = _member_for(error, repeatable=repeatable)(error.message)
        case _:
            translation = OutcomeUnknown(type(error).__name__)
    return translation


_MEMBERS: tuple[tuple[type[TelegramAPIError], type[SendError]], ...] = (
    (TelegramEntityTooLarge, MessageRefused),
    (NeverSent, ChannelUnavailable),
    (TelegramNetworkError, OutcomeUnknown),
    (TelegramServerError, ChannelUnavailable),
    (TelegramConflictError, ChannelUnavailable),
    (TelegramUnauthorizedError, ChannelMisconfigured),
    (TelegramNotFound, ChannelMisconfigured),
    (TelegramForbiddenError, RecipientUnreachable),
    (TelegramAPIError, MessageRefused),
)
"""The first that fits: the order matters, because the first two are network errors to aiogram."""


def _member_for(error: TelegramAPIError, *, repeatable: bool) -> type[SendError]:
    member = next(ours for theirs, ours in _MEMBERS if isinstance(error, theirs))
    return ChannelUnavailable if member is OutcomeUnknown and repeatable else member


def _bad_request(description: str) -> Exception:
    said = description.lower()
    if "message is not modified" in said:
        return NotModified()
    if "there is no text in the message" in said or "there is no caption in the message" in said:
        return OtherPartHoldsTheText()
    if "query is too old" in said or "query id is invalid" in said:
        return QueryTooOld()
    if any(phrase in said for phrase in _UNREACHABLE):
        return RecipientUnreachable(description)
    if any(phrase in said for phrase in _GONE):
        return MessageGone(description)
    return MessageRefused(description)
