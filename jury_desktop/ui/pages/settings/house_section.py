"""Brieven: who the letters come from, who signs them, and the places they name; kept in the dossier."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLineEdit

from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.letter import Sender, Signatory
from jury_desktop.services.dossier_settings import DossierSettings, save_house
from jury_desktop.services.letterhead import House
from jury_desktop.ui.allowed import only_for
from jury_desktop.ui.operations import Operation, Subject
from jury_desktop.ui.pages.settings.envelope_fields import EnvelopeFields
from jury_desktop.ui.pages.settings.logo_fields import LogoFields
from jury_desktop.ui.pages.settings.section import Section
from jury_desktop.ui.pages.settings.word_fields import WordFields
from jury_desktop.ui.shell import Notice, Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import label
from jury_desktop.ui.widgets.form import Field, line_edit, text_edit

tr = area("settings")

CHANGES = frozenset({Subject.SETTINGS, Subject.LETTER})


class HouseSection(Section):
    """The letterhead of the dossier; every change is kept when the field is left."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(
            tr("Letters"),
            tr("Every letter of this dossier uses these. A letter that has not been sent shows as outdated."),
        )
        self._shell = shell
        self._kept: House | None = None
        self._stored: House | None = None
        self.from_ = line_edit()
        self.lines = text_edit(lines=3)
        self.lines.setFixedHeight(self.lines.minimumHeight())
        self.signatory, self.role = line_edit(), line_edit()
        self.place, self.pitch_place, self.complaints = line_edit(), line_edit(), line_edit()
        self.logo = LogoFields(shell)
        self.envelope = EnvelopeFields(shell)
        self.word = WordFields(shell)
        self._fill()
        for field in (*self._fields(), self.lines):
            only_for(field, save_house)
            field.installEventFilter(self)

    def _fields(self) -> tuple[QLineEdit, ...]:
        return self.from_, self.signatory, self.role, self.place, self.pitch_place, self.complaints

    def _fill(self) -> None:
        hint = tr("As it stands above the letter: street, town, e-mail, telephone.")
        for field in (
            Field(tr("Sender"), self.from_),
            Field(tr("Lines below the sender"), self.lines, hint),
            Field(tr("Signed by"), self.signatory),
            Field(tr("Function of who signs"), self.role),
            Field(tr("Place beside the date"), self.place),
            Field(tr("Place of the pitches"), self.pitch_place),
            Field(tr("Complaints go to"), self.complaints),
        ):
            self.body.addWidget(field)
        self.body.addWidget(self.logo)
        self.body.addWidget(self.envelope)
        self.body.addWidget(self.word)
        self.body.addWidget(label(tr("Every change is kept at once. Ctrl+Z undoes it."), "small"))
        self.body.addStretch(1)

    def show_settings(self, shown: DossierSettings) -> None:
        """Show what is kept; what is being typed stays."""
        self.envelope.show_envelope(shown.envelope)
        self.word.show_paper(shown.word_paper)
        if self._kept is not None and self.entered() != self._kept:
            return
        self._show(shown.house)

    def _show(self, house: House) -> None:
        texts = (
            house.sender.name,
            house.signatory.name,
            house.signatory.role,
            house.place,
            house.pitch_place,
            house.complaints_to,
        )
        for field, text in zip(self._fields(), texts, strict=True):
            field.setText(text)
        self.lines.setPlainText("\n".join(house.sender.lines))
        self._kept = self.entered()

    def entered(self) -> House:
        """What the fields say now."""
        sender, signatory, role, place, pitch_place, complaints = (
            field.text().strip() for field in self._fields()
        )
        lines = tuple(line.strip() for line in self.lines.toPlainText().splitlines() if line.strip())
        return House(Sender(sender, lines), Signatory(signatory, role), place, pitch_place, complaints)

    def commit(self) -> None:
        """Keep what was entered."""
        wanted = self.entered()
        if self._kept is None or wanted == self._kept:
            return
        self._stored, self._kept = self._kept, wanted
        self._shell.run_operation(
            Operation(
                tr("Change the sender of the letters"),
                lambda dossier, _: save_house(dossier, wanted),
                CHANGES,
                inverse=lambda before: lambda dossier, _: save_house(dossier, before),
                failed=self._refused,
            )
        )

    def _refused(self, error: JuryError) -> None:
        """Say why; what was typed stays, and is offered again the next time a field is left."""
        self._kept = self._stored
        self._shell.notify(Notice(error.message, Tone.BAD))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.commit()
        return super().eventFilter(watched, event)
