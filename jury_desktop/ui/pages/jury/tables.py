"""The two lists of the page: jurors, and conflicts of interest."""

from __future__ import annotations

from jury_desktop.domain.call import SessionWindow
from jury_desktop.domain.conflict import ConflictState
from jury_desktop.services.jury import ConflictRow, JurorRow
from jury_desktop.ui import theme
from jury_desktop.ui.pages.jury.cells import SessionsCell
from jury_desktop.ui.pages.jury.words import fraction, reason_of, said_availability, state_pill, within
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.cells import ChipsCell, PillCell
from jury_desktop.ui.widgets.marks import spoken_challenges
from jury_desktop.ui.widgets.rows_model import Column, Look, RowsModel
from jury_desktop.ui.widgets.table import Table
from jury_desktop.ui.widgets.two_lines import TwoLines, TwoLinesCell, two_line_row

tr = area("jury")

EXPERTISE = 2
"""The columns with progress."""
REASON_ROW = 1.25
"""Height of a row with a reason of two lines, in rows of one line."""
_ORDER = (ConflictState.SUGGESTED, ConflictState.DECLARED, ConflictState.CONFIRMED, ConflictState.DISMISSED)


class JurorsTable(Table[JurorRow]):
    """Every juror at a glance: who, when, what they know, what they keep away from, how far they are."""

    def __init__(self, language: str) -> None:
        self._language = language
        self.windows: tuple[SessionWindow, ...] = ()
        columns: tuple[Column[JurorRow], ...] = (
            Column(tr("Juror"), _name, mark=_lines, delegate=TwoLinesCell, tip=_tip),
            Column(
                tr("Sessions"),
                self._sessions,
                mark=self._shares,
                delegate=SessionsCell,
                tip=self._sessions,
                order=_minutes,
                width=100,
            ),
            Column(tr("Expertise"), _expertise, mark=_numbers, delegate=ChipsCell, tip=_expertise, width=104),
            Column(tr("Conflicts"), _conflicts, Look.FIGURES, order=_barred, tip=_conflicts_tip, width=84),
            Column(tr("Written"), _written, Look.FIGURES, tip=_written_tip, width=80),
            Column(tr("Pitch"), _pitch, Look.FIGURES, tip=_pitch_tip, width=66),
        )
        super().__init__(RowsModel(columns, _juror_key), tr("Jurors"))
        self.verticalHeader().setDefaultSectionSize(two_line_row())

    def show_expertise(self, shown: bool) -> None:
        """Show or hide what each juror knows: in a narrow window the form beside the list tells it."""
        self.setColumnHidden(EXPERTISE, not shown)

    def _sessions(self, row: JurorRow) -> str:
        return said_availability(self.windows, row.juror.available, self._language)

    def _shares(self, row: JurorRow) -> tuple[tuple[tuple[float, float], ...], ...]:
        return tuple(_stretches(window, row) for window in self.windows)


class ConflictsTable(Table[ConflictRow]):
    """Every conflict with its state; what still has to be judged stands on top."""

    def __init__(self) -> None:
        columns: tuple[Column[ConflictRow], ...] = (
            Column(tr("State"), _state, mark=_state_mark, delegate=PillCell, width=104),
            Column(tr("Juror"), _conflict_juror, width=116),
            Column(tr("Candidacy"), _conflict_candidacy, width=150),
            Column(tr("Reason"), _conflict_reason, Look.MUTED, tip=_conflict_reason),
        )
        empty = tr("No conflicts of interest. The program also looks for them in the candidacies by itself.")
        super().__init__(RowsModel(columns, _conflict_key), tr("Conflicts of interest"), empty)
        self.verticalHeader().setDefaultSectionSize(
            round(theme.metrics().row * 1.25)
        )  # a reason of two lines

    def show_conflicts(self, rows: tuple[ConflictRow, ...]) -> None:
        """Show them, by state and then by name."""
        ordered = sorted(rows, key=lambda row: (_ORDER.index(row.conflict.state), row.juror.name))
        self.rows.set_rows(ordered)


def _juror_key(row: JurorRow) -> str:
    return row.juror.id


def _name(row: JurorRow) -> str:
    return row.juror.name


def _lines(row: JurorRow) -> TwoLines:
    juror = row.juror
    shown = "{name}" if juror.active else tr("{name} (left)")
    if juror.active and juror.observer:
        shown = tr("{name} (observer)")
    upper = shown.format(name=juror.name)
    return TwoLines(upper, _tip(row), not juror.active)


def _tip(row: JurorRow) -> str:
    return " · ".join(filter(None, (row.juror.organisation, row.juror.role)))


def _minutes(row: JurorRow) -> float:
    return sum((each.end - each.start).total_seconds() for each in row.juror.available)


def _stretches(window: SessionWindow, row: JurorRow) -> tuple[tuple[float, float], ...]:
    """The free stretches as shares of the window's length."""
    whole = window.end - window.start
    return tuple(
        (max(0.0, (each.start - window.start) / whole), min(1.0, (each.end - window.start) / whole))
        for each in within(window, row.juror.available)
    )


def _expertise(row: JurorRow) -> str:
    return spoken_challenges(row.juror.expertise)


def _numbers(row: JurorRow) -> tuple[int, ...]:
    return row.juror.expertise


def _conflicts(row: JurorRow) -> str:
    return f"{row.conflicts} + {row.suggested}?" if row.suggested else str(row.conflicts or "–")


def _barred(row: JurorRow) -> tuple[int, int]:
    return row.conflicts, row.suggested


def _conflicts_tip(row: JurorRow) -> str:
    barred = tr("Kept away from %n candidacies", "", row.conflicts)
    suspected = tr("%n suspected conflicts wait for your judgement", "", row.suggested)
    return f"{barred}\n{suspected}" if row.suggested else barred


def _written(row: JurorRow) -> str:
    return fraction(row.written)


def _pitch(row: JurorRow) -> str:
    return fraction(row.pitch)


def _written_tip(row: JurorRow) -> str:
    return tr("{done} of %n written sheets submitted", "", row.written[1]).format(done=row.written[0])


def _pitch_tip(row: JurorRow) -> str:
    return tr("{done} of %n pitch sheets submitted", "", row.pitch[1]).format(done=row.pitch[0])


def _conflict_key(row: ConflictRow) -> str:
    return row.conflict.id


def _state(row: ConflictRow) -> str:
    return state_pill(row.conflict.state).text


def _state_mark(row: ConflictRow) -> object:
    return state_pill(row.conflict.state)


def _conflict_juror(row: ConflictRow) -> str:
    return row.juror.name


def _conflict_candidacy(row: ConflictRow) -> str:
    return f"{row.candidacy.reference}  {row.candidacy.organisation}"


def _conflict_reason(row: ConflictRow) -> str:
    return reason_of(row)
