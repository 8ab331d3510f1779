"""Tables in narrow windows: the least important columns give way, so that names stay readable."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject

from jury_desktop.ui import theme
from jury_desktop.ui.widgets.table import Table

LEAST = 140
"""Pixels that the column which takes the rest keeps at the usual text size."""


class GiveWay(QObject):
    """Hides columns of a table while the one that takes the rest would be too narrow.

    :param columns: which may go, by their place, the first to go first.
    """

    def __init__(self, table: Table[Any], *columns: int) -> None:
        super().__init__(table)
        self._table = table
        self._columns = columns
        self._scale = theme.metrics().base / theme.BASE_PIXELS
        table.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        columns = self._table.rows.columns
        needed = (sum(column.width for column in columns) + LEAST) * self._scale
        over = needed - self._table.viewport().width()
        for at in self._columns:
            self._table.setColumnHidden(at, over > 0)
            over -= columns[at].width * self._scale
