"""Putting a version of the plan back: what that does is said first; where it no longer holds, what does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from jury_desktop.domain.pitch import StoredPlan
from jury_desktop.services.plan_restore import Nearest, Restoring, nearest_plan, weigh_restore
from jury_desktop.services.planning import PlanView, plan_view, with_names
from jury_desktop.services.ports import Dossier
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.pages.planning import steps
from jury_desktop.ui.pages.planning.progress import Report
from jury_desktop.ui.pages.planning.sessions.words import listed
from jury_desktop.ui.pages.planning.solving import TIME_LIMIT
from jury_desktop.ui.shell import Answer, Choice, Notice, Question, Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone

tr = area("planning")

MOST = 6
"""Broken rules that are told; of more, the rest is counted."""


class PuttingBack:
    """From a version that was chosen to a new one that is kept.

    :param done: called when it is kept.
    """

    def __init__(self, shell: Shell, done: Callable[[], object]) -> None:
        self._shell, self._done = shell, done

    def begin(self, version: StoredPlan) -> None:
        """Look what it would do, by the dossier as it is now."""
        self._shell.run_job(_view, partial(self._weigh, version), key="planning-restore")

    def _weigh(self, version: StoredPlan, view: PlanView) -> None:
        self._shell.run_calculation(
            lambda _context: weigh_restore(view, version), partial(self._ask, view), key="planning-restore"
        )

    def _ask(self, view: PlanView, found: Restoring) -> None:
        number = found.version.version
        if found.plan is None:
            near = Choice("near", tr("Plan as near to it as possible"), primary=True)
            title = tr("Version {number} no longer holds").format(number=number)
            question = Question(title, "\n\n".join(self._broken(view, found)), (near,))
            self._shell.ask(question, lambda _answer: self._look_near(view, found.version))
            return
        choice = Choice("yes", tr("Put back"), primary=True)
        title = tr("Put version {number} back?").format(number=number)
        question = Question(title, "\n\n".join(self._consequences(view, found)), (choice,))
        self._shell.ask(question, partial(self._keep, view, found))

    def _broken(self, view: PlanView, found: Restoring) -> Iterator[str]:
        """Which rules of today it breaks, and what can be had instead."""
        for doubt in found.broken[:MOST]:
            said = self._shell.words(with_names(doubt.message, view.jurors))
            yield said if doubt.pitches[0] in said else f"{', '.join(doubt.pitches)}: {said}"
        if len(found.broken) > MOST:
            yield tr("and %n more", "", len(found.broken) - MOST)
        yield tr(
            "So it cannot be put back as it was. The planner can look for the plan that holds now and moves "
            "as few pitches away from it as possible; you see it before it is kept."
        )

    def _consequences(self, view: PlanView, found: Restoring) -> Iterator[str]:
        """What becomes of candidates and panels."""
        now = view.plan.version + 1 if view.plan else 1
        yield tr("It becomes version {number}. No version is lost.").format(number=now)
        if found.moved:
            text = tr("%n communicated pitches move: {names}.", "", len(found.moved))
            yield (
                text.format(names=listed(found.moved))
                + " "
                + tr("A new invitation will be ready for those who were invited.")
            )
        elif any(pitch.communicated for pitch in view.problem.pitches):
            yield tr("No communicated pitch moves.")
        if found.waiting:
            yield tr("Without a place: {names}.").format(names=listed(found.waiting))
        if found.gone:
            yield tr("No longer heard, and so left out: {names}.").format(names=listed(found.gone))
        if found.other_panels:
            yield tr("Before the jurors who can come now: {names}.").format(names=listed(found.other_panels))

    def _look_near(self, view: PlanView, version: StoredPlan) -> None:
        def work(context: JobContext) -> Nearest:
            return nearest_plan(
                view,
                version,
                time_limit=TIME_LIMIT,
                on_progress=Report(context),
                cancelled=context.cancelled,
            )

        text = tr("Planning as near to version {number} as possible…").format(number=version.version)
        self._shell.run_calculation(work, partial(self._ask_near, view), key="planning-solve", text=text)

    def _ask_near(self, view: PlanView, nearest: Nearest) -> None:
        found = nearest.restoring
        if found.plan is None:
            reasons = [self._shell.words(with_names(each, view.jurors)) for each in nearest.reasons]
            text = " ".join((tr("No plan was found near to it."), *reasons))
            self._shell.notify(Notice(text, Tone.BAD))
            return
        title = tr("Keep the plan that is nearest to version {number}?").format(number=found.version.version)
        told = (_elsewhere(found), *self._consequences(view, found))
        choice = Choice("yes", tr("Keep"), primary=True)
        self._shell.ask(Question(title, "\n\n".join(told), (choice,)), partial(self._keep, view, found))

    def _keep(self, view: PlanView, found: Restoring, _answer: Answer) -> None:
        self._shell.run_operation(steps.restoring(view, found))
        self._done()


def _elsewhere(found: Restoring) -> str:
    """Which pitches stand elsewhere than in the version."""
    assert found.plan is not None
    now = {it.pitch: (it.window, it.room, it.start) for it in found.plan.assignments}
    was = {it.pitch: (it.window, it.room, it.start) for it in found.version.plan.assignments}
    others = tuple(pitch for pitch, place in was.items() if pitch in now and now[pitch] != place)
    if not others:
        return tr("Every pitch that has a place stands where it stood then.")
    text = tr("%n pitches stand elsewhere than in that version: {names}.", "", len(others))
    return text.format(names=listed(others))


def _view(dossier: Dossier, context: JobContext) -> PlanView:
    return plan_view(dossier)
