"""Why the reading process gives no answer, in words and as they go over the wire."""

from __future__ import annotations

from typing import Any

from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import Message, say
from jury_desktop.mailbox import limits


def reason(error: Exception) -> Message:
    """Why something cannot be read, by what went wrong."""
    if isinstance(error, JuryError):
        return error.message
    if isinstance(error, MemoryError):
        return say("intake.too_costly")
    if isinstance(error, RecursionError):
        return say("intake.too_deep", depth=limits.DEPTH)
    return say("intake.malformed", detail=type(error).__name__)


def plain(message: Message | None) -> dict[str, Any] | None:
    """A message as the other side revives it."""
    return None if message is None else {"key": message.key, "values": dict(message.values)}
