"""The command that hands the whole dossier to somebody who checks it."""

from __future__ import annotations

from dataclasses import asdict

from jury_desktop.cli.opening import opened
from jury_desktop.cli.printing import Options, show
from jury_desktop.domain.messages import say
from jury_desktop.services.bundle import BundleWish, make_bundle
from jury_desktop.services.record import unrecorded


def audit(options: Options) -> int:
    """Writes the audit bundle; the older name of the command is ``export``."""
    wish = BundleWish(options.out, options.recipient, options.zip, options.lang)
    with opened(options) as dossier:
        made = make_bundle(dossier, wish)
        untold = unrecorded(dossier.store)
    view = {
        "out": str(made.out),
        "files": [asdict(file) for file in made.files],
        "events": made.events,
        "withheld": made.withheld,
        "sums": made.sums,
        "recorded": untold is None,
    }
    key = "cli.audit_sealed" if made.withheld else "cli.audit"
    told = say(key, count=len(made.files), out=str(made.out), sealed=made.withheld)
    show(options, view, told, *([untold] if untold else []))
    return 0
