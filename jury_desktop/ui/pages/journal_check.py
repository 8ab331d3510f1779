"""The check of the dossier on the page of the journal, and of anchors from outside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from jury_desktop.domain.anchor import Anchor
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import Message
from jury_desktop.services.anchors import Held, check_anchors, file_anchors, typed_anchor
from jury_desktop.services.ports import Dossier
from jury_desktop.services.soundness import Verification, verify
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.safekeeping import teller
from jury_desktop.ui.shell import Answer, Choice, Question, Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import note, restyle

tr = area("journal")

SHOWN = 8
"""Findings that are shown one by one; the command line gives them all."""


class Checking:
    """Checks beside the window, and tells the outcome in a note.

    :ivar outcome: the note; hidden until there is one.
    """

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self.outcome = note("")
        self.outcome.hide()

    def verify(self) -> None:
        """Check everything: the journal, each part of the dossier, each file, the anchors in letters."""
        dossier = self._shell.dossier
        on_file = dossier is not None and dossier.store.file is not None
        run = self._shell.run_copying if on_file else self._shell.run_job
        run(_verify, self._verified, text=tr("Checking the dossier…"))

    def ask_anchor(self) -> None:
        """Let the user type an anchor over from paper."""
        text = tr(
            "At the foot of every letter and at the end of the minutes stands what the journal was then: a "
            "number, a colon and characters. Type it over, or drop the file on this page."
        )
        choices = (Choice("check", tr("Check the anchor"), primary=True),)
        question = Question(tr("Anchor on paper"), text, choices, tr("Anchor, as it stands there"))
        self._shell.ask(question, self._typed)

    def _typed(self, answer: Answer) -> None:
        def look(dossier: Dossier, _: JobContext) -> tuple[Held, ...]:
            return check_anchors(dossier, [typed_anchor(answer.reason)])

        self._shell.run_job(look, self._looked_up, failed=self._refused)

    def pick_files(self) -> None:
        """Let the user choose letters, minutes, exports or copies."""
        self._shell.pick_open(tr("Which letter, export or copy?"), "", self.look_in, many=True)

    def look_in(self, files: Sequence[Path]) -> None:
        """Look up the anchors in files."""

        def look(dossier: Dossier, _: JobContext) -> tuple[Held, ...]:
            found: list[tuple[Anchor, Message]] = [each for file in files for each in file_anchors(file)]
            return check_anchors(dossier, found)

        self._shell.run_job(look, self._looked_up, text=tr("Looking up anchors…"), failed=self._refused)

    def _verified(self, found: Verification) -> None:
        self._show(self._told(found), good=found.ok)

    def _told(self, found: Verification) -> list[str]:
        words = self._shell.words
        if found.ok:
            events = tr("Everything is right: %n events, each linked to the one before.", "", found.events)
            anchors = tr("%n anchors in letters hold.", "", len(found.anchors))
            return [f"{events} {anchors}" if found.anchors else events]
        told = [f"• {words(where)}: {words(what)}" for where, what in found.problems[:SHOWN]]
        if (more := len(found.problems) - SHOWN) > 0:
            told.append(tr("And %n more.", "", more))
        return [
            tr("Something is not right. Something else than the program changed the dossier:"),
            *told,
            tr(
                "What to do: change nothing more, save a copy of the dossier, compare with the latest backup "
                "(Settings › Backups), and show this to who answers for the procedure."
            ),
        ]

    def _looked_up(self, found: Sequence[Held]) -> None:
        self._show(list(self._anchors_told(found)), good=all(each.problem is None for each in found))

    def _anchors_told(self, found: Sequence[Held]) -> Iterator[str]:
        holds = tr("event {number} is still what it was when this was made.")
        for each in found:
            problem = self._shell.words(each.problem) if each.problem is not None else ""
            said = problem or holds.format(number=each.anchor.sequence)
            yield f"{self._shell.words(each.where)}: {said}"

    def _refused(self, error: JuryError) -> None:
        self._show([self._shell.words(error.message)], tone=Tone.WARN)

    def _show(self, lines: Sequence[str], *, good: bool = False, tone: Tone | None = None) -> None:
        self.outcome.setText("\n".join(lines))
        self.outcome.setProperty("tone", (tone or (Tone.GOOD if good else Tone.BAD)).value)
        restyle(self.outcome)
        self.outcome.show()


def _verify(dossier: Dossier, context: JobContext) -> Verification:
    return verify(dossier, tell=teller(context))
