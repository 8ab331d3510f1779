"""Letters from a dossier: what is owed, what each says, draft, final, sent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from jury_desktop.domain.call import BRUSSELS, LetterRules
from jury_desktop.domain.candidacy import Admissibility, ItemState
from jury_desktop.domain.decision import DecisionKind, MotivationLine, Stage
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.letter import EarlierLetter, LetterType
from jury_desktop.domain.messages import say
from jury_desktop.domain.outgoing import Dispatch, LetterState
from jury_desktop.domain.rebuttal import Point, RebuttalOutcome
from jury_desktop.domain.term import Channel, Communication
from jury_desktop.letters.unfilled import unfilled
from jury_desktop.services.candidacies import correct_candidacy, judge_admissibility, particulars_of
from jury_desktop.services.completeness import check_item
from jury_desktop.services.decide import decide, deliberation
from jury_desktop.services.dispatch import send_letters
from jury_desktop.services.dossier_settings import dossier_settings, save_house
from jury_desktop.services.letter_book import LetterKey, letter_book
from jury_desktop.services.letter_call import (
    attendance,
    conditions,
    confirm_by,
    partner_steps,
    reserve_until,
)
from jury_desktop.services.letter_files import letter_stem, write_letters
from jury_desktop.services.letters import (
    draft_letter,
    draft_letters,
    keep_letters,
    letter_jobs,
    take_back_letters,
)
from jury_desktop.services.overview import overview
from jury_desktop.services.planning import keep_plan, planning_problem, solve_plan
from jury_desktop.services.ports import Dossier, Store
from jury_desktop.services.rebuttal_register import register_rebuttal
from jury_desktop.services.rebuttals import (
    answer_points,
    conclude_rebuttal,
    terms,
)
from tests.builders import NOW, a_call, a_candidacy, a_letter, a_version
from tests.fakes import MemoryStore
from tests.services.arriving import from_candidate
from tests.services.scenario import a_dossier, after_both_rounds

BY_MAIL = Dispatch(Channel.EMAIL, NOW)
REFUSED = "De aanpak blijft te algemeen voor deze doelgroep."


def after_deliberation(store: Store | None = None) -> Dossier:
    dossier = after_both_rounds(store=store)
    decide(dossier, "c1", DecisionKind.SELECTED, "Een sterk en volledig voorstel.", reasons(dossier, "c1"))
    decide(dossier, "c2", DecisionKind.NOT_SELECTED, REFUSED, reasons(dossier, "c2"))
    return dossier


def reasons(dossier: Dossier, candidacy: str) -> list[MotivationLine]:
    """A sentence for everything that was scored; without one a letter cannot become final."""
    scores = deliberation(dossier, candidacy, Stage.FINAL).scores
    return [MotivationLine(score.item.key, "De jury volgt het voorstel.", ()) for score in scores]


def states(dossier: Dossier) -> list[tuple[str, LetterType, str, bool]]:
    return [
        (row.candidacy.reference, row.type, row.letter.state.value if row.letter else "", row.outdated)
        for row in letter_book(dossier)
    ]


def test_every_decision_owes_a_letter() -> None:
    assert states(after_deliberation()) == [
        ("K-01", LetterType.SELECTED, "", False),
        ("K-02", LetterType.NOT_SELECTED, "", False),
    ]


def test_a_letter_says_what_was_decided_with_score_motivation_and_term() -> None:
    data = {job.reference: job.data for job in letter_jobs(after_deliberation())}["K-02"]
    assert (data.summary, data.total, data.rank) == (REFUSED, pytest.approx(4.0), "plaats 2 van 2")
    assert data.threshold is None, "the threshold was reached, so the rank decides"
    assert {row.score for row in data.rows} == {4.0}
    assert data.term_end is not None
    assert f"{data.term_end:%Y-%m-%d %H:%M}" == "2023-06-23 23:59"
    assert data.reference == "lier-2023/K-02/niet-geselecteerd"


def test_a_late_candidacy_is_told_when_it_arrived_and_what_proves_it() -> None:
    late = a_candidacy(admissibility=Admissibility.LATE, admissibility_reason="Te laat.")
    job = letter_jobs(a_dossier([late]))[0]
    assert job.type is LetterType.LATE
    assert job.data.arrival is not None
    assert job.data.arrival.proof == "MAPI 0x0E06"


@pytest.mark.parametrize("verdict", [Admissibility.LATE, Admissibility.INADMISSIBLE])
def test_a_letter_on_form_says_that_the_regisseur_judged_and_when(verdict: Admissibility) -> None:
    dossier = a_dossier([a_candidacy()])
    judge_admissibility(dossier, "c1", verdict, "Voldoet niet.")

    data = letter_jobs(replace(dossier, now=lambda: NOW + timedelta(days=3)))[0].data

    assert (data.deciding_body, data.decided_on) == ("de regisseur van de oproep", NOW.date())


def test_a_form_judged_anew_is_judged_by_the_regisseur_and_an_assessment_by_the_jury() -> None:
    dossier = a_late_letter_sent()
    judge_admissibility(dossier, "c1", Admissibility.ADMISSIBLE, "Toch op tijd.")
    told = {job.type: job.data.deciding_body for job in letter_jobs(dossier)}
    jury = {job.type: job.data.deciding_body for job in letter_jobs(after_deliberation())}

    assert told[LetterType.REVISED_DECISION] == "de regisseur van de oproep"
    assert set(jury.values()) == {a_call().deciding_body}


def test_an_arrival_that_the_regisseur_established_is_told_as_such() -> None:
    version = a_version(received_by="regisseur: stempel van het onthaal")
    late = a_candidacy(admissibility=Admissibility.LATE, admissibility_reason="Te laat.", versions=(version,))

    arrival = letter_jobs(a_dossier([late]))[0].data.arrival

    assert arrival is not None
    assert arrival.proof == "vaststelling door de regisseur (stempel van het onthaal)"


def test_letters_are_drafted_made_final_and_sent_with_proof() -> None:
    dossier = after_deliberation()
    drafted = draft_letters(letter_jobs(dossier))
    keep_letters(dossier, drafted)
    assert [state for _, _, state, _ in states(dossier)] == ["draft", "draft"]
    final = keep_letters(dossier, drafted, final=True)
    assert [letter.state for letter in final] == [LetterState.FINAL] * 2
    sent = send_letters(dossier, [final[0].id], BY_MAIL)[0]
    assert (sent.state, sent.channel, sent.sent_at, sent.sent_to) == (
        LetterState.SENT,
        "email",
        NOW,
        a_candidacy(1).email,
    )


def test_a_draft_cannot_be_sent() -> None:
    dossier = after_deliberation()
    kept = keep_letters(dossier, draft_letters(letter_jobs(dossier)))
    with pytest.raises(JuryError) as caught:
        send_letters(dossier, [kept[0].id], BY_MAIL)
    assert caught.value.message == say("letter_book.not_final", reference="K-01")


def test_a_sent_letter_is_never_replaced() -> None:
    dossier = after_deliberation()
    drafted = draft_letters(letter_jobs(dossier))
    final = keep_letters(dossier, drafted, final=True)
    send_letters(dossier, [final[0].id], BY_MAIL)
    with pytest.raises(JuryError) as caught:
        keep_letters(dossier, drafted)
    assert caught.value.message == say("letter_book.already_sent", reference="K-01")


def test_a_change_marks_exactly_the_letters_that_rest_on_it() -> None:
    dossier = after_deliberation()
    keep_letters(dossier, draft_letters(letter_jobs(dossier)))
    correct_candidacy(dossier, "c1", replace(particulars_of(a_candidacy(1)), contact="Lies Maes"))
    assert [(reference, outdated) for reference, _, _, outdated in states(dossier)] == [
        ("K-01", True),
        ("K-02", False),
    ]


def test_another_candidate_who_is_renamed_leaves_a_letter_as_it_is() -> None:
    dossier = after_deliberation()
    keep_letters(dossier, draft_letters(letter_jobs(dossier)), final=True)
    renamed = replace(particulars_of(a_candidacy(2)), organisation="De Brug Nete vzw")
    correct_candidacy(dossier, "c2", renamed)
    assert [(reference, outdated) for reference, _, _, outdated in states(dossier)] == [
        ("K-01", False),
        ("K-02", True),
    ]


def test_of_a_letter_of_an_older_program_only_the_unsent_one_is_made_anew() -> None:
    dossier = after_deliberation()
    final = keep_letters(dossier, draft_letters(letter_jobs(dossier)), final=True)
    send_letters(dossier, [final[0].id], BY_MAIL)
    with dossier.change() as uow:
        for letter in uow.letters.find():
            uow.letters.save(replace(letter, basis="0" * 64))
        uow.journal.append("test", "letter", "K-01")
    assert [row[2:] for row in states(dossier)] == [("sent", False), ("final", True)]


def test_letters_that_stay_as_they_are_leave_no_trace() -> None:
    dossier = after_deliberation()
    keep_letters(dossier, draft_letters(letter_jobs(dossier)), final=True)
    with dossier.read() as uow:
        before = uow.journal.all()
    keep_letters(dossier, draft_letters(letter_jobs(dossier)))
    with dossier.read() as uow:
        assert uow.journal.all() == before


def test_the_same_dossier_gives_the_same_bytes(tmp_path: Path) -> None:
    dossier = after_deliberation()
    first, second = draft_letters(letter_jobs(dossier)), draft_letters(letter_jobs(dossier))
    assert [letter.sha256 for letter in first] == [letter.sha256 for letter in second]
    paths = write_letters(first, tmp_path)
    assert [path.name for path in paths] == [
        "K-01-geselecteerd-Ankerpunt-vzw.pdf",
        "K-02-niet-geselecteerd-De-Brug-vzw.pdf",
    ]
    assert [path.read_bytes() for path in paths] == [letter.pdf for letter in first]


def a_late_letter_sent() -> Dossier:
    late = a_candidacy(admissibility=Admissibility.LATE, admissibility_reason="Te laat.")
    dossier = a_dossier([late])
    sent = a_letter(late, type=LetterType.LATE.value, state=LetterState.SENT, channel="email", sent_at=NOW)
    with dossier.change() as uow:
        uow.letters.save(replace(sent, pdf=uow.blobs.put(b"%PDF")))
        uow.journal.append("test", "letter", "K-01")
    return dossier


def test_a_verdict_on_form_that_was_told_changes_only_with_a_reason_and_a_letter() -> None:
    dossier = a_late_letter_sent()
    with pytest.raises(JuryError) as caught:
        judge_admissibility(dossier, "c1", Admissibility.ADMISSIBLE)
    assert caught.value.message == say("candidacy.letter_sent", reference="K-01")
    judge_admissibility(dossier, "c1", Admissibility.ADMISSIBLE, "De mailserver liep een uur voor.")
    assert [row[:3] for row in states(dossier)] == [
        ("K-01", LetterType.LATE, "sent"),
        ("K-01", LetterType.ACKNOWLEDGEMENT, ""),
        ("K-01", LetterType.REVISED_DECISION, ""),
    ]
    data = letter_jobs(dossier, [LetterKey("c1", LetterType.REVISED_DECISION, "form.1")])[0].data
    assert data.earlier == EarlierLetter(
        "lier-2023/K-01/laattijdig", NOW.date(), "niet ontvankelijk wegens laattijdigheid"
    )
    assert (data.new_decision, data.revision_reason, data.term_end) == (
        "ontvankelijk",
        "De mailserver liep een uur voor.",
        None,
    )


def test_a_revision_keeps_a_reason_however_often_it_is_edited() -> None:
    dossier = a_late_letter_sent()
    judge_admissibility(dossier, "c1", Admissibility.ADMISSIBLE, "De mailserver liep een uur voor.")
    with pytest.raises(JuryError) as caught:
        judge_admissibility(dossier, "c1", Admissibility.TO_COMPLETE)
    assert caught.value.message == say("candidacy.letter_sent", reference="K-01")


def test_back_to_the_verdict_that_was_told_there_is_nothing_to_tell() -> None:
    dossier = a_late_letter_sent()
    judge_admissibility(dossier, "c1", Admissibility.ADMISSIBLE, "Bij vergissing.")
    judge_admissibility(dossier, "c1", Admissibility.LATE, "Te laat.")
    assert [row[:3] for row in states(dossier)] == [("K-01", LetterType.LATE, "sent")]


def test_who_withdraws_and_comes_back_is_told_nothing_that_is_known_already() -> None:
    dossier = a_late_letter_sent()
    turns = ((Admissibility.ADMISSIBLE, "ontvankelijk"), (Admissibility.INADMISSIBLE, "niet ontvankelijk"))
    for number, (verdict, said) in enumerate(turns, start=1):
        judge_admissibility(dossier, "c1", verdict, "Opnieuw bekeken.")
        send_revision(dossier, number, said)
    later = replace(dossier, now=lambda: NOW + timedelta(days=3))
    judge_admissibility(later, "c1", Admissibility.WITHDRAWN, "Op eigen vraag.")
    back = judge_admissibility(later, "c1", Admissibility.INADMISSIBLE, "Opnieuw bekeken.")
    assert (back.form_revised, back.judged_at) == (2, NOW)
    assert [row[:3] for row in states(dossier)] == [
        ("K-01", LetterType.LATE, "sent"),
        ("K-01", LetterType.REVISED_DECISION, "sent"),
        ("K-01", LetterType.REVISED_DECISION, "sent"),
    ]
    other = judge_admissibility(dossier, "c1", Admissibility.ADMISSIBLE, "Toch volledig.")
    again = judge_admissibility(dossier, "c1", Admissibility.INADMISSIBLE, "Opnieuw bekeken.")
    assert (other.form_revised, again.form_revised) == (3, 2)


def send_revision(dossier: Dossier, number: int, said: str) -> None:
    """K-01 was told of this revision of the verdict on its form."""
    with dossier.change() as uow:
        pdf = uow.blobs.put(b"%PDF")
        told = a_letter(
            a_candidacy(), id=f"l{number}", type="revised_decision", about=f"form.{number}", decision=said
        )
        uow.letters.save(replace(told, pdf=pdf, state=LetterState.SENT, channel="email", sent_at=NOW))
        uow.journal.append("test", "letter", "K-01")


def sent_refusal(store: Store | None = None) -> Dossier:
    """K-02 was told on 9 June that it is not selected."""
    dossier = after_deliberation(store)
    final = keep_letters(dossier, draft_letters(letter_jobs(dossier)), final=True)
    send_letters(dossier, [final[1].id], BY_MAIL)
    return dossier


def test_a_revised_decision_owes_a_letter_that_names_the_earlier_one_and_a_new_term() -> None:
    dossier = sent_refusal()
    lines = reasons(dossier, "c2")
    decide(dossier, "c2", DecisionKind.RESERVE, "Toch bruikbaar.", lines, "Een telfout in de scores.")
    assert [row[1:3] for row in states(dossier)][1:] == [
        (LetterType.NOT_SELECTED, "sent"),
        (LetterType.REVISED_DECISION, ""),
    ]
    job = letter_jobs(dossier, [LetterKey("c2", LetterType.REVISED_DECISION, "final.1")])[0]
    assert job.data.earlier == EarlierLetter(
        "lier-2023/K-02/niet-geselecteerd", NOW.date(), "niet geselecteerd"
    )
    assert (job.data.new_decision, job.data.revision_reason) == (
        "op de reservelijst",
        "Een telfout in de scores.",
    )
    assert job.data.term_end is not None
    made = draft_letter(job)
    assert made.can_be_final, made.problems
    assert "Uw weerwoord" in made.text
    assert letter_stem(made.job) == "K-02-herziening-eindbeslissing-De-Brug-vzw"


def test_a_replaced_letter_is_not_called_out_of_date() -> None:
    dossier = sent_refusal()
    decide(dossier, "c2", DecisionKind.SELECTED, "Toch sterk.", reason="Een telfout.")
    row = next(row for row in letter_book(dossier) if row.sent)
    assert not row.outdated


def test_a_confirmed_decision_with_a_better_motivation_is_told_by_the_outcome() -> None:
    dossier = sent_refusal()
    with dossier.read() as uow:
        sent = uow.letters.find(candidacy="c2")[0]
    rebuttal = register_rebuttal(dossier, sent.id, from_candidate(NOW), (Point("Lees dia 6."),))
    answer_points(dossier, rebuttal.id, (Point("Lees dia 6.", answer="Gelezen."),))
    lines = [replace(line, text="Ook dia 6 is gelezen.") for line in reasons(dossier, "c2")]
    decide(dossier, "c2", DecisionKind.NOT_SELECTED, REFUSED, lines, "Na het weerwoord aangevuld.")
    conclude_rebuttal(dossier, rebuttal.id, RebuttalOutcome.CONFIRMED, "De scores blijven.")
    assert [row[1] for row in states(dossier)][1:] == [
        LetterType.NOT_SELECTED,
        LetterType.REBUTTAL_RECEIPT,
        LetterType.REBUTTAL_OUTCOME,
    ]
    data = letter_jobs(dossier, [LetterKey("c2", LetterType.REBUTTAL_OUTCOME, rebuttal.id)])[0].data
    assert {row.motivation for row in data.rows} == {"Ook dia 6 is gelezen."}
    assert (data.outcome_confirmed, data.earlier and data.earlier.decision) == (True, "niet geselecteerd")
    assert data.next_steps == (
        "De beslissing blijft zoals ze was: niet geselecteerd.",
        "De beslissingen over de andere kandidaten veranderen hierdoor niet.",
    )


def test_an_outcome_that_revises_cannot_be_final_before_the_decision_is_revised() -> None:
    dossier = sent_refusal()
    with dossier.read() as uow:
        sent = uow.letters.find(candidacy="c2")[0]
    rebuttal = register_rebuttal(dossier, sent.id, from_candidate(NOW), (Point("Lees dia 6."),))
    answer_points(dossier, rebuttal.id, (Point("Lees dia 6.", answer="U hebt gelijk."),))
    conclude_rebuttal(dossier, rebuttal.id, RebuttalOutcome.REVISED, "De jury herziet.")
    key = LetterKey("c2", LetterType.REBUTTAL_OUTCOME, rebuttal.id)
    before = draft_letter(letter_jobs(dossier, [key])[0])
    assert unfilled("new_decision") in [p.message for p in before.problems]
    assert "steps.revise" in [step.text.key for step in overview(dossier).steps]
    decide(dossier, "c2", DecisionKind.SELECTED, "Toch sterk.", reasons(dossier, "c2"), "Na weerwoord.")
    after = draft_letter(letter_jobs(dossier, [key])[0])
    assert (after.can_be_final, after.job.data.new_decision) == (True, "geselecteerd")
    data = after.job.data
    assert [before.job.data.next_steps, len(data.next_steps), len(data.conditions)] == [(), 1, 1]
    assert (data.revision_reason, data.new_reasons, data.summary) == (
        "Na weerwoord.",
        "Toch sterk.",
        "De jury herziet.",
    )
    said = ["Na weerwoord.", "Toch sterk.", "U bent geselecteerd voor:", "Onder welke voorwaarden?"]
    assert [each for each in (*said, *data.challenges, "Wat betekent dit?") if each not in after.text] == []
    assert "steps.revise" not in [step.text.key for step in overview(dossier).steps]


@pytest.mark.parametrize(
    ("days_to_assess", "later", "answered_by"),
    [
        (0, timedelta(), NOW.date() + timedelta(days=14)),
        (30, timedelta(), date(2023, 7, 23)),
        (30, timedelta(days=60), date(2023, 7, 23)),
    ],
)
def test_a_rebuttal_is_answered_by_the_day_that_the_call_gives(
    days_to_assess: int, later: timedelta, answered_by: date
) -> None:
    """The refusal left on 9 June, so that its term ends on 23 June. A receipt that leaves late promises no
    other day: its pre-flight stops it until the answer is put off with a reason."""
    call = a_call()
    assessed = replace(call, rebuttal=replace(call.rebuttal, days_to_assess=days_to_assess))
    dossier = sent_refusal(MemoryStore(assessed))
    with dossier.read() as uow:
        sent = uow.letters.find(candidacy="c2")[0]
    rebuttal = register_rebuttal(dossier, sent.id, from_candidate(NOW), (Point("Lees dia 6."),))
    then = replace(dossier, now=lambda: NOW + later)
    key = LetterKey("c2", LetterType.REBUTTAL_RECEIPT, rebuttal.id)
    assert letter_jobs(then, [key])[0].data.answer_by == answered_by


def test_a_second_rebuttal_gets_letters_and_references_of_its_own() -> None:
    dossier = sent_refusal()
    with dossier.read() as uow:
        sent = uow.letters.find(candidacy="c2")[0]
    for argument in ("Eerste.", "Tweede."):
        register_rebuttal(dossier, sent.id, from_candidate(NOW), (Point(argument),))
    jobs = [job for job in letter_jobs(dossier) if job.type is LetterType.REBUTTAL_RECEIPT]
    assert [(job.data.reference.rpartition("/")[2], job.data.points[0].argument) for job in jobs] == [
        ("ontvangst-weerwoord", "Eerste."),
        ("ontvangst-weerwoord-2", "Tweede."),
    ]
    assert len({letter.id for letter in keep_letters(dossier, draft_letters(jobs))}) == 2


@pytest.mark.parametrize(
    ("day", "channel", "end"),
    [
        (date(2023, 6, 9), Channel.EMAIL, "2023-06-23"),
        (date(2023, 7, 7), Channel.EMAIL, "2023-07-24"),
        (date(2023, 7, 7), Channel.REGISTERED, "2023-07-25"),
        (date(2023, 7, 14), Channel.REGISTERED, "2023-08-01"),
    ],
)
def test_the_printed_last_day_is_that_of_the_register_when_it_leaves_as_planned(
    day: date, channel: Channel, end: str
) -> None:
    dossier = after_deliberation()
    key = LetterKey("c2", LetterType.NOT_SELECTED)
    jobs = letter_jobs(dossier, [key], Communication(day, channel))
    final = keep_letters(dossier, draft_letters(jobs), final=True)
    there = datetime.combine(day, time(16), BRUSSELS)
    then = replace(dossier, now=lambda: there)
    send_letters(then, [final[0].id], Dispatch(channel, there, postal_reference="RR 1 BE"))
    printed = final[0].term_end
    assert printed is not None
    term = terms(then)[0].term
    assert (printed, term.end.isoformat()) == (term.last_moment, end)
    assert "printed" not in " ".join(step.rule.key for step in term.trace)


def test_letters_cannot_be_planned_for_yesterday() -> None:
    with pytest.raises(JuryError) as caught:
        letter_jobs(after_deliberation(), None, Communication(date(2023, 6, 8), Channel.EMAIL))
    assert caught.value.message == say("letter_book.planned_in_the_past", day=date(2023, 6, 8))


def test_a_final_letter_is_written_as_it_was_frozen_however_late(tmp_path: Path) -> None:
    dossier = after_deliberation()
    frozen = draft_letters(letter_jobs(dossier))
    keep_letters(dossier, frozen, final=True)
    later = replace(dossier, now=lambda: NOW + timedelta(days=3))
    again = draft_letters(letter_jobs(later))
    assert [letter.sha256 for letter in again] == [letter.sha256 for letter in frozen]
    keep_letters(later, again)
    assert [state for _, _, state, _ in states(later)] == ["final", "final"]


def test_making_letters_can_be_taken_back_until_something_else_happened_to_them() -> None:
    dossier = after_deliberation()
    drafts = keep_letters(dossier, draft_letters(letter_jobs(dossier)))
    final = keep_letters(dossier, draft_letters(letter_jobs(dossier)), final=True)
    with pytest.raises(JuryError) as caught:
        take_back_letters(dossier, drafts, [])
    assert caught.value.message == say("letter_book.changed_since", reference="K-01")
    take_back_letters(dossier, final, drafts)
    assert [state for _, _, state, _ in states(dossier)] == ["draft", "draft"]
    take_back_letters(dossier, drafts, [])
    assert [state for _, _, state, _ in states(dossier)] == ["", ""]


def test_an_invitation_without_an_address_to_go_to_cannot_become_final() -> None:
    dossier = after_both_rounds()
    problem = planning_problem(dossier)
    keep_plan(dossier, problem, solve_plan(problem))
    before = [draft_letter(job) for job in letter_jobs(dossier) if job.type is LetterType.INVITATION]
    assert {say("letters.no_pitch_place") in [p.message for p in made.problems] for made in before} == {True}
    assert not any(made.can_be_final for made in before)
    step = next(s for s in overview(dossier).steps if s.text.key == "steps.pitch_place")
    assert (step.page, step.ref) == ("settings", "house")
    house = dossier_settings(dossier).house
    save_house(dossier, replace(house, pitch_place="Lier"))
    assert "steps.pitch_place" in [s.text.key for s in overview(dossier).steps], "a town is no address"
    save_house(dossier, replace(house, pitch_place="Stadhuis, Grote Markt 57, 2500 Lier"))
    after = [draft_letter(job) for job in letter_jobs(dossier) if job.type is LetterType.INVITATION]
    assert all(made.can_be_final for made in after)
    assert "steps.pitch_place" not in [s.text.key for s in overview(dossier).steps]


def test_a_receipt_tells_what_lies_ahead_and_nothing_that_is_over() -> None:
    early = replace(a_dossier([a_candidacy()]), now=lambda: datetime(2023, 6, 3, 9, tzinfo=BRUSSELS))
    job = letter_jobs(early)[0]
    assert (job.type, job.data.next_step_on) == (LetterType.ACKNOWLEDGEMENT, date(2023, 6, 9))
    assert job.data.next_steps == (
        "De jury beoordeelt de kandidaturen van 5 juni 2023 tot en met 9 juni 2023.",
        "Gaat u door? Dan krijgt u een uitnodiging voor een pitch. De pitches zijn op deze dagen: "
        "14 juni 2023, 16 juni 2023 en 19 juni 2023.",
    )
    assert draft_letter(job).can_be_final
    late = letter_jobs(replace(early, now=lambda: datetime(2023, 6, 20, 9, tzinfo=BRUSSELS)))[0]
    assert (late.data.next_steps, late.data.next_step_on) == ((), None)
    assert draft_letter(late).can_be_final


def test_letters_are_not_written_where_there_is_a_file(tmp_path: Path) -> None:
    file = tmp_path / "brieven"
    file.write_text("geen map")
    with pytest.raises(JuryError) as caught:
        write_letters(draft_letters(letter_jobs(after_deliberation())), file)
    assert caught.value.message.key == "letter_book.cannot_write"


def test_an_invitation_goes_with_a_file_for_the_calendar(tmp_path: Path) -> None:
    dossier = after_both_rounds()
    problem = planning_problem(dossier)
    keep_plan(dossier, problem, solve_plan(problem))
    invitations = [job for job in letter_jobs(dossier) if job.type is LetterType.INVITATION]
    paths = write_letters(draft_letters(invitations), tmp_path)
    calendars = [path.with_suffix(".ics").read_bytes() for path in paths]
    assert len(calendars) == 2
    assert all(calendar.startswith(b"BEGIN:VCALENDAR") for calendar in calendars)


def test_a_letter_on_form_names_the_condition_that_the_regisseur_marked_as_lacking() -> None:
    dossier = a_dossier([a_candidacy()])
    check_item(dossier, "c1", "proposal", ItemState.MISSING, "Alleen een mail.")
    judge_admissibility(dossier, "c1", Admissibility.INADMISSIBLE, "Er is geen projectvoorstel.")

    data = letter_jobs(dossier)[0].data

    assert (data.condition, data.finding) == (
        "een kandidatuur bevat: Schriftelijk projectvoorstel.",
        "Er is geen projectvoorstel.",
    )
    assert data.condition_source == (
        "Lokaal Addendum Lier – Heist o/d Berg – Berlaar - Nijlen, "
        "onder “Beoordelen schriftelijke projectvoorstellen”"
    )


def test_what_the_call_says_about_letters_is_in_them() -> None:
    told = LetterRules(
        date(2024, 6, 30),
        attendance="U komt alleen.",
        conditions=("De raad keurt het goed.",),
        next_steps=("U hoort van ons.",),
    )
    dossier = after_deliberation(MemoryStore(replace(a_call(), letters=told)))

    selected = {job.type: job.data for job in letter_jobs(dossier)}[LetterType.SELECTED]

    assert (selected.conditions, selected.next_steps, selected.valid_until) == (
        ("De raad keurt het goed.",),
        ("U hoort van ons.",),
        date(2024, 6, 30),
    )


def test_where_the_call_is_silent_letters_say_what_holds_for_any() -> None:
    silent = replace(a_call(), letters=LetterRules())

    assert (reserve_until(silent), confirm_by(silent, NOW)) == (
        date(2024, 12, 31),
        datetime.combine(NOW.astimezone(BRUSSELS).date() - timedelta(days=2), time(12), BRUSSELS),
    )
    assert (attendance(silent), conditions(silent)) == (
        "U komt met ten hoogste drie personen van uw organisatie.",
        ("Deze selectie geeft op zich nog geen recht op subsidie.",),
    )
    assert partner_steps(silent) == (
        "Guido Vangoidsenhoven neemt met u contact op om de samenwerking te starten.",
    )
