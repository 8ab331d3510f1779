"""What a jury is warned of: an open suspicion, and a letter that left and whose scores changed since."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from jury_desktop.domain.call import Round
from jury_desktop.domain.conflict import ConflictState
from jury_desktop.domain.decision import DecisionKind, Stage
from jury_desktop.domain.messages import say
from jury_desktop.domain.sheet import Answer
from jury_desktop.services.attention import Attention, attention
from jury_desktop.services.candidacies import correct_candidacy, particulars_of
from jury_desktop.services.decide import decide, deliberation
from jury_desktop.services.dispatch import send_letters
from jury_desktop.services.letter_book import letter_book
from jury_desktop.services.letters import draft_letters, keep_letters, letter_jobs
from jury_desktop.services.overview import overview
from jury_desktop.services.ports import Dossier
from jury_desktop.services.scoring import amend_sheet, open_sheet
from jury_desktop.services.step import Step, Urgency
from tests.builders import NOW, a_candidacy, a_conflict, a_juror
from tests.services.scenario import after_both_rounds
from tests.services.test_letters import BY_MAIL, after_deliberation

LATER = NOW + timedelta(days=1)
LOWER = Answer(4, comment="Bij nader inzien.")


def told() -> Dossier:
    """Both candidates got their letter yesterday."""
    dossier = after_deliberation()
    final = keep_letters(dossier, draft_letters(letter_jobs(dossier)), final=True)
    send_letters(dossier, [letter.id for letter in final], BY_MAIL)
    return replace(dossier, now=lambda: LATER)


def amend(dossier: Dossier, answer: Answer = LOWER) -> Answer:
    """The first juror changes the first item of the best candidacy; gives what it was."""
    view = open_sheet(dossier, "j1", "c1", Round.PITCH)
    first, *others = view.items
    same = {item.key: replace(view.sheet.answers[item.key], comment="Zoals gezegd.") for item in others}
    amend_sheet(dossier, "j1", "c1", Round.PITCH, {first.key: answer, **same}, "Verkeerd gelezen.")
    return replace(view.sheet.answers[first.key], comment="Toch niet.")


def overtaken_steps(dossier: Dossier) -> list[Step]:
    return [step for step in overview(dossier).steps if step.text.key == "steps.overtaken"]


def test_nothing_is_noticed_as_long_as_the_letters_say_what_the_dossier_says() -> None:
    dossier = told()
    assert attention(dossier, Stage.FINAL) == {}
    assert overtaken_steps(dossier) == []


def test_a_score_that_changed_after_the_letter_left_is_a_task() -> None:
    dossier = told()
    amend(dossier)

    assert attention(dossier, Stage.FINAL)["c1"] == Attention(overtaken=True)
    assert deliberation(dossier, "c1", Stage.FINAL).attention.overtaken
    assert [row.candidacy.reference for row in letter_book(dossier) if row.overtaken] == ["K-01"]
    step = overtaken_steps(dossier)[0]
    assert step.text == say("steps.overtaken", reference="K-01", sent=NOW.date())
    assert (step.urgency, step.page, step.ref) == (Urgency.DECIDE, "deliberation", "K-01")


def test_a_score_that_was_put_back_leaves_the_letter_right() -> None:
    dossier = told()
    amend(dossier, amend(dossier))

    assert attention(dossier, Stage.FINAL) == {}


def test_an_address_that_was_mended_takes_nothing_from_what_was_told() -> None:
    dossier = told()
    kept = particulars_of(a_candidacy(1))
    correct_candidacy(dossier, "c1", replace(kept, address="Kerkstraat 2, 2500 Lier"))

    assert overtaken_steps(dossier) == []


def test_a_formal_revision_ends_the_task() -> None:
    dossier = told()
    amend(dossier)
    decide(dossier, "c1", DecisionKind.SELECTED, "Nog altijd sterk.", reason="Een score werd verbeterd.")

    assert attention(dossier, Stage.FINAL) == {}


def test_who_changes_a_sheet_knows_that_the_letter_left_and_since_when_it_was_changed() -> None:
    dossier = told()
    before = open_sheet(dossier, "j1", "c1", Round.PITCH)
    amend(dossier)
    after = open_sheet(dossier, "j1", "c1", Round.PITCH)

    assert (before.told_at, before.amended_at) == (NOW, None)
    assert (after.told_at, after.amended_at) == (NOW, LATER)


def test_before_any_letter_left_nobody_was_told() -> None:
    view = open_sheet(after_both_rounds(), "j1", "c1", Round.WRITTEN)
    assert (view.told_at, view.amended_at) == (None, None)


def test_an_open_suspicion_is_noticed_until_it_is_judged() -> None:
    dossier = after_both_rounds()
    conflict = a_conflict(a_juror(2), a_candidacy(1), state=ConflictState.SUGGESTED)
    with dossier.change() as uow:
        uow.conflicts.save(conflict)
        uow.journal.append("conflict.suggested", "conflict", "K-01")
    assert attention(dossier, Stage.FINAL) == {"c1": Attention(("Jurylid 2",))}
    assert deliberation(dossier, "c1", Stage.SHORTLIST).attention == Attention(("Jurylid 2",))

    with dossier.change() as uow:
        uow.conflicts.save(replace(conflict, state=ConflictState.DISMISSED))
        uow.journal.append("conflict.dismissed", "conflict", "K-01")
    assert attention(dossier, Stage.FINAL) == {}
