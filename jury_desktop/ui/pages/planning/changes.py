"""What is different between two plans, as a table with the reasons of the chosen row below it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jury_desktop.domain.call import BRUSSELS, SessionWindow
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.messages import Message
from jury_desktop.domain.pitch import Assignment, Level, PitchPlan
from jury_desktop.domain.plan_difference import ChangeKind, counts, level_changes
from jury_desktop.services.plan_versions import Told
from jury_desktop.services.planning import with_names
from jury_desktop.ui import theme
from jury_desktop.ui.pages.planning.words import level_name
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import label, note
from jury_desktop.ui.widgets.cells import PillCell
from jury_desktop.ui.widgets.paint import Pill
from jury_desktop.ui.widgets.rows_model import Column, Look, RowsModel
from jury_desktop.ui.widgets.table import Table
from jury_desktop.wording import day

tr = area("planning")

TOLD_ABOVE = frozenset({Level.LEFT_OUT, Level.TOLD_LEFT_OUT, Level.MOVED, Level.MOVED_MINUTES})
"""Goals that the summary tells by itself; what counts as moved differs between the two plans."""
TALL = 1.5
"""Height of a row, in rows of one line: reasons take two."""


@dataclass(frozen=True, slots=True)
class Names:
    """What ids stand for, and how a message is said."""

    candidacies: Mapping[str, Candidacy]
    jurors: Mapping[str, Juror]
    language: str
    words: Callable[[Message], str]
    windows: Sequence[SessionWindow] = ()

    def pitch(self, reference: str) -> str:
        """ "K-10 Opwaarts vzw"."""
        known = self.candidacies.get(reference)
        return f"{reference} {known.organisation}" if known else reference

    def place(self, place: Assignment | None) -> str:
        """ "wo 14/06 13:00"."""
        if place is None:
            return tr("no place")
        start = place.start.astimezone(BRUSSELS)
        when = f"{day(start.date(), self.language, 'EEE d/MM')} {start:%H:%M}"
        window = next((it for it in self.windows if it.id == place.window), None)
        named = window.room_name(place.room) if window is not None else ""
        if not named and place.room > 1:
            named = tr("room {number}").format(number=place.room)
        return f"{when} · {named}" if named else when

    def panel(self, told: Told) -> str:
        """ "+ Wim Daems, − Rik Vermeulen"."""
        parts = [("+", juror) for juror in told.change.came] + [("−", juror) for juror in told.change.left]
        return ", ".join(f"{sign} {self._juror(juror)}" for sign, juror in parts)

    def reasons(self, told: Told) -> str:
        """Why, in a sentence each."""
        return " ".join(self.words(with_names(reason, self.jurors)) for reason in told.reasons)

    def _juror(self, key: str) -> str:
        return self.jurors[key].name if key in self.jurors else key


class ChangesView(QWidget):
    """A summary, a row for each pitch that is different, and the reasons of the chosen one in full."""

    def __init__(self, names: Names) -> None:
        super().__init__()
        self._names = names
        columns: tuple[Column[Told], ...] = (
            Column(tr("Change"), _word, mark=_pill, delegate=PillCell, width=104),
            Column(tr("Candidate"), self._pitch, Look.STRONG, width=180),
            Column(tr("Was"), self._was, order=_was_order, width=124),
            Column(tr("Becomes"), self._becomes, order=_becomes_order, width=124),
            Column(tr("Panel"), names.panel, tip=names.panel, width=170),
            Column(tr("Why"), names.reasons, Look.MUTED, tip=names.reasons),
        )
        self.table: Table[Told] = Table(RowsModel(columns, _key), tr("Differences"))
        self.table.verticalHeader().setDefaultSectionSize(round(theme.metrics().row * TALL))
        self.summary = label("", "strong", wrap=True)
        self.goals = label("", "muted", wrap=True)
        self.why = note("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.summary, self.goals, self.table, self.why):
            column.addWidget(part)
        column.setStretchFactor(self.table, 1)
        self.table.chosen.connect(self._chosen)
        self.why.hide()

    def show_changes(self, told: Sequence[Told], before: PitchPlan, after: PitchPlan) -> None:
        """Show what is different and what it does to the goals; who loses a place stands in front."""
        told = sorted(told, key=lambda it: it.change.kind is not ChangeKind.GONE)
        self.summary.setText(summary(told))
        found = [each for each in level_changes(before, after) if each[0] not in TOLD_ABOVE]
        goals = [f"{level_name(name)}: {old} → {new}" for name, old, new in found]
        self.goals.setText(" · ".join(goals))
        self.goals.setVisible(bool(goals))
        self.table.rows.set_rows(told)
        self.table.say_empty(tr("Nothing is different."))
        if told and self.table.current() is None:
            self.table.choose(_key(told[0]))
        self._chosen(self.table.current())

    def show_waiting(self, text: str) -> None:
        """Say that it is being worked out."""
        self.summary.setText(text)
        self.goals.hide()
        self.why.hide()
        self.table.rows.set_rows(())
        self.table.say_empty("")

    def _chosen(self, told: Told | None) -> None:
        text = self._names.reasons(told) if told is not None else ""
        self.why.setText(f"{self._names.pitch(told.change.pitch)}: {text}" if told and text else "")
        self.why.setVisible(bool(text))

    def _pitch(self, told: Told) -> str:
        return self._names.pitch(told.change.pitch)

    def _was(self, told: Told) -> str:
        return self._names.place(told.change.before)

    def _becomes(self, told: Told) -> str:
        return self._names.place(told.change.after)


def summary(told: Sequence[Told]) -> str:
    """ "2 pitches move · 1 gets a place"."""
    found = counts(tuple(each.change for each in told))
    said = {
        ChangeKind.MOVED: tr("%n pitches move", "", found[ChangeKind.MOVED]),
        ChangeKind.PLACED: tr("%n get a place", "", found[ChangeKind.PLACED]),
        ChangeKind.GONE: tr("%n lose their place", "", found[ChangeKind.GONE]),
        ChangeKind.PANEL: tr("%n keep their hour before another panel", "", found[ChangeKind.PANEL]),
    }
    return " · ".join(text for kind, text in said.items() if found[kind]) or tr("Nothing is different.")


def _key(told: Told) -> str:
    return told.change.pitch


def _word(told: Told) -> str:
    return _pill(told).text


def _pill(told: Told) -> Pill:
    return {
        ChangeKind.MOVED: Pill(tr("moves"), Tone.WARN),
        ChangeKind.PLACED: Pill(tr("new"), Tone.GOOD),
        ChangeKind.GONE: Pill(tr("loses place"), Tone.BAD),
        ChangeKind.PANEL: Pill(tr("panel"), Tone.NEUTRAL),
    }[told.change.kind]


def _was_order(told: Told) -> float:
    return told.change.before.start.timestamp() if told.change.before else 0.0


def _becomes_order(told: Told) -> float:
    return told.change.after.start.timestamp() if told.change.after else 0.0
