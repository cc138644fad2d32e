"""The methods of the Bot API that we use, answering with plain JSON.

aiogram would read each answer into its types. Then one update that it cannot read would spoil the
batch that it came in, and one odd field in an answer would hide that a message was sent.
"""

from types import new_class
from typing import Any, TypeVar, cast

from aiogram import methods
from aiogram.methods import TelegramMethod

_Method = TypeVar("_Method", bound=TelegramMethod[Any])


def _plain(method: type[_Method]) -> type[_Method]:
    """The same method, its answer not read into aiogram's types."""
    namespace = {"__returning__": Any, "__module__": __name__, "__doc__": method.__doc__}
    made = new_class(method.__name__, (method,), exec_body=lambda body: body.update(namespace))
    return cast("type[_Method]", made)


AnswerCallbackQuery = _plain(methods.AnswerCallbackQuery)
DeleteWebhook = _plain(methods.DeleteWebhook)
GetFile = _plain(methods.GetFile)
GetMe = _plain(methods.GetMe)
GetUpdates = _plain(methods.GetUpdates)
SendChatAction = _plain(methods.SendChatAction)
SetMyCommands = _plain(methods.SetMyCommands)

_RENDERED: tuple[type[TelegramMethod[Any]], ...] = (
    methods.EditMessageCaption,
    methods.EditMessageReplyMarkup,
    methods.EditMessageText,
    methods.SendDocument,
    methods.SendMediaGroup,
    methods.SendMessage,
    methods.SendPhoto,
)
BY_NAME = {method.__api_method__: _plain(method) for method in _RENDERED}
"""What `render` may ask for."""
