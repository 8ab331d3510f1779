"""What the window needs from below; :mod:`jury_desktop.bootstrap` fills it in, tests fill in fakes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from jury_desktop.domain.backup import Tell
from jury_desktop.domain.errors import refuse
from jury_desktop.services.ports import Dossier
from jury_desktop.ui.readings import Hit, RailState, rail_state, search_hits

Listen = Callable[[Dossier, Callable[[], object], Callable[[bool], object]], Callable[[], object] | None]
"""Listens to the place of a dossier: the second is called when there may be something new, the third with
True when the place cannot be reached and with False when it can again, both from a thread of their own.
Gives what ends it; None for a place that tells nothing."""


def not_at_all(
    _dossier: Dossier, _heard: Callable[[], object], _lost: Callable[[bool], object]
) -> Callable[[], object] | None:
    """There is nothing to listen to."""
    return None


def no_server(address: str, _password: str, _user: str) -> Dossier:
    """There is no way to a server."""
    raise refuse("storage.connection_lost", name=address, answer="")


@dataclass(frozen=True, slots=True)
class Wiring:
    """The real parts behind the window. All but ``now`` and ``manual`` run on the database thread.

    :param open: opens the dossier at a path or ``postgresql://`` address, in the name of a user.
    :param create: makes a dossier at a path from a call (its shipped name, or the path of a call file) and
        opens it, in the name of a user.
    :param open_locked: opens the dossier at a path with its passphrase or recovery key, in the name of a
        user; None where no files are opened.
    :param open_packet: opens the packet at a path with a passphrase, as the dossier of its juror.
    :param now: the clock, aware.
    :param manual: Markdown of the manual at a page, in a language.
    :param sample: makes the sample in the midst of the written round at a path and opens it, in the name of a
        user; None where it is not offered.
    :param rail: reads what the rail shows.
    :param restore: puts a copy in the place of the dossier at a path, which nobody has open, and opens it,
        in the name of a user. Where it is given, copies are also made by themselves.
    :param search: reads what the command palette can find.
    :param listen: listens to the server of a dossier.
    :param open_server: opens the dossier at an address with a password, in the name of a user where the
        server knows nobody by name.
    """

    open: Callable[[str, str], Dossier]
    create: Callable[[str, str, str], Dossier]
    open_packet: Callable[[str, str], Dossier]
    now: Callable[[], datetime]
    manual: Callable[[str, str], str]
    rail: Callable[[Dossier], RailState] = rail_state
    open_locked: Callable[[str, str, str], Dossier] | None = None
    sample: Callable[[str, str], Dossier] | None = None
    search: Callable[[Dossier], Sequence[Hit]] = search_hits
    restore: Callable[[str, Path, str, Tell], Dossier] | None = None
    listen: Listen = not_at_all
    open_server: Callable[[str, str, str], Dossier] = no_server
