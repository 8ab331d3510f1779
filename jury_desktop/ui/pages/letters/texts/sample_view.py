"""A letter to an invented candidate, drawn anew while its text is written."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal

from jury_desktop.domain.letter_texts import LetterTexts, OwnText, TextKind
from jury_desktop.services.letter_preview import Look, SampleDossier, look_at
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.pages.letters.laid import LetterPages
from jury_desktop.ui.pages.letters.texts.words import sample_name
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import Panel, label, note, row
from jury_desktop.ui.widgets.still import ChoiceBox

tr = area("texts")

Asked = tuple[TextKind, OwnText, LetterTexts]
"""What is looked at: a text of a kind, among the texts of the dossier."""

PAUSE = 350
"""Milliseconds without a key before the letter is drawn anew."""


class SampleView(Panel):
    """The letter beside the text.

    :ivar looked: the text has been looked at; carries the Look. It is that of the last text asked for.
    """

    looked = Signal(object)

    def __init__(self, shell: Shell) -> None:
        super().__init__(margins=(14, 12, 14, 12))
        self._shell = shell
        self._asked: Asked | None = None
        self.dossier = ChoiceBox()
        self.dossier.setAccessibleName(tr("Invented dossier"))
        for each in SampleDossier:
            self.dossier.addItem(sample_name(each), each.value)
        self.dossier.setCurrentIndex(self.dossier.findData(SampleDossier.NORMAL.value))
        self.stale = note(tr("The example shows the text of before the mistake."), Tone.WARN)
        self.stale.hide()
        self.pages = LetterPages(shell, "letters.text-pages", tr("Example"))
        self.pages.setMinimumWidth(240)
        self.pause = QTimer(self)
        self.pause.setSingleShot(True)
        self.pause.setInterval(PAUSE)
        self.pause.timeout.connect(self._look)
        self.dossier.currentIndexChanged.connect(self._look)
        self.body.addLayout(row(label(tr("Example"), "strong"), None, self.dossier))
        self.body.addWidget(self.stale)
        self.body.addWidget(self.pages, 1)

    def want(self, kind: TextKind, text: OwnText, texts: LetterTexts, *, at_once: bool = False) -> None:
        """Look at a text, as soon as nobody types for a moment."""
        self._asked = (kind, text, texts)
        if at_once:
            self.pause.stop()
            self._look()
        else:
            self.pause.start()

    def _look(self) -> None:
        if (asked := self._asked) is None:
            return
        kind, text, texts = asked
        dossier = SampleDossier(self.dossier.currentData())

        def work(context: JobContext) -> tuple[Asked, Look]:
            return asked, look_at(kind, text, texts, dossier)

        self._shell.run_calculation(work, self._show, key="letters.text")

    def _show(self, found: tuple[Asked, Look]) -> None:
        """What somebody has typed on since says nothing any more."""
        asked, look = found
        if asked is not self._asked:
            return
        self.looked.emit(look)
        self.stale.setVisible(not look.pdf)
        if look.pdf and look.pdf != self.pages.pdf:
            self.pages.show_pdf(look.pdf, stay=True)  # most often one word has changed
