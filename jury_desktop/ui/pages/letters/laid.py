"""A letter as pages, laid on the thread for drawing."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QShowEvent

from jury_desktop.services.preview import Drawer, Pages, letter_pages
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.widgets.pages_view import PagesView


@dataclass(frozen=True, slots=True)
class Lay:
    """A job: opens a letter to show it."""

    pdf: bytes
    drawer: Drawer

    def __call__(self, context: JobContext) -> Pages:
        with context.ending(self.drawer.stop):
            return letter_pages(self.pdf, self.drawer)


class LetterPages(PagesView):
    """Shows the letter that was asked for last.

    :param key: of its jobs, of which only the last is shown.
    """

    def __init__(self, shell: Shell, key: str, name: str) -> None:
        super().__init__(shell.run_drawing, shell.language, name)
        self._shell, self._key = shell, key
        self.pdf = b""
        """The letter that was asked for; empty for none."""
        self._on_show = b""
        self._stay = False

    def show_pdf(self, pdf: bytes, *, stay: bool = False) -> None:
        """Show this letter, from its start; to ``stay`` is to be as far down as in the one before."""
        self.pdf, self._stay = pdf, stay
        self._lay()

    def show_nothing(self) -> None:
        """Show no letter; one that is being laid comes too late."""
        self.pdf = self._on_show = b""
        self.clear()

    def _lay(self) -> None:
        self._shell.run_drawing(Lay(self.pdf, self.drawer), self._laid, key=self._key)

    def _laid(self, pages: Pages) -> None:
        if pages.content is self.pdf:
            self._on_show = self.pdf
            bar = self.area.verticalScrollBar()
            at = bar.value() if self._stay else 0
            self.show_pages(pages)
            bar.setValue(at)

    def showEvent(self, event: QShowEvent) -> None:
        """Going out of sight ends what is being laid: in sight again it is laid anew."""
        super().showEvent(event)
        if self.pdf is not self._on_show:
            self._lay()
