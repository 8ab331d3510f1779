"""Somebody at the screen: sees what is shown, clicks, types, presses keys. Nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from jury_desktop.ui.main_window import MainWindow

LEFT = Qt.MouseButton.LeftButton
PATIENCE = 60_000
"""Milliseconds after which what was to happen counts as not happening."""
FAR = 20
"""Presses of Tab after which a field counts as out of reach."""

W = TypeVar("W", bound=QWidget)


class Person:
    """Works with the window, or with the dialog in front of it."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self._qtbot = qtbot
        self._window = window

    # seeing

    def until(self, holds: Callable[[], bool]) -> None:
        """Look on until something is so."""
        self._qtbot.waitUntil(holds, timeout=PATIENCE)

    def wait(self) -> None:
        """Look on until the program has nothing left to do."""
        self.until(lambda: not self._window.shell.jobs.running)
        QApplication.processEvents()  # what has been read is laid out now

    def texts(self) -> list[str]:
        """Every line of text in sight."""
        return [label.text() for label in self._seen(QLabel) if label.text()]

    def reads(self, part: str) -> bool:
        """Whether a line in sight holds these words."""
        return any(part in text for text in self.texts())

    def expects(self, part: str) -> None:
        """Fails, with what is in sight, when no line holds these words."""
        self.wait()
        assert self.reads(part), f"{part!r} not among {self.texts()}"

    @property
    def title(self) -> str:
        """What stands at the top of the page, with the line below it."""
        return f"{self._window.header.title.text()} | {self._window.header.subtitle.text()}"

    def rows(self, table: str, *columns: int) -> list[tuple[str, ...]]:
        """The words in the rows of a table; ``columns`` from the left, all by default."""
        model = self._named(QTableView, table).model()
        wanted = columns or range(model.columnCount())
        return [tuple(str(model.index(at, c).data()) for c in wanted) for at in range(model.rowCount())]

    def value(self, name: str) -> str:
        """What a field holds."""
        field = self._named(QWidget, name)
        if isinstance(field, QComboBox):
            return field.currentText()
        return field.toPlainText() if isinstance(field, QPlainTextEdit) else field.property("text")

    def can_click(self, name: str) -> bool:
        """Whether there is a button with this text to be pressed."""
        return any(_called(button, name) and button.isEnabled() for button in self._seen(QAbstractButton))

    # doing

    def click(self, name: str) -> None:
        """Press the one button that reads so, and wait for what it does."""
        found = [b for b in self._seen(QAbstractButton) if _called(b, name) and b.isEnabled()]
        names = [_name(button) for button in self._seen(QAbstractButton)]
        assert len(found) == 1, f"{len(found)} buttons {name!r} among {names}; in sight: {self.texts()}"
        self._mouse(found[0])

    def choose_row(self, table: str, words: str, *, also: bool = False) -> None:
        """Click on the row that holds these words; ``also`` with Ctrl, beside what is chosen already."""
        view = self._named(QTableView, table)
        at = [n for n, row in enumerate(self.rows(table)) if words in " ".join(row)]
        assert at, f"{words!r} not among {self.rows(table)}"
        index = view.model().index(at[0], 0)
        view.scrollTo(index)
        key = Qt.KeyboardModifier.ControlModifier if also else Qt.KeyboardModifier.NoModifier
        self._qtbot.mouseClick(view.viewport(), LEFT, key, view.visualRect(index).center())
        self.wait()

    def write(self, name: str, text: str) -> None:
        """Click in a field and type over what it holds."""
        field = self._named((QLineEdit, QPlainTextEdit), name)
        self._mouse(field)
        self.press("Ctrl+A")
        self.type_in(text)
        self.wait()

    def pick(self, name: str, option: str) -> None:
        """Choose from a list that opens."""
        box = self._named(QComboBox, name)
        at = box.findText(option, Qt.MatchFlag.MatchStartsWith)
        assert at >= 0, f"{option!r} not among {[box.itemText(n) for n in range(box.count())]}"
        self._mouse(box)
        view = box.view()
        self.until(view.isVisible)
        for key in (Qt.Key.Key_Home, *[Qt.Key.Key_Down] * at, Qt.Key.Key_Return):
            self._qtbot.keyClick(view, key)
        self.until(lambda: not view.isVisible())
        self.wait()

    def type_in(self, text: str) -> None:
        """Type where the cursor is."""
        self._qtbot.keyClicks(self._focus(), text)

    def press(self, keys: str, times: int = 1) -> None:
        """Press a key, or keys together: ``"Ctrl+Return"``."""
        combination = QKeySequence(keys)[0]
        for _ in range(times):
            self._qtbot.keyClick(self._focus(), combination.key(), combination.keyboardModifiers())
        self.wait()

    def tab_to(self, name: str) -> None:
        """Press Tab until the field with this name has the keyboard."""
        passed = []
        while not self._focus().accessibleName().startswith(name):
            passed.append(self._focus().accessibleName() or type(self._focus()).__name__)
            assert len(passed) <= FAR, f"Tab does not lead to {name!r}: {passed}"
            self._qtbot.keyClick(self._focus(), Qt.Key.Key_Tab)

    def shows(self, name: str) -> bool:
        """Whether a field with this name is in sight."""
        return any(widget.accessibleName() == name for widget in self._seen(QWidget))

    def answer_file_dialog(self, path: Path) -> None:
        """Give the file dialog that is open the path it asks for."""
        dialogs = [w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog) and w.isVisible()]
        assert len(dialogs) == 1, f"{len(dialogs)} file dialogs are open"
        dialogs[0].findChild(QLineEdit, "fileNameEdit").setText(str(path))
        box = dialogs[0].findChild(QDialogButtonBox)
        accept = [b for b in box.buttons() if box.buttonRole(b) is QDialogButtonBox.ButtonRole.AcceptRole]
        self._qtbot.mouseClick(accept[0], LEFT)
        self.until(lambda: not dialogs[0].isVisible())
        self.wait()

    # finding

    def _screen(self) -> QWidget:
        """The dialog in front, or else the window."""
        return QApplication.activeModalWidget() or self._window

    def _seen(self, kind: type[W] | tuple[type[W], ...]) -> Iterator[W]:
        kinds = kind if isinstance(kind, tuple) else (kind,)
        for one in kinds:
            for widget in self._screen().findChildren(one):
                if widget.isVisible() and widget.window() is self._screen():
                    yield widget

    def _named(self, kind: type[W] | tuple[type[W], ...], name: str) -> W:
        found = [widget for widget in self._seen(kind) if widget.accessibleName() == name]
        names = sorted({widget.accessibleName() for widget in self._seen(kind)})
        assert len(found) == 1, f"{len(found)} of {name!r} among {names}; in sight: {self.texts()}"
        return found[0]

    def _focus(self) -> QWidget:
        """What has the keyboard. The window manager's part, to activate what is in front, is done here."""
        if QApplication.activeWindow() is not self._screen():
            self._screen().activateWindow()
            self.until(lambda: QApplication.activeWindow() is self._screen())
        focused = QApplication.focusWidget()
        return focused if focused is not None else self._screen()

    def _mouse(self, widget: QWidget) -> None:
        """Scroll to it when need be, and click on the middle of it."""
        _bring_into_view(widget)
        assert not widget.visibleRegion().isEmpty(), f"{_name(widget)!r} cannot be seen"
        self._qtbot.mouseClick(widget, LEFT, pos=widget.visibleRegion().boundingRect().center())
        self.wait()


def _bring_into_view(widget: QWidget) -> None:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()


def _name(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return text.replace("&", "") or widget.accessibleName()


def _called(widget: QWidget, name: str) -> bool:
    return name in {_name(widget), widget.accessibleName()}
