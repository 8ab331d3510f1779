"""What a page may ask of the window around it, and nothing more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol, TypeVar

from PySide6.QtPrintSupport import QPrinter

from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import Message
from jury_desktop.services.ports import Dossier
from jury_desktop.ui.jobs import Job, JobContext
from jury_desktop.ui.operations import Operation
from jury_desktop.ui.settings import Preferences
from jury_desktop.ui.theme import Tone

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing the program says in passing.

    :param text: a sentence, or a message of the catalogue.
    :param action: text of a button beside it, with ``run`` as what it does.
    :param passing: it is about the last step alone: it goes after a while, and with the next step.
    :param topic: what it speaks of, so that it can be withdrawn once that is over; the key of a
        page is over when that page is shown.
    :param everywhere: it is about the program rather than the page on show, and goes along to other pages.
    """

    text: str | Message
    tone: Tone = Tone.INFO
    action: str = ""
    run: Callable[[], object] | None = None
    passing: bool = False
    topic: str = ""
    everywhere: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """One button of a question. ``danger`` colours it as a step that hurts."""

    key: str
    text: str
    primary: bool = False
    danger: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """Something only the user can decide. Escape always means: do nothing.

    :param text: what happens, what stays, what it costs.
    :param reason: label of a text field that must be filled in first; empty = no field.
    :param proposal: what the program would put in that field; the user may change it.
    """

    title: str
    text: str | Message
    choices: tuple[Choice, ...]
    reason: str = ""
    proposal: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """The key of the choice, and the reason given where one was asked."""

    choice: str
    reason: str = ""


class Shell(Protocol):
    """The window, as a page sees it. Everything here is called on the window's thread."""

    @property
    def dossier(self) -> Dossier | None:
        """The open dossier as the services take it; use it only inside a job."""

    @property
    def language(self) -> str:
        """``nl`` or ``en``."""

    @property
    def user(self) -> str:
        """Who sits at this machine, as the journal notes it."""

    def now(self) -> datetime:
        """The moment, aware; may be set by ``--today``."""

    def run_job(
        self,
        work: Callable[[Dossier, JobContext], T],
        done: Callable[[T], object],
        *,
        key: str = "",
        text: str = "",
        failed: Callable[[JuryError], object] | None = None,
        ended: Callable[[], object] | None = None,
    ) -> Job:
        """Read from the dossier: ``work(dossier, context)`` on the database thread, ``done(result)`` here."""

    def run_calculation(
        self,
        work: Callable[[JobContext], T],
        done: Callable[[T], object],
        *,
        key: str = "",
        text: str = "",
        failed: Callable[[JuryError], object] | None = None,
        ended: Callable[[], object] | None = None,
        stopped: Callable[[T], object] | None = None,
    ) -> Job:
        """Heavy work on plain values (solver, PDF): ``work(context)`` on its own thread.

        :param stopped: gets what the work had when the user stopped it; without it that is dropped.
        """

    def run_drawing(
        self,
        work: Callable[[JobContext], T],
        done: Callable[[T], object],
        *,
        key: str = "",
        text: str = "",
        failed: Callable[[JuryError], object] | None = None,
        ended: Callable[[], object] | None = None,
    ) -> Job:
        """Open or draw a file that is looked at: ``work(context)`` on its own thread."""

    def run_copying(
        self,
        work: Callable[[Dossier, JobContext], T],
        done: Callable[[T], object],
        *,
        text: str = "",
        failed: Callable[[JuryError], object] | None = None,
        ended: Callable[[], object] | None = None,
    ) -> Job:
        """Copy the whole dossier: ``work(dossier, context)`` on a thread of its own."""

    def restore(self, copy: Path) -> None:
        """Put a copy in the place of the open dossier, and open that."""

    def run_operation(self, operation: Operation[T]) -> Job:
        """Change the dossier; pages are told and undo follows."""

    def part_with_dossier(
        self, place: str, work: Callable[[JobContext], T], done: Callable[[T], object], text: str
    ) -> Job:
        """Close the dossier that lies at ``place`` and do with its file what cannot be done while it is open:
        ``work(context)`` on the database thread. When that is refused, the dossier is opened again."""

    def sit_at(self, desk: str) -> None:
        """Undo and redo are about the steps of this desk alone from now on; empty gets up from it."""

    def get_up(self, desk: str) -> None:
        """Leave this desk, unless somebody sits at another one by now; its steps join those of the window."""

    def notify(self, notice: Notice) -> None:
        """Say something in the notice bar."""

    def withdraw(self, topic: str) -> None:
        """Take away what was said about ``topic``: it is over."""

    def ask(self, question: Question, answered: Callable[[Answer], object]) -> None:
        """Put a question; ``answered`` is not called when the user backs out."""

    def pick_open(
        self, title: str, filters: str, picked: Callable[[Sequence[Path]], object], *, many: bool = False
    ) -> None:
        """Let the user choose a file (or several) to read. ``filters`` as Qt writes them."""

    def pick_save(self, title: str, filters: str, name: str, picked: Callable[[Path], object]) -> None:
        """Let the user choose where a file goes; ``name`` is the proposal."""

    def pick_folder(self, title: str, picked: Callable[[Path], object]) -> None:
        """Let the user choose a folder."""

    def pick_printer(self, title: str, picked: Callable[[QPrinter], object]) -> None:
        """Let the user choose a printer; ``title`` names the document."""

    def switch_user(self, juror: str = "") -> None:
        """Let somebody else sign in; ``juror`` is whom to propose, by the id on the list of the jury."""

    def go_to(self, page: str, ref: str = "") -> None:
        """Show a page of the rail, and on it the thing ``ref`` (``"K-02"``)."""

    @property
    def preferences(self) -> Preferences:
        """What the user has chosen on this machine (theme, language, size of the text)."""

    def save_preferences(self, chosen: Preferences) -> None:
        """Keep other choices and apply them at once."""

    def words(self, message: Message) -> str:
        """A message of the catalogue in the language of the window."""
