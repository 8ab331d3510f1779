"""Making a plan from the page: the problem is read, solved beside the window, and the plan is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jury_desktop.domain.juror import Juror
from jury_desktop.domain.pitch import PitchPlan, PlanInstance
from jury_desktop.services.planning import keep_plan, planning_problem, solve_plan, with_names
from jury_desktop.services.ports import Dossier
from jury_desktop.ui.allowed import asks
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.pages.planning import steps
from jury_desktop.ui.pages.planning.progress import Report
from jury_desktop.ui.shell import Notice, Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone

tr = area("planning")

TIME_LIMIT = 15.0
"""Seconds the solver may take; a plan of one call is proven in about one."""


@dataclass(frozen=True, slots=True)
class Solved:
    """A plan with the problem it answers."""

    problem: PlanInstance
    plan: PitchPlan


class Solving:
    """From the button to a plan that is kept, or the reasons why there is none."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self.jurors: Mapping[str, Juror] = {}
        """Who the ids in its reasons stand for."""

    @asks(keep_plan)
    def solve(self) -> None:
        """Plan the pitches as the dossier states the problem now."""
        self._shell.run_job(_problem, self._solve_problem, key="planning-problem")

    def _solve_problem(self, problem: PlanInstance) -> None:
        def work(context: JobContext) -> Solved:
            told, stop = Report(context), context.cancelled
            return Solved(
                problem, solve_plan(problem, time_limit=TIME_LIMIT, on_progress=told, cancelled=stop)
            )

        self._shell.run_calculation(
            work,
            self._keep,
            key="planning-solve",
            text=tr("Planning the pitches…"),
            stopped=self._keep_so_far,
        )

    def _keep(self, solved: Solved) -> None:
        if not solved.plan.assignments:
            self._explain_nothing(solved.plan)
            return
        self._shell.run_operation(steps.keeping(solved.problem, solved.plan))

    def _keep_so_far(self, solved: Solved) -> None:
        """Who stops the planner wants what it has by now, and can still undo it."""
        if solved.plan.assignments:
            self._shell.run_operation(steps.keeping(solved.problem, solved.plan, stopped=True))
        else:
            self._shell.notify(Notice(tr("Stopped before there was a plan. Nothing has changed."), Tone.WARN))

    def _explain_nothing(self, plan: PitchPlan) -> None:
        reasons = [self._shell.words(with_names(why.text, self.jurors)) for why in plan.explanation]
        text = " ".join(reasons) or tr("No plan was found. Give the planner more availability of jurors.")
        self._shell.notify(Notice(text, Tone.BAD))


def _problem(dossier: Dossier, context: JobContext) -> PlanInstance:
    return planning_problem(dossier)
