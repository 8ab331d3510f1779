"""What a letter that left told, and what of it is otherwise now: that alone marks it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from jury_desktop.bootstrap import create_dossier
from jury_desktop.domain.call import Round
from jury_desktop.domain.candidacy import Admissibility
from jury_desktop.domain.decision import DecisionKind, Stage
from jury_desktop.domain.outgoing import Dispatch, LetterState
from jury_desktop.domain.rebuttal import Point
from jury_desktop.domain.sheet import Answer
from jury_desktop.domain.term import Channel
from jury_desktop.services.candidacies import correct_candidacy, judge_admissibility, particulars_of
from jury_desktop.services.dispatch import record_presentation, send_letters
from jury_desktop.services.dossier_settings import dossier_settings, save_house
from jury_desktop.services.jury import save_juror
from jury_desktop.services.letter_book import letter_book
from jury_desktop.services.letter_told import Part
from jury_desktop.services.letters import draft_letters, keep_letters, letter_jobs
from jury_desktop.services.overview import overview
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rebuttal_register import Arrived, register_rebuttal
from jury_desktop.services.scoring import amend_sheet, open_sheet
from tests.architecture.checkout import ROOT
from tests.builders import NOW, a_candidacy, a_decision, a_juror
from tests.services.scenario import a_dossier
from tests.services.test_letters import BY_MAIL, after_deliberation

LATER = NOW + timedelta(days=1)


def told(dispatch: Dispatch = BY_MAIL) -> Dossier:
    """K-01 was selected and K-02 refused; both read it yesterday."""
    dossier = after_deliberation()
    final = keep_letters(dossier, draft_letters(letter_jobs(dossier)), final=True)
    send_letters(dossier, [letter.id for letter in final], dispatch)
    return replace(dossier, now=lambda: LATER)


def marks(dossier: Dossier) -> dict[str, tuple[Part, ...]]:
    return {row.candidacy.reference: row.changed for row in letter_book(dossier) if row.sent}


def withdraws(dossier: Dossier) -> None:
    judge_admissibility(dossier, "c1", Admissibility.WITHDRAWN, "Op eigen vraag.")


def comes_late(dossier: Dossier) -> None:
    save_juror(dossier, a_juror(9))


def moves(dossier: Dossier) -> None:
    kept = particulars_of(a_candidacy(2))
    correct_candidacy(dossier, "c2", replace(kept, address="Kerkstraat 2, 2500 Lier", contact="Lies Maes"))


def another_signs(dossier: Dossier) -> None:
    house = dossier_settings(dossier).house
    save_house(dossier, replace(house, signatory=replace(house.signatory, name="Lies Maes")))


@pytest.mark.parametrize("happens", [withdraws, comes_late, moves, another_signs])
def test_a_letter_that_left_states_what_was_true_then(happens: Callable[[Dossier], None]) -> None:
    dossier = told()
    happens(dossier)

    assert set(marks(dossier).values()) == {()}
    assert "steps.overtaken" not in [step.text.key for step in overview(dossier).steps]


def test_a_letter_that_has_not_left_is_made_anew_for_its_place_among_fewer() -> None:
    dossier = after_deliberation()
    keep_letters(dossier, draft_letters(letter_jobs(dossier)), final=True)
    withdraws(dossier)

    assert [(row.candidacy.reference, row.outdated) for row in letter_book(dossier)] == [("K-02", True)]


def test_another_score_marks_exactly_the_letter_that_gave_it() -> None:
    dossier = told()
    view = open_sheet(dossier, "j1", "c1", Round.PITCH)
    lower = {item.key: Answer(4, comment="Bij nader inzien.") for item in view.items}
    amend_sheet(dossier, "j1", "c1", Round.PITCH, lower, "Verkeerd gelezen.")

    assert marks(dossier) == {"K-01": (Part.SCORES,), "K-02": ()}


def test_another_motivation_marks_exactly_the_letter_that_gave_it() -> None:
    """The program itself revises a decision that was told; this is what an older one may have left."""
    dossier = told()
    with dossier.change() as uow:
        (decision,) = uow.decisions.find(candidacy="c2", stage=Stage.FINAL)
        lines = tuple(replace(line, text="Bij nader inzien.") for line in decision.lines)
        uow.decisions.save(replace(decision, lines=lines))
        uow.journal.append("test.changed", "decision", "K-02")

    assert marks(dossier) == {"K-01": (), "K-02": (Part.MOTIVATION,)}


def test_another_term_marks_the_receipt_that_gave_it_and_nothing_else() -> None:
    dossier = told(Dispatch(Channel.REGISTERED_RECEIPT, NOW, postal_reference="RR 1 BE\nRR 2 BE"))
    with dossier.read() as uow:
        (refusal,) = uow.letters.find(candidacy="c2")
    register_rebuttal(dossier, refusal.id, Arrived(LATER, "email"), (Point("Lees dia 6."),))
    (receipt,) = keep_letters(dossier, draft_letters(letter_jobs(dossier)), final=True)
    send_letters(dossier, [receipt.id], Dispatch(Channel.EMAIL, LATER))
    record_presentation(replace(dossier, now=lambda: NOW + timedelta(days=9)), refusal.id, LATER.date())

    changed = [(row.type.value, row.changed) for row in letter_book(dossier)]
    assert changed == [("selected", ()), ("not_selected", ()), ("rebuttal_receipt", (Part.TERM,))]
    assert "steps.overtaken" not in [step.text.key for step in overview(dossier).steps]


def test_what_is_decided_later_takes_nothing_from_a_receipt() -> None:
    dossier = a_dossier([a_candidacy(1)])
    (receipt,) = keep_letters(dossier, draft_letters(letter_jobs(dossier)), final=True)
    send_letters(dossier, [receipt.id], BY_MAIL)
    with dossier.change() as uow:
        uow.decisions.save(a_decision(a_candidacy(1), kind=DecisionKind.NOT_SELECTED))
        uow.journal.append("test.decided", "decision", "K-01")

    assert marks(dossier) == {"K-01": ()}


def test_of_a_letter_of_an_older_program_nothing_is_said() -> None:
    dossier = told()
    with dossier.change() as uow:
        for letter in uow.letters.find():
            uow.letters.save(replace(letter, told=""))
        uow.journal.append("test.older", "letter", "K-01")
    withdraws(dossier)

    assert set(marks(dossier).values()) == {()}


def test_what_somebody_made_final_between_two_steps_of_another_stays_final() -> None:
    dossier = after_deliberation()
    keep_letters(dossier, draft_letters(letter_jobs(dossier)))
    read_by_another = letter_jobs(dossier)
    first, _ = keep_letters(dossier, draft_letters(letter_jobs(dossier))[:1], final=True) * 2

    kept = keep_letters(dossier, draft_letters(read_by_another))

    assert [letter.state for letter in kept] == [LetterState.FINAL, LetterState.DRAFT]
    assert kept[0] == first


ELSEWHERE = """
import sys
from dataclasses import replace
from datetime import datetime
from jury_desktop.bootstrap import open_dossier
from jury_desktop.domain.anchor import anchor_of
from jury_desktop.domain.term import Channel, Communication
from jury_desktop.services.letters import draft_letter, letter_jobs
now = datetime.fromisoformat(sys.argv[2])
dossier = open_dossier(sys.argv[1], now=lambda: now)
with dossier.read() as uow:
    anchor = anchor_of(uow.journal.at(int(sys.argv[3])))
for job in letter_jobs(dossier, None, Communication(now.date(), Channel.EMAIL)):
    made = draft_letter(replace(job, anchor=anchor))
    print("frozen" if made.job.frozen else made.sha256)
"""


@pytest.mark.parametrize(
    "elsewhere",
    [
        {"PYTHONHASHSEED": "4242", "TZ": "Pacific/Auckland", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "7", "TZ": "America/Caracas", "LC_ALL": "nl_BE.UTF-8", "LANG": "tr_TR.UTF-8"},
    ],
    ids=["Auckland", "Caracas"],
)
def test_the_letters_of_a_dossier_are_the_same_bytes_in_another_process(
    tmp_path: Path, elsewhere: dict[str, str]
) -> None:
    """With the event at their foot, which the dossier still knows; what was done since moves that on."""
    file = tmp_path / "lier.jury"
    dossier = create_dossier(str(file), "lier-2023", now=lambda: NOW)
    after_deliberation(dossier.store)
    made_here = draft_letters(letter_jobs(dossier))
    final = keep_letters(dossier, made_here, final=True)
    dossier.store.close()
    anchor = made_here[0].job.anchor
    assert anchor is not None

    done = subprocess.run(
        [sys.executable, "-c", ELSEWHERE, str(file), NOW.isoformat(), str(anchor.sequence)],
        env=os.environ | elsewhere,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.split() == [letter.pdf for letter in final]
