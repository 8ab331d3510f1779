"""Packets from the jury page: one out for a juror who scores elsewhere, and the sheets that come back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from jury_desktop.domain.call import Round
from jury_desktop.domain.errors import JuryError
from jury_desktop.services.jury import JurorRow
from jury_desktop.services.packet_return import PacketReturn, ReturnState, import_sheet_file
from jury_desktop.services.packets import PACKET_SUFFIX, SHEET_SUFFIX, MadePacket, packet_name
from jury_desktop.ui.allowed import asks
from jury_desktop.ui.dialogs.packet_made_dialog import PacketMadeDialog
from jury_desktop.ui.dialogs.sheet_dialog import SheetDialog
from jury_desktop.ui.operations import calling
from jury_desktop.ui.pages.jury import steps
from jury_desktop.ui.shell import Answer, Choice, Notice, Question, Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone

tr = area("jury")


class Packets:
    """Asks and tells through the window; one sheet file after the other."""

    def __init__(self, shell: Shell, page: QWidget) -> None:
        self._shell = shell
        self._page = page
        self._waiting: list[Path] = []

    # out

    def make(self, row: JurorRow) -> None:
        """Make a packet; where the juror has to score in both rounds, ask for which."""
        rounds = [r for r, due in ((Round.WRITTEN, row.written[1]), (Round.PITCH, row.pitch[1])) if due]
        if len(rounds) > 1:
            self._ask_round(row)
        else:
            self._pick_place(row, (rounds or [Round.WRITTEN])[0])

    def _ask_round(self, row: JurorRow) -> None:
        def answered(answer: Answer) -> None:
            self._pick_place(row, Round(answer.choice))

        choices = (
            Choice(Round.WRITTEN.value, tr("Written round")),
            Choice(Round.PITCH.value, tr("Pitch round")),
        )
        title = tr("A packet for {name}").format(name=row.juror.name)
        self._shell.ask(Question(title, tr("For which round?"), choices), answered)

    def _pick_place(self, row: JurorRow, round_: Round) -> None:
        def picked(file: Path) -> None:
            operation = steps.packing(row.juror, round_, file, self._made)
            self._shell.run_operation(operation)

        filters = tr("Packets") + f" (*{PACKET_SUFFIX})"
        self._shell.pick_save(
            tr("Where does the packet go?"), filters, packet_name(row.juror, round_), picked
        )

    def _made(self, made: MadePacket) -> None:
        PacketMadeDialog(made, self._page).open()

    # back

    @asks(import_sheet_file)
    def bring(self) -> None:
        """Let the user choose what came back."""
        filters = tr("Sheets of jurors") + f" (*{SHEET_SUFFIX})"
        self._shell.pick_open(tr("What did the jurors send back?"), filters, self._picked, many=True)

    def _picked(self, files: Sequence[Path]) -> None:
        self._waiting = list(files)
        self._next()

    def _next(self, *_: object) -> None:
        """The next file, after the user has looked at the one before."""
        if self._waiting:
            self._rehearse(self._waiting.pop(0))

    def _rehearse(self, file: Path) -> None:
        def told(found: PacketReturn) -> None:
            self._show(file, found)

        work = calling(import_sheet_file, file, dry_run=True)
        text = tr("Reading {file}…").format(file=file.name)
        self._shell.run_job(work, told, key="jury-sheet", text=text, failed=self._refused)

    def _refused(self, error: JuryError) -> None:
        self._shell.notify(Notice(error.message, Tone.BAD))
        self._next()

    def _show(self, file: Path, found: PacketReturn) -> None:
        if found.state is ReturnState.OUTDATED:
            text = tr(
                "{file} is older than what {name} sent before. Nothing of it has been taken over."
            ).format(file=file.name, name=found.juror.name)
            self._shell.notify(Notice(text, Tone.WARN))
            self._next()
            return
        dialog = SheetDialog(found, self._shell.language, self._page)

        def chosen(taken: tuple[str, ...]) -> None:
            work = calling(import_sheet_file, file, take_theirs=taken, dry_run=True)
            self._shell.run_job(work, dialog.show_return, key="jury-sheet")

        def kept(taken: tuple[str, ...]) -> None:
            self._shell.run_operation(steps.taking_over(file, taken))

        dialog.choice_changed.connect(chosen)
        dialog.kept.connect(kept)
        dialog.finished.connect(self._next)
        dialog.open()
