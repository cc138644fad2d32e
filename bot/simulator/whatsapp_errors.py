"""What the simulated WhatsApp refuses, in the words of the Cloud API.

Codes and titles are those of developers.facebook.com, WhatsApp, "Error codes"; details are as
people have quoted them from real answers.
"""

from __future__ import annotations

import secrets
from http import HTTPStatus
from typing import Any

HELP = "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/"
WORDS = """
130429 Rate limit hit | Cloud API message throughput has been reached.
130472 User's number is part of an experiment | Failed to send message because this user's phone
  number is part of an experiment
131000 Something went wrong | Message failed to send due to an unknown error.
131016 Service unavailable | A service is temporarily unavailable.
131026 Message undeliverable | Message Undeliverable.
131042 Business eligibility payment issue | Message failed to send because there were one or
  more errors related to your payment method.
131047 Re-engagement message | Message failed to send because more than 24 hours have passed
  since the customer last replied to this number.
131048 Spam rate limit hit | Message failed to send because there are restrictions on how many
  messages can be sent from this phone number.
131049 This message was not delivered to maintain healthy ecosystem engagement. | In order to
  maintain a healthy ecosystem engagement, the message failed to be delivered.
131050 User has stopped marketing messages from this business | Unable to deliver the message.
  This recipient has chosen to stop receiving marketing messages on WhatsApp from your business
131051 Message type unknown | Message type is currently not supported.
131052 Media download error | Failed to download the media from the sender.
131053 Media upload error | Media file could not be processed.
131056 (Business Account, Consumer Account) pair rate limit hit | Message failed to send because
  there were too many messages sent from this phone number to the same phone number in a short
  period of time.
132015 Template is Paused | Template is paused due to low quality so it cannot be sent.
132016 Template is Disabled | Template has been disabled permanently.
"""
"""Code, title and details of what can be met; an indented line goes on."""


def _read(words: str) -> dict[int, tuple[str, str]]:
    found = {}
    for line in words.strip().replace("\n  ", " ").splitlines():
        code, _, rest = line.partition(" ")
        title, _, details = rest.partition(" | ")
        found[int(code)] = (title, details)
    return found


TITLES = _read(WORDS)
THROTTLED = frozenset({4, 80007, 130429})


class GraphRefused(Exception):
    """A call that WhatsApp does not carry out, with all that its answer says."""

    def __init__(
        self,
        code: int,
        title: str,
        details: str | None = None,
        *,
        status: int = 400,
        subcode: int | None = None,
        user_title: str | None = None,
        user_message: str | None = None,
        kind: str = "OAuthException",
    ) -> None:
        super().__init__(f"({code}) {title}: {details}")
        self.code = code
        self.title = title
        self.details = details
        self.status = status
        self.subcode = subcode
        self.user_title = user_title
        self.user_message = user_message
        self.kind = kind

    def body(self) -> dict[str, Any]:
        """The JSON of the answer."""
        is_numbered = self.code not in (1, 2, 190) and self.kind == "OAuthException"
        error: dict[str, Any] = {
            "message": f"(#{self.code}) {self.title}" if is_numbered else self.title,
            "type": self.kind,
            "code": self.code,
        }
        if self.subcode is not None:
            error["error_subcode"] = self.subcode
        if self.user_title is not None:
            error |= {"is_transient": False, "error_user_title": self.user_title}
            error["error_user_msg"] = self.user_message
        if self.details is not None:
            error["error_data"] = {"messaging_product": "whatsapp", "details": self.details}
        return {"error": {**error, "fbtrace_id": "A" + secrets.token_urlsafe(15)}}


def parameter(sentence: str) -> GraphRefused:
    """A request that is not even of the right form."""
    return GraphRefused(100, sentence)


def missing(details: str) -> GraphRefused:
    return GraphRefused(131008, "Required parameter is missing", details)


def invalid(details: str) -> GraphRefused:
    return GraphRefused(131009, "Parameter value is not valid", details)


def not_found(object_id: str) -> GraphRefused:
    return GraphRefused(
        100,
        f"Unsupported get request. Object with ID '{object_id}' does not exist, cannot be loaded "
        "due to missing permissions, or does not support this operation. Please read the Graph "
        "API documentation at https://developers.facebook.com/docs/graph-api",
        subcode=33,
        kind="GraphMethodException",
    )


def known(code: int, *, status: int | None = None) -> GraphRefused:
    """The refusal with a code, as the documentation words it."""
    if code in (0, 190):
        return wrong_token()
    title, details = TITLES.get(code, ("An unknown error occurred", ""))
    usual = 429 if code in THROTTLED else 400
    return GraphRefused(code, title, details or None, status=status or usual)


def wrong_token() -> GraphRefused:
    return GraphRefused(
        190,
        "Error validating access token: The session is invalid because the user logged out.",
        status=401,
        subcode=467,
    )


def server_error(status: int) -> GraphRefused:
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        return GraphRefused(2, "Service temporarily unavailable", status=status)
    return GraphRefused(1, "An unknown error occurred", status=status)


def told_failure(code: int) -> dict[str, Any]:
    """One of the `errors` of a status webhook."""
    title, details = TITLES.get(code, ("Something went wrong", "Unknown error."))
    return {
        "code": code,
        "title": title,
        "message": title,
        "error_data": {"details": details},
        "href": HELP,
    }
