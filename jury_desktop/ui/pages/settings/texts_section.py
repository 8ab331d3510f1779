"""Tekstblokken: the legal texts in the letters, which version each is, and whether a lawyer approved it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.letter import Block
from jury_desktop.services.letter_texts import (
    TextBook,
    TextChange,
    TextRow,
    approve_blocks,
    take_back,
    withdraw_approval,
)
from jury_desktop.ui.allowed import asks
from jury_desktop.ui.operations import Operation, Subject, Verb, calling
from jury_desktop.ui.pages.settings.approving import ApprovalDialog
from jury_desktop.ui.pages.settings.section import Section
from jury_desktop.ui.shell import Answer, Choice, Question, Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import button, clear, label, row, rule, stack
from jury_desktop.ui.widgets.marks import StatusPill
from jury_desktop.wording import day

tr = area("texts")

CHANGES = frozenset({Subject.SETTINGS, Subject.LETTER})
WITHDRAW = "withdraw"


class TextsSection(Section):
    """The legal blocks below each other; an approval is noted for all that wait, or for one."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(
            tr("Text blocks"),
            tr(
                "The legal texts in the letters. A lawyer approves them; until then no letter becomes final. "
                "Who changes a text asks for a new approval."
            ),
        )
        self._shell = shell
        self._asked: tuple[Block, ...] = ()
        self.approve_all = button("", self._ask_all, part="primary", icon="shield-check")
        self._blocks = QVBoxLayout()
        self._blocks.setSpacing(12)
        self._open: tuple[Block, ...] = ()
        self.body.addLayout(row(self.approve_all, None))
        self.body.addLayout(self._blocks)
        self.body.addStretch(1)

    def show_book(self, book: TextBook) -> None:
        """Show the blocks as they are worded and approved now."""
        blocks = [(row_.kind, row_) for row_ in book.rows if isinstance(row_.kind, Block)]
        self._open = tuple(block for block, found in blocks if not found.approved)
        self.approve_all.setText(tr("Note the approval of %n text blocks…", "", len(self._open)))
        self.approve_all.setVisible(bool(self._open))
        clear(self._blocks)
        for block, found in blocks:
            self._blocks.addWidget(rule())
            self._blocks.addWidget(self._shown(block, found))

    def _shown(self, block: Block, found: TextRow) -> QWidget:
        holder = QWidget()
        head = row(label(found.name, "strong"), _pill(found), None, *self._buttons(block, found))
        facts = tr("Version {version} · {told}").format(version=found.version, told=self._told(found))
        rests = tr("Rests on: {law}").format(law=found.law)
        lines = (label(line, "small", wrap=True, select=True) for line in (facts, rests))
        holder.setLayout(stack(head, *lines, spacing=4))
        return holder

    def _buttons(self, block: Block, found: TextRow) -> tuple[QWidget, ...]:
        read = button(tr("Read and edit"), partial(self._shell.go_to, "letters", f"text.{block.value}"))
        if found.approved:
            step = button(tr("Withdraw approval…"), partial(self._ask_withdraw, block, found.name))
        else:
            step = button(tr("Note approval…"), partial(self._ask, (block,)))
        for made in (read, step):
            made.setAccessibleName(f"{made.text()} – {found.name}")
        return read, step

    def _told(self, found: TextRow) -> str:
        if found.approval is None:
            return tr("to be approved by a lawyer")
        told = {
            "lawyer": found.approval.lawyer,
            "day": day(found.approval.day, self._shell.language),
            "by": found.approval.by,
            "version": found.approval.version,
        }
        if found.approved:
            return tr("approved by {lawyer} on {day}; noted by {by}").format(**told)
        return tr("changed since {lawyer} approved version {version} ({day})").format(**told)

    # approving

    @asks(approve_blocks)
    def _ask_all(self) -> None:
        self._ask(self._open)

    @asks(approve_blocks)
    def _ask(self, blocks: Sequence[Block]) -> None:
        self._asked = tuple(blocks)
        today = self._shell.now().astimezone(BRUSSELS).date()
        ApprovalDialog(len(blocks), today, self._approve, self).open()

    def _approve(self, lawyer: str, on: date) -> None:
        verb = calling(approve_blocks, self._asked, lawyer, on)
        self._shell.run_operation(Operation(tr("Note approval"), verb, CHANGES, _back))

    @asks(withdraw_approval)
    def _ask_withdraw(self, block: Block, name: str) -> None:
        self._asked = (block,)
        text = tr("Letters with this text cannot become final any more. What is final stays as it is.")
        choices = (Choice(WITHDRAW, tr("Withdraw approval"), danger=True),)
        title = tr("Withdraw the approval of “{name}”?").format(name=name)
        self._shell.ask(Question(title, text, choices), self._withdraw)

    def _withdraw(self, _answer: Answer) -> None:
        verb = calling(withdraw_approval, self._asked[0])
        self._shell.run_operation(Operation(tr("Withdraw approval"), verb, CHANGES, _back))


def _back(change: TextChange) -> Verb[TextChange]:
    return calling(take_back, change)


def _pill(found: TextRow) -> StatusPill:
    if found.approved:
        return StatusPill(tr("approved"), Tone.GOOD)
    if found.approval:
        return StatusPill(tr("changed"), Tone.BAD)
    return StatusPill(tr("to be approved"), Tone.WARN)
