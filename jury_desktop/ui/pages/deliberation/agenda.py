"""What to talk about first, and in which order the fewest people leave the room."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jury_desktop.domain.agenda import MARKED, Agenda, Topic
from jury_desktop.domain.call import Round
from jury_desktop.domain.discussion import Discussion, Turn
from jury_desktop.domain.sheet import label as item_label
from jury_desktop.services.advice import topics
from jury_desktop.services.attention import attention
from jury_desktop.services.discussion import discussion_order, door
from jury_desktop.services.known import known
from jury_desktop.services.ports import Dossier
from jury_desktop.services.talk import second_looks
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.pages.deliberation.advice_words import sealed_text
from jury_desktop.ui.pages.deliberation.view import Look, View
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets import rows_model
from jury_desktop.ui.widgets.basics import Panel, button, clear, label, note, row
from jury_desktop.ui.widgets.cells import StripCell
from jury_desktop.ui.widgets.form import scroll
from jury_desktop.ui.widgets.narrow import GiveWay
from jury_desktop.ui.widgets.paint import Strip
from jury_desktop.ui.widgets.rows_model import Column, RowsModel
from jury_desktop.ui.widgets.table import Table
from jury_desktop.wording import score as written

tr = area("advice")

FIGURES, MUTED, STRONG = rows_model.Look.FIGURES, rows_model.Look.MUTED, rows_model.Look.STRONG
STRIP = 3
"""The column whose header tells the ends of the scale."""
NEAR = 0.36
"""From this closeness (a chance between 10 % and 90 %) it is said that a candidacy is near the line."""


@dataclass(frozen=True, slots=True)
class Found:
    """What the tab shows, with how people call candidacies and jurors by their ids."""

    agenda: Agenda
    order: tuple[str, ...]
    barred: dict[str, frozenset[str]]
    references: dict[str, str]
    jurors: dict[str, str]
    scale: tuple[int, int]
    sealed: int
    suspected: tuple[str, ...]
    again: tuple[str, ...]


class TopicTable(Table[Topic]):
    """One row per item on which jurors are divided, most urgent first."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._scale = (0, 5)
        empty = tr("Nothing stands out: nowhere are the jurors more divided than usual.")
        super().__init__(RowsModel(self._columns(), _key), tr("What to talk about first"), empty)
        GiveWay(self, 4, 2)

    def show_topics(self, found: tuple[Topic, ...], scale: tuple[int, int]) -> None:
        """Show other topics; every strip of scores runs over the same scale."""
        self._scale = scale
        low, high = scale
        self.rows.set_header(STRIP, tr("{low} ← score → {high}").format(low=low, high=high))
        self.rows.set_rows(found)

    def _columns(self) -> tuple[Column[Topic], ...]:
        return (
            Column(tr("No."), lambda topic: topic.candidacy.reference, STRONG, width=62),
            Column(tr("About"), _about, tip=_about),
            Column(tr("Round"), _round, MUTED, width=88),
            Column(tr("Scores"), _values, mark=self._strip, delegate=StripCell, width=104),
            Column(tr("Spread"), self._ratio, FIGURES, order=lambda topic: -topic.ratio, width=76),
            Column(tr("Why"), _why, MUTED, order=lambda topic: -topic.urgency, tip=_why, width=146),
        )

    def _strip(self, topic: Topic) -> Strip:
        return Strip(topic.values, *self._scale)

    def _ratio(self, topic: Topic) -> str:
        return f"{written(topic.ratio, self._language)} ×"


class DoorPanel(Panel):
    """The order of discussion, with what happens at the door before each candidacy."""

    def __init__(self) -> None:
        super().__init__(tr("Order with the fewest people leaving"))
        self.told = label("", "muted", wrap=True)
        self.suspected = note("", Tone.WARN)
        self.judge = button(tr("Judge it under Jury"))
        holder = QWidget()
        self._lines = QVBoxLayout(holder)
        self._lines.setContentsMargins(0, 0, 8, 0)
        self._lines.setSpacing(6)
        self.body.addWidget(self.suspected)
        self.body.addLayout(row(self.judge, None))
        self.body.addWidget(self.told)
        self.body.addWidget(scroll(holder, tr("Order with the fewest people leaving")), 1)

    def show_order(self, found: Discussion, of: Found) -> None:
        """Show an order; where nobody has to leave it is that of the ranking."""
        clear(self._lines)
        for part in (self.suspected, self.judge):
            part.setVisible(bool(of.suspected))
        self.suspected.setText(_suspected_text(of.suspected))
        self.told.setText(_door_text(found, of.suspected))
        for place, turn in enumerate(found.turns, start=1):
            if text := _at_the_door(turn, of.jurors):
                self._lines.addWidget(label(text, "small", wrap=True))
            self._lines.addWidget(label(f"{place}. {of.references[turn.candidacy]}", "strong"))
        if of.again:
            self._lines.addWidget(label(tr("Then once more"), "small"))
        for candidacy in of.again:
            self._lines.addWidget(label(of.references[candidacy], "strong"))
        self._lines.addStretch(1)


class AgendaView(View):
    """Topics at the left, the order at the right."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.table = TopicTable(shell.language)
        self.table.opened.connect(self._open)
        self.door = DoorPanel()
        self.door.judge.clicked.connect(self._judge)
        self._told = label("", "muted", wrap=True)
        left = Panel(margins=(10, 10, 10, 12))
        left.body.addWidget(self.table, 1)
        left.body.addWidget(self._told)
        both = QHBoxLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(16)
        both.addWidget(left, 3)
        both.addWidget(self.door, 1)

    def read(self, look: Look) -> None:
        self.shell.run_job(
            lambda dossier, context: _read(dossier, look), self._show, key="deliberation-agenda"
        )

    def _show(self, found: Found) -> None:
        self.table.show_topics(found.agenda.topics, found.scale)
        self._told.setText(sealed_text(found.sealed) or self._explained(found.agenda))
        self.shell.run_calculation(
            partial(_put_in_order, found), partial(self._show_order, found), key="deliberation-door"
        )

    def _show_order(self, found: Found, order: Discussion) -> None:
        self.door.show_order(order, found)

    def _explained(self, agenda: Agenda) -> str:
        usual = written(agenda.usual, self.shell.language)
        text = tr("Spread: so many times what is usual between jurors on an item, which is {usual} here.")
        return text.format(usual=usual)

    def _judge(self) -> None:
        self.shell.go_to("jury")

    def _open(self, topic: Topic) -> None:
        self.candidacy_wanted.emit(topic.candidacy.reference)


def _read(dossier: Dossier, look: Look) -> Found:
    selection = known(dossier).selection
    order, barred = door(dossier, look.stage)
    rubric = selection.call.rubric
    return Found(
        topics(dossier, look.stage, look.cut),
        order,
        dict(barred),
        {
            candidacy.id: f"{candidacy.reference} {candidacy.organisation}"
            for candidacy in selection.candidacies
        },
        {juror.id: juror.name for juror in selection.jurors},
        (rubric.lowest, rubric.highest),
        selection.sealed_at(look.stage),
        _suspected(dossier, look),
        tuple(key for key in second_looks(selection, look.stage) if key in order),
    )


def _suspected(dossier: Dossier, look: Look) -> tuple[str, ...]:
    """The open suspicions: "K-03: Bea Claes"."""
    references = {each.id: each.reference for each in known(dossier).selection.candidacies}
    noticed = attention(dossier, look.stage).items()
    return tuple(f"{references[key]}: {', '.join(each.suspected)}" for key, each in noticed if each.suspected)


def _put_in_order(found: Found, context: JobContext) -> Discussion:
    return discussion_order(found.order, found.barred, cancelled=context.cancelled)


def _key(topic: Topic) -> str:
    return f"{topic.candidacy.id} {topic.round.value} {topic.item.key}"


def _about(topic: Topic) -> str:
    return item_label(topic.item)


def _round(topic: Topic) -> str:
    return tr("written") if topic.round is Round.WRITTEN else tr("pitch")


def _values(topic: Topic) -> str:
    return " · ".join(str(value) for value in topic.values)


def _why(topic: Topic) -> str:
    """Everything that speaks for talking about it."""
    reasons = []
    if topic.camps:
        reasons.append(tr("two camps"))
    elif topic.ratio >= MARKED:
        reasons.append(tr("divided"))
    if topic.unexplained:
        reasons.append(tr("%n without a reason", "", topic.unexplained))
    if topic.closeness >= NEAR:
        reasons.append(tr("near the line"))
    return ", ".join(reasons)


def _suspected_text(suspected: tuple[str, ...]) -> str:
    text = tr("%n candidacies have a suspected conflict of interest that nobody judged", "", len(suspected))
    return f"{text}: {'; '.join(suspected)}."


def _door_text(found: Discussion, suspected: tuple[str, ...]) -> str:
    if not found.walks and suspected:
        return tr("As long as these are not judged, nobody leaves: this is the order of the ranking.")
    if not found.walks:
        return tr("No juror has a conflict here: discuss in the order of the ranking.")
    text = tr("%n times somebody leaves the room", "", found.walks)
    instead = tr("{before} in the order of the ranking").format(before=found.before)
    return f"{text}; {instead}."


def _at_the_door(turn: Turn, jurors: dict[str, str]) -> str:
    leave = [tr("{juror} leaves").format(juror=jurors[each]) for each in turn.leave]
    back = [tr("{juror} comes back").format(juror=jurors[each]) for each in turn.return_]
    return " · ".join((*leave, *back))
