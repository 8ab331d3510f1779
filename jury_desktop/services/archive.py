"""The anonymous archive: a dossier of its own with the scores, terms and decisions, and nobody in it.

Its journal begins anew and states where the journal of the dossier ended: how many events, the hash of the
last, and how often each thing was done. An anchor in a letter can so be held against the old end as long as
the old dossier, or an audit bundle of it, exists; the archive itself cannot tell what no longer lies in it.
"""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from jury_desktop.domain.anonymous import Anonymous, Forms
from jury_desktop.domain.call import Round
from jury_desktop.domain.errors import refuse
from jury_desktop.domain.journal import Event
from jury_desktop.domain.messages import say
from jury_desktop.domain.rights import Right
from jury_desktop.services.admission import needs
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.record import as_json, unrecorded
from jury_desktop.services.rounds import is_closed, keep_closed, selection_of
from jury_desktop.services.tables import sealed_places
from jury_desktop.services.whole_files import fill_file
from jury_desktop.wording import render

NOBODY = "Regisseur"
"""Who is noted as the maker: the function, for a name would be somebody's."""
KINDS = (
    *("jurors", "candidacies", "conflicts", "sheets", "decisions", "rebuttals", "letters"),
    *("plans", "runs", "talks", "meetings", "windows"),
)
"""What of a dossier goes along, each after what it refers to; mail, files, packets and practice do not."""


@dataclass(frozen=True, slots=True)
class Archive:
    """An archive that was made.

    :param kept: how many things of each kind are in it.
    :param events: how many events the journal of the dossier had, of which ``last_hash`` was the last hash.
    """

    file: Path
    kept: dict[str, int]
    events: int
    last_hash: str


@needs(Right.TAKE_OUT)
def make_archive(dossier: Dossier, file: Path, reason: str, language: str = "nl") -> Archive:
    """Makes an anonymous archive in a new file, and journals in the dossier that it was made, unless that can
    only be read. Its own journal begins with the reason.

    :param reason: on what ground; it stands in both journals, so it should name nobody.
    :raises JuryError: no reason is given, a round is not over (sealed scores would open), something lies at
        that place, or it cannot be written. Then there is none.
    """
    from jury_desktop.storage.store import create_store

    if not reason.strip():
        raise refuse("privacy.reason_missing")
    if file.exists():
        raise refuse("privacy.archive_exists", name=file.name)
    made: list[Archive] = []

    def fill(half: Path) -> None:
        with dossier.read() as uow:
            _refuse_sealed(uow)
            store = create_store(half, uow.call)
            try:
                target = Dossier(store, NOBODY, dossier.now)
                made.append(_fill(uow, target, file, reason.strip(), language))
            finally:
                store.close()

    fill_file(file, fill)
    _note(dossier, made[0], reason.strip())
    return made[0]


def _refuse_sealed(uow: UnitOfWork) -> None:
    """What is still sealed cannot be scored in an archive, and may not be opened by making one."""
    if sealed_places(selection_of(uow)):
        raise refuse("privacy.archive_sealed")


def _fill(uow: UnitOfWork, target: Dossier, file: Path, reason: str, language: str) -> Archive:
    last = uow.journal.newest()
    assert last is not None
    archive = Archive(file, {}, last.sequence, last.hash)
    with target.change() as into:
        for kind, thing in _anonymous(uow, language):
            getattr(into, kind).save(thing)
            archive.kept[kind] = archive.kept.get(kind, 0) + 1
        for round_ in Round:
            keep_closed(into, round_, closed=is_closed(uow, round_))
        into.journal.append(
            "dossier.anonymised", "dossier", uow.call.id, new=_origin(uow, archive, last), reason=reason
        )
    return archive


def _anonymous(uow: UnitOfWork, language: str) -> Iterator[tuple[str, Any]]:
    """Everything that goes along, in an order that says nothing of who is who."""
    forms = Forms(
        render(say("privacy.candidate", reference="{reference}"), language),
        render(say("privacy.juror", letter="{letter}"), language),
    )
    jurors = uow.jurors.find()
    hidden = Anonymous(jurors, forms, secrets.token_hex(32))
    rebuttals = [rebuttal.id for rebuttal in uow.rebuttals.find()]
    made: dict[str, list[Any]] = {
        "jurors": sorted(map(hidden.juror, jurors), key=lambda juror: (len(juror.name), juror.name)),
        "candidacies": list(map(hidden.candidacy, uow.candidacies.find())),
        "conflicts": sorted(map(hidden.conflict, uow.conflicts.find()), key=_by_id),
        "sheets": sorted(map(hidden.sheet, uow.sheets.find()), key=_by_id),
        "decisions": list(map(hidden.decision, uow.decisions.find())),
        "rebuttals": list(map(hidden.rebuttal, uow.rebuttals.find())),
        "letters": [hidden.letter(letter, rebuttals) for letter in uow.letters.find()],
        "plans": list(map(hidden.plan, uow.plans.find())),
        "runs": list(map(hidden.run, uow.runs.find())),
        "talks": list(map(hidden.talk, uow.talks.find())),
        "meetings": list(map(hidden.meeting, uow.meetings.find())),
        "windows": list(map(hidden.window, uow.windows.find())),
    }
    for kind in KINDS:
        yield from ((kind, thing) for thing in made[kind])


def _by_id(thing: Any) -> str:
    return str(thing.id)


def _origin(uow: UnitOfWork, archive: Archive, last: Event) -> str:
    """Where this came from, as the journal of the archive keeps it."""
    done = Counter(event.action for event in uow.journal.all())
    return as_json(
        {
            "events": archive.events,
            "last_hash": archive.last_hash,
            "last_at": last.at,
            "actions": dict(sorted(done.items())),
            "messages": sum(uow.mails.tally().values()),
            "kept": archive.kept,
        }
    )


def _note(dossier: Dossier, archive: Archive, reason: str) -> None:
    told = {name: value for name, value in asdict(archive).items() if name in ("kept", "events")}
    if unrecorded(dossier.store) is None:
        with dossier.change() as uow:
            uow.journal.append("dossier.archived", "dossier", uow.call.id, new=as_json(told), reason=reason)
