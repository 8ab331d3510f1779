"""The way back of what became of letters, and of how their texts read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace

from jury_desktop.domain.journal import Event
from jury_desktop.domain.letter import Block, LetterType
from jury_desktop.domain.letter_texts import OwnText
from jury_desktop.services.event_values import the_one
from jury_desktop.services.letter_fate import take_back_fate
from jury_desktop.services.letter_texts import TextChange, save_text, take_back, text_row, texts_of
from jury_desktop.services.ports import UnitOfWork
from jury_desktop.services.ways_back.way import Back, Way, candidacy_of


def _fate(uow: UnitOfWork, event: Event) -> Back | None:
    candidacy = candidacy_of(uow, event)
    found = the_one(uow.letters.find(candidacy=candidacy.id), event) if candidacy else None
    return (lambda dossier: take_back_fate(dossier, *found)) if found else None


def _worded(uow: UnitOfWork, event: Event) -> Back | None:
    """An event on a text tells subject and body where they differ, and on a block its approval."""
    kind = next(each for each in (*LetterType, *Block) if each.value == event.subject)
    text = text_row(kind, texts_of(uow)).text
    now = {"subject_line": text.subject, "body": text.body}
    old, new = (
        {k: v for k, v in json.loads(side or "{}").items() if k in now} for side in (event.old, event.new)
    )
    if not new or any(now[name] != value for name, value in new.items()):
        return None
    was = {**now, **dict.fromkeys(new, ""), **old}
    return lambda dossier: save_text(dossier, kind, OwnText(was["subject_line"], was["body"]))


def _logo(uow: UnitOfWork, event: Event) -> Back | None:
    """The pictures of before are all kept."""
    texts = texts_of(uow)
    old, new = (json.loads(side or "{}") for side in (event.old, event.new))
    if (texts.logo, texts.logo_alt) != (new.get("logo", ""), new.get("logo_alt", "")):
        return None
    was = replace(texts, logo=old.get("logo", ""), logo_alt=old.get("logo_alt", ""))
    return lambda dossier: take_back(dossier, TextChange(was, texts))


WAYS: Mapping[str, Way] = {
    "letter.bounced": _fate,
    "letter.received": _fate,
    "letter.presented": _fate,
    "letter.fate_withdrawn": _fate,
    "text.changed": _worded,
    "text.restored": _worded,
    "text.logo": _logo,
}
