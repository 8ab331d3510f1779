"""Errors that are meant for a person: each carries one clear message."""

from __future__ import annotations

from jury_desktop.domain.messages import Message, Value, say


class JuryError(Exception):
    """Something could not be done; ``message`` says what happened, what was kept and what to do."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.key, dict(message.values))
        self.message = message


def refuse(key: str, **values: Value) -> JuryError:
    """The error whose message is ``key`` with these values; to be raised."""
    return JuryError(say(key, **values))


class CallFileError(JuryError):
    """A call file that cannot be used; the message names the field and the line."""


class RuleError(JuryError):
    """A step that the rules of the call do not allow now."""


class StorageError(JuryError):
    """The dossier cannot be opened, read or written for a reason outside us (disk, lock, version)."""


class Cancelled(Exception):  # noqa: N818 - it is a wish of the user, not an error
    """The user stopped a job; nothing of it has been kept."""
