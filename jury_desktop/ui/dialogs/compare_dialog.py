"""Two messages or versions beside each other, to see what is new in the second."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.services.compare import Comparison, Part, Section, Side, compare
from jury_desktop.services.ports import Dossier
from jury_desktop.ui import theme
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.shell import Notice, Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets import difference_view
from jury_desktop.ui.widgets.basics import button, label, row
from jury_desktop.ui.widgets.difference_view import DifferenceView
from jury_desktop.ui.widgets.still import ChoiceBox
from jury_desktop.wording import moment, render

tr = area("intake")

Candidate = tuple[str, str]
"""SHA-256 of a message and what it is called."""


class CompareDialog(QDialog):
    """Shows what differs between a message and an earlier one. Opens without blocking.

    :param others: what the message can be compared with, the likeliest first.
    """

    def __init__(
        self, shell: Shell, message: Candidate, others: Sequence[Candidate], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._shell = shell
        self._message = message
        self.setWindowTitle(tr("Compare"))
        self.setModal(True)
        self.other = ChoiceBox()
        for key, text in others:
            self.other.addItem(text, key)
        self.other.setAccessibleName(tr("Compare with"))
        self.other.currentIndexChanged.connect(self._read)
        self.summary = label(tr("Reading the documents…"), "muted", wrap=True)
        self.old, self.new = label("", "strong"), label("", "strong")
        self.view = DifferenceView()
        self._fill()
        self.finished.connect(self.deleteLater)
        self._read()
        self.view.setFocus()

    def _fill(self) -> None:
        before = button(tr("Previous (P)"), self._before)
        after = button(tr("Next difference (N)"), self._after)
        with_ = label(tr("Compare with"), "muted")
        with_.setBuddy(self.other)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(label(self._message[1], "title", wrap=True))
        column.addLayout(row(with_, self.other, None))
        column.addWidget(self.summary)
        names = row(self.old, self.new)
        names.setStretch(0, 1)
        names.setStretch(1, 1)
        names.setContentsMargins(20, 4, 20, 0)
        column.addLayout(names)
        column.addWidget(self.view, 1)
        column.addLayout(row(before, after, None, button(tr("Close"), self.accept)))
        self.resize(theme.metrics().base * 74, theme.metrics().base * 50)

    def _read(self) -> None:
        old = self.other.currentData()
        if old:
            self.summary.setText(tr("Reading the documents…"))
            text = tr("Comparing…")
            self._shell.run_job(Comparing(old, self._message[0]), self.show_comparison, text=text)

    def show_comparison(self, found: Comparison) -> None:
        """Show what was found."""
        language = self._shell.language
        parts = [_part(section, language) for section in found.sections]
        self.old.setText(_named(found.old, language))
        self.new.setText(_named(found.new, language))
        self.view.show_parts(parts)
        self.summary.setText(_summary(found))
        self.view.go(1)

    def _after(self) -> None:
        self.view.go(1)

    def _before(self) -> None:
        self.view.go(-1)


def compare_versions(shell: Shell, candidacy: Candidacy, older: int | None, parent: QWidget) -> None:
    """Show what changed in a candidacy up to its current version; ``older`` is the number to start from.

    Without anything to compare it says so.
    """
    newest = candidacy.current
    named = tr("{reference} · version {number}")
    others = [
        (version.mail, named.format(reference=candidacy.reference, number=version.number))
        for version in sorted(candidacy.versions, key=lambda v: (v.number != older, -v.number))
        if version.mail not in {"", newest.mail}
    ]
    if not others or not newest.mail:
        said = tr("{reference} has one version only: there is nothing to compare.")
        shell.notify(Notice(said.format(reference=candidacy.reference), Tone.INFO, passing=True))
        return
    title = named.format(reference=candidacy.reference, number=newest.number)
    CompareDialog(shell, (newest.mail, f"{title} · {candidacy.organisation}"), others, parent).open()


class Comparing:
    """The job: knows the two messages, not the dialog."""

    def __init__(self, old: str, new: str) -> None:
        self._pair = old, new

    def __call__(self, dossier: Dossier, _: JobContext) -> Comparison:
        return compare(dossier, *self._pair)


def _summary(found: Comparison) -> str:
    said = tr("%n lines differ.", "", found.changes) if found.changes else tr("Nothing differs in the text.")
    if found.likeness is None:
        return said
    alike = tr("The texts are {percent} % alike.").format(percent=round(found.likeness * 100))
    return f"{said} {alike}"


def _named(side: Side, language: str) -> str:
    mail = side.placed.mail
    at = mail.arrival.at
    when = moment(at, language) if at else tr("no proof of arrival")
    version = tr("version {number}").format(number=side.version) if side.version else mail.source
    return f"{version} · {when}"


def _part(section: Section, language: str) -> difference_view.Part:
    titles = {Part.FIELDS: tr("The form"), Part.TEXT: tr("The message"), Part.DOCUMENT: section.name}
    remarks = [render(note, language) for note in section.notes]
    if section.identical:
        remarks.append(tr("the same file"))
    elif not section.changes and not remarks:
        remarks.append(tr("no difference"))
    return difference_view.Part(titles[section.part], " ".join(remarks), section.lines)
