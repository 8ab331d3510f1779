"""What the jury does with a rebuttal: answers and its end, and what else the form of one asks for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.rebuttal import Entitled, Point, Rebuttal, RebuttalOutcome, answer_by
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rebuttal_effect import Effect, Supposed, effect_of
from jury_desktop.services.rebuttal_register import Arrived
from jury_desktop.services.rebuttals import TermRow
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.pages.rebuttal import verbs
from jury_desktop.ui.pages.rebuttal.answer_form import AnswerForm, Draft, answered
from jury_desktop.ui.pages.rebuttal.effect_dialog import EffectDialog
from jury_desktop.ui.pages.rebuttal.extend_dialog import ExtendDialog
from jury_desktop.ui.pages.rebuttal.register import Asked, RegisterDialog
from jury_desktop.ui.shell import Notice
from jury_desktop.ui.theme import Tone

if TYPE_CHECKING:
    from jury_desktop.ui.pages.rebuttal.page import RebuttalPage

REFUSED = "rebuttal.refused"
"""What a notice speaks of: why a rebuttal could not be concluded."""


class FormSteps(QObject):
    """Does what the forms on show ask."""

    def __init__(self, page: RebuttalPage) -> None:
        super().__init__(page)
        self._page, self._shell = page, page.shell

    def serve(self, form: AnswerForm, found: TermRow) -> None:
        """Do what this form asks from now on."""
        form.answered.connect(partial(self._answer, form.rebuttal))
        form.concluded.connect(self._conclude)
        form.edited.connect(self.typed)
        form.wanted.connect(partial(self._do, found))

    def typed(self, _rebuttal: str) -> None:
        """What was lacking may have been written by now."""
        self._shell.withdraw(REFUSED)

    def keep(self, rows: Iterable[TermRow], drafts: Mapping[str, Draft]) -> None:
        """Keep what drafts say; which outcome was chosen is kept when a rebuttal ends."""
        waiting = (each for found in rows for each in found.rebuttals if each.is_open and each.id in drafts)
        for rebuttal in waiting:
            draft = drafts[rebuttal.id]
            said = answered(rebuttal, draft), draft.reasons.strip()
            if said != (rebuttal.points, rebuttal.outcome_text):
                self._shell.run_operation(verbs.answering(rebuttal, *said))

    def _answer(self, rebuttal: Rebuttal, _key: str, points: tuple[Point, ...], reasons: str) -> None:
        self._shell.run_operation(verbs.answering(rebuttal, points, reasons))

    def _conclude(self, key: str, points: tuple[Point, ...], outcome: RebuttalOutcome, reasons: str) -> None:
        failed = self._not_concluded
        self._shell.run_operation(verbs.concluding(key, points, outcome, reasons, failed))

    def _not_concluded(self, error: JuryError) -> None:
        """Something is missing; the answers given so far have been kept."""
        self._shell.notify(Notice(error.message, Tone.BAD, topic=REFUSED))
        self._page.refresh(verbs.REBUTTALS)

    def _do(self, found: TermRow, what: str, rebuttal: Rebuttal) -> None:
        reference = found.candidacy.reference
        match what:
            case "entitled":
                self._shell.run_operation(verbs.judging_entitled(rebuttal, Entitled.YES))
            case "not_entitled":
                self._shell.run_operation(verbs.judging_entitled(rebuttal, Entitled.NO))
            case "correct":
                self._correct(found, rebuttal)
            case "extend":
                self._extend(found, rebuttal)
            case "withdraw":
                self._shell.run_operation(verbs.withdrawing(rebuttal))
            case "effect":
                self._weigh(found, rebuttal)
            case "reopen":
                self._shell.run_operation(verbs.reopening(rebuttal))
            case "decide":
                self._shell.go_to("deliberation", reference)
            case "letters":
                self._shell.go_to("letters", f"{reference}.rebuttal_outcome")

    def _correct(self, found: TermRow, rebuttal: Rebuttal) -> None:
        now, language = self._shell.now(), self._shell.language
        asked = Asked((found,), rebuttal.letter, now, language, before=rebuttal)
        RegisterDialog(asked, partial(self._corrected, rebuttal), self._page).open()

    def _corrected(
        self, rebuttal: Rebuttal, _letter: str, arrived: Arrived, points: tuple[Point, ...]
    ) -> None:
        self._shell.run_operation(verbs.correcting(rebuttal, arrived, points))

    def _extend(self, found: TermRow, rebuttal: Rebuttal) -> None:
        name = f"{found.candidacy.reference} {found.candidacy.organisation}"
        today = self._shell.now().astimezone(BRUSSELS).date()
        due = answer_by(rebuttal, found.term)
        dialog = ExtendDialog(name, due, today, found.later_day(rebuttal), self._shell.language, self._page)
        dialog.extended.connect(partial(self._extended, rebuttal))
        dialog.open()

    def _extended(self, rebuttal: Rebuttal, until: date, reason: str) -> None:
        self._shell.run_operation(verbs.extending(rebuttal, until, reason))

    def _weigh(self, found: TermRow, rebuttal: Rebuttal) -> None:
        show = partial(self._show_effect, found, rebuttal)
        self._shell.run_job(partial(_effect, rebuttal.id), show, key="rebuttal-effect")

    def _show_effect(self, found: TermRow, rebuttal: Rebuttal, effect: Effect) -> None:
        dialog = EffectDialog(effect, rebuttal, self._shell.language, self._page)
        dialog.kept.connect(partial(self._change, rebuttal))
        dialog.decision_wanted.connect(partial(self._do, found, "decide", rebuttal))
        dialog.open()

    def _change(self, rebuttal: Rebuttal, supposed: Supposed, reason: str) -> None:
        self._shell.run_operation(verbs.changing_scores(rebuttal, supposed, reason))


def _effect(rebuttal: str, dossier: Dossier, context: JobContext) -> Effect:
    """The scores behind a rebuttal; what is slow the first time is done here, not under the user's hand."""
    found = effect_of(dossier, rebuttal)
    found.order({})
    return found
