"""The whole selection as tables in a stable order, for a workbook, CSV or JSON.

Scores that the call's rule has not opened stay out, with their comments, changes and goals; the first table
says which. ``services/redaction.py`` makes of these tables what may be published.
"""

from __future__ import annotations

from collections.abc import Iterator

from jury_desktop.domain.call import Round
from jury_desktop.domain.candidacy import different_files
from jury_desktop.domain.juror_names import JurorNames
from jury_desktop.domain.selection import Selection
from jury_desktop.domain.table import Cell, Column, Table, table
from jury_desktop.services.ports import UnitOfWork
from jury_desktop.services.tables_deliberation import deliberation_tables
from jury_desktop.services.tables_scores import score_tables
from jury_desktop.services.whereabouts import room

REFERENCE, ORGANISATION = Column("reference", 9), Column("organisation", 30)


def all_tables(uow: UnitOfWork, selection: Selection, names: JurorNames) -> tuple[Table, ...]:
    """Every table, in the order in which they are written."""
    return (
        _candidacies(selection),
        _versions(selection),
        _jurors(selection, names),
        _conflicts(selection, names),
        _criteria(selection),
        _weights(selection),
        *score_tables(uow, selection, names),
        *deliberation_tables(uow, selection, names),
        _plan(selection, names),
    )


def _candidacies(selection: Selection) -> Table:
    columns = (
        REFERENCE,
        ORGANISATION,
        Column("contact", 24, personal=True),
        Column("email", 32, personal=True),
        Column("phone", 16, personal=True),
        Column("address", 36, personal=True),
        Column("challenges"),
        Column("municipalities", 28),
        Column("partners", 40),
        Column("received_at", 18),
        Column("verdict"),
        Column("admissibility", 18),
        Column("admissibility_reason", 40, personal=True),
    )
    rows = (
        (
            c.reference,
            c.organisation,
            c.contact,
            c.email,
            c.phone,
            c.address,
            ", ".join(map(str, c.challenges)),
            ", ".join(c.municipalities),
            ", ".join(c.partners),
            c.first.received_at,
            c.first.verdict,
            c.admissibility.value,
            c.admissibility_reason,
        )
        for c in selection.candidacies
    )
    return table("candidacies", columns, rows, fixed=2)


def _versions(selection: Selection) -> Table:
    columns = (
        REFERENCE,
        Column("version", 8),
        Column("received_at", 18),
        Column("received_by", 50, personal=True),
        Column("verdict"),
        Column("files", 50, personal=True),
        Column("file_count", 10),
    )
    rows = (
        (
            c.reference,
            version.number,
            version.received_at,
            version.received_by,
            version.verdict,
            ", ".join(file.name for file in different_files([version])),
            len(different_files([version])),
        )
        for c in selection.candidacies
        for version in c.versions
    )
    return table("versions", columns, rows, fixed=2)


def _jurors(selection: Selection, names: JurorNames) -> Table:
    columns = (
        Column("juror", 26),
        Column("organisation", 30, personal=True),
        Column("email", 32, personal=True),
        Column("role", 30, personal=True),
        Column("expertise", 14, personal=True),
        Column("active", 8),
        Column("observer", 10),
    )
    rows = [
        (
            names.of(j.id),
            j.organisation,
            j.email,
            j.role,
            ", ".join(map(str, j.expertise)),
            j.active,
            j.observer,
        )
        for j in selection.jurors
    ]
    return table("jurors", columns, sorted(rows) if names.hidden else rows)


def _conflicts(selection: Selection, names: JurorNames) -> Table:
    columns = (
        REFERENCE,
        Column("juror", 26, personal=True),
        Column("state", 14),
        Column("bars", 10),
        Column("reason", 50, personal=True),
    )
    rows = sorted(
        (
            selection.candidacy(c.candidacy).reference,
            names.about(c.candidacy).of(c.juror),
            c.state.value,
            c.bars,
            c.reason,
        )
        for c in selection.conflicts
    )
    return table("conflicts", columns, rows, fixed=2)


def _criteria(selection: Selection) -> Table:
    columns = (
        Column("criterion", 18),
        Column("title", 40),
        Column("question", 60),
        Column("source", 60),
        Column("kind", 12),
        Column("weight", 9),
        Column("rounds", 16),
        Column("comment_required", 12),
        Column("not_applicable_allowed", 12),
    )
    rows = (
        (
            c.key,
            c.title,
            c.question,
            c.source,
            c.kind.value,
            c.weight,
            ", ".join(round_.value for round_ in c.rounds),
            c.comment_required,
            c.not_applicable_allowed,
        )
        for c in selection.call.rubric.criteria
    )
    return table("criteria", columns, rows, fixed=2)


def _weights(selection: Selection) -> Table:
    return table("weights", (Column("rule", 30), Column("value", 12)), _rules(selection))


def _rules(selection: Selection) -> Iterator[tuple[Cell, ...]]:
    rubric = selection.call.rubric
    yield "lowest", rubric.lowest
    yield "highest", rubric.highest
    yield "threshold", rubric.threshold
    yield "invite_threshold", rubric.invite_threshold
    yield from ((f"round.{round_.value}", rubric.weight_of(round_)) for round_ in Round)
    yield from ((f"challenge.{number}", weight) for number, weight in rubric.challenge_weights)
    yield from ((f"tie.{place}", rule.value) for place, rule in enumerate(rubric.ties, 1))
    yield "reveal", rubric.reveal.value


def _plan(selection: Selection, names: JurorNames) -> Table:
    columns = (
        REFERENCE,
        Column("window", 14),
        Column("room", 18),
        Column("starts_at", 18),
        Column("ends_at", 18),
        Column("jurors", 60),
        Column("version", 8),
    )
    stored = selection.plan
    places = stored.plan.assignments if stored else ()
    ids = {candidacy.reference: candidacy.id for candidacy in selection.candidacies}
    rows = [
        (
            place.pitch,
            place.window,
            room(selection.call, place.window, place.room, several=False) or place.room,
            place.start,
            place.end,
            ", ".join(sorted(map(names.about(ids[place.pitch]).of, place.jurors))),
            stored.version if stored else 0,
        )
        for place in sorted(places, key=lambda place: (place.start, place.room, place.pitch))
    ]
    return table("plan", columns, rows)


def sealed_places(selection: Selection) -> tuple[tuple[str, str], ...]:
    """Where scores stay out since the call's rule has not opened them: reference and round."""
    return tuple(
        (candidacy.reference, round_.value)
        for round_ in Round
        for candidacy in selection.in_round(round_)
        if not selection.is_open(candidacy.id, round_)
    )
