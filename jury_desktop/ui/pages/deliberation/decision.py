"""One candidacy at the table: scores and comments per item, the decision and its motivation."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QVBoxLayout, QWidget

from jury_desktop.domain.decision import KINDS, DecisionKind, MotivationLine
from jury_desktop.domain.score import ItemScore
from jury_desktop.domain.sheet import label as item_label
from jury_desktop.services.decide import Deliberation
from jury_desktop.ui.pages.deliberation.drafts import Draft, kept_draft
from jury_desktop.ui.pages.deliberation.words import decision_name, in_letter, score_text
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import Panel, button, clear, label, note, restyle, row
from jury_desktop.ui.widgets.figure import figure_label
from jury_desktop.ui.widgets.form import Field, scroll
from jury_desktop.ui.widgets.growing_text import GrowingText
from jury_desktop.ui.widgets.marks import StatusPill

tr = area("deliberation")

DISAGREE = 3
"""From this distance between the lowest and the highest score on an item, jurors are said to disagree."""


class DecisionPanel(Panel):
    """Scores with their spread, one field of motivation per item, the decision below.

    Once a letter makes the decision known the fields are to be read, until the user wants to change it
    all the same.

    :ivar edited: the user changed a field; ``dropped``: the user wants back what was kept.
    :ivar unlocked: the fields of a decision that is in a letter can be changed now.
    """

    edited = Signal()
    dropped = Signal()
    unlocked = Signal()

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self.shown: Deliberation | None = None
        self.texts: dict[str, QPlainTextEdit] = {}
        self._filling = False
        self.locked = False
        """Whether a letter makes the decision known, so that the fields are to be read."""
        self._title = label("", "heading", wrap=True)
        self.unsaved = StatusPill(tr("not saved"), Tone.WARN)
        self.back = button(tr("Undo my changes"), self.dropped.emit, part="link")
        self.change = button(tr("Change it all the same…"), self.unlock, icon="lock-open")
        self._remarks = QVBoxLayout()
        self.summary = GrowingText(tr("Motivation as a whole (opens the letter)"))
        self.kinds = QComboBox()
        self._items = QVBoxLayout()
        self._items.setSpacing(14)
        self._build()

    def _build(self) -> None:
        holder = QWidget()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(0, 0, 8, 0)
        inner.setSpacing(14)
        inner.addLayout(self._remarks)
        inner.addLayout(row(self.change, None))
        inner.addWidget(Field(tr("Motivation as a whole (opens the letter)"), self.summary))
        inner.addLayout(self._items)
        inner.addStretch(1)
        self.kinds.setAccessibleName(tr("Decision"))
        self.kinds.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        head = row(self._title, self.unsaved)
        head.setStretch(0, 1)
        self.body.addLayout(head)
        self.body.addWidget(scroll(holder, tr("Motivation")), 1)
        self.body.addLayout(row(label(tr("Decision"), "strong"), self.kinds, None, self.back))
        self.summary.textChanged.connect(self._tell)
        self.kinds.currentIndexChanged.connect(self._tell)

    # showing

    def show_deliberation(self, found: Deliberation, draft: Draft | None = None) -> None:
        """Show a candidacy with what was typed about it before, or else with what has been kept."""
        self._filling = True
        self.shown = found
        wanted = draft or kept_draft(found)
        self._title.setText(f"{found.candidacy.reference} {found.candidacy.organisation}")
        self._show_remarks(found)
        self.summary.setPlainText(wanted.summary)
        self._show_kinds(found, wanted.kind)
        self._show_items(found, wanted)
        self._lock(found.letter is not None and draft is None)
        self._filling = False
        self.show_unsaved(draft is not None)

    def unlock(self) -> None:
        """Let the decision be changed although a letter makes it known."""
        if self.shown is not None:
            self._lock(False)
            self._show_remarks(self.shown)
            self.summary.setFocus()
            self.unlocked.emit()

    def _lock(self, locked: bool) -> None:
        self.locked = locked
        for field in (self.summary, *self.texts.values()):
            field.setReadOnly(locked)
            restyle(field)
        sealed = self.shown is not None and self.shown.sealed
        self.summary.setEnabled(not sealed)
        self.kinds.setEnabled(not (sealed or locked))
        self.change.setVisible(locked)

    def show_unsaved(self, unsaved: bool) -> None:
        """Say whether the fields hold more than the dossier."""
        self.unsaved.setVisible(unsaved)
        self.back.setVisible(unsaved)

    # reading

    def kind(self) -> DecisionKind | None:
        """The decision chosen below; None until somebody chooses one."""
        chosen = self.kinds.currentData()
        return DecisionKind(chosen) if chosen else None

    def draft(self) -> Draft:
        """Every field as it stands."""
        texts = {key: field.toPlainText() for key, field in self.texts.items()}
        return Draft(self.kind(), self.summary.toPlainText(), texts)

    def lines(self) -> tuple[MotivationLine, ...]:
        """The motivation per item as it stands in the fields, resting on the sheets that speak of it."""
        rests = {line.item: line.sheets for line in self.shown.proposal} if self.shown else {}
        texts = ((key, field.toPlainText().strip()) for key, field in self.texts.items())
        return tuple(MotivationLine(key, text, rests.get(key, ())) for key, text in texts if text)

    def _tell(self) -> None:
        if not self._filling and self.shown is not None:
            self.edited.emit()

    # parts

    def _show_remarks(self, found: Deliberation) -> None:
        clear(self._remarks)
        if found.sealed:
            text = tr("The scores are still sealed: not every juror has submitted.")
            self._remarks.addWidget(note(text, Tone.INFO))
            return
        if found.letter is not None:
            self._remarks.addWidget(note(in_letter(found.letter, self._language), Tone.INFO))
        if not found.sheets:
            self._remarks.addWidget(note(tr("Nobody scored this candidacy."), Tone.WARN))
        split = [item_label(score.item) for score in found.scores if _spread(score) >= DISAGREE]
        if split:
            text = tr("Jurors disagree on: {items}").format(items="; ".join(split))
            self._remarks.addWidget(note(text, Tone.WARN))

    def _show_kinds(self, found: Deliberation, chosen: DecisionKind | None) -> None:
        """Nobody's decision is made by the program: without one the list opens with "choose"."""
        self.kinds.clear()
        if found.decision is None or chosen is None:
            self.kinds.addItem(tr("Choose a decision…"), "")
        for kind in KINDS[found.stage]:
            self.kinds.addItem(decision_name(kind), kind.value)
        if chosen is not None:
            self.kinds.setCurrentIndex(self.kinds.findData(chosen.value))

    def _show_items(self, found: Deliberation, wanted: Draft) -> None:
        clear(self._items)
        self.texts = {}
        for score in found.scores:
            field = GrowingText(item_label(score.item))
            field.setPlainText(wanted.texts.get(score.item.key, ""))
            field.textChanged.connect(self._tell)
            self.texts[score.item.key] = field
            self._items.addLayout(self._item(score, field))

    def _item(self, score: ItemScore, field: QWidget) -> QVBoxLayout:
        made = QVBoxLayout()
        made.setSpacing(4)
        title = label(item_label(score.item), "strong", wrap=True)
        head = row(title, figure_label(score_text(score.mean, self._language)))
        head.setStretch(0, 1)
        made.addLayout(head)
        made.addWidget(label(_values(score.values), "small", wrap=True))
        made.addWidget(field)
        return made


def _spread(score: ItemScore) -> int:
    return max(score.values) - min(score.values) if score.values else 0


def _values(values: Sequence[int]) -> str:
    return tr("scores of the jurors: {values}").format(values="\u00a0· ".join(str(v) for v in sorted(values)))
