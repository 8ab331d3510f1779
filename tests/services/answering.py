"""A candidate who was refused and answered, with an argument that the jury calls founded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jury_desktop.domain.decision import DecisionKind, MotivationLine, Stage
from jury_desktop.domain.letter import LetterProblem, LetterType
from jury_desktop.domain.outgoing import Dispatch
from jury_desktop.domain.rebuttal import Point, RebuttalOutcome, Ruling
from jury_desktop.domain.term import Channel
from jury_desktop.services.decide import decide, deliberation
from jury_desktop.services.dispatch import send_letters
from jury_desktop.services.letter_book import LetterKey
from jury_desktop.services.letters import (
    DraftedLetter,
    draft_letter,
    draft_letters,
    keep_letters,
    letter_jobs,
)
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rebuttal_effect import change_scores, effect_of
from jury_desktop.services.rebuttal_register import register_rebuttal
from jury_desktop.services.rebuttals import answer_points, conclude_rebuttal
from tests.builders import NOW
from tests.services.arriving import from_candidate
from tests.services.scenario import after_both_rounds

Lines = Sequence[MotivationLine]


def reasons(dossier: Dossier, sheets: Sequence[str] = ()) -> list[MotivationLine]:
    scores = deliberation(dossier, "c2", Stage.FINAL).scores
    return [MotivationLine(each.item.key, "Afspraken zijn er niet.", tuple(sheets)) for each in scores]


class Answered:
    """K-02 was refused and answers on its first criterion; the jury calls that founded and selects it."""

    def __init__(self, ruling: Ruling, *, on_scores: bool = False, on_all: bool = False) -> None:
        """
        :param on_scores: the reasons rest on score sheets.
        :param on_all: the argument names no criterion.
        """
        self.dossier = dossier = after_both_rounds()
        with dossier.read() as uow:
            sheets = [sheet.id for sheet in uow.sheets.find(candidacy="c2")] if on_scores else []
        self.lines = lines = reasons(dossier, sheets)
        decide(dossier, "c2", DecisionKind.NOT_SELECTED, "Te algemeen.", lines)
        made = keep_letters(dossier, draft_letters(letter_jobs(dossier)), final=True)
        refusal = next(letter for letter in made if letter.type == "not_selected")
        send_letters(dossier, [refusal.id], Dispatch(Channel.EMAIL, NOW))
        self.criterion = deliberation(dossier, "c2", Stage.FINAL).scores[0].item
        point = Point("Punt 8 noemt drie werkgevers.", "" if on_all else self.criterion.key)
        self.rebuttal = register_rebuttal(dossier, refusal.id, from_candidate(NOW), (point,)).id
        answer_points(dossier, self.rebuttal, (replace(point, answer="U hebt gelijk.", ruling=ruling),))

    def give_another_score(self) -> None:
        """One juror gives the criterion another score."""
        given = effect_of(self.dossier, self.rebuttal).given
        sheet = next(each.sheet for each in given if self.criterion in each.items)
        value = sheet.answers[self.criterion.key].value
        supposed = {(sheet.id, self.criterion.key): 1 if value != 1 else 2}
        change_scores(self.dossier, self.rebuttal, supposed, "Punt 8 was overgeslagen.")

    def end(self, outcome: RebuttalOutcome = RebuttalOutcome.IN_PART) -> None:
        """The jury says of the rebuttal as a whole what comes of it."""
        conclude_rebuttal(self.dossier, self.rebuttal, outcome, "De jury volgt het argument.")

    def decide_anew(self, lines: Lines, kind: DecisionKind = DecisionKind.SELECTED) -> LetterKey:
        """It is selected after all, or as ``kind`` says, for these reasons; gives the letter on that."""
        self.end()
        summary = "Te algemeen." if kind is DecisionKind.NOT_SELECTED else "Toch sterk."
        decide(self.dossier, "c2", kind, summary, lines, "Na het weerwoord.")
        return LetterKey("c2", LetterType.REBUTTAL_OUTCOME, self.rebuttal)

    def made(self, key: LetterKey) -> DraftedLetter:
        """The letter as it would be final."""
        made = draft_letter(letter_jobs(self.dossier, [key])[0])
        assert made.can_be_final, made.problems
        return made

    def concluded(self, lines: Lines) -> tuple[LetterProblem, ...]:
        """What pre-flight remarks on the outcome, once the decision was taken anew with these reasons."""
        return self.made(self.decide_anew(lines)).problems
