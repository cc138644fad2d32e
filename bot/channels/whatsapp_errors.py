"""What each error of the Graph API means for us (CHANNELS.md, "Error codes -> action").

The same codes come as the answer to a request and, later, in the status of a message.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.channels.base import (
    AnswersOnly,
    ChannelMisconfigured,
    ChannelUnavailable,
    MessageRefused,
    OutcomeUnknown,
    OutsideWindow,
    RateLimited,
    RecipientUnreachable,
    SendError,
    TemplateRefused,
)

NUMBER_PAUSE_SECONDS = 10.0
PAIR_PAUSE_SECONDS = 4.0
"""The first pause for one person; Meta asks for 4, 16, 64, 256 seconds."""
_MAINTENANCE_SECONDS = 180.0
_LONG_NUMBER = re.compile(r"\d{6,}")
_HTTP_UNAUTHORIZED = 401
_HTTP_TOO_MANY = 429
_HTTP_SERVER_ERROR = 500
_HTTP_GATEWAY_TIMEOUT = 504
_PERMISSIONS = range(200, 300)


@dataclass(frozen=True, slots=True)
class GraphError:
    """An error as Meta tells it; `detail` is safe to log: no numbers of people, no texts."""

    code: int
    subcode: int = 0
    detail: str = ""
    transient: bool = False

    @classmethod
    def of(cls, told: Any) -> "GraphError | None":
        """What the `error` of an answer, or one of a status's `errors`, says."""
        if not isinstance(told, dict) or not isinstance(told.get("code"), int):
            return None
        words = str(told.get("title") or told.get("message") or "")
        return cls(
            code=told["code"],
            subcode=told["error_subcode"] if isinstance(told.get("error_subcode"), int) else 0,
            detail=_LONG_NUMBER.sub("…", words)[:160],
            transient=told.get("is_transient") is True,
        )

    @property
    def words(self) -> str:
        """Code and reason, for logs and for `outbox.trouble`."""
        return f"{self.code} {self.detail}".strip()


Made = Callable[[str], SendError]

_BY_MEANING: tuple[tuple[Made, tuple[int, ...]], ...] = (
    # The token, a permission, the account's standing, the number's registration.
    (ChannelMisconfigured, (0, 190, 3, 10, 131005, 368, 131031, 130497, 133016, 131045, 131037)),
    # Test numbers and sending to ourselves: the account is not set up for real people.
    (ChannelMisconfigured, (131021, 131030, 133010)),
    (lambda _: RateLimited(NUMBER_PAUSE_SECONDS, whole_channel=True), (4, 80007, 130429)),
    (lambda _: RateLimited(PAIR_PAUSE_SECONDS), (131056,)),
    (lambda _: RateLimited(_MAINTENANCE_SECONDS, whole_channel=True), (131057,)),
    (AnswersOnly, (131048, 131064)),
    (OutsideWindow, (131047,)),
    # No WhatsApp, an old app, terms not accepted; part of an experiment; unknown to the network.
    (RecipientUnreachable, (131026, 130472, 131062)),
    # Templates: missing, other variables, against policy, paused, disabled; capped or opted out.
    (
        TemplateRefused,
        (132000, 132001, 132005, 132007, 132008, 132012, 132015, 132016, 132018, 131042),
    ),
    (TemplateRefused, (131049, 131050, 131063)),
    (MessageRefused, (131008, 131009, 100, 131051, 131052, 132068, 132069, 137000, 33)),
    # Our media failed at their side: the request is repeated with a fresh upload.
    (ChannelUnavailable, (131053,)),
    (ChannelUnavailable, (131000, 131016, 135000, 1, 2)),
)

MEANINGS: Mapping[int, Made] = {code: made for made, codes in _BY_MEANING for code in codes}
"""Every code that CHANNELS.md names, with the member of our family that it becomes."""

MEDIA_FAILED = 131053


def send_error(error: GraphError) -> SendError:
    """The member of our family for an error of Meta's."""
    made = MEANINGS.get(error.code)
    if made is None and error.code in _PERMISSIONS:
        made = ChannelMisconfigured
    if made is None or made is MessageRefused:
        made = ChannelUnavailable if error.transient else MessageRefused
    return made(error.words)


def answer_error(status: int, body: Any) -> SendError:
    """What an answer that is no success means. `body` is the JSON of it, or None."""
    error = GraphError.of(body.get("error")) if isinstance(body, dict) else None
    if error is not None:
        return send_error(error)
    if status == _HTTP_GATEWAY_TIMEOUT:
        return OutcomeUnknown(f"HTTP {status}")
    if status == _HTTP_UNAUTHORIZED:
        return ChannelMisconfigured(f"HTTP {status}")
    if status == _HTTP_TOO_MANY:
        return RateLimited(NUMBER_PAUSE_SECONDS, whole_channel=True)
    if status >= _HTTP_SERVER_ERROR or status < 400:  # noqa: PLR2004 -- a redirect of a proxy
        return ChannelUnavailable(f"HTTP {status}")
    return MessageRefused(f"HTTP {status}")
