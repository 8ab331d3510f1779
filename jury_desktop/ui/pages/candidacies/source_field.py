"""A particular with the line it came from: one click, or one key, goes there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jury_desktop.domain.mail import FieldValue
from jury_desktop.domain.mending import Mend
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import button, row
from jury_desktop.ui.widgets.form import Field
from jury_desktop.wording import moment

tr = area("candidacies")

SHORTCUT = "Ctrl+G"
"""Goes to the line behind the field with the cursor; the button itself is no stop for Tab."""


class SourceField(Field):
    """A field that knows where its value stands.

    :ivar source_wanted: the user wants to see that place; carries the :class:`FieldValue`.
    """

    source_wanted = Signal(object)

    def __init__(self, text: str, widget: QWidget) -> None:
        super().__init__(text, widget, " ")
        self._source: FieldValue | None = None
        self.go = button(tr("Show"), self.go_to_source, part="link")
        self.go.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        stays = self.go.sizePolicy()
        stays.setRetainSizeWhenHidden(True)
        self.go.setSizePolicy(stays)
        tip = tr("Show where it stands: {field} ({key})").format(field=text, key=SHORTCUT)
        self.go.setAccessibleName(tip)
        self.go.setToolTip(tip)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.setSpacing(2)
        column.removeWidget(self.label)
        column.insertLayout(0, row(self.label, None, self.go))

    def show_source(self, found: FieldValue | None, mend: Mend | None, missing: bool, language: str) -> None:
        """Say where the value comes from, and who mended it."""
        self._source = found
        self.go.setVisible(found is not None)
        said = source(found, missing)
        self.show_hint(f"{mended(mend, found, language)}\n{said}" if mend else said)

    def go_to_source(self) -> None:
        """Ask to show the place, where there is one."""
        if self._source is not None:
            self.source_wanted.emit(self._source)

    def has_cursor(self) -> bool:
        """Whether the cursor is in it."""
        return self.widget.hasFocus() or self.widget.isAncestorOf(self.focusWidget() or self)


def source(field: FieldValue | None, missing: bool) -> str:
    """Where a value comes from: the line of the form, or that the form leaves it empty."""
    if field is None:
        return tr("Missing on the form") if missing else tr("Not on the form")
    line = " ".join(field.line.split())
    shown = f"{line[:90]}…" if len(line) > 90 else line
    return tr("From {file}: “{line}”").format(file=field.source, line=shown)


def mended(mend: Mend, field: FieldValue | None, language: str) -> str:
    """Who made it what it is now; it stays so, whatever a later version says."""
    differs = tr("Mended by {who} on {moment}; differs from the form.")
    filled = tr("Filled in by {who} on {moment}.")
    return (differs if field else filled).format(who=mend.by, moment=moment(mend.at, language))
