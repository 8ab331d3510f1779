"""The commands about data of people: how long they are kept, who sees them, what stays, and their end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from jury_desktop.cli.opening import clock, opened
from jury_desktop.cli.parser import is_address
from jury_desktop.cli.printing import Options, show
from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.errors import refuse
from jury_desktop.domain.messages import say
from jury_desktop.domain.person_search import wanted
from jury_desktop.domain.retention import Retention
from jury_desktop.services.archive import make_archive
from jury_desktop.services.deletion import as_view, delete_files, holding, outcome
from jury_desktop.services.person_data import person_data
from jury_desktop.services.person_files import write_person
from jury_desktop.services.record import unrecorded
from jury_desktop.services.retention import retention as retention_of
from jury_desktop.services.retention import save_retention, told


def retention(options: Options) -> int:
    """Tells until when a dossier is kept, or sets it."""
    with opened(options) as dossier:
        if options.until is not None:
            save_retention(dossier, Retention(options.until, options.ground))
        kept, today = retention_of(dossier), dossier.now().astimezone(BRUSSELS).date()
    view = {
        "until": kept.until.isoformat() if kept.until else None,
        "ground": kept.ground,
        "days_left": kept.days_left(today),
        "state": kept.keeping(today).value,
    }
    show(options, view, told(kept, today))
    return 0


def person(options: Options) -> int:
    """Tells what a dossier holds on one person, and writes it out."""
    with opened(options) as dossier:
        found = person_data(dossier, wanted(options.find), options.lang)
        out = write_person(dossier, found, options.out, options.lang) if options.out else None
        untold = unrecorded(dossier.store) if out else None
    view = {
        "searched_for": list(found.wanted.words),
        "found": [{**asdict(hit), "at": hit.at.isoformat() if hit.at else None} for hit in found.hits],
        "messages": [mail.sha256 for mail in found.mails],
        "sealed": found.sealed,
        "out": str(out) if out else None,
        "recorded": untold is None,
    }
    lines = [say("privacy.person_found", count=len(found.hits), messages=len(found.mails))]
    if out:
        lines.append(say("privacy.person_written", folder=str(out)))
    if untold:
        lines.append(untold)
    show(options, view, *lines)
    return 0


def archive(options: Options) -> int:
    """Makes an anonymous archive."""
    with opened(options) as dossier:
        made = make_archive(dossier, options.out, options.ground, options.lang)
        untold = unrecorded(dossier.store)
    view = {"file": str(made.file), "kept": made.kept, "events": made.events, "last_hash": made.last_hash}
    view["recorded"] = untold is None
    numbers = {kind: made.kept.get(kind, 0) for kind in ("candidacies", "sheets", "letters")}
    show(
        options,
        view,
        say("privacy.archived", name=made.file.name, **numbers),
        *([untold] if untold else []),
    )
    return 0


def delete(options: Options) -> int:
    """Deletes a dossier file with its copies, and writes the report; exit 1 when something is left."""
    if is_address(options.dossier):
        raise refuse("privacy.not_a_file")
    file = Path(options.dossier)
    if options.name != file.name:
        raise refuse("privacy.wrong_name", typed=options.name)
    with opened(options) as dossier:
        held = holding(dossier)
    done = delete_files(held, file, options.ground, options.report, clock(options), options.lang)
    show(options, as_view(done) | {"report": str(options.report)}, outcome(done))
    return 0 if done.whole else 1


COMMANDS: dict[str, Callable[[Options], int]] = {
    "retention": retention,
    "person": person,
    "archive": archive,
    "delete": delete,
}
