"""Weergave: language, theme, size of the text, and the name the journal notes; kept on this computer."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from jury_desktop.ui.pages.settings.section import Section
from jury_desktop.ui.settings import Preferences
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.text import LANGUAGES, area
from jury_desktop.ui.widgets.basics import row
from jury_desktop.ui.widgets.form import Field, line_edit
from jury_desktop.ui.widgets.switch import Switch

tr = area("settings")

SIZES = (0.9, 1.0, 1.15, 1.3, 1.5)


class DisplaySection(Section):
    """Choices of the person at this computer; each is applied at once."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(
            tr("Display"), tr("These choices hold for you on this computer, whatever dossier is open.")
        )
        self._shell = shell
        themes = (("light", tr("Light")), ("dark", tr("Dark")), ("system", tr("As the system")))
        self.language = Switch(tuple(LANGUAGES.items()), tr("Language"))
        self.theme = Switch(themes, tr("Theme"))
        self.text_size = Switch(tuple((str(size), f"{size:.0%}") for size in SIZES), tr("Size of the text"))
        self.name = line_edit(suggestion=tr("Your name"))
        self._fill()
        self.show_preferences(shell.preferences)
        for switch in (self.language, self.theme, self.text_size):
            switch.chosen.connect(self._chosen)
        self.name.editingFinished.connect(self._chosen)

    def _fill(self) -> None:
        self.body.addWidget(Field(tr("Language"), _left(self.language)))
        self.body.addWidget(Field(tr("Theme"), _left(self.theme)))
        self.body.addWidget(Field(tr("Size of the text"), _left(self.text_size)))
        hint = tr("The journal notes this name from the next time you open a dossier.")
        self.body.addWidget(Field(tr("Your name"), self.name, hint))
        self.body.addStretch(1)

    def show_preferences(self, chosen: Preferences) -> None:
        """Show what is chosen now."""
        self.language.choose(chosen.language)
        self.theme.choose(chosen.theme)
        self.text_size.choose(str(min(SIZES, key=lambda size: abs(size - chosen.text_scale))))
        self.name.setText(chosen.user)

    def _chosen(self, _key: str = "") -> None:
        """Keeps the choices, the last thing done here: another language builds the window anew."""
        before = self._shell.preferences
        chosen = replace(
            before,
            language=self.language.current(),
            theme=self.theme.current(),
            text_scale=float(self.text_size.current()),
            user=self.name.text().strip(),
        )
        if chosen != before:
            self._shell.save_preferences(chosen)


def _left(widget: QWidget) -> QWidget:
    """A widget at the left, as wide as it needs."""
    holder = QWidget()
    holder.setLayout(row(widget, None))
    return holder
