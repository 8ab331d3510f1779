"""What the officer does at the scoring page: scores that were given elsewhere, and the end of a round."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from jury_desktop.domain.call import Round
from jury_desktop.services.paper import enter_score
from jury_desktop.services.rounds import RoundState, close_round, reopen_round
from jury_desktop.services.scoring_desk import Desk
from jury_desktop.ui.actions import Action, Place
from jury_desktop.ui.allowed import asks
from jury_desktop.ui.pages.assessment.paper import CODE_KEY, PaperDialog
from jury_desktop.ui.pages.assessment.paper.list_import import ScoreListImport, columns
from jury_desktop.ui.pages.assessment.rounds import ending, ending_text, round_ended
from jury_desktop.ui.shell import Answer
from jury_desktop.ui.text import area

if TYPE_CHECKING:
    from jury_desktop.ui.pages.assessment.page import AssessmentPage

tr = area("assessment")


class OfficerSteps:
    """The officer's actions on an assessment page."""

    def __init__(self, page: AssessmentPage) -> None:
        self._page = page
        self._keeper = page.keeper
        self._import = ScoreListImport(page.shell)

    def actions(self, desk: Desk | None, juror: str, round_: Round) -> Sequence[Action]:
        """What can be done while a juror (may be empty) sits at the desk of a round."""
        state = next((state for state in desk.rounds if state.round is round_), None) if desk else None
        text = ending_text(state, practising=self._keeper.practising)
        end = partial(self._ask_round, state)
        ending_round = Action("assessment.end", text, end, icon="lock", place=Place.HEADER)
        ready = bool(desk and desk.jurors)
        paper, code = (partial(self._paper, juror, round_, by_code=by_code) for by_code in (False, True))
        return (
            *((ending_round,) if text else ()),
            Action(
                "assessment.paper",
                tr("Enter from paper…"),
                paper,
                "Ctrl+E",
                "keyboard",
                place=Place.HEADER,
                enabled=ready,
            ),
            Action("assessment.code", tr("Sheet by its code…"), code, CODE_KEY, enabled=ready),
            Action(
                "assessment.import",
                tr("Import scores…"),
                self._import.pick,
                icon="upload",
                place=Place.HEADER,
                enabled=ready,
                tip=columns(),
            ),
        )

    @asks(enter_score)
    def _paper(self, juror: str, round_: Round, *, by_code: bool) -> None:
        if self._page.leave():
            PaperDialog(self._page.shell, juror, round_, self._page, by_code=by_code).open()

    @asks(close_round, reopen_round)
    def _ask_round(self, state: RoundState | None) -> None:
        if state is not None:
            question = ending(state, practising=self._keeper.practising)
            self._page.shell.ask(question, partial(self._end_round, state.round))

    def _end_round(self, round_: Round, answer: Answer) -> None:
        self._keeper.save()
        practising = self._keeper.practising
        self._page.shell.run_operation(
            round_ended(round_, answer, self._keeper.on_show, practising=practising)
        )
