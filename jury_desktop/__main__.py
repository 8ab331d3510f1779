"""Start: ``python -m jury_desktop`` and ``jury-desktop``."""

from __future__ import annotations

import logging
import sys
import warnings

from jury_desktop.mailbox.child import FLAG


def main() -> int:
    """Runs the command; or, when a frozen program starts itself for that, the process that reads mail."""
    if sys.argv[1:2] == [FLAG]:
        from jury_desktop.mailbox import worker

        worker.main(sys.argv)
    _hush_libraries()
    from jury_desktop.cli import main as command

    return command()


def _hush_libraries() -> None:
    """What a library has to say about a file goes nowhere, for it may quote the file; with ``python -W`` it
    is heard."""
    logging.getLogger().addHandler(logging.NullHandler())
    if not sys.warnoptions:
        warnings.simplefilter("ignore")


if __name__ == "__main__":
    sys.exit(main())
