"""What typing over asks of the services, as values that run on the database's thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from jury_desktop.domain.call import Round
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.sheet import Answer, GoalMark
from jury_desktop.letters.sheet_stack import SheetStack
from jury_desktop.services.import_scores import ScoreImport, import_scores
from jury_desktop.services.paper import (
    Given,
    PaperGrid,
    SubmittedPaper,
    Typed,
    confirm_entry,
    enter_comment,
    enter_goal,
    enter_score,
    paper_grid,
    second_entry,
    submit_paper,
)
from jury_desktop.services.paper_prints import find_sheet, sheet_stacks, write_stacks
from jury_desktop.services.ports import Dossier
from jury_desktop.ui.jobs import JobContext

Place = tuple[str, str, Round]
"""Juror, candidacy and round: which sheet."""


@dataclass(frozen=True, slots=True)
class ReadJurors:
    """Who has to score."""

    def __call__(self, dossier: Dossier, context: JobContext) -> tuple[Juror, ...]:
        with dossier.read() as uow:
            return tuple(juror for juror in uow.jurors.find() if juror.scores)


@dataclass(frozen=True, slots=True)
class ReadGrid:
    """The sheets of a juror."""

    juror: str
    round: Round

    def __call__(self, dossier: Dossier, context: JobContext) -> PaperGrid:
        return paper_grid(dossier, self.juror, self.round)


@dataclass(frozen=True, slots=True)
class EnterScore:
    """Keeps a score."""

    place: Place
    item: str
    answer: Answer

    def __call__(self, dossier: Dossier, context: JobContext) -> Answer:
        return enter_score(dossier, *self.place, self.item, self.answer)


@dataclass(frozen=True, slots=True)
class EnterGoal:
    """Keeps the mark of a goal; None takes it away."""

    place: Place
    goal: str
    mark: GoalMark | None

    def __call__(self, dossier: Dossier, context: JobContext) -> GoalMark | None:
        return enter_goal(dossier, *self.place, self.goal, self.mark)


@dataclass(frozen=True, slots=True)
class EnterComment:
    """Keeps a comment."""

    place: Place
    item: str
    comment: str

    def __call__(self, dossier: Dossier, context: JobContext) -> Answer:
        return enter_comment(dossier, *self.place, self.item, self.comment)


@dataclass(frozen=True, slots=True)
class Compare:
    """Where a second entry differs."""

    place: Place
    typed: Typed

    def __call__(self, dossier: Dossier, context: JobContext) -> Mapping[str, Given | None]:
        return second_entry(dossier, *self.place, self.typed)


@dataclass(frozen=True, slots=True)
class Confirm:
    """Notes that a second entry equals the first."""

    place: Place
    typed: Typed

    def __call__(self, dossier: Dossier, context: JobContext) -> None:
        confirm_entry(dossier, *self.place, self.typed)


@dataclass(frozen=True, slots=True)
class SubmitPaper:
    """Submits the sheets that are complete."""

    juror: str
    round: Round
    candidacies: tuple[str, ...]

    def __call__(self, dossier: Dossier, context: JobContext) -> SubmittedPaper:
        return submit_paper(dossier, self.juror, self.round, self.candidacies)


@dataclass(frozen=True, slots=True)
class FindSheet:
    """The sheet with a code."""

    code: str

    def __call__(self, dossier: Dossier, context: JobContext) -> Place:
        return find_sheet(dossier, self.code)


@dataclass(frozen=True, slots=True)
class ReadStacks:
    """What there is to print in a round."""

    round: Round
    language: str

    def __call__(self, dossier: Dossier, context: JobContext) -> tuple[SheetStack, ...]:
        return sheet_stacks(dossier, self.round, self.language)


@dataclass(frozen=True, slots=True)
class WriteStacks:
    """Draws the sheets, a file for each juror."""

    stacks: tuple[SheetStack, ...]
    folder: Path

    def __call__(self, context: JobContext) -> tuple[Path, ...]:
        def before(done: int, total: int) -> None:
            context.check()
            context.progress(done, total)

        return write_stacks(self.stacks, self.folder, before)


@dataclass(frozen=True, slots=True)
class RehearseScores:
    """What a list of scores would change."""

    file: Path

    def __call__(self, dossier: Dossier, context: JobContext) -> ScoreImport:
        return import_scores(dossier, self.file, dry_run=True)


@dataclass(frozen=True, slots=True)
class ImportScores:
    """Takes a list of scores over."""

    file: Path
    submit: bool

    def __call__(self, dossier: Dossier, context: JobContext) -> ScoreImport:
        return import_scores(dossier, self.file, submit=self.submit)
