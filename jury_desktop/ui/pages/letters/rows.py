"""A letter as a row of the list: its columns, and how it is asked for."""

from __future__ import annotations

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.letter import OPENS_TERM, LetterType
from jury_desktop.domain.outgoing import Letter, LetterState
from jury_desktop.domain.term import Channel
from jury_desktop.services.letter_book import LetterRow
from jury_desktop.ui.pages.letters.words import row_name, state_pill
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.cells import PillCell
from jury_desktop.ui.widgets.rows_model import Column, Look

tr = area("letters")


def can_be_made(found: LetterRow) -> bool:
    """Whether the letter has to be made, or made anew."""
    letter = found.letter
    return letter is None or (letter.state is not LetterState.SENT and (found.outdated or _is_draft(letter)))


def names_term(found: LetterRow) -> bool:
    """Whether the letter names a rebuttal term, or may do so."""
    return found.type in OPENS_TERM or found.type is LetterType.REVISED_DECISION


def awaits_presentation(found: LetterRow) -> bool:
    """Whether the letter left with a receipt that has not come back yet."""
    letter = found.letter
    return letter is not None and letter.channel == Channel.REGISTERED_RECEIPT and letter.presented is None


def _is_draft(letter: Letter) -> bool:
    return letter.state is LetterState.DRAFT


def row_key(found: LetterRow) -> str:
    """What identifies a row."""
    return ".".join((found.candidacy.id, found.type.value, found.about))


def names_of(found: LetterRow) -> tuple[str, str, str]:
    """By which a row can be asked for."""
    reference, type_ = found.candidacy.reference, found.type.value
    return reference, type_, f"{reference}.{type_}"


def columns() -> tuple[Column[LetterRow], ...]:
    """The columns of the list."""
    return (
        Column(tr("No."), lambda r: r.candidacy.reference, Look.MUTED, width=58),
        Column(tr("Organisation"), lambda r: r.candidacy.organisation, Look.STRONG),
        Column(tr("Letter"), row_name, width=164),
        Column(
            tr("Status"),
            lambda r: state_pill(r).text,
            mark=state_pill,
            delegate=PillCell,
            tip=lambda r: f"{tr('Sent on')} {_sent_on(r)}" if r.sent else "",
            width=110,
        ),
        Column(tr("Sent on"), _sent_on, Look.FIGURES, width=96),
    )


def _sent_on(found: LetterRow) -> str:
    sent = found.letter.sent_at if found.letter else None
    return f"{sent.astimezone(BRUSSELS):%d/%m/%Y}" if sent else ""
