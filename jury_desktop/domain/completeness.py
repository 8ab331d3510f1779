"""The checklist of a candidacy: what the call asks, whether it is there, and what shows that.

The program proposes from the form and the names of the attachments; the regisseur has the last word.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase

from jury_desktop.domain.call import Call, FormField, RequiredItem
from jury_desktop.domain.candidacy import PARTICULARS, Candidacy, ItemCheck, ItemState
from jury_desktop.domain.mail import Attachment, FieldValue
from jury_desktop.domain.messages import Message, say

OPEN = frozenset({ItemState.MISSING, ItemState.TO_REQUEST})
"""The states in which a candidacy is not complete."""


@dataclass(frozen=True, slots=True)
class Checked:
    """An item of the checklist of one candidacy.

    :param proposal: what the program makes of it, and ``reason`` why.
    :param check: what the regisseur said about it, or None.
    """

    item: RequiredItem
    proposal: ItemState
    reason: Message
    check: ItemCheck | None = None

    @property
    def state(self) -> ItemState:
        """How it stands: as the regisseur said, else as proposed."""
        return self.check.state if self.check else self.proposal

    @property
    def open(self) -> bool:
        """Whether it still lacks."""
        return self.state in OPEN

    @property
    def came_in(self) -> bool:
        """Whether it has been found since the regisseur said that it lacks."""
        return self.open and self.proposal is ItemState.PRESENT

    @property
    def asked(self) -> bool:
        """Whether the candidate was asked for it."""
        return self.check is not None and self.check.answer_by is not None

    def overdue(self, today: date) -> bool:
        """Whether the day by which the candidate was asked to answer is over and it still lacks."""
        answer_by = self.check.answer_by if self.check else None
        return self.open and answer_by is not None and answer_by < today


def items_of(call: Call) -> tuple[RequiredItem, ...]:
    """What the call asks: its own items, then each required field of the form that none of them covers."""
    covered = {key for item in call.completeness.items for key in item.fields}
    own = (field for field in call.form if field.required and field.key not in covered)
    return (*call.completeness.items, *map(_of_field, own))


def checklist(call: Call, candidacy: Candidacy) -> tuple[Checked, ...]:
    """Every item of the call with how it stands in the version that counts."""
    said = {check.item: check for check in candidacy.checks}
    items = items_of(call)
    return tuple(_checked(call, candidacy, item, items, said.get(item.key)) for item in items)


def open_items(call: Call, candidacy: Candidacy) -> tuple[Checked, ...]:
    """The items that still lack."""
    return tuple(item for item in checklist(call, candidacy) if item.open)


def missing_fields(call: Call, candidacy: Candidacy) -> tuple[str, ...]:
    """The required fields (by key) that neither the form nor a correction filled in."""
    return tuple(field.key for field in call.form if field.required and not _has(candidacy, field.key))


def _of_field(field: FormField) -> RequiredItem:
    """The dot keeps its key apart from those of the call's own items."""
    return RequiredItem(f"form.{field.key}", field.labels[0], fields=(field.key,))


def _checked(
    call: Call,
    candidacy: Candidacy,
    item: RequiredItem,
    items: Sequence[RequiredItem],
    check: ItemCheck | None,
) -> Checked:
    state, reason = _proposal(call, candidacy, item, items)
    return Checked(item, state, reason, check)


def _proposal(
    call: Call, candidacy: Candidacy, item: RequiredItem, items: Sequence[RequiredItem]
) -> tuple[ItemState, Message]:
    """Not asked; else on the form; else among the files; else missing."""
    if item.only_with and not _has(candidacy, item.only_with):
        return ItemState.NOT_APPLICABLE, say("completeness.not_asked", field=_label(call, item.only_with))
    if item.fields and all(_has(candidacy, key) for key in item.fields):
        return ItemState.PRESENT, _shown_by(candidacy, item.fields)
    files = [file for file in candidacy.current.attachments if _belongs(file, items) is item]
    for file in files:
        if file.problem is None:
            return ItemState.PRESENT, say("completeness.file", name=file.name)
    if files:
        return ItemState.TO_REQUEST, say("completeness.closed_file", name=files[0].name)
    return ItemState.MISSING, _lacking(call, candidacy, item)


def _lacking(call: Call, candidacy: Candidacy, item: RequiredItem) -> Message:
    empty = tuple(_label(call, key) for key in item.fields if not _has(candidacy, key))
    if item.files:
        return say("completeness.nowhere")
    return say("completeness.empty", fields=empty)


def _shown_by(candidacy: Candidacy, keys: Iterable[str]) -> Message:
    """The first of the fields as the form says it, or that somebody filled it in."""
    found = {field.key: field for field in candidacy.current.fields}
    shown = next((found[key] for key in keys if key in found), None)
    if shown is None:
        return say("completeness.by_hand")
    return say("completeness.field", line=_short(shown), source=shown.source)


def _short(field: FieldValue) -> str:
    line = " ".join(field.line.split())
    return f"{line[:80]}…" if len(line) > 80 else line


def _has(candidacy: Candidacy, key: str) -> bool:
    """Whether a field is filled in, on the form or by a correction."""
    if key in PARTICULARS:
        value: object = getattr(candidacy, key)
    else:
        value = next((field.value for field in candidacy.current.fields if field.key == key), "")
    return bool(value.strip() if isinstance(value, str) else value)


def _label(call: Call, key: str) -> str:
    return next(field.labels[0] for field in call.form if field.key == key)


def _belongs(file: Attachment, items: Sequence[RequiredItem]) -> RequiredItem | None:
    """The item a file is for: that of the longest pattern its name fits, so "*begroting*" before "*.pdf"."""
    name = _plain(file.name)
    fitting = [(len(p), item) for item in items for p in item.files if fnmatchcase(name, _plain(p))]
    return max(fitting, key=lambda found: found[0], default=(0, None))[1]


def _plain(name: str) -> str:
    """Without capitals and accents: "Beéindiging.PDF" fits "*beeindiging*"."""
    return "".join(c for c in unicodedata.normalize("NFD", name.casefold()) if not unicodedata.combining(c))
