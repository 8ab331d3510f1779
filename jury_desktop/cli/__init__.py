"""The command line, thin: parse, call a service, print. The contract stands in ``docs/cli.md``."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from jury_desktop import bootstrap, wording
from jury_desktop.cli.commands import COMMANDS
from jury_desktop.cli.parser import parse
from jury_desktop.cli.printing import Options, prepare
from jury_desktop.domain.errors import Cancelled, JuryError
from jury_desktop.domain.messages import Message, say
from jury_desktop.services.fault_report import log_folder, report_of, where, write_report
from jury_desktop.wording import LANGUAGES

DONE, FAILED = 0, 1


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and gives its exit code: 0 done, 1 could not be done (2 by the parser)."""
    options = parse(list(sys.argv[1:] if argv is None else argv))
    prepare(options)
    try:
        return _run(options)
    except BrokenPipeError:
        return _unread()
    except JuryError as error:
        message = error.message
    except (Cancelled, KeyboardInterrupt):
        message = say("cli.cancelled")
    except Exception as error:  # a fault of ours: a report on disk, one line here
        message = _fault(error)
    print(wording.render(message, options.lang or LANGUAGES[0]), file=sys.stderr)
    return FAILED


def _run(options: Options) -> int:
    code = COMMANDS[options.command](options)
    if sys.stdout is not None:  # a program without a console has none
        sys.stdout.flush()
    return code


def _fault(error: Exception) -> Message:
    report = report_of(type(error), error, error.__traceback__)
    file = write_report(report, bootstrap.system_clock(), log_folder())
    kind = type(error).__name__
    if file is None:
        return say("cli.fault_unwritten", kind=kind, detail=where(error))
    return say("cli.fault", kind=kind, report=str(file))


def _unread() -> int:
    """Whoever read the output has gone (``| head``): nothing more is said, not even when Python ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return FAILED
