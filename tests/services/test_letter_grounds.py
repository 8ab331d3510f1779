"""Each sentence of a motivation with the score rows it rests on, kept with the letter."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

from jury_desktop.domain.call import Round
from jury_desktop.domain.decision import DecisionKind, MotivationLine, Stage
from jury_desktop.domain.letter import LetterType
from jury_desktop.domain.sheet import Answer
from jury_desktop.services.decide import decide, deliberation
from jury_desktop.services.dispatch import send_letters
from jury_desktop.services.letter_book import LetterKey
from jury_desktop.services.letter_grounds import Ground, Grounds, Sentence, letter_grounds
from jury_desktop.services.letters import draft_letters, keep_letters, letter_jobs
from jury_desktop.services.ports import Dossier
from jury_desktop.services.scoring import amend_sheet, open_sheet
from tests.builders import NOW
from tests.services.scenario import after_both_rounds
from tests.services.test_letters import BY_MAIL

KEY = LetterKey("c1", LetterType.NOT_SELECTED)
LATER = NOW + timedelta(days=1)
WEAK, BROAD = "de doelgroep blijft vaag", "Het bereik is breed!"


def motivated() -> Dossier:
    """Two jurors wrote a comment on the first item; the decision rests on both, and adds a sentence."""
    dossier = after_both_rounds(count=1)
    for juror, comment in (("j1", WEAK), ("j2", BROAD)):
        view = open_sheet(dossier, juror, "c1", Round.PITCH)
        said = {item.key: replace(view.sheet.answers[item.key], comment=comment) for item in view.items}
        amend_sheet(dossier, juror, "c1", Round.PITCH, said, "Toelichting vergeten.")
    scores = deliberation(dossier, "c1", Stage.FINAL).scores
    first, *others = [score.item.key for score in scores if Round.PITCH in score.item.criterion.rounds]
    rest = [MotivationLine(key, "De jury volgt het voorstel.", ()) for key in others]
    text = "De doelgroep blijft vaag. Het bereik is breed. De jury weegt dat af."
    sheets = tuple(open_sheet(dossier, juror, "c1", Round.PITCH).sheet.id for juror in ("j1", "j2"))
    line = MotivationLine(first, text, sheets)
    done = {first, *others}
    rest += [
        MotivationLine(score.item.key, "De jury volgt.", ()) for score in scores if score.item.key not in done
    ]
    decide(dossier, "c1", DecisionKind.NOT_SELECTED, "Neen.", [line, *rest])
    return dossier


def first_three(grounds: Grounds) -> list[tuple[str, list[str]]]:
    return [(each.text, [row.comment for row in each.rows]) for each in grounds.sentences[:3]]


RESTS = [
    ("De doelgroep blijft vaag.", [WEAK]),
    ("Het bereik is breed.", [BROAD]),
    ("De jury weegt dat af.", [WEAK, BROAD]),
]


def test_a_sentence_rests_on_the_row_it_was_taken_from_and_another_on_all_of_its_line() -> None:
    found = letter_grounds(motivated(), KEY)

    assert not found.kept
    assert first_three(found) == RESTS
    assert found.sentences[3].rows == ()
    sheet = found.sentences[0].rows[0].sheet
    row = Ground(sheet, "Jurylid 1", Round.PITCH, 5, WEAK)
    assert found.sentences[0] == Sentence(found.sentences[0].criterion, RESTS[0][0], (row,))


def test_they_are_kept_with_the_letter_whatever_happens_to_the_rows() -> None:
    dossier = motivated()
    (letter,) = keep_letters(dossier, draft_letters(letter_jobs(dossier)), final=True)
    before = letter_grounds(dossier, KEY)
    assert before.kept
    send_letters(dossier, [letter.id], BY_MAIL)
    later = replace(dossier, now=lambda: LATER)
    items = open_sheet(later, "j1", "c1", Round.PITCH).items
    changed = {item.key: Answer(2, comment="Toch niet.") for item in items}
    amend_sheet(later, "j1", "c1", Round.PITCH, changed, "Verkeerd gelezen.")

    assert letter_grounds(later, KEY) == before
    assert first_three(before) == RESTS
    with dossier.read() as uow:
        kept = json.loads(uow.blobs.get(letter.grounds))
    assert [each["text"] for each in kept[:3]] == [text for text, _ in RESTS]
    assert kept[0]["rows"][0]["score"] == 5


def test_a_letter_that_gives_no_scores_rests_on_none() -> None:
    dossier = motivated()
    assert letter_grounds(dossier, LetterKey("c1", LetterType.ACKNOWLEDGEMENT)) == Grounds((), kept=False)


def test_the_same_dossier_keeps_the_same_bytes() -> None:
    dossier = motivated()
    assert [job.grounds for job in letter_jobs(dossier)] == [job.grounds for job in letter_jobs(dossier)]
