"""The middle: what the candidate sent in, always in sight while scoring."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from jury_desktop.domain.candidacy import Candidacy, Version
from jury_desktop.domain.mail import Attachment
from jury_desktop.services.preview import Preview, Show
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import clear, stack
from jury_desktop.ui.widgets.file_view import FileView
from jury_desktop.ui.widgets.flow import FlowLayout
from jury_desktop.ui.widgets.marks import Chip
from jury_desktop.ui.widgets.page_images import Draws

tr = area("assessment")

_LONGEST = 34
"""Characters of a file name on a chip; the whole name is on the tooltip."""


class Proposal(QWidget):
    """The attachments of every version as chips, and the chosen one below.

    :ivar wanted: the file to read; carries an ``Attachment``.
    """

    wanted = Signal(object)

    def __init__(self, draw: Draws, language: str) -> None:
        super().__init__()
        self.file: Attachment | None = None
        """The file on show, or on its way."""
        self.view = FileView(draw, language, tr("Proposal"))
        self.chips: list[Chip] = []
        self._files: list[Attachment] = []
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._picked)
        self._bar = QWidget()
        self._flow = FlowLayout(self._bar)
        column = stack(self._bar, self.view)
        column.setStretch(1, 1)
        self.setLayout(column)

    def show_candidacy(self, candidacy: Candidacy) -> None:
        """Offer the files of a candidacy and ask for the one that holds the form."""
        labelled = _files(candidacy)
        self._files = [file for _, file in labelled]
        self._show_chips([text for text, _ in labelled])
        first = _form_file(candidacy.current, self._files)
        if first is None:
            self.file = None
            self._show_fields(candidacy.current)
        elif self.file not in self._files:
            self._pick(self._files.index(first))
        else:
            self.chips[self._files.index(self.file)].setChecked(True)

    def _show_chips(self, texts: Sequence[str]) -> None:
        clear(self._flow)
        self.chips = []
        for at, text in enumerate(texts):
            chip = Chip(text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…", tip=text)
            chip.setAccessibleName(text)
            self._group.addButton(chip, at)
            self._flow.addWidget(chip)
            self.chips.append(chip)
        self._bar.setVisible(len(texts) > 1)

    def show_preview(self, file: Attachment, preview: Preview) -> None:
        """Show a file that was asked for, unless another one has been asked since."""
        if self.file == file:
            self.view.show_preview(file.name, preview)

    def forget(self) -> None:
        """Show nothing."""
        self.file = None
        self._show_chips(())
        self.view.show_nothing("")

    def _picked(self, at: int) -> None:
        self._pick(at)

    def _pick(self, at: int) -> None:
        self.chips[at].setChecked(True)
        self.file = self._files[at]
        self.wanted.emit(self.file)

    def _show_fields(self, version: Version) -> None:
        """A candidacy that came in the message itself, without files."""
        lines = [field.value for field in version.fields if field.value]
        if lines:
            self.view.show_preview("", Preview(Show.TEXT, text="\n\n".join(lines)))
        else:
            self.view.show_nothing(tr("This candidacy came without files."))


def _files(candidacy: Candidacy) -> list[tuple[str, Attachment]]:
    """Every different file with its label, those of the current version first."""
    newest = candidacy.current
    versions = [newest, *(version for version in reversed(candidacy.versions) if version is not newest)]
    found: dict[tuple[str, str], tuple[str, Attachment]] = {}
    for version in versions:
        for file in version.attachments:
            older = tr("version {number}: {file}").format(number=version.number, file=file.name)
            found.setdefault((file.sha256, file.name), (file.name if version is newest else older, file))
    return list(found.values())


def _form_file(version: Version, files: Sequence[Attachment]) -> Attachment | None:
    """The file the form was read from, else the first PDF, else the first file."""
    sources = {field.source for field in version.fields}
    ranked = sorted(files, key=lambda file: (file.name not in sources, file.media_type != "application/pdf"))
    return ranked[0] if ranked else None
