"""The letter itself, what pre-flight found, and the steps it can take next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from jury_desktop.domain.letter import LetterProblem, LetterType, ProblemKind
from jury_desktop.domain.outgoing import Letter, LetterState
from jury_desktop.domain.term import Channel
from jury_desktop.services.dispatch import record_presentation, send_letters
from jury_desktop.services.letter_book import LetterRow
from jury_desktop.services.letter_fate import record_bounce
from jury_desktop.services.letter_replaced import Replaced
from jury_desktop.services.letters import keep_letters
from jury_desktop.ui.allowed import only_for
from jury_desktop.ui.pages.letters.laid import LetterPages
from jury_desktop.ui.pages.letters.rows import awaits_presentation
from jury_desktop.ui.pages.letters.words import channel_name, part_name, row_name
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import Panel, button, clear, label, note, row
from jury_desktop.ui.widgets.scrolling import RING, ScrollArea
from jury_desktop.wording import day, moment

tr = area("letters")

MOST_OF_FAULTS = 132
"""Pixels that the problems of a letter may take from its preview."""
MOTIVATED = frozenset(LetterType) - {
    LetterType.ACKNOWLEDGEMENT,
    LetterType.LATE,
    LetterType.INADMISSIBLE,
    LetterType.INVITATION,
    LetterType.REBUTTAL_RECEIPT,
    LetterType.REBUTTAL_EXTENSION,
}
"""The letters that give reasons of the jury."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A letter to look at: its PDF and, while it can still change, what pre-flight says of it."""

    row: LetterRow
    pdf: bytes
    problems: tuple[LetterProblem, ...]


class Faults(ScrollArea):
    """What pre-flight found: as high as it needs, up to a limit beyond which it scrolls."""

    def __init__(self, problems: QLayout) -> None:
        holder = QWidget()
        holder.setLayout(problems)
        super().__init__(holder, tr("What the check found"))
        self._inner = problems

    def fit(self) -> None:
        """Take the height of what is in it now."""
        self.setVisible(self._inner.count() > 0)
        needed = self._inner.totalHeightForWidth(self.viewport().width())
        self.setFixedHeight(max(1, min(MOST_OF_FAULTS, needed + 2 * RING)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()


class Preview(Panel):
    """The panel at the right.

    :ivar finalise_wanted: the user wants this letter final; ``send_wanted``: it has been sent;
        ``presented_wanted``: its receipt came back; ``fate_wanted``: something became of it;
        ``grounds_wanted``: wants to see what its motivation rests on.
    """

    finalise_wanted = Signal()
    send_wanted = Signal()
    presented_wanted = Signal()
    fate_wanted = Signal()
    grounds_wanted = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._blocked = self._sent = False
        self._drafts = self._finals = 0
        self._kind = label("", "muted")
        self._name = label("", "large")
        self._fate = label("", "muted", wrap=True)
        self._problems = QVBoxLayout()
        self._problems.setContentsMargins(0, 0, 0, 0)
        self._problems.setSpacing(6)
        self._faults = Faults(self._problems)
        self.pdf = LetterPages(shell, "letter-pages", tr("Letter"))
        self.pdf.setMinimumWidth(260)
        self.finalise = only_for(button(tr("Make final"), self.finalise_wanted.emit), keep_letters)
        self.send = only_for(button(tr("Record dispatch…"), self.send_wanted.emit), send_letters)
        self.presented = only_for(
            button(tr("Record presentation…"), self.presented_wanted.emit), record_presentation
        )
        self.fate = only_for(button(tr("What became of it…"), self.fate_wanted.emit), record_bounce)
        self.grounds = button(tr("What it rests on…"), self.grounds_wanted.emit, part="link")
        self.body.addLayout(row(self._kind, None, self.grounds))
        for part in (self._name, self._fate):
            self.body.addWidget(part)
        self.body.addWidget(self._faults)
        self.body.addWidget(self.pdf, 1)
        self.body.addLayout(row(None, self.presented, self.fate, self.finalise, self.send))
        self.show_nothing()

    def show_nothing(self) -> None:
        """No letter is chosen."""
        self.pdf.show_nothing()
        clear(self._problems)
        self._faults.fit()
        texts, steps = (self._kind, self._name, self._fate), (self.finalise, self.send, self.presented)
        for part in (*texts, *steps, self.fate, self.grounds):
            part.hide()

    def show_letter(self, shown: Shown) -> None:
        """Show a letter with its problems."""
        found = shown.row
        self._kind.setText(f"{found.candidacy.reference} · {row_name(found)}")
        self._name.setText(found.candidacy.organisation)
        self._fate.setText(self._told(found))
        for part in (self._kind, self._name, self._fate):
            part.show()
        self.presented.setVisible(awaits_presentation(found))
        self.fate.setVisible(found.sent)
        self.grounds.setVisible(found.type in MOTIVATED)
        self._sent = found.sent
        self._blocked = any(problem.blocking for problem in shown.problems)
        self._show_problems(shown.problems)
        self.pdf.show_pdf(shown.pdf)
        self._enable()

    def show_steps(self, drafts: int, finals: int) -> None:
        """Say how many of the chosen letters can take each step."""
        self._drafts, self._finals = drafts, finals
        many = tr("Make %n letters final", "", drafts)
        self.finalise.setText(many if drafts > 1 else tr("Make final"))
        sends = tr("Record dispatch of %n letters…", "", finals)
        self.send.setText(sends if finals > 1 else tr("Record dispatch…"))
        self._enable()

    def _enable(self) -> None:
        """One letter alone must be without fault; of several, those with a fault stay drafts."""
        alone = not self._sent
        self.finalise.setVisible(alone or self._drafts > 0)
        self.send.setVisible(alone or self._finals > 0)
        self.finalise.setEnabled(self._drafts > 1 or (self._drafts == 1 and not self._blocked))
        self.send.setEnabled(self._finals > 0)

    def _told(self, found: LetterRow) -> str:
        letter = found.letter
        if letter is None:
            return tr("This is how the letter will look; it has not been made yet.")
        if letter.sent_at is None:
            anew = found.outdated and letter.state is LetterState.DRAFT  # then the preview is another file
            print_ = "" if anew else _fingerprints(letter)
            return " · ".join(filter(None, (self._meant(letter), _outdated(found), print_)))
        sent = tr("Sent on {moment} {channel} to {address}").format(
            moment=moment(letter.sent_at, self._shell.language),
            channel=channel_name(Channel(letter.channel)),
            address=letter.sent_to,
        )
        post = tr("number {number}").format(number=letter.postal_reference) if letter.postal_reference else ""
        has = tr("answered, so it arrived") if letter.came_back and found.answered else ""
        parts = (sent, post, self._receipt(letter), *self._became(letter), has, _otherwise(found))
        return " · ".join(filter(None, (*parts, _fingerprints(letter))))

    def _became(self, letter: Letter) -> tuple[str, ...]:
        """That it came back, and that it was received, with what shows it."""
        language, told = self._shell.language, []
        if letter.bounced_at is not None:
            when = moment(letter.bounced_at, language)
            told.append(tr("came back on {moment}: {reason}").format(moment=when, reason=letter.bounce))
        if letter.receipt_at is not None:
            when = moment(letter.receipt_at, language)
            told.append(tr("received on {moment}: {shown}").format(moment=when, shown=letter.receipt))
        return tuple(told)

    def _meant(self, letter: Letter) -> str:
        """How the letter is meant to leave, for its date and its term rest on that."""
        if not letter.planned_channel or letter.dated is None:
            return ""
        how, when = channel_name(Channel(letter.planned_channel)), day(letter.dated, self._shell.language)
        return tr("Made to leave {channel} on {day}").format(channel=how, day=when)

    def _receipt(self, letter: Letter) -> str:
        """When a letter with receipt was presented."""
        if letter.channel != Channel.REGISTERED_RECEIPT:
            return ""
        if letter.presented is None:
            return tr("the day of presentation is not known yet")
        return tr("presented on {day}").format(day=day(letter.presented, self._shell.language))

    def _show_problems(self, problems: tuple[LetterProblem, ...]) -> None:
        clear(self._problems)
        for said in self._said(problems):
            self._problems.addWidget(note(said, Tone.BAD))
        for doubt in (problem for problem in problems if problem.doubtful):
            self._problems.addWidget(note(self._shell.words(doubt.message), Tone.WARN))
        harmless = [problem for problem in problems if not (problem.blocking or problem.doubtful)]
        if harmless:
            remarks = note(tr("%n remarks that do not stop the letter", "", len(harmless)), Tone.WARN)
            said = "\n".join(self._shell.words(problem.message) for problem in harmless)
            remarks.setToolTip(said)
            remarks.setAccessibleDescription(said)
            self._problems.addWidget(remarks)
        self._faults.fit()

    def _said(self, problems: tuple[LetterProblem, ...]) -> Iterator[str]:
        """What stands in the way, where several legal texts wait for a lawyer in one sentence."""
        waiting = [problem for problem in problems if problem.kind is ProblemKind.UNAPPROVED_BLOCK]
        for problem in problems:
            if problem.blocking and (problem not in waiting or len(waiting) == 1):
                yield self._shell.words(problem.message)
        if len(waiting) > 1:
            text = tr(
                "%n legal texts have still to be approved by a lawyer: Settings, “Text blocks”.",
                "",
                len(waiting),
            )
            yield text


def _fingerprints(letter: Letter) -> str:
    """By which the file is known, and the one with a signature beside it."""
    plain = tr("SHA-256 {hash}").format(hash=letter.pdf[:16])
    if not letter.signed:
        return plain
    signed = tr("signed, SHA-256 {hash}").format(hash=letter.signed[:16])
    return f"{plain} · {signed}"


def _outdated(found: LetterRow) -> str:
    """Since when it no longer holds: which part, where one of them changed."""
    if not found.outdated:
        return ""
    other = tr("out of date: an address, a name, a date or the text of the letter changed since")
    return _otherwise(found) or other


def _otherwise(found: LetterRow) -> str:
    """What its reader was told and no longer holds."""
    if found.replaced is Replaced.UNTOLD:
        return tr("decided anew since: the letter that says so has still to leave")
    if found.replaced is Replaced.TOLD:
        return tr("decided anew since")
    if not found.changed:
        return ""
    parts = ", ".join(part_name(part) for part in found.changed)
    return tr("changed since: {list}").format(list=parts)
