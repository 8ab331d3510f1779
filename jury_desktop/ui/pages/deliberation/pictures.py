"""The pictures of a stage, one below the other, and their files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jury_desktop.services.picture_files import Asked, ask_report, picture_file, report_file, write, write_all
from jury_desktop.services.pictures import Picture, Shown, drawing, shown
from jury_desktop.ui.actions import Action, Place
from jury_desktop.ui.allowed import asks
from jury_desktop.ui.pages.deliberation.advice_words import sealed_text
from jury_desktop.ui.pages.deliberation.view import Look, View
from jury_desktop.ui.shell import Notice, Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import Panel, button, label, row
from jury_desktop.ui.widgets.drawing_view import DrawingView
from jury_desktop.ui.widgets.form import scroll

tr = area("advice")


class PicturePanel(Panel):
    """A picture with what it shows in words, and a button that keeps it as a file."""

    def __init__(self, picture: Picture, save: Callable[[], object]) -> None:
        super().__init__()
        self.drawn = DrawingView()
        self._title = label("", "heading", wrap=True)
        self._told = label(_explained(picture), "muted", wrap=True)
        self.save = button(tr("Keep as a file…"), save, icon="download", part="link")
        head = row(self._title, self.save)
        head.setStretch(0, 1)
        self.body.addLayout(head)
        self.body.addWidget(self._told)
        self.body.addWidget(self.drawn)

    def show_picture(self, of: Shown, picture: Picture, cut: int, language: str) -> None:
        """Show the picture of other figures."""
        self.drawn.show_drawing(lambda width: drawing(of, picture, cut, language, width))
        title = self.drawn.drawing.title if self.drawn.drawing is not None else ""
        self._title.setText(title)
        self.save.setAccessibleName(tr("Keep as a file: {picture}").format(picture=title))


class PicturesView(View):
    """All pictures in one column that scrolls; the report has them all."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._look: Look | None = None
        self._shown: Shown | None = None
        self.panels = {
            picture: PicturePanel(picture, partial(self._ask_file, picture)) for picture in Picture
        }
        self.sealed = label("", "muted", wrap=True)
        self.sealed.hide()
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 10, 0)
        column.setSpacing(16)
        for panel in self.panels.values():
            column.addWidget(panel)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(10)
        whole.addWidget(self.sealed)
        self._area = scroll(holder, tr("Pictures of the ranking"))
        whole.addWidget(self._area, 1)

    def read(self, look: Look) -> None:
        self.shell.run_job(
            lambda dossier, context: shown(dossier, look.stage),
            partial(self._show, look),
            key="deliberation-pictures",
        )

    def page_actions(self) -> Sequence[Action]:
        ready = self._shown is not None and bool(self._shown.advice.rows)
        text = tr("Report as PDF…")
        report = Action(
            "deliberation.report",
            text,
            self._ask_report,
            icon="file-down",
            place=Place.PRIMARY,
            enabled=ready,
        )
        return (report,)

    def _show(self, look: Look, found: Shown) -> None:
        self._look, self._shown = look, found
        open_ = bool(found.advice.rows)
        for picture, panel in self.panels.items():
            panel.show_picture(found, picture, look.cut, self.shell.language)
        self._area.setVisible(open_)
        self.sealed.setText(sealed_text(found.advice.sealed))
        self.sealed.setVisible(bool(found.advice.sealed))
        self.actions_changed.emit()

    # files

    @asks(write_all)
    def _ask_file(self, picture: Picture) -> None:
        title = tr("Keep the picture")
        drawn, dotted = tr("Picture that can be enlarged"), tr("Picture in pixels")
        filters = f"{drawn} (*.svg);;{dotted} (*.png)"
        self.shell.pick_save(title, filters, f"{picture.value}.svg", partial(self._keep, picture))

    def _keep(self, picture: Picture, file: Path) -> None:
        found, look = self._shown, self._look
        if found is None or look is None:
            return
        kind = "png" if file.suffix.lower() == ".png" else "svg"
        made = drawing(found, picture, look.cut, self.shell.language)
        self.shell.run_calculation(
            lambda context: write(picture_file(made, kind), file), self._kept, text=tr("Keeping the picture")
        )

    @asks(ask_report)
    def _ask_report(self) -> None:
        name = tr("ranking-in-pictures.pdf")
        self.shell.pick_save(tr("Keep the report"), "PDF (*.pdf)", name, self._keep_report)

    def _keep_report(self, file: Path) -> None:
        look, language = self._look, self.shell.language
        if look is None:
            return

        self.shell.run_job(
            lambda dossier, context: ask_report(dossier, look.stage, look.cut, language),
            partial(self._make_report, file),
        )

    def _make_report(self, file: Path, asked: Asked) -> None:
        self.shell.run_calculation(
            lambda context: write(report_file(asked), file), self._kept, text=tr("Making the report")
        )

    def _kept(self, file: Path) -> None:
        self.shell.notify(Notice(tr("{file} has been written.").format(file=file.name), Tone.GOOD))


def _explained(picture: Picture) -> str:
    """What is to be seen, in a sentence."""
    return {
        Picture.SCORES: tr(
            "A ring is what one juror gave, the diamond the official score, the band where it lies with "
            "90 % certainty. The dashed line is the line between chosen and not chosen."
        ),
        Picture.LENIENCY: tr(
            "How much higher or lower than the others a juror scores, with 90 % certainty; it counts who "
            "scored which candidacies."
        ),
        Picture.CRITERIA: tr("The darker, the higher the mean of what the jurors gave on a criterion."),
        Picture.COVERAGE: tr(
            "The share of the goals of a challenge that the jury saw shown. Empty: not chosen."
        ),
        Picture.SENSITIVITY: tr(
            "How many others come above the line when the weight of one criterion is so many times that of "
            "the call. Empty: nobody."
        ),
    }[picture]
