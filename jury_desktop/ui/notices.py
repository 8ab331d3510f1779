"""One door for every message to the user: a quiet bar in the window; dialogs only for questions."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from jury_desktop.domain.messages import Message
from jury_desktop.ui import theme
from jury_desktop.ui.shell import Answer, Choice, Notice, Question
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import button, icon_button, label, role, row, stack
from jury_desktop.ui.widgets.marks import IconMark
from jury_desktop.wording import render

tr = area("shell")

SHOWN_FOR = 8_000
"""Milliseconds after which good news and plain information leave by themselves; the rest stays."""
OFFERED_FOR = 30_000
"""Milliseconds after which the offer to undo the last step leaves; Ctrl+Z stays."""
AT_ONCE = 3
SIDE_BY_SIDE = 2
"""More choices than this stand below each other."""
_ICONS = {
    Tone.GOOD: "circle-check",
    Tone.WARN: "triangle-alert",
    Tone.BAD: "circle-alert",
    Tone.INFO: "info",
    Tone.NEUTRAL: "info",
}


def words(text: str | Message, language: str) -> str:
    """Text for the screen from either form."""
    return text if isinstance(text, str) else render(text, language)


class NoticeBar(QFrame):
    """One notice with its icon, its button and a cross."""

    def __init__(self, notice: Notice, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.notice = notice
        role(self, "notice").setProperty("tone", notice.tone.value)
        self.text = label(words(notice.text, language), wrap=True, select=True)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(f"{_tone_word(notice.tone)}: {self.text.text()}")
        self._fill()
        if notice.passing:
            QTimer.singleShot(OFFERED_FOR, self, self.dismiss)
        elif notice.tone in {Tone.GOOD, Tone.INFO, Tone.NEUTRAL} and not notice.action:
            QTimer.singleShot(SHOWN_FOR, self, self.dismiss)

    def _fill(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 8, 8, 8)
        line.setSpacing(10)
        line.addWidget(IconMark(_ICONS[self.notice.tone], 18, self.notice.tone.value))
        line.addWidget(self.text, 1)
        if self.notice.action:
            line.addWidget(button(self.notice.action, self._act))
        line.addWidget(icon_button("x", tr("Dismiss"), self.dismiss))

    def _act(self) -> None:
        self.dismiss()
        if self.notice.run is not None:
            self.notice.run()

    def dismiss(self) -> None:
        """Take the notice away."""
        holder = self.parentWidget()
        self.hide()
        self.setParent(None)
        self.deleteLater()
        if isinstance(holder, NoticeArea):
            holder.fit()


def _tone_word(tone: Tone) -> str:
    said = {
        Tone.GOOD: tr("Done"),
        Tone.WARN: tr("Warning"),
        Tone.BAD: tr("Error"),
        Tone.INFO: tr("Note"),
        Tone.NEUTRAL: tr("Note"),
    }
    return said[tone]


class NoticeArea(QWidget):
    """Where notices appear, the newest at the bottom, at most three."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language = "nl"
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(22, 12, 22, 0)
        self._column.setSpacing(6)
        self.hide()

    def show_notice(self, notice: Notice) -> None:
        """Add a notice; one that says the same is replaced, the oldest goes when there are too many."""
        text = words(notice.text, self.language)
        for bar in self.bars():
            if bar.text.text() == text:
                bar.dismiss()
        while len(self.bars()) >= AT_ONCE:
            self.bars()[0].dismiss()
        self._column.addWidget(NoticeBar(notice, self.language, self))
        self.fit()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def bars(self) -> list[NoticeBar]:
        """What is on show, oldest first."""
        items = (self._column.itemAt(at) for at in range(self._column.count()))
        widgets = [item.widget() for item in items if item is not None]
        return [widget for widget in widgets if isinstance(widget, NoticeBar)]

    def fit(self) -> None:
        """Take no room when there is nothing to say."""
        self.setVisible(bool(self.bars()))

    def offer_undo(self, text: str, undo: Callable[[], object] | None) -> None:
        """Tell what has happened, with a button that undoes it where that can be."""
        action = tr("Undo") if undo is not None else ""
        self.show_notice(Notice(text, Tone.GOOD, action, undo, passing=undo is not None))

    def pass_by(self) -> None:
        """Another step has been done or undone: take away what was about the one before."""
        for bar in self.bars():
            if bar.notice.passing:
                bar.dismiss()

    def clear(self) -> None:
        """Take every notice away."""
        for bar in self.bars():
            bar.dismiss()


class QuestionDialog(QDialog):
    """A question with its choices, and a field for the reason where one is asked."""

    def __init__(
        self, question: Question, language: str, answered: Callable[[Answer], object], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.question = question
        self._answered = answered
        self.setWindowTitle(question.title)
        self.setModal(True)
        self.reason = QPlainTextEdit()
        self.buttons: dict[str, QPushButton] = {}
        self._fill(words(question.text, language))
        self._reason_changed()
        self.finished.connect(self.deleteLater)

    def _fill(self, text: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(self.question.title, "title", wrap=True))
        column.addWidget(label(text, wrap=True, select=True))
        if self.question.reason:
            self._fill_reason(column)
        column.addSpacing(6)
        cancel = button(tr("Cancel"), self.reject)
        choices = [self._choice(choice) for choice in self.question.choices]
        if len(choices) > SIDE_BY_SIDE:
            column.addLayout(stack(*choices))
            choices = []
        column.addLayout(row(cancel, None, *choices))
        self.setMinimumWidth(theme.metrics().base * 36)

    def _fill_reason(self, column: QVBoxLayout) -> None:
        caption = label(self.question.reason, "muted")
        caption.setBuddy(self.reason)
        self.reason.setAccessibleName(self.question.reason)
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(theme.metrics().base * 7)
        self.reason.setPlainText(self.question.proposal)
        self.reason.textChanged.connect(self._reason_changed)
        column.addWidget(caption)
        column.addWidget(self.reason)

    def _choice(self, choice: Choice) -> QPushButton:
        part = "primary" if choice.primary else "danger" if choice.danger else ""
        made = button(choice.text, self._chosen, part=part)
        made.setDefault(choice.primary)
        made.setObjectName(choice.key)
        self.buttons[choice.key] = made
        return made

    def _reason_changed(self) -> None:
        ready = not self.question.reason or bool(self.reason.toPlainText().strip())
        for made in self.buttons.values():
            made.setEnabled(ready)

    def _chosen(self) -> None:
        sender = self.sender()
        self.accept()
        if sender is not None:
            self._answered(Answer(sender.objectName(), self.reason.toPlainText().strip()))

    def closeEvent(self, event: QCloseEvent) -> None:
        self.reject()
        super().closeEvent(event)
