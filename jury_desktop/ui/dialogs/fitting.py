"""Dialogs as high as what is in them."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog


def fit(dialog: QDialog) -> None:
    """As high as its parts need at its width: fields come and go, and remarks wrap."""
    layout = dialog.layout()
    if layout is not None and dialog.isVisible():
        layout.activate()
        wraps = layout.hasHeightForWidth()
        least = layout.totalSizeHint().height()
        dialog.setFixedHeight(layout.totalHeightForWidth(dialog.width()) if wraps else least)
