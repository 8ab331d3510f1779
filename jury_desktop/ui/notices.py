"""One door for every message to the user: a quiet bar in the window; dialogs only for questions.

Good news and plain information leave by themselves, never while somebody reads them with mouse or keyboard.
Warnings and errors stay until they are dismissed or what they speak of is over. A notice belongs to the page
that was on show: it is not seen on others, and a lasting one is there again when its page is.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from jury_desktop.domain.messages import Message
from jury_desktop.ui.final import Final, why_final
from jury_desktop.ui.shell import Notice
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import button, icon_button, label, role, widgets_in
from jury_desktop.ui.widgets.marks import IconMark
from jury_desktop.wording import render

tr = area("shell")

SHOWN_FOR = 8_000
"""Milliseconds after which good news and plain information leave by themselves; the rest stays."""
LOOK_AGAIN = 2_000
"""Milliseconds a notice stays at least after somebody has had the mouse or the keyboard on it."""
OFFERED_FOR = 30_000
"""The same for a notice that offers something, such as to undo the last step; Ctrl+Z stays."""
AT_ONCE = 3
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

    def __init__(self, notice: Notice, page: str, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.notice = notice
        self.page = page
        role(self, "notice").setProperty("tone", notice.tone.value)
        self.text = label(words(notice.text, language), wrap=True, select=True)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(f"{_tone_word(notice.tone)}: {self.text.text()}")
        self._fill()
        self._leaving = QTimer(self)
        self._leaving.setSingleShot(True)
        self._leaving.timeout.connect(self._time_to_leave)
        if not self.lasts:
            self._leaving.start(OFFERED_FOR if notice.action else SHOWN_FOR)

    @property
    def lasts(self) -> bool:
        """Whether it stays until somebody has done something about it."""
        return not self.notice.passing and self.notice.tone in {Tone.WARN, Tone.BAD}

    def belongs_to(self, page: str) -> bool:
        """Whether it is to be seen on this page."""
        return self.notice.everywhere or self.page == page

    def _time_to_leave(self) -> None:
        focused = QApplication.focusWidget()
        if self.underMouse() or (focused is not None and self.isAncestorOf(focused)):
            self._leaving.start(LOOK_AGAIN)
        else:
            self.dismiss()

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
        self._page = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(22, 12, 22, 0)
        self._column.setSpacing(6)
        self.hide()

    def show_notice(self, notice: Notice) -> None:
        """Add a notice; one about the same is replaced, the oldest goes when there are too many.

        Good news ends what was refused before it.
        """
        if notice.tone is Tone.GOOD:
            self.succeeded()
        text = words(notice.text, self.language)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
        if not notice.action and any(bar.text.text() == text and bar.notice.action for bar in self.bars()):
            return  # it says so already, and offers what helps
        for bar in self._all():
            same = bar.text.text() == text or (notice.topic and bar.notice.topic == notice.topic)
            if same and bar.belongs_to(self._page):
                bar.dismiss()
        while len(self.bars()) >= AT_ONCE:
            self._oldest().dismiss()
        self._column.addWidget(NoticeBar(notice, self._page, self.language, self))
        self.fit()

    def _oldest(self) -> NoticeBar:
        """What goes when there are too many: before anything else what does not hold on every page."""
        here = self.bars()
        return next((bar for bar in here if not (bar.lasts and bar.notice.everywhere)), here[0])

    def bars(self) -> list[NoticeBar]:
        """What is to be seen on the page on show, oldest first."""
        return [bar for bar in self._all() if bar.belongs_to(self._page)]

    def _all(self) -> list[NoticeBar]:
        return [widget for widget in widgets_in(self._column) if isinstance(widget, NoticeBar)]

    def fit(self) -> None:
        """Show what belongs here; take no room when there is nothing to say."""
        here = self.bars()
        for bar in self._all():
            bar.setVisible(bar in here)
        self.setVisible(bool(here))

    def show_page(self, page: str) -> None:
        """Another page is on show: what was said in passing on the one before has been read."""
        if page != self._page:
            self._dismiss(lambda bar: not (bar.lasts or bar.notice.everywhere) or bar.notice.topic == page)
            self._page = page
            self.fit()

    def speak(self, language: str) -> None:
        """Say everything in another language; what cannot be said in it goes."""
        if language == self.language:
            return
        self.language = language
        for bar in self._all():
            notice = bar.notice
            if isinstance(notice.text, str) or notice.action:
                bar.dismiss()
            else:
                fresh = NoticeBar(notice, bar.page, language, self)
                self._column.insertWidget(self._column.indexOf(bar), fresh)
                bar.dismiss()
        self.fit()

    def withdraw(self, topic: str) -> None:
        """What a notice spoke of is over."""
        self._dismiss(lambda bar: bar.notice.topic == topic)

    def succeeded(self) -> None:
        """A step has been done: what was refused before it is over, also on another page, where its cause may
        have been mended from here."""
        self._dismiss(lambda bar: bar.notice.tone is Tone.BAD and isinstance(bar.notice.text, Message))

    def _dismiss(self, gone: Callable[[NoticeBar], bool]) -> None:
        for bar in self._all():
            if gone(bar):
                bar.dismiss()

    def offer_undo(self, text: str, undo: Callable[[], object] | None, caution: bool = False) -> None:
        """Tell what has happened, with a button to undo it where that can be; ``caution`` makes it amber."""
        action = tr("Undo") if undo is not None else ""
        self.show_notice(
            Notice(text, Tone.WARN if caution else Tone.GOOD, action, undo, passing=undo is not None)
        )

    def tell_undone(self, step: str) -> None:
        """Say which step was undone: who pressed once too often sees it."""
        self.show_notice(Notice(tr("Undone: {step}").format(step=step), Tone.INFO, passing=True))

    def tell_redone(self, step: str) -> None:
        """Say which step was done again."""
        self.show_notice(Notice(tr("Done again: {step}").format(step=step), Tone.INFO, passing=True))

    def tell_final(self, step: str, why: Final | Message, before: str) -> None:
        """Say why a step cannot be undone, and what asking again would undo."""
        again = tr("Ctrl+Z again undoes what came before: {step}.").format(step=before) if before else ""
        self._tell_why(tr("“{step}” cannot be undone.").format(step=step), why, again)

    def tell_stayed(self, step: str, why: Message, after: str) -> None:
        """Say why a step that was undone cannot be done again, and what asking again would do."""
        again = (
            tr("Ctrl+Shift+Z again goes on with what came after: {step}.").format(step=after) if after else ""
        )
        self._tell_why(tr("“{step}” cannot be done again.").format(step=step), why, again)

    def _tell_why(self, what: str, why: Final | Message, again: str) -> None:
        """A reason that was always there is information; one that came since is a warning."""
        if isinstance(why, Final):
            reason, tone = why_final(why), Tone.INFO
        else:
            reason, tone = words(why, self.language), Tone.WARN
        said = " ".join(part for part in (what, reason, again) if part)
        self.show_notice(Notice(said, tone, passing=True))

    def pass_by(self) -> None:
        """Another step has been done or undone: take away what was about the one before."""
        self._dismiss(lambda bar: bar.notice.passing)

    def clear(self) -> None:
        """Another dossier is open: take away all that was about the one before."""
        self._dismiss(lambda bar: not bar.notice.everywhere)
