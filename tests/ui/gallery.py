"""Every widget on one page, to look at: ``python tests/ui/gallery.py light|dark FILE.png [WIDTHxHEIGHT]``."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QProgressBar, QSpinBox, QWidget

from jury_desktop.ui import theme
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import Panel, button, icon_button, label, note, role, row, rule, stack
from jury_desktop.ui.widgets.cells import ChipsCell, IntervalCell, PillCell
from jury_desktop.ui.widgets.figure import BarRow, FigureCard
from jury_desktop.ui.widgets.flow import flow
from jury_desktop.ui.widgets.form import Facts, Field, line_edit, text_edit
from jury_desktop.ui.widgets.marks import ChallengeChips, Chip, StatusPill
from jury_desktop.ui.widgets.paint import Interval, Pill
from jury_desktop.ui.widgets.rows_model import Column, Look, RowsModel
from jury_desktop.ui.widgets.score_segments import Given, ScoreSegments
from jury_desktop.ui.widgets.switch import Switch, Tabs
from jury_desktop.ui.widgets.table import Table
from jury_desktop.ui.widgets.timeline import Moment, Timeline

NAMES = ("Saled & Nassim", "Cindy & Jordy", "Roy", "Jolien", "Chadia", "Christiane", "Thierry")
ANCHORS = ("niets", "zwak", "matig", "voldoende", "goed", "uitstekend")


@dataclass(frozen=True, slots=True)
class Sample:
    """A row for the table."""

    reference: str
    name: str
    challenges: tuple[int, ...]
    received: str
    state: Pill
    score: Interval


STATES = {
    "in": Pill("Ontvankelijk", Tone.GOOD),
    "fill": Pill("Aanvullen", Tone.WARN),
    "twice": Pill("2 versies", Tone.INFO),
    "late": Pill("Laattijdig", Tone.BAD),
}
SAMPLES = (
    Sample("K-01", "De Brug vzw", (1, 2, 3), "31/05 16:02", STATES["in"], Interval(3.8, 3.4, 4.3)),
    Sample("K-02", "Huis van Morgen vzw", (1, 4, 5, 7), "01/06 11:40", STATES["in"], Interval(4.3, 4.1, 4.5)),
    Sample("K-05", "Kompas Werkt", (2, 6), "02/06 10:31", STATES["fill"], Interval(2.7, 2.1, 3.3)),
    Sample("K-13", "Tandem", (1, 2), "02/06 23:58", STATES["twice"], Interval(3.1, 2.9, 3.3)),
    Sample("K-14", "Welkom Thuis vzw", (4,), "03/06 00:07", STATES["late"], Interval(3.0, 2.8, 3.1)),
)


def sample_table() -> Table[Sample]:
    """A table with every kind of cell."""
    columns: Sequence[Column[Sample]] = (
        Column("Nr.", lambda s: s.reference, Look.MUTED, width=60),
        Column("Organisatie", lambda s: s.name, Look.STRONG),
        Column("Uitdagingen", _challenges, mark=lambda s: s.challenges, delegate=ChipsCell, width=110),
        Column("Ontvangen", lambda s: s.received, Look.FIGURES, width=100),
        Column("Onzekerheid", _score, mark=lambda s: s.score, delegate=IntervalCell, width=130),
        Column("Status", lambda s: s.state.text, mark=lambda s: s.state, delegate=PillCell, width=120),
    )
    model = RowsModel(columns, key=lambda s: s.reference)
    model.set_rows(SAMPLES)
    return Table(model, "Kandidaturen", "Nog geen kandidaturen")


def _challenges(sample: Sample) -> str:
    return ", ".join(map(str, sample.challenges))


def _score(sample: Sample) -> str:
    return f"{sample.score.value:.1f}"


def timeline() -> Timeline:
    """The milestones of the addendum, seen on 8 June 2023."""
    made = Timeline()
    moments = (
        Moment("21/04", "Lancering", date(2023, 4, 21)),
        Moment("02/06 23:59", "Deadline kandidaturen", date(2023, 6, 2)),
        Moment("05–09/06", "Schriftelijke beoordeling", date(2023, 6, 5), date(2023, 6, 9)),
        Moment("09/06 nm.", "Communicatie beoordeling", date(2023, 6, 9)),
        Moment("14 · 16 · 19/06", "Pitches en jury", date(2023, 6, 14), date(2023, 6, 19)),
        Moment("vóór 15/07", "Beslissing meegedeeld", date(2023, 7, 14)),
        Moment("+ 14 dagen", "Weerwoord"),
    )
    made.show_moments(moments, date(2023, 6, 8))
    return made


def scores() -> Panel:
    """The scale in its states."""
    panel = Panel("Regio-uitdaging 4 · Jolien")
    for title, given in (
        ("leeg", Given()),
        ("nul", Given(0)),
        ("vier", Given(4)),
        ("n.v.t.", Given(not_applicable=True)),
    ):
        segments = ScoreSegments(title, ANCHORS, not_applicable=True)
        segments.show_given(given)
        panel.body.addLayout(row(label(title, "strong"), None, segments))
        panel.body.addWidget(rule())
    closed = ScoreSegments("ingediend", ANCHORS)
    closed.show_given(Given(3))
    closed.setEnabled(False)
    panel.body.addLayout(row(label("ingediend", "strong"), None, closed))
    return panel


def fields() -> Panel:
    """Form fields and buttons."""
    panel = Panel("Gegevens")
    wrong = Field("E-mailadres", line_edit("geen adres"))
    wrong.show_problem("Dit is geen e-mailadres.")
    choice = QComboBox()
    choice.addItems(["Lier", "Nijlen"])
    spin = QSpinBox()
    tick = QCheckBox("Bevestigd door de regisseur")
    tick.setChecked(True)
    panel.body.addWidget(Field("Organisatie", line_edit("Huis van Morgen vzw"), "uit het formulier, blz. 1"))
    panel.body.addWidget(wrong)
    panel.body.addWidget(Field("Opmerking", text_edit(suggestion="Schrijf hier wat je opviel…")))
    panel.body.addLayout(row(choice, spin, tick, None))
    bar = QProgressBar()
    bar.setValue(60)
    panel.body.addWidget(bar)
    buttons = [
        button("Gewoon"),
        button("Met icoon", icon="upload"),
        button("Eerste", part="primary", icon="check"),
        button("Pijnlijk…", part="danger", icon="trash-2"),
        button("Verwijzing", part="link"),
        icon_button("copy", "Kopiëren"),
    ]
    panel.body.addLayout(row(*buttons, None))
    off = button("Uit")
    off.setEnabled(False)
    first_off = button("Eerste uit", part="primary")
    first_off.setEnabled(False)
    panel.body.addLayout(row(off, first_off, Switch((("w", "Schriftelijk"), ("p", "Pitch"))), None))
    return panel


def marks() -> Panel:
    """Chips, pills, bars."""
    panel = Panel("Kandidaturen per regio-uitdaging")
    for number, (name, count) in enumerate(zip(NAMES, (9, 8, 5, 4, 6, 3, 1), strict=True), 1):
        panel.body.addWidget(BarRow(number, name, count, 9))
    panel.body.addWidget(note("Regio-uitdaging 7 heeft maar één kandidaat", Tone.WARN))
    tones = [StatusPill(tone.value, tone) for tone in Tone]
    panel.body.addLayout(row(*tones, None))
    panel.body.addLayout(row(ChallengeChips((1, 4, 5, 7)), None))
    chips = [
        Chip(name, checked=at == 0)
        for at, name in enumerate(("Formulier.pdf", "Begroting.xlsx", "Statuten.pdf"))
    ]
    panel.body.addWidget(flow(*chips))
    panel.body.addWidget(Tabs((("a", "Bijlagen"), ("b", "Gegevens"), ("c", "Berichten (3)"))))
    facts = Facts()
    facts.add("Ontvangen", "1 juni 2023 11:40")
    facts.add("Bewijs", "Received: from mail.huisvanmorgen.example by mx.stadlier.example")
    panel.body.addWidget(facts)
    panel.body.addStretch(1)
    return panel


def gallery() -> QWidget:
    """The whole page."""
    page = role(QWidget(), "gallery")
    page.setObjectName("page-content")
    top = Panel()
    top.body.addWidget(timeline())
    cards = (
        FigureCard("14", "kandidaturen · 12 ontvankelijk"),
        FigureCard("68 / 96", "beoordelingen ingediend", 68 / 96),
        FigureCard("12 / 12", "pitches ingepland"),
        FigureCard("1 dag", "tot communicatie beoordeling"),
    )
    lists = Panel(margins=(10, 6, 10, 10))
    lists.body.addWidget(sample_table())
    middle = row(stack(lists, scores(), spacing=16), fields(), marks(), spacing=16)
    page.setLayout(stack(top, row(*cards, spacing=16), middle, spacing=16))
    page.layout().setContentsMargins(22, 18, 22, 18)
    return page


def main() -> None:
    """Draw the gallery into a file."""
    shade, file, *rest = sys.argv[1:]
    width, height = (int(part) for part in (rest or ["1440x900"])[0].split("x"))
    app = QApplication([])
    theme.load_fonts()
    theme.apply(app, shade)
    page = gallery()
    page.resize(width, height)
    page.show()
    page.findChild(Table).choose("K-02")
    app.processEvents()
    page.grab().save(file)
    page.close()


if __name__ == "__main__":
    main()
