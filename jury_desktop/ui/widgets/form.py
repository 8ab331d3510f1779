"""Fields with their label above and, below, where the value comes from or what is wrong with it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from jury_desktop.ui import theme
from jury_desktop.ui.widgets.basics import label, restyle
from jury_desktop.ui.widgets.scrolling import ScrollArea
from jury_desktop.ui.widgets.still import NumberBox
from jury_desktop.ui.widgets.typed_over import TypedOver


class Field(QWidget):
    """A labelled field.

    :param hint: where the value comes from ("uit het formulier, blz. 1") or how to fill it in.
    """

    def __init__(self, text: str, widget: QWidget, hint: str = "") -> None:
        super().__init__()
        self.widget = widget
        self._hint_text = hint
        self.label = label(text, "strong")
        self.label.setBuddy(widget)
        self.hint = label(hint, "small", wrap=True)
        widget.setAccessibleName(text)
        widget.setAccessibleDescription(hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.label, widget, self.hint):
            column.addWidget(part)
        if isinstance(widget, TypedOver):
            widget.refused.connect(self.show_problem)
        self.hint.setVisible(bool(hint))  # not before it has its place: alone it would be a window

    def show_hint(self, hint: str) -> None:
        """Say something else below the field; a problem there is gone."""
        self._hint_text = hint
        self.show_problem("")

    def show_problem(self, problem: str) -> None:
        """Mark the field as wrong and say why; empty takes the mark away."""
        self.widget.setProperty("invalid", bool(problem))
        restyle(self.widget)
        self.hint.setText(problem or self._hint_text)
        self.hint.setVisible(bool(self.hint.text()))
        self.hint.setProperty("role", "problem" if problem else "small")
        restyle(self.hint)
        self.widget.setAccessibleDescription(self.hint.text())


class Facts(QWidget):
    """Label and value pairs to read, in two columns; values can be selected and copied."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)

    def add(self, name: str, value: str | QWidget) -> QWidget:
        """Add a pair; returns the widget of the value."""
        row = self._grid.rowCount()
        shown = label(value, wrap=True, select=True) if isinstance(value, str) else value
        self._grid.addWidget(label(name, "muted"), row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(shown, row, 1)
        return shown


def line_edit(text: str = "", *, suggestion: str = "") -> QLineEdit:
    """A field for one line."""
    made = QLineEdit(text)
    made.setPlaceholderText(suggestion)
    return made


def number_box(lowest: int, highest: int, value: int, unit: str) -> QSpinBox:
    """A field for a whole number with its unit behind it."""
    made = NumberBox()
    made.setRange(lowest, highest)
    made.setSuffix(f" {unit}")
    made.setValue(value)
    made.lineEdit().setTextMargins(6, 0, 0, 0)  # the style sheet's padding does not reach inside
    return made


def text_edit(text: str = "", *, suggestion: str = "", lines: int = 3) -> QPlainTextEdit:
    """A field for some lines; Tab goes on to the next field."""
    made = QPlainTextEdit(text)
    made.setPlaceholderText(suggestion)
    made.setTabChangesFocus(True)
    made.setMinimumHeight(round(made.fontMetrics().lineSpacing() * lines) + 4 * theme.metrics().unit)
    return made


def go_to_field(field: QWidget | None, *, onward: bool = True) -> bool:
    """Put the cursor in a field as Tab does, with the whole of what it belongs to in view.

    False when there is none, or when it takes no cursor now.
    """
    if field is None or field.isHidden() or not field.isEnabled():
        return False
    reason = Qt.FocusReason.TabFocusReason if onward else Qt.FocusReason.BacktabFocusReason
    field.setFocus(reason)
    bring_into_view(field.parentWidget() or field)
    return True


def bring_into_view(part: QWidget) -> None:
    """Scroll the area around a part until the part can be seen, with what has just become visible in it.

    Of a part that is higher than the area, its top.
    """
    above = part.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if above is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        content = above.widget()
        if content is not None and part.height() > above.viewport().height():
            above.verticalScrollBar().setValue(part.mapTo(content, QPoint()).y())
        else:
            above.ensureWidgetVisible(part)


def scroll(widget: QWidget, name: str = "") -> ScrollArea:
    """A widget in an area that scrolls up and down only. ``name`` is for screen readers."""
    return ScrollArea(widget, name)
