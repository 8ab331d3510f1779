"""Who runs a command on a dossier in which everybody signs in."""

from __future__ import annotations

import os
import sys
from getpass import getpass

from jury_desktop import wording
from jury_desktop.cli.printing import Options
from jury_desktop.domain.account import same_name
from jury_desktop.domain.errors import refuse
from jury_desktop.domain.messages import say
from jury_desktop.services.ports import Dossier
from jury_desktop.services.sign_in import door, is_shut, sign_in

SECRET = "JURY_SECRET"
"""The variable of the environment that may hold the secret; on the command line others could read it."""


def entered(options: Options, dossier: Dossier) -> Dossier:
    """The dossier for whoever ``--as`` names, once they have given their secret.

    :raises JuryError: nobody is named, nobody has that name here, or it is another secret.
    """
    if not is_shut(dossier):
        return dossier
    if not options.who:
        raise refuse("sign_in.name_whom")
    found = [each for each in door(dossier).entrants if same_name(each.name, options.who)]
    if not found:
        raise refuse("sign_in.unknown", name=options.who)
    return sign_in(dossier, found[0].account, _secret(options))


def _secret(options: Options) -> str:
    """From the environment, else asked for, else the first line of what comes in."""
    if given := os.environ.get(SECRET, ""):
        return given
    if sys.stdin is not None and sys.stdin.isatty():
        return getpass(f"{wording.render(say('cli.secret', name=options.who), options.lang)} ")
    return sys.stdin.readline().rstrip("\r\n") if sys.stdin is not None else ""
