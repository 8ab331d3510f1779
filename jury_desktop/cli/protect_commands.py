"""The commands that give a dossier a passphrase and take it away."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from jury_desktop.cli.opening import NEW_PASSPHRASE, opened_with, secret, unlocked
from jury_desktop.cli.printing import Line, Options, show
from jury_desktop.domain.errors import refuse
from jury_desktop.domain.messages import say
from jury_desktop.services.protection import advise, draw_passphrase, protect, unprotect


def protect_dossier(options: Options) -> int:
    """Encrypts a dossier, or gives it another passphrase; the recovery key is told here and nowhere else."""
    words = new_passphrase_of(options)
    recovery = unlocked(options.dossier, partial(_protect, options, words))
    view = {"dossier": options.dossier, "recovery": recovery, "passphrase": words if options.draw else None}
    lines: list[Line] = [say("cli.protected", name=options.dossier), say("cli.recovery", recovery=recovery)]
    if options.draw:
        lines.append(say("cli.drawn", words=words))
    show(options, view, *lines)
    return 0


def new_passphrase_of(options: Options) -> str:
    """The passphrase that a file gets: drawn, from the environment, or typed.

    :raises JuryError: none is given, or it is too easy.
    """
    words = draw_passphrase() if options.draw else secret(NEW_PASSPHRASE)
    if not words:
        raise refuse("cli.no_passphrase", variable=NEW_PASSPHRASE)
    if not advise(words).will_do:
        raise refuse("protection.easy")
    return words


def unprotect_dossier(options: Options) -> int:
    """Writes a dossier without encryption."""
    unlocked(options.dossier, partial(_unprotect, options))
    show(options, {"dossier": options.dossier}, say("cli.unprotected", name=options.dossier))
    return 0


def _protect(options: Options, words: str, present: str) -> str:
    with opened_with(options, present) as dossier:
        return protect(dossier, words, present)


def _unprotect(options: Options, present: str) -> None:
    with opened_with(options, present) as dossier:
        unprotect(dossier, present)


COMMANDS: dict[str, Callable[[Options], int]] = {"protect": protect_dossier, "unprotect": unprotect_dossier}
"""What every command about the passphrase of a dossier does."""
