"""``texts``: the texts of the letters in a dossier, its own or as shipped, approved by a lawyer or not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jury_desktop.cli.opening import opened
from jury_desktop.cli.printing import Line, Options, aside, show
from jury_desktop.domain.errors import refuse
from jury_desktop.domain.letter import Block, LetterType
from jury_desktop.domain.letter_texts import TextKind
from jury_desktop.domain.messages import Phrase, say
from jury_desktop.services.letter_preview import faults
from jury_desktop.services.letter_source import as_source, from_file
from jury_desktop.services.letter_texts import (
    TextRow,
    approve_blocks,
    open_blocks,
    restore_text,
    save_text,
    text_book,
    withdraw_approval,
)
from jury_desktop.services.ports import Dossier

_KINDS: dict[str, TextKind] = {kind.value: kind for kind in (*LetterType, *Block)}


def texts(options: Options) -> int:
    """Does what is asked with the texts of a dossier."""
    with opened(options) as dossier:
        _ACTIONS[options.action](options, dossier)
    return 0


def _list(options: Options, dossier: Dossier) -> None:
    rows = text_book(dossier).rows
    show(options, [_view(row) for row in rows], *map(_line, rows))


def _show(options: Options, dossier: Dossier) -> None:
    """The text as ``edit`` takes it."""
    row = text_book(dossier).row(_KINDS[options.text])
    source = as_source(row)
    show(options, _view(row) | {"source": source}, source.rstrip("\n"))


def _edit(options: Options, dossier: Dossier) -> None:
    """Words a text as a file does; every fault in it is told, and then nothing is kept."""
    kind = _KINDS[options.text]
    text = from_file(options.file, kind)
    for fault in faults(kind, text, text_book(dossier).texts):
        at = say("cli.text_fault", line=fault.line) if fault.line else say("cli.text_fault_whole")
        aside(options, at)
        aside(options, fault.message)
    save_text(dossier, kind, text)
    _tell(options, dossier, kind)


def _restore(options: Options, dossier: Dossier) -> None:
    restore_text(dossier, _KINDS[options.text])
    _tell(options, dossier, _KINDS[options.text])


def _approve(options: Options, dossier: Dossier) -> None:
    """Notes an approval of the blocks named, or of all that wait for one."""
    wanted = tuple(_block(name) for name in options.blocks) or open_blocks(text_book(dossier).texts)
    approve_blocks(dossier, wanted, options.by, options.on)
    _tell(options, dossier, *wanted)


def _withdraw(options: Options, dossier: Dossier) -> None:
    withdraw_approval(dossier, Block(options.block))
    _tell(options, dossier, Block(options.block))


def _block(name: str) -> Block:
    if name not in tuple(Block):
        raise refuse("cli.no_block", name=name, known=tuple(Block))
    return Block(name)


def _tell(options: Options, dossier: Dossier, *kinds: TextKind) -> None:
    book = text_book(dossier)
    rows = [book.row(kind) for kind in kinds]
    show(options, [_view(row) for row in rows], *(map(_line, rows) if rows else [say("cli.no_open_blocks")]))


def _view(row: TextRow) -> dict[str, Any]:
    view: dict[str, Any] = {"text": row.kind.value, "name": row.name, "own": row.own}
    if not isinstance(row.kind, Block):
        return view
    last = row.approval
    given = {"by": last.lawyer, "on": last.day.isoformat(), "version": last.version} if last else None
    return view | {"version": row.version, "approved": row.approved, "approval": given}


def _line(row: TextRow) -> Line:
    own = Phrase("cli.text_own" if row.own else "cli.text_shipped")
    if not isinstance(row.kind, Block):
        return say("cli.text", text=row.kind.value, name=row.name, own=own)
    key = "cli.block_approved" if row.approved else "cli.block_open"
    lawyer = row.approval.lawyer if row.approval else ""
    return say(key, text=row.kind.value, name=row.name, own=own, version=row.version, lawyer=lawyer)


_ACTIONS: dict[str, Callable[[Options, Dossier], None]] = {
    "list": _list,
    "show": _show,
    "edit": _edit,
    "restore": _restore,
    "approve": _approve,
    "withdraw": _withdraw,
}
