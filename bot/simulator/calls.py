"""One call of the bot: its parameters and files, from a query, a form, JSON or multipart."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from aiohttp import BodyPartReader, web
from telegram.constants import FileSizeLimit

from bot.simulator.errors import Refused, bad_request

if TYPE_CHECKING:
    from aiohttp import MultipartReader

LARGEST_ID_BITS = 63
TRUE_WORDS = frozenset({"true", "1", "yes", "y", "t"})


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a call."""

    name: str
    mime_type: str
    body: bytes


@dataclass(slots=True)
class Call:
    """A method of the Bot API and what it was called with."""

    method: str
    parameters: dict[str, Any] = field(default_factory=dict)
    files: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str | None:
        value = self.parameters.get(name)
        return None if value is None else str(value)

    def integer(self, name: str) -> int | None:
        value = self.parameters.get(name)
        if value is None or value == "":
            return None
        try:
            return whole_number(value)
        except ValueError:
            raise bad_request(f'can\'t parse "{name}": integer expected') from None

    def flag(self, name: str) -> bool:
        return str(self.parameters.get(name, "")).lower() in TRUE_WORDS

    def structure(self, name: str) -> Any:
        """A parameter that is JSON, whether it came as text or as part of a JSON body."""
        value = self.parameters.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except json.JSONDecodeError:
            raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from None

    @property
    def chat_id(self) -> int | None:
        """The chat that the call is about, if it names one by number."""
        try:
            return whole_number(self.parameters.get("chat_id"))
        except ValueError:
            return None


def whole_number(value: Any) -> int:
    """A number of at most 64 bits, as all ids of Telegram are; ValueError for anything else."""
    try:
        number = int(value)
    except (TypeError, OverflowError) as error:
        raise ValueError(value) from error
    if number.bit_length() > LARGEST_ID_BITS:
        raise ValueError(value)
    return number


async def read_call(request: web.Request) -> Call:
    """The call in a request; Refused when its body cannot be read or is too large."""
    call = Call(request.match_info["method"], dict(request.query))
    if request.method != "POST":
        return call
    try:
        if request.content_type == "application/json":
            body = await request.json() if request.can_read_body else {}
            if not isinstance(body, dict):
                raise bad_request("can't parse JSON object")
            call.parameters |= body
        elif request.content_type == "multipart/form-data":
            await _read_parts(await request.multipart(), call)
        else:
            call.parameters |= {
                k: v for k, v in (await request.post()).items() if isinstance(v, str)
            }
    except (json.JSONDecodeError, UnicodeDecodeError):
        raise bad_request("can't parse JSON object") from None
    except web.HTTPRequestEntityTooLarge:
        raise too_large() from None
    return call


async def _read_parts(parts: MultipartReader, call: Call) -> None:
    async for part in parts:
        if not isinstance(part, BodyPartReader) or part.name is None:
            continue
        body = await _read_part(part)
        if part.filename is None:
            call.parameters[part.name] = body.decode()
        else:
            mime_type = part.headers.get("Content-Type", "application/octet-stream")
            call.files[part.name] = Upload(part.filename, mime_type, body)


async def _read_part(part: BodyPartReader) -> bytes:
    body = bytearray()
    while chunk := await part.read_chunk(1 << 16):
        body += chunk
        if len(body) > FileSizeLimit.FILESIZE_UPLOAD:
            raise too_large()
    return bytes(body)


def too_large() -> Refused:
    return Refused(413, "Request Entity Too Large")
