"""Making a plan from the page: the problem is read, solved beside the window, and the plan is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jury_desktop.domain.juror import Juror
from jury_desktop.domain.pitch import PitchPlan, PlanInstance, PlanStatus, StoredPlan
from jury_desktop.services.plan_doubts import nothing_better
from jury_desktop.services.planning import keep_plan, plan_view, planning_problem, solve_plan, with_names
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
class Task:
    """What is to be planned, and the plan that counts meanwhile."""

    problem: PlanInstance
    in_force: StoredPlan | None


@dataclass(frozen=True, slots=True)
class Solved:
    """A plan with the task it answers."""

    task: Task
    plan: PitchPlan

    @property
    def is_new(self) -> bool:
        """Whether it is another plan than the one that counts."""
        in_force = self.task.in_force
        return in_force is None or not nothing_better(self.task.problem, in_force, self.plan)


class Solving:
    """From the button to a plan that is kept, or the reasons why there is none."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self.jurors: Mapping[str, Juror] = {}
        """Who the ids in its reasons stand for."""

    @asks(keep_plan)
    def solve(self) -> None:
        """Plan the pitches as the dossier states the problem now."""
        self._shell.run_job(_task, self._solve, key="planning-problem")

    def _solve(self, task: Task) -> None:
        def work(context: JobContext) -> Solved:
            told, stop = Report(context), context.cancelled
            plan = solve_plan(
                task.problem,
                time_limit=TIME_LIMIT,
                in_force=task.in_force,
                on_progress=told,
                cancelled=stop,
            )
            return Solved(task, plan)

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
        elif solved.is_new:
            self._shell.run_operation(steps.keeping(solved.task.problem, solved.plan))
        else:
            self._leave(solved.plan)

    def _keep_so_far(self, solved: Solved) -> None:
        """Who stops the planner wants what it has by now, and can still undo it."""
        if not solved.plan.assignments:
            text = tr("Stopped before there was a plan. Nothing has changed.")
            self._shell.notify(Notice(text, Tone.WARN))
        elif solved.is_new:
            self._shell.run_operation(steps.keeping(solved.task.problem, solved.plan, stopped=True))
        else:
            text = tr("Stopped: nothing better was found by then. The plan stays as it is.")
            self._shell.notify(Notice(text, Tone.NEUTRAL))

    def _leave(self, plan: PitchPlan) -> None:
        """The plan that counts was as good as what was found."""
        proven = plan.status is PlanStatus.OPTIMAL
        text = tr("No plan is better, and that is proven. It stays as it is.")
        if not proven:
            text = tr("Nothing better was found in time. The plan stays as it is.")
        self._shell.notify(Notice(text, Tone.GOOD if proven else Tone.NEUTRAL))

    def _explain_nothing(self, plan: PitchPlan) -> None:
        reasons = [self._shell.words(with_names(why.text, self.jurors)) for why in plan.explanation]
        text = " ".join(reasons) or tr("No plan was found. Give the planner more availability of jurors.")
        self._shell.notify(Notice(text, Tone.BAD))


def _task(dossier: Dossier, context: JobContext) -> Task:
    return Task(planning_problem(dossier), plan_view(dossier).plan)
