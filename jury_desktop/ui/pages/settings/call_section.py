"""Oproep: the rules of the call, to read; only the sessions change, on the planning page."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jury_desktop.services.dossier_settings import DossierSettings
from jury_desktop.ui.pages.settings.rules import Rule, rules
from jury_desktop.ui.pages.settings.section import Section
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import clear, label, rule, stack

tr = area("settings")


class CallSection(Section):
    """The rules with the line each rests on."""

    def __init__(self, language: str) -> None:
        super().__init__(
            tr("Rules of the call"),
            tr("Fixed when the dossier was made. Each rule names the line of the addendum it rests on."),
        )
        self._language = language
        self._rules = QVBoxLayout()
        self._rules.setSpacing(12)
        self.body.addLayout(self._rules)
        self.body.addStretch(1)

    def show_settings(self, shown: DossierSettings) -> None:
        """Show the rules of the dossier's call."""
        clear(self._rules)
        self._rules.addWidget(label(shown.call.title, "strong", wrap=True))
        for each in rules(shown.call, self._language, other_sessions=shown.other_sessions):
            self._rules.addWidget(rule())
            self._rules.addWidget(_block(each))


def _block(shown: Rule) -> QWidget:
    source = tr("Source: “{line}”").format(line=shown.source) if shown.source else no_source()
    holder = QWidget()
    lines = (label(line, wrap=True, select=True) for line in shown.lines)
    parts = (label(shown.title, "strong", wrap=True), *lines, label(source, "small", wrap=True, select=True))
    holder.setLayout(stack(*parts, spacing=4))
    return holder


def no_source() -> str:
    """What a rule says that the addendum leaves to the people."""
    return tr("Not in the addendum; fixed before the assessment began.")
