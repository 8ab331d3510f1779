"""What the page of the weerwoord changes, as operations with their way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.rebuttal import Entitled, Point, Rebuttal, RebuttalOutcome
from jury_desktop.domain.sheet import Sheet
from jury_desktop.services.import_mail import ImportReport
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rebuttal_effect import Supposed, change_scores
from jury_desktop.services.rebuttal_mail import Reply, dismiss_mail, recall_mail
from jury_desktop.services.rebuttal_register import (
    Arrived,
    WithdrawnRebuttal,
    correct_rebuttal,
    put_back_rebuttal,
    register_rebuttal,
    withdraw_rebuttal,
)
from jury_desktop.services.rebuttals import (
    answer_points,
    conclude_rebuttal,
    extend_answer,
    reopen_rebuttal,
    take_back_extension,
)
from jury_desktop.ui.final import Final
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.operations import Always, Changes, Operation, Subject, calling
from jury_desktop.ui.pages.candidacies.reading import CHANGES, Import, taken_back
from jury_desktop.ui.text import area

tr = area("rebuttal")

REBUTTALS: Changes = frozenset({Subject.REBUTTAL, Subject.LETTER})
_MAIL: Changes = frozenset({Subject.REBUTTAL, Subject.MAIL})
_SCORES: Changes = frozenset({Subject.SHEET, Subject.REBUTTAL, Subject.LETTER, Subject.DECISION})
Failed = Callable[[JuryError], object]


def reading_mail(paths: Sequence[Path]) -> Operation[ImportReport]:
    """Read an export, as on the page of the candidacies; what came after the decisions shows here."""
    text, verb = tr("Read mail"), Import(tuple(paths))
    return Operation(text, verb, CHANGES | _MAIL, inverse=taken_back, said=_read)


def _read(report: ImportReport) -> str:
    return tr("%n messages read; what may be a rebuttal waits below the terms.", "", report.intake.messages)


def registering(letter: str, arrived: Arrived, points: tuple[Point, ...]) -> Operation[Rebuttal]:
    """Note a rebuttal that came in."""
    verb = calling(register_rebuttal, letter, arrived, points)
    changes = REBUTTALS | _MAIL
    return Operation(tr("Register rebuttal"), verb, changes, lambda kept: calling(withdraw_rebuttal, kept.id))


def correcting(old: Rebuttal, arrived: Arrived, points: tuple[Point, ...]) -> Operation[Rebuttal]:
    """Mend what was noted of a rebuttal."""
    return _correcting(tr("Correct registration"), old, arrived, points)


def judging_entitled(old: Rebuttal, entitled: Entitled) -> Operation[Rebuttal]:
    """Note whether who handed it in may speak for the candidate."""
    arrived = replace(_as_registered(old), entitled=entitled)
    return _correcting(tr("Note who may hand in a rebuttal"), old, arrived, old.points)


def _correcting(text: str, old: Rebuttal, arrived: Arrived, points: tuple[Point, ...]) -> Operation[Rebuttal]:
    before = _as_registered(old)
    return Operation(
        text,
        calling(correct_rebuttal, old.id, arrived, points),
        REBUTTALS,
        lambda made: calling(correct_rebuttal, old.id, before, old.points, undoes=made),
    )


def _as_registered(old: Rebuttal) -> Arrived:
    return Arrived(old.received_at, old.channel, old.mail, old.sent_at, old.submitted_by, old.entitled)


def withdrawing(old: Rebuttal) -> Operation[WithdrawnRebuttal]:
    """Take back a registration that was a mistake."""
    return Operation(
        tr("Take registration back"),
        calling(withdraw_rebuttal, old.id),
        REBUTTALS | _MAIL,
        lambda withdrawn: calling(put_back_rebuttal, withdrawn),
        said=Always(_withdrawn()),
    )


def _withdrawn() -> str:
    return tr("The registration was taken back; the journal keeps it.")


def dismissing(reply: Reply) -> Operation[None]:
    """Say that a message is no rebuttal, or none of anybody else."""
    sha256 = reply.mail.sha256
    back = Always(calling(recall_mail, sha256))
    none = tr("The message stays with the mail; it is no rebuttal.")
    no_more = tr("The message is the rebuttal of one candidate; it is not asked about again.")
    said = Always(no_more if reply.registered else none)
    return Operation(tr("No rebuttal"), calling(dismiss_mail, sha256), _MAIL, back, said=said)


def answering(old: Rebuttal, points: tuple[Point, ...], reasons: str) -> Operation[Rebuttal]:
    """Keep the answers and rulings given so far, and the reasons as far as they are written."""
    return Operation(
        tr("Answer rebuttal"),
        calling(answer_points, old.id, points, reasons),
        REBUTTALS,
        lambda kept: calling(answer_points, old.id, old.points, old.outcome_text, undoes=kept),
    )


def concluding(
    key: str, points: tuple[Point, ...], outcome: RebuttalOutcome, reasons: str, failed: Failed
) -> Operation[Rebuttal]:
    """End a rebuttal; what was answered is kept, also when the end is refused."""

    def verb(dossier: Dossier, context: JobContext) -> Rebuttal:
        answer_points(dossier, key, points, reasons)
        return conclude_rebuttal(dossier, key, outcome, reasons)

    return Operation(
        tr("Conclude rebuttal"),
        verb,
        REBUTTALS,
        lambda ended: calling(reopen_rebuttal, key, undoes=ended),
        failed=failed,
    )


def reopening(old: Rebuttal) -> Operation[Rebuttal]:
    """Take back the end of a rebuttal whose outcome has not left."""
    back = Always(calling(conclude_rebuttal, old.id, old.outcome, old.outcome_text))
    return Operation(tr("Take outcome back"), calling(reopen_rebuttal, old.id), REBUTTALS, back)


def extending(old: Rebuttal, until: date, reason: str) -> Operation[Rebuttal]:
    """Put off the day by which a rebuttal is answered."""
    return Operation(
        tr("Put off the answer"),
        calling(extend_answer, old.id, until, reason),
        REBUTTALS,
        lambda made: calling(take_back_extension, made, old),
    )


def changing_scores(rebuttal: Rebuttal, supposed: Supposed, reason: str) -> Operation[tuple[Sheet, ...]]:
    """Change submitted sheets as it was tried. As every change to a submitted sheet it has no undo."""
    verb = calling(change_scores, rebuttal.id, supposed, reason)
    return Operation(tr("Change scores after rebuttal"), verb, _SCORES, Final.REASON, said=_changed)


def _changed(sheets: tuple[Sheet, ...]) -> str:
    return tr(
        "%n score sheets changed with a reason. The decision waits under Deliberation.", "", len(sheets)
    )
