"""Making letters: how will they leave, drafts beside the window, kept, made final, or written to a folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from jury_desktop.domain.call import BRUSSELS, Call
from jury_desktop.domain.messages import say
from jury_desktop.domain.outgoing import Letter, LetterState
from jury_desktop.domain.term import Communication
from jury_desktop.services.letter_book import LetterKey, LetterRow
from jury_desktop.services.letter_files import write_letters, write_word_drafts
from jury_desktop.services.letters import (
    DraftedLetter,
    LetterJob,
    draft_letters,
    keep_letters,
    letter_jobs,
    take_back_letters,
)
from jury_desktop.services.ports import Dossier
from jury_desktop.services.word_paper import word_paper
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.operations import Operation, Verb
from jury_desktop.ui.pages.letters.making import MakeDialog
from jury_desktop.ui.pages.letters.rows import names_term
from jury_desktop.ui.pages.letters.sending import LETTERS
from jury_desktop.ui.shell import Choice, Notice, Question, Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone

tr = area("letters")

Draft = Callable[[tuple[LetterJob, ...]], None]
Drafted = tuple[DraftedLetter, ...]
STOPPED, HELD = "letters.stopped", "letters.held"
"""What notices speak of: that the last making was stopped, and that letters could not become final."""


class Workshop(QObject):
    """Makes the letters that the page asks for; what it keeps can be undone."""

    def __init__(self, shell: Shell, page: QWidget) -> None:
        super().__init__(page)
        self._shell, self._page = shell, page
        self._rows: Sequence[LetterRow] = ()
        self._call: Call | None = None
        self._keys: tuple[LetterKey, ...] = ()
        self._held: frozenset[Letter] = frozenset()
        self._why_held = ""
        self._next: Draft = self._draft
        self._folder = Path()

    def know(self, rows: Sequence[LetterRow], call: Call) -> None:
        """Take every letter there is, for undo puts back what stood before. What was said of letters that
        could not become final is over once each of them was made anew, or is to be."""
        self._rows, self._call = rows, call
        if self._held and self._held.isdisjoint(row.letter for row in rows if not row.outdated):
            self._held = frozenset()
            self._shell.withdraw(HELD)

    def make(self, rows: Sequence[LetterRow]) -> None:
        """Make or make again these letters, after asking how and when they will leave."""
        self._ask_how(rows, self._draft)

    def finalise(self, rows: Sequence[LetterRow]) -> None:
        """Make these letters final; those that nobody made yet are planned first."""
        if any(found.letter is None for found in rows):
            self._ask_how(rows, self._draft_final)
        elif rows:
            keys = [found.key for found in rows]
            self._shell.run_job(
                lambda dossier, context: letter_jobs(dossier, keys), self._draft_final, key="letter-jobs"
            )

    def pick_folder(self) -> None:
        """Write the letters that have not been sent into a folder of the user's choice."""
        self._shell.pick_folder(tr("Folder for the letters"), self._to_folder)

    def _ask_how(self, rows: Sequence[LetterRow], draft: Draft) -> None:
        """Ask how and when letters will leave, for their text says until when the candidate can answer."""
        if not rows or self._call is None:
            self._shell.notify(Notice(tr("Every letter has been made."), Tone.INFO))
            return
        self._keys, self._next = tuple(found.key for found in rows), draft
        named = self._call if any(names_term(found) for found in rows) else None
        today = self._shell.now().astimezone(BRUSSELS).date()
        MakeDialog(len(rows), named, today, self._shell.language, self._planned, self._page).open()

    def _planned(self, planned: Communication) -> None:
        keys, draft = self._keys, self._next
        self._shell.run_job(
            lambda dossier, context: letter_jobs(dossier, keys, planned), draft, key="letter-jobs"
        )

    def _draft(self, jobs: tuple[LetterJob, ...]) -> None:
        self._make(jobs, self._keep_drafts)

    def _draft_final(self, jobs: tuple[LetterJob, ...]) -> None:
        self._make(jobs, self._keep_final)

    def _make(self, jobs: tuple[LetterJob, ...], keep: Callable[[Drafted], None]) -> None:
        """Make them; who stops halfway keeps the letters that are whole."""

        def stopped(drafted: Drafted) -> None:
            if drafted:
                keep(drafted)
            text = tr("Stopped after %n letters; the others are as they were.", "", len(drafted))
            self._shell.notify(Notice(text, Tone.WARN, topic=STOPPED))

        self._shell.withdraw(STOPPED)
        self._shell.run_calculation(_Drafting(jobs), keep, text=tr("Making the letters…"), stopped=stopped)

    def _keep_drafts(self, drafted: Drafted) -> None:
        self._keep(drafted, final=False)

    def _keep_final(self, drafted: Drafted) -> None:
        """Keep them; where something in one does not fit together, only after asking."""
        doubts = [
            f"{letter.job.reference}: {self._shell.words(problem.message)}"
            for letter in drafted
            for problem in letter.problems
            if letter.can_be_final and problem.doubtful
        ]
        if not doubts:
            self._keep(drafted, final=True)
            return
        sure = Choice("final", tr("Make final as it is"), danger=True)
        question = Question(tr("Is this as it should be?"), "\n\n".join(doubts), (sure,))
        self._shell.ask(question, lambda _: self._keep(drafted, final=True))

    def _reason(self, drafted: Drafted) -> str:
        """What keeps letters from becoming final, where it is the same for all of them."""
        said = {
            problem.message
            for letter in drafted
            for problem in letter.problems
            if problem.blocking and not letter.can_be_final
        }
        return self._shell.words(said.pop()) if len(said) == 1 else ""

    def _keep(self, drafted: Drafted, *, final: bool) -> None:
        self._why_held = self._reason(drafted)
        earlier = [found.letter for found in self._rows if found.letter is not None]

        def verb(dossier: Dossier, context: JobContext) -> tuple[Letter, ...]:
            return keep_letters(dossier, drafted, final=final)

        def inverse(made: tuple[Letter, ...]) -> Verb[None]:
            known = frozenset(earlier)
            changed = [letter for letter in made if letter not in known]
            return lambda dossier, context: take_back_letters(dossier, changed, earlier)

        text = tr("Make letters final") if final else tr("Make letters")
        told = self._told_final if final else self._told_made
        self._shell.run_operation(Operation(text, verb, LETTERS, inverse, done=told))

    def _told_made(self, letters: tuple[Letter, ...]) -> None:
        self._shell.notify(Notice(tr("%n letters made", "", len(letters)), Tone.GOOD, passing=True))

    def _told_final(self, letters: tuple[Letter, ...]) -> None:
        final = sum(letter.state is LetterState.FINAL for letter in letters)
        self._held = frozenset(letter for letter in letters if letter.state is LetterState.DRAFT)
        if final:
            self._shell.notify(Notice(tr("%n letters are final", "", final), Tone.GOOD, passing=True))
        if self._held:
            text = tr("%n letters stay drafts: something in them is not right yet.", "", len(self._held))
            self._shell.notify(Notice(f"{text} {self._why_held}".strip(), Tone.WARN, topic=HELD))

    def pick_word_folder(self) -> None:
        """Write the letters that have not been sent into a folder, as Word documents to go on with."""
        self._shell.pick_folder(tr("Folder for the Word drafts"), self._words_to_folder)

    def _words_to_folder(self, folder: Path) -> None:
        self._folder = folder
        self._shell.run_job(_for_word, self._write_words, key="letter-jobs")

    def _write_words(self, read: tuple[tuple[LetterJob, ...], bytes | None]) -> None:
        folder, (jobs, paper) = self._folder, read

        def work(context: JobContext) -> int:
            return len(write_word_drafts(jobs, folder, context.progress, paper))

        self._shell.run_calculation(work, self._written, text=tr("Writing the letters…"))

    def _to_folder(self, folder: Path) -> None:
        self._folder = folder
        self._shell.run_job(lambda dossier, context: letter_jobs(dossier), self._write, key="letter-jobs")

    def _write(self, jobs: tuple[LetterJob, ...]) -> None:
        folder, drafting = self._folder, _Drafting(jobs)

        def work(context: JobContext) -> int:
            drafted = drafting(context)
            context.check()
            return len(write_letters(drafted, folder))

        self._shell.run_calculation(work, self._written, text=tr("Writing the letters…"))

    def _written(self, count: int) -> None:
        self._shell.notify(Notice(say("cli.letters", count=count, out=str(self._folder)), Tone.GOOD))


def _for_word(dossier: Dossier, _: JobContext) -> tuple[tuple[LetterJob, ...], bytes | None]:
    return letter_jobs(dossier), word_paper(dossier)


class _Drafting:
    """Makes the PDFs of some letters, telling how far it is."""

    def __init__(self, jobs: tuple[LetterJob, ...]) -> None:
        self._jobs = jobs

    def __call__(self, context: JobContext) -> Drafted:
        return draft_letters(self._jobs, context.progress, context.cancelled)
