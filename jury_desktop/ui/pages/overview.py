"""Overzicht: where the selection stands, and what to do now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from jury_desktop.domain.call import Call, Milestone, Round
from jury_desktop.services.import_mail import import_mail
from jury_desktop.services.overview import Overview, overview
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rounds import RoundState
from jury_desktop.services.step import Step, Urgency
from jury_desktop.ui import theme
from jury_desktop.ui.actions import Action, Place
from jury_desktop.ui.allowed import asks
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.operations import EVERYTHING, Changes
from jury_desktop.ui.pages.base import Page
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import Panel, button, clear, label, rule
from jury_desktop.ui.widgets.figure import BarRow, FigureCard
from jury_desktop.ui.widgets.marks import StatusPill
from jury_desktop.ui.widgets.scrolling import ScrollArea
from jury_desktop.ui.widgets.timeline import Moment, Timeline
from jury_desktop.wording import clock, day

tr = area("overview")

_TONES = {
    Urgency.TODAY: Tone.WARN,
    Urgency.DECIDE: Tone.BAD,
    Urgency.DATED: Tone.INFO,
    Urgency.READY: Tone.INFO,
}


class OverviewPage(Page):
    """Timeline, four figures, the next steps with one button each, and candidacies per challenge."""

    key = "overview"
    subjects = EVERYTHING

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._timeline = Timeline()
        self._cards = tuple(FigureCard() for _ in range(4))
        self._steps = QVBoxLayout()
        self._challenges = QVBoxLayout()
        self._today = ""
        self._candidacies = 0
        self._build()

    def title(self) -> str:
        return tr("Overview")

    def subtitle(self) -> str:
        return self._today

    def page_actions(self) -> Sequence[Action]:
        run = self._to_import
        text = tr("Import mailbox…")
        return (Action("overview.import", text, run, icon="inbox", place=Place.HEADER),)

    def refresh(self, changed: Changes) -> None:
        self.load(_read, self._show)

    def claims_nothing(self) -> bool:
        return not self._candidacies

    def _build(self) -> None:
        column = self.column()
        line = Panel(margins=(20, 12, 20, 12))
        line.body.addWidget(self._timeline)
        column.addWidget(line)
        cards = QHBoxLayout()
        cards.setSpacing(16)
        for card in self._cards:
            cards.addWidget(card, 1)
        column.addLayout(cards)
        below = QGridLayout()
        below.setSpacing(16)
        below.addWidget(self._steps_panel(), 0, 0)
        below.addWidget(self._challenges_panel(), 0, 1)
        below.setColumnStretch(0, 13)
        below.setColumnStretch(1, 7)
        column.addLayout(below, 1)

    def _steps_panel(self) -> QWidget:
        self._steps.setSpacing(0)
        return _scrolling(tr("What now?"), self._steps)

    def _challenges_panel(self) -> QWidget:
        self._challenges.setSpacing(8)
        return _scrolling(tr("Candidacies per challenge"), self._challenges)

    def _show(self, seen: Overview) -> None:
        self._today = day(seen.today, self.shell.language, "EEEE d MMMM y")
        self._timeline.show_moments([_moment(m, seen.call) for m in seen.call.milestones], seen.today)
        self._show_figures(seen)
        self._show_steps(seen.steps)
        self._show_challenges(seen)
        self.header_changed.emit()

    def _show_figures(self, seen: Overview) -> None:
        figures = seen.figures
        self._candidacies = figures.candidacies
        admissible = tr("candidacies · %n admissible", "", figures.admissible)
        self._cards[0].show_figure(str(figures.candidacies), admissible)
        self._cards[1].show_figure(*_sheets(figures.rounds))
        self._cards[2].show_figure(_fraction(*figures.pitches), tr("pitches planned"))
        self._cards[3].show_figure(*_countdown(seen))

    def _show_steps(self, steps: Sequence[Step]) -> None:
        clear(self._steps)
        if not steps:
            done = tr("Everything that can be done now has been done.")
            self._steps.addWidget(label(done, "muted", wrap=True))
        for step in steps:
            self._steps.addWidget(StepRow(step, self.shell))
            self._steps.addWidget(rule())

    def _show_challenges(self, seen: Overview) -> None:
        clear(self._challenges)
        most = max(seen.per_challenge.values(), default=0)
        for challenge in seen.call.challenges:
            count = seen.per_challenge[challenge.number]
            self._challenges.addWidget(BarRow(challenge.number, challenge.personas, count, most))
        if most:
            for text in _gaps(seen.per_challenge):
                self._challenges.addSpacing(4)
                self._challenges.addWidget(StatusPill(text, Tone.WARN))

    @asks(import_mail)
    def _to_import(self) -> None:
        self.shell.go_to("candidacies", "import")


def _scrolling(title: str, rows: QVBoxLayout) -> Panel:
    """A panel with rows; in a low window they can be scrolled through."""
    panel = Panel(title)
    holder = QWidget()
    inner = QVBoxLayout(holder)
    inner.setContentsMargins(0, 0, 8, 0)
    inner.addLayout(rows)
    inner.addStretch(1)
    panel.body.addWidget(ScrollArea(holder, title), 1)
    return panel


class StepRow(QWidget):
    """One next step: how urgent, what, and the button that goes there."""

    def __init__(self, step: Step, shell: Shell) -> None:
        super().__init__()
        self._step = step
        self._shell = shell
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 8, 0, 8)
        line.setSpacing(12)
        pill = StatusPill(_when(step), _TONES[step.urgency])
        holder = QWidget()
        holder.setFixedWidth(theme.metrics().base * 7)
        inner = QHBoxLayout(holder)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(pill)
        inner.addStretch(1)
        line.addWidget(holder)
        text = shell.words(step.text)
        line.addWidget(label(text, wrap=True), 1)
        go = button(shell.words(step.button), self._go)
        go.setAccessibleName(f"{shell.words(step.button)}: {text}")
        line.addWidget(go)

    def _go(self) -> None:
        self._shell.go_to(self._step.page, self._step.ref)


def _read(dossier: Dossier, context: JobContext) -> Overview:
    return overview(dossier)


def _when(step: Step) -> str:
    if step.urgency is Urgency.DATED and step.due is not None:
        return f"{step.due:%d/%m}"
    words = {
        Urgency.TODAY: tr("Today"),
        Urgency.DECIDE: tr("To decide"),
        Urgency.READY: tr("Ready"),
        Urgency.DATED: tr("Later"),
    }
    return words[step.urgency]


def _moment(milestone: Milestone, call: Call) -> Moment:
    start, end = milestone.start, milestone.end
    if start is None or end is None:
        return Moment(milestone.text, milestone.label, start, end)
    if start == end:
        hour = f" {clock(call.deadline)}" if milestone.key == "deadline" else ""
        return Moment(f"{start:%d/%m}{hour}", milestone.label, start, end)
    when = _session_days(call) if milestone.key == "pitches" else f"{start:%d}–{end:%d/%m}"
    return Moment(when, milestone.label, start, end)


def _session_days(call: Call) -> str:
    """ "14 · 16 · 19/06": the days of the sessions, the month once."""
    days = list(dict.fromkeys(window.start.date() for window in call.windows))
    return " · ".join([*(f"{day:%d}" for day in days[:-1]), f"{days[-1]:%d/%m}"])


def _countdown(seen: Overview) -> tuple[str, str]:
    figures = seen.figures
    if (rebuttal := _of_rebuttals(seen)) is not None:
        return rebuttal
    if figures.milestone is None or figures.days is None:
        return "–", tr("every date of the call has passed, or is over")
    days, name = figures.days, figures.milestone.label
    within = name[:1].lower() + name[1:]
    if figures.under_way:
        if days == 0:
            return tr("Today"), tr("last day for {milestone}").format(milestone=within)
        return tr("%n days left", "", days), tr("for {milestone}").format(milestone=within)
    if days == 0:
        return tr("Today"), name
    spans = figures.milestone.start != figures.milestone.end
    until = tr("until the start of {milestone}") if spans else tr("until {milestone}")
    return tr("%n days", "", days), until.format(milestone=within)


def _of_rebuttals(seen: Overview) -> tuple[str, str] | None:
    """The days until the first term for a rebuttal ends or an answer is due, where nothing is sooner."""
    days = seen.figures.days
    aims = {
        seen.first_term: (tr("until the first term for a rebuttal ends"), tr("last day for a rebuttal")),
        seen.first_answer: (tr("until the first answer to a rebuttal"), tr("last day to answer a rebuttal")),
    }
    first = min((day for day in aims if day is not None), default=None)
    if first is None or (days is not None and days <= (first - seen.today).days):
        return None
    left, (until, now) = (first - seen.today).days, aims[first]
    return (tr("%n days", "", left), until) if left else (tr("Today"), now)


def _sheets(rounds: Sequence[RoundState]) -> tuple[str, str, float | None]:
    """The round that is going on in figures and a bar, the one before it in words."""
    if not rounds:
        return "–", tr("score sheets submitted"), None
    *before, now = rounds
    names = {
        Round.WRITTEN: tr("written score sheets submitted"),
        Round.PITCH: tr("score sheets of pitches submitted"),
    }
    earlier = [tr("written: {done} of {total}").format(done=r.submitted, total=r.expected) for r in before]
    share = now.submitted / now.expected
    return _fraction(now.submitted, now.expected), "\n".join([names[now.round], *earlier]), share


def _fraction(done: int, total: int) -> str:
    return f"{done} / {total}" if total else "–"


def _gaps(per_challenge: dict[int, int]) -> list[str]:
    texts = {0: tr("Challenge {number} has no candidate"), 1: tr("Challenge {number} has only one candidate")}
    return [texts[count].format(number=n) for n, count in per_challenge.items() if count in texts]
