"""The right half of the page: one candidacy with its tabs and the judgement on form."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QStackedLayout, QWidget

from jury_desktop.domain.candidacy import SHUT_OUT, Admissibility, Candidacy, ItemState
from jury_desktop.domain.due import BY_ADMISSIBILITY
from jury_desktop.domain.mail import Attachment, FieldValue
from jury_desktop.services.candidacy_file import CandidacyDetails
from jury_desktop.ui.pages.candidacies.checklist_tab import ChecklistTab
from jury_desktop.ui.pages.candidacies.correcting import Correcting
from jury_desktop.ui.pages.candidacies.files_tab import FilesTab
from jury_desktop.ui.pages.candidacies.footer import Footer, JudgementMenu
from jury_desktop.ui.pages.candidacies.history_tab import HistoryTab
from jury_desktop.ui.pages.candidacies.judging import Judging, remarks
from jury_desktop.ui.pages.candidacies.messages_tab import MessagesTab
from jury_desktop.ui.pages.candidacies.particulars_tab import ParticularsTab
from jury_desktop.ui.pages.candidacies.progress_tab import ProgressTab
from jury_desktop.ui.pages.candidacies.requesting import Requesting
from jury_desktop.ui.pages.candidacies.words import judgements
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import Panel, button, label, note, restyle, row
from jury_desktop.ui.widgets.elided import ElidedLabel
from jury_desktop.ui.widgets.marks import ChallengeChips, StatusPill
from jury_desktop.ui.widgets.switch import Tabs

tr = area("candidacies")


Tab = FilesTab | ParticularsTab | ChecklistTab | MessagesTab | ProgressTab | HistoryTab


class DetailsPanel(Panel):
    """Shows and changes one candidacy.

    :ivar stepped: the user wants the candidacy before (-1) or after (1) this one.
    """

    stepped = Signal(int)

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.details: CandidacyDetails | None = None
        """The candidacy on show; None while the one that was chosen has not been read yet."""
        self._expected = ""
        self._stale: set[str] = set()
        self.reference = label("", "muted", select=True)
        self.organisation = ElidedLabel("large")
        self.email = label("", "muted", select=True)
        self.status = StatusPill()
        self.menu = JudgementMenu()
        self.challenges = ChallengeChips()
        self.remarks = note("", Tone.WARN)
        self.letter = button(tr("To the letter about this"), self.go_to_letter, icon="mail", part="link")
        self.judging = Judging(shell, self)
        self.requesting = Requesting(shell, self)
        self.correcting = Correcting(shell, self)
        self._make_tabs()
        self.footer = Footer()
        self._fill()
        self._connect()

    def _make_tabs(self) -> None:
        self.files = FilesTab(self._shell)
        self.particulars = ParticularsTab(self._shell.language)
        self.checklist = ChecklistTab(self._shell.language)
        self.messages = MessagesTab(self._shell)
        self.progress = ProgressTab()
        self.history = HistoryTab(self._shell.language)
        self.tabs = Tabs(
            (
                ("files", tr("Attachments")),
                ("particulars", tr("Particulars")),
                ("checklist", tr("Checklist")),
                ("messages", tr("Messages")),
                ("progress", tr("Jury")),
                ("history", tr("History")),
            ),
            tr("Parts of the candidacy"),
        )
        self._stack = QStackedLayout()

    def _all_tabs(self) -> dict[str, Tab]:
        return {
            "files": self.files,
            "particulars": self.particulars,
            "checklist": self.checklist,
            "messages": self.messages,
            "progress": self.progress,
            "history": self.history,
        }

    def _fill(self) -> None:
        self.body.setSpacing(4)
        self.body.addLayout(row(self.reference, None, self.status, self.menu, spacing=4))
        self.body.addWidget(self.organisation)
        self.body.addLayout(row(self.email, None, self.challenges))
        self.body.addSpacing(6)
        self.body.addWidget(self.remarks)
        self.body.addLayout(row(self.letter, None))
        self.body.addWidget(self.tabs)
        self.body.addSpacing(8)
        self.body.addLayout(self._stack, 1)
        for tab in self._all_tabs().values():  # a tab in a stack that has no place yet would be a window
            self._stack.addWidget(tab)
        self.body.addSpacing(10)
        self.body.addWidget(self.footer)

    def _connect(self) -> None:
        self.tabs.chosen.connect(self.choose_tab)
        self.footer.judged.connect(self.judge)
        self.menu.judged.connect(self.judge)
        self.footer.stepped.connect(self.stepped)
        self.judging.judged.connect(self._judged)
        self.particulars.edited.connect(self.correcting.correct)
        self.particulars.source_wanted.connect(self.show_source)
        self.particulars.availability_edited.connect(self.correcting.set_availability)
        self.correcting.refused.connect(self._show_again)
        self.checklist.checked.connect(self._checked)
        self.checklist.request_wanted.connect(self.ask_for_what_lacks)
        self.messages.file_wanted.connect(self.show_file)

    # showing

    def expect(self, key: str) -> None:
        """The candidacy with this id is chosen, or none (""): nothing here acts on another from now on."""
        self._expected = key
        if self.details is not None and self.details.candidacy.id != key:
            self.details = None

    def show_details(self, details: CandidacyDetails) -> None:
        """Show the candidacy that is expected; one that was left meanwhile stays away."""
        if details.candidacy.id != self._expected:
            return
        self.details = details
        candidacy = details.candidacy
        self.reference.setText(candidacy.reference)
        self.organisation.setText(candidacy.organisation)
        self.email.setText(candidacy.email)
        self.status.show_pill(judgements()[candidacy.admissibility])
        self.challenges.show_numbers(candidacy.challenges)
        self._show_remarks(details)
        self._count(details)
        self._stale = set(self._all_tabs())
        self._fill_tab()

    def _count(self, details: CandidacyDetails) -> None:
        """What there is of a kind stands in the tab itself."""
        lacking = sum(line.open for line in details.checklist)
        listed = tr("Checklist ({count})").format(count=lacking) if lacking else tr("Checklist")
        self.tabs.set_text("checklist", listed)
        count = len(details.messages)
        self.tabs.set_text("messages", tr("Messages ({count})").format(count=count))

    def _show_remarks(self, details: CandidacyDetails) -> None:
        said = remarks(details, self._shell.language)
        out = details.candidacy.admissibility in SHUT_OUT
        self.letter.setVisible(details.candidacy.admissibility in BY_ADMISSIBILITY)
        self.remarks.setText("\n".join(said))
        self.remarks.setVisible(bool(said))
        self.remarks.setProperty("tone", (Tone.BAD if out else Tone.WARN).value)
        restyle(self.remarks)

    def go_to_letter(self) -> None:
        """Go to the letter about the judgement on form, or else to the letters of the candidacy on show."""
        if self.details is not None:
            candidacy = self.details.candidacy
            letter = BY_ADMISSIBILITY.get(candidacy.admissibility)
            ref = f"{candidacy.reference}.{letter.value}" if letter else candidacy.reference
            self._shell.go_to("letters", ref)

    def establish_arrival(self) -> None:
        """Ask when the message arrived that opened the candidacy on show: that arrival counts."""
        self.choose_tab("messages")
        if self.details is not None:
            self.messages.establish(self.details.candidacy.first.mail)

    def _fill_tab(self) -> None:
        """Fill the tab on show, unless it shows this candidacy already; the others wait until they are."""
        key = self.tabs.current()
        if self.details is not None and key in self._stale:
            self._stale.remove(key)
            self._all_tabs()[key].show_details(self.details)

    def choose_tab(self, key: str) -> None:
        """Show a tab: files, particulars, checklist, messages, progress or history."""
        self.particulars.commit()
        self.tabs.choose(key)
        self._stack.setCurrentWidget(self._all_tabs()[key])
        self._fill_tab()

    def enter_tab(self, key: str) -> None:
        """Show a tab with the cursor in it."""
        self.choose_tab(key)
        QTimer.singleShot(0, self._enter)  # what the tab has just been filled with, is not on show yet

    def _enter(self) -> None:
        inside = self._all_tabs()[self.tabs.current()].findChildren(QWidget)
        stops = sorted(filter(takes_cursor, inside), key=_scrolls)
        if stops:
            stops[0].setFocus(Qt.FocusReason.TabFocusReason)

    def show_file(self, file: Attachment) -> None:
        """Show an attachment of this candidacy."""
        self.choose_tab("files")
        self.files.show_file(file)

    def show_source(self, field: FieldValue) -> None:
        """Show the line that a value came from, in the file or the message that says it."""
        if self.details is None:
            return
        candidacy = self.details.candidacy
        versions = (candidacy.current, *reversed(candidacy.versions))
        files = (file for version in versions for file in version.attachments if file.name == field.source)
        file = next(files, None)
        if file is None:
            self.choose_tab("messages")
            self.messages.show_line(field.line)
        else:
            self.choose_tab("files")
            self.files.show_file(file, (field.line, field.value, field.line.partition(":")[0]))

    # changing

    def _checked(self, item: str, state: ItemState | None) -> None:
        if self.details is not None:
            self.requesting.check(self.details.candidacy, item, state)

    def ask_for_what_lacks(self) -> None:
        """Draft the mail to the candidate on show."""
        self.particulars.commit()
        if self.details is not None:
            self.requesting.ask(self.details.candidacy)

    def judge(self, verdict: Admissibility) -> None:
        """Judge the form of the candidacy on show."""
        self.particulars.commit()
        if self.details is not None:
            self.judging.judge(self.details, verdict)

    def _judged(self, candidacy: Candidacy) -> None:
        shown = self.details is not None and self.details.candidacy.id == candidacy.id
        if shown and candidacy.admissibility is Admissibility.ADMISSIBLE:
            self.stepped.emit(1)

    def _show_again(self) -> None:
        """What is kept, after something was not."""
        if self.details is not None:
            self.show_details(self.details)


def nothing_chosen() -> QWidget:
    """What stands beside a list in which nothing is."""
    panel = Panel()
    panel.body.addWidget(label(tr("No candidacy is listed, so none is open here."), "muted", wrap=True))
    panel.body.addStretch(1)
    return panel


def _scrolls(part: QWidget) -> bool:
    """What can only be scrolled comes after what can be filled in or pressed."""
    return isinstance(part, QScrollArea)


def takes_cursor(part: QWidget) -> bool:
    """Whether Tab stops at it as it is now."""
    return part.isVisible() and part.isEnabled() and bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
