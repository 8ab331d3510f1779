"""Which letters stand in the book."""

from __future__ import annotations

from jury_desktop.domain.outgoing import LetterState
from jury_desktop.domain.rebuttal import RebuttalOutcome
from jury_desktop.services.letter_book import letter_book
from tests.builders import NOW, a_candidacy, a_decision, a_letter, a_rebuttal
from tests.services.scenario import a_dossier

CANDIDACY = a_candidacy()
DECIDED = a_letter(CANDIDACY, type="not_selected", state=LetterState.SENT, sent_at=NOW, channel="email")
REBUTTAL = a_rebuttal(DECIDED, outcome=RebuttalOutcome.CONFIRMED, concluded_at=NOW)
OUTCOME = a_letter(
    CANDIDACY,
    id="outcome",
    type="rebuttal_outcome",
    about=REBUTTAL.id,
    state=LetterState.SENT,
    sent_at=NOW,
    channel="email",
)


def receipts_beside(state: LetterState) -> list[LetterState | None]:
    """The receipts in the book when the outcome has left already."""
    dossier = a_dossier([CANDIDACY])
    receipt = a_letter(CANDIDACY, id="receipt", type="rebuttal_receipt", about=REBUTTAL.id, state=state)
    with dossier.change() as uow:
        uow.decisions.save(a_decision(CANDIDACY))
        for letter in (DECIDED, OUTCOME, receipt):
            uow.letters.save(letter)
        uow.rebuttals.save(REBUTTAL)
        uow.journal.append("test.kept", "dossier", "lier")
    rows = [row for row in letter_book(dossier) if row.type == "rebuttal_receipt"]
    return [row.letter.state if row.letter else None for row in rows]


def test_a_final_receipt_stays_until_its_way_out_is_noted_although_the_outcome_left() -> None:
    assert receipts_beside(LetterState.FINAL) == [LetterState.FINAL]


def test_a_receipt_that_was_never_made_final_is_not_owed_any_more() -> None:
    assert receipts_beside(LetterState.DRAFT) == []
