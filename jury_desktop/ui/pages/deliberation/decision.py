"""One candidacy at the table: scores and comments per item, the decision and its motivation."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QVBoxLayout, QWidget

from jury_desktop.domain.decision import KINDS, DecisionKind, MotivationLine, Stage
from jury_desktop.domain.score import ItemScore
from jury_desktop.domain.sheet import label as item_label
from jury_desktop.services.decide import Deliberation, decide
from jury_desktop.ui.allowed import asks, only_for
from jury_desktop.ui.pages.deliberation.drafts import Draft, kept_draft
from jury_desktop.ui.pages.deliberation.eyes import EyesBar
from jury_desktop.ui.pages.deliberation.item_view import ItemView
from jury_desktop.ui.pages.deliberation.talking import TalkView
from jury_desktop.ui.pages.deliberation.words import decision_name, in_letter, told_earlier, unheard_note
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import Panel, button, clear, label, note, restyle, row, rule
from jury_desktop.ui.widgets.form import Field, scroll
from jury_desktop.ui.widgets.growing_text import GrowingText
from jury_desktop.ui.widgets.marks import StatusPill
from jury_desktop.ui.widgets.still import ChoiceBox

tr = area("deliberation")

DISAGREE = 3
"""From this distance between the lowest and the highest score on an item, jurors are said to disagree."""


class DecisionPanel(Panel):
    """Scores with their spread, one field of motivation per item, the decision below.

    Once a letter makes the decision known the fields are to be read, until the user wants to change it
    all the same.

    :ivar edited: the user changed a field; ``dropped``: the user wants back what was kept.
    :ivar unlocked: the fields of a decision that is in a letter can be changed now.
    :ivar conflict_wanted: a suspected conflict is to be judged; carries the reference of the candidacy.
    :ivar agreed: the jury agrees on the reasons on an item; carries the line.
    """

    edited = Signal()
    dropped = Signal()
    unlocked = Signal()
    agreed = Signal(object)
    conflict_wanted = Signal(str)

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self.shown: Deliberation | None = None
        self.items: dict[str, ItemView] = {}
        self._about: tuple[str, Stage] | None = None
        self._filling = False
        self.locked = False
        """Whether a letter makes the decision known, so that the fields are to be read."""
        self._title = label("", "heading", wrap=True)
        self.unsaved = StatusPill(tr("not saved"), Tone.WARN)
        self.back = button(tr("Undo my changes"), self.dropped.emit, part="link")
        self.change = button(tr("Change it all the same…"), self.unlock, icon="lock-open")
        self._remarks = QVBoxLayout()
        self.summary = only_for(GrowingText(tr("Motivation as a whole (opens the letter)")), decide)
        self.kinds = only_for(ChoiceBox(), decide)
        self._items = QVBoxLayout()
        self._items.setSpacing(14)
        self.talk = TalkView()
        self.eyes = EyesBar(language)
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
        inner.addWidget(rule())
        inner.addWidget(self.talk)
        inner.addStretch(1)
        self.kinds.setAccessibleName(tr("Decision"))
        self.kinds.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        head = row(self._title, self.unsaved)
        head.setStretch(0, 1)
        self.body.addLayout(head)
        self._scroll = scroll(holder, tr("Motivation"))
        self.body.addWidget(self._scroll, 1)
        self.body.addLayout(row(label(tr("Decision"), "strong"), self.kinds, None, self.back))
        self.body.addWidget(self.eyes)
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
        self.talk.show_talk(found)
        self.eyes.show_decision(found.decision, asked=found.four_eyes and draft is None)
        self._lock(found.letter is not None and draft is None)
        self._filling = False
        self.show_unsaved(draft is not None)

    @asks(decide)
    def unlock(self) -> None:
        """Let the decision be changed although a letter makes it known."""
        if self.shown is not None:
            self._lock(False)
            self._show_remarks(self.shown)
            self.summary.setFocus()
            self.unlocked.emit()

    def show_summary(self) -> None:
        """Lead to the motivation as a whole, wherever it was scrolled to."""
        self._scroll.ensureWidgetVisible(self.summary)
        self.summary.setFocus()

    def _lock(self, locked: bool) -> None:
        self.locked = locked
        self.summary.setReadOnly(locked)
        for item in self.items.values():
            item.lock(locked)
        for field in (self.summary, *self.texts.values()):
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
        texts = {key: item.field.toPlainText() for key, item in self.items.items()}
        rests = {key: item.sheets for key, item in self.items.items()}
        return Draft(self.kind(), self.summary.toPlainText(), texts, rests)

    def lines(self) -> tuple[MotivationLine, ...]:
        """The motivation per item as it stands in the fields, with the score rows it rests on."""
        return tuple(line for item in self.items.values() if (line := item.line()).text)

    @property
    def texts(self) -> dict[str, QPlainTextEdit]:
        """The field of each item, by its key."""
        return {key: item.field for key, item in self.items.items()}

    def _tell(self) -> None:
        if not self._filling and self.shown is not None:
            self.edited.emit()

    # parts

    def _show_remarks(self, found: Deliberation) -> None:
        clear(self._remarks)
        self._show_suspected(found)
        if found.talk is not None and found.talk.waiting is not None:
            text = tr("The jury still wants to look at it again: {reason}")
            self._remarks.addWidget(note(text.format(reason=found.talk.waiting.reason), Tone.WARN))
        if found.sealed:
            text = tr("The scores are still sealed: not every juror has submitted.")
            self._remarks.addWidget(note(text, Tone.INFO))
            return
        if found.letter is not None:
            self._remarks.addWidget(note(in_letter(found.letter, self._language), Tone.INFO))
        if found.earlier is not None:
            text = told_earlier(found.earlier, self._language, untold=found.untold)
            self._remarks.addWidget(note(text, Tone.WARN if found.untold else Tone.INFO))
        if found.attention.overtaken:
            text = tr(
                "A score that counts changed after the letter left: scores or place in it no longer hold. "
                "Revise the decision, and a new letter tells the candidate."
            )
            self._remarks.addWidget(note(text, Tone.BAD))
        if found.unheard is not None:
            self._remarks.addWidget(note(unheard_note(found.unheard, self._language), Tone.INFO))
        elif not found.sheets:
            self._remarks.addWidget(note(tr("Nobody scored this candidacy."), Tone.WARN))
        split = [item_label(score.item) for score in found.scores if _spread(score) >= DISAGREE]
        if split:
            text = tr("Jurors disagree on: {items}").format(items="; ".join(split))
            self._remarks.addWidget(note(text, Tone.WARN))

    def _show_suspected(self, found: Deliberation) -> None:
        """Never silently: who may have a conflict scores along until somebody judges it."""
        if names := found.attention.suspected:
            text = tr(
                "Suspected conflict of interest, not judged yet: {jurors}. Until then these scores count and "
                "nobody leaves the room."
            )
            self._remarks.addWidget(note(text.format(jurors=", ".join(names)), Tone.WARN))
            self._remarks.addLayout(row(button(tr("Judge it under Jury"), self._wants_conflict), None))

    def _wants_conflict(self) -> None:
        if self.shown is not None:
            self.conflict_wanted.emit(self.shown.candidacy.reference)

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
        """The items of another candidacy, or the same ones anew: then each keeps its cursor."""
        if list(self.items) != [score.item.key for score in found.scores] or self._about != _about(found):
            self._make_items(found)
        for score in found.scores:
            key = score.item.key
            text, rests = wanted.texts.get(key, ""), wanted.rests.get(key, ())
            self.items[key].show_item(found, score, text, rests)

    def _make_items(self, found: Deliberation) -> None:
        clear(self._items)
        self._about, self.items = _about(found), {}
        for score in found.scores:
            made = ItemView(self._language, score)
            made.edited.connect(self._tell)
            made.agreed.connect(self.agreed)
            self.items[score.item.key] = made
            self._items.addWidget(made)


def _about(found: Deliberation) -> tuple[str, Stage]:
    return found.candidacy.id, found.stage


def _spread(score: ItemScore) -> int:
    return max(score.values) - min(score.values) if score.values else 0
