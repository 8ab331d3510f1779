"""Start: ``python -m jury_desktop`` and ``jury-desktop``."""

from __future__ import annotations

import sys

from jury_desktop.mailbox.child import FLAG


def main() -> int:
    """Runs the command; or, when a frozen program starts itself for that, the process that reads mail."""
    if sys.argv[1:2] == [FLAG]:
        from jury_desktop.mailbox import worker

        worker.main(sys.argv)
    from jury_desktop.cli import main as command

    return command()


if __name__ == "__main__":
    sys.exit(main())
