"""Finding a call: one that comes with the program, or a call file of the user's own."""

from __future__ import annotations

from pathlib import Path

from jury_desktop import resources
from jury_desktop.domain.call import Call
from jury_desktop.domain.call_file import parse_call
from jury_desktop.domain.errors import JuryError, refuse

LARGEST = 2_000_000
"""A larger file, in bytes, is no call file."""


def shipped_calls() -> tuple[str, ...]:
    """The names of the calls that come with the program, in order."""
    return resources.names("calls", ".toml")


def load_call(name_or_path: str) -> Call:
    """The call with this shipped name, or else the call in this file.

    :raises CallFileError: the file is there but breaks a rule of call files.
    :raises JuryError: there is no such call or it cannot be read as text; the message names the shipped
        calls.
    """
    if name_or_path in shipped_calls():
        return parse_call(resources.text("calls", f"{name_or_path}.toml"), f"{name_or_path}.toml")
    return parse_call(_read(name_or_path), name_or_path)


def is_example(call: Call) -> bool:
    """Whether a call was invented: nobody can apply at an address under ``.example``, which never exists
    (RFC 2606)."""
    return call.submission_email.endswith(".example")


def _read(name: str) -> str:
    """The text of a file; Notepad may have put a byte order mark before it."""
    file = Path(name)
    try:
        if file.stat().st_size > LARGEST:
            raise _refuse("too_large", name)
        if not file.is_file():
            raise _refuse("unreadable", name)
        return file.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise _refuse("not_found", name) from None
    except UnicodeDecodeError:
        raise _refuse("not_text", name) from None
    except (OSError, ValueError):
        raise _refuse("unreadable", name) from None


def _refuse(key: str, name: str) -> JuryError:
    return refuse(f"call.{key}", name=name, shipped=shipped_calls(), limit=LARGEST // 1_000_000)
