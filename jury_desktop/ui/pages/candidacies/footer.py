"""The buttons below a candidacy: the judgement on form, and on to the next."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from jury_desktop.domain.candidacy import Admissibility
from jury_desktop.services.candidacies import judge_admissibility
from jury_desktop.ui import theme
from jury_desktop.ui.allowed import asks, only_for
from jury_desktop.ui.icons import set_icon
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import button, icon_button, row

tr = area("candidacies")

LATE_FROM, WORDS_FROM = 510, 415
"""Widths in points from which "Late…" stands beside "Inadmissible…", and from which "Previous" is a word."""


class Footer(QWidget):
    """Judgement and steps; a narrow one leaves the less used judgement to the menu above.

    :ivar judged: the user judges; carries an :class:`Admissibility`.
    :ivar stepped: the user wants the candidacy before (-1).
    """

    judged = Signal(object)
    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.inadmissible = button(tr("Inadmissible…"), self._inadmissible)
        self.late = button(tr("Late…"), self._late)
        self.previous = button(tr("Previous"), self._previous)
        self.back = icon_button("chevron-left", tr("Previous"), self._previous)
        self.admit = button(tr("Admissible · next"), self._admit, part="primary")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.back.hide()
        self.setLayout(row(self.inadmissible, self.late, None, self.previous, self.back, self.admit))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = event.size().width() * theme.BASE_PIXELS / theme.metrics().base
        self.late.setVisible(width >= LATE_FROM)
        self.previous.setVisible(width >= WORDS_FROM)
        self.back.setVisible(width < WORDS_FROM)

    @asks(judge_admissibility)
    def _admit(self) -> None:
        self.judged.emit(Admissibility.ADMISSIBLE)

    @asks(judge_admissibility)
    def _late(self) -> None:
        self.judged.emit(Admissibility.LATE)

    @asks(judge_admissibility)
    def _inadmissible(self) -> None:
        self.judged.emit(Admissibility.INADMISSIBLE)

    def _previous(self) -> None:
        self.stepped.emit(-1)


class JudgementMenu(QToolButton):
    """Every judgement there is, beside the one in force.

    :ivar judged: the user judges; carries an :class:`Admissibility`.
    """

    judged = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        set_icon(self, "chevron-down", "muted")
        self.setAccessibleName(tr("Other judgement"))
        self.setToolTip(tr("Other judgement"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        for judgement, text in judgement_texts().items():
            menu.addAction(text).setData(judgement)
        menu.triggered.connect(self._triggered)
        self.setMenu(menu)
        only_for(self, judge_admissibility)

    def _triggered(self, action: QAction) -> None:
        self.judged.emit(Admissibility(action.data()))


def judgement_texts() -> Mapping[Admissibility, str]:
    """What the user can do, with dots where a reason is asked."""
    return {
        Admissibility.ADMISSIBLE: tr("Admissible"),
        Admissibility.TO_COMPLETE: tr("To complete"),
        Admissibility.LATE: tr("Late…"),
        Admissibility.INADMISSIBLE: tr("Inadmissible…"),
        Admissibility.WITHDRAWN: tr("Withdrawn…"),
        Admissibility.UNDECIDED: tr("Take the judgement back"),
    }
