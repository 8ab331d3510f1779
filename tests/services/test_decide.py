"""Decisions: only with reasons, only in their stage, never after the letter."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jury_desktop.domain.call import Round
from jury_desktop.domain.decision import DecisionKind, MotivationLine, Stage
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import say
from jury_desktop.domain.outgoing import Letter, LetterState
from jury_desktop.domain.rebuttal import RebuttalOutcome
from jury_desktop.domain.sheet import Answer
from jury_desktop.services.decide import decide, deliberation, take_back_decision
from jury_desktop.services.overview import overview
from jury_desktop.services.ports import Dossier
from jury_desktop.services.ranking import ranking
from tests.builders import NOW, a_candidacy, a_juror, a_letter, a_rebuttal, a_sheet
from tests.services.scenario import a_dossier, after_both_rounds, after_the_written_round, invited


def refused(dossier: Dossier, *step: object) -> object:
    with pytest.raises(JuryError) as caught:
        decide(dossier, *step)  # type: ignore[arg-type]
    return caught.value.message


def send(dossier: Dossier, letter: Letter) -> None:
    """The candidate has this letter."""
    with dossier.change() as uow:
        pdf = uow.blobs.put(b"%PDF")
        uow.letters.save(replace(letter, pdf=pdf, state=LetterState.SENT, channel="email", sent_at=NOW))
        uow.journal.append("test", "letter", "K-01")


def test_a_decision_is_kept_with_its_motivation_and_in_the_journal() -> None:
    dossier = after_the_written_round()
    line = MotivationLine("outreach", "Sterk.", ())
    kept = decide(dossier, "c1", DecisionKind.INVITED, "De jury wil u horen.", [line])
    with dossier.read() as uow:
        assert uow.decisions.find() == (kept,)
        assert [event.action for event in uow.journal.all()] == ["test.prepared", "decision.made"]
    assert (kept.stage, kept.summary, kept.lines, kept.decided_at) == (
        Stage.SHORTLIST,
        "De jury wil u horen.",
        (line,),
        NOW,
    )


def test_without_own_lines_the_sentences_of_the_jury_are_taken() -> None:
    candidacy, juror = a_candidacy(), a_juror()
    sheet = a_sheet(juror, candidacy)
    told = replace(sheet, answers={**sheet.answers, "outreach": Answer(4, comment="komt aan huis")})
    dossier = a_dossier([candidacy], [juror], [told])
    kept = decide(dossier, "c1", DecisionKind.INVITED, "Welkom.")
    assert kept.lines == (MotivationLine("outreach", "Komt aan huis.", (sheet.id,)),)


def test_a_decision_needs_a_motivation() -> None:
    assert refused(after_the_written_round(), "c1", DecisionKind.INVITED, " ") == say(
        "decision.motivation_missing"
    )


def test_who_was_not_invited_cannot_be_selected() -> None:
    expected = say("decision.not_in_stage", reference="K-01")
    assert refused(after_the_written_round(), "c1", DecisionKind.SELECTED, "Goed.") == expected


def test_a_sent_letter_fixes_the_decision() -> None:
    dossier = after_both_rounds()
    send(dossier, a_letter(a_candidacy()))
    expected = say("decision.letter_sent", reference="K-01")
    assert refused(dossier, "c1", DecisionKind.RESERVE, "Toch niet.") == expected
    revised = decide(dossier, "c1", DecisionKind.RESERVE, "Toch niet.", reason="Een telfout in de scores.")
    assert (revised.revised, revised.revision_reason) == (1, "Een telfout in de scores.")
    with dossier.read() as uow:
        event = uow.journal.all()[-1]
    assert (event.action, event.reason) == ("decision.revised", "Een telfout in de scores.")


def test_a_revision_can_be_edited_until_its_own_letter_leaves() -> None:
    dossier = after_both_rounds()
    first = decide(dossier, "c1", DecisionKind.SELECTED, "Een sterk voorstel.")
    send(dossier, a_letter(a_candidacy()))
    revised = decide(dossier, "c1", DecisionKind.NOT_SELECTED, "Toch niet.", reason="Een telfout.")
    edited = decide(dossier, "c1", DecisionKind.RESERVE, "Op de reserve.")
    assert (edited.revised, edited.revision_reason) == (1, "Een telfout.")
    take_back_decision(dossier, edited, first)
    assert deliberation(dossier, "c1", Stage.FINAL).decision == first
    decide(dossier, "c1", revised.kind, revised.summary, reason="Een telfout.")
    send(dossier, a_letter(a_candidacy(), id="l2", type="revised_decision", about="final.1"))
    expected = say("decision.letter_sent", reference="K-01")
    assert refused(dossier, "c1", DecisionKind.RESERVE, "Nog eens anders.") == expected


def test_an_invitation_fixes_the_written_round_and_leaves_the_end_open() -> None:
    dossier = after_both_rounds()
    send(dossier, a_letter(a_candidacy(), type="invitation"))
    expected = say("decision.letter_sent", reference="K-01")
    assert refused(dossier, "c1", DecisionKind.NOT_SHORTLISTED, "Toch niet.") == expected
    assert decide(dossier, "c1", DecisionKind.SELECTED, "Sterk.").revised == 0


def test_a_late_letter_that_was_revised_does_not_stop_the_jury() -> None:
    dossier = after_the_written_round()
    send(dossier, a_letter(a_candidacy(), type="late"))
    assert decide(dossier, "c1", DecisionKind.INVITED, "Welkom.").revised == 0


def test_places_on_the_reserve_list_follow_each_other_and_stay() -> None:
    dossier = after_both_rounds(count=2)
    first = decide(dossier, "c1", DecisionKind.RESERVE, "Eerste reserve.")
    second = decide(dossier, "c2", DecisionKind.RESERVE, "Tweede reserve.")
    again = decide(dossier, "c1", DecisionKind.RESERVE, "Nog altijd eerste.")
    assert (first.place, second.place, again.place, again.id) == (1, 2, 1, first.id)


def test_who_leaves_the_reserve_list_moves_the_others_up_and_their_letter_no_longer_holds() -> None:
    dossier = after_both_rounds()
    decide(dossier, "c1", DecisionKind.RESERVE, "Eerste reserve.")
    decide(dossier, "c2", DecisionKind.RESERVE, "Tweede reserve.")
    send(dossier, a_letter(a_candidacy(2), type="reserve"))
    asked = say("steps.moved_up", reference="K-02", old=2, new=1)
    assert asked not in [step.text for step in overview(dossier).steps]

    decide(dossier, "c1", DecisionKind.SELECTED, "Toch geselecteerd.")
    assert asked in [step.text for step in overview(dossier).steps]
    revised = decide(dossier, "c2", DecisionKind.RESERVE, "Nu eerste.", reason="Een plaats kwam vrij.")
    assert (revised.place, revised.revised) == (1, 1)
    assert asked not in [step.text for step in overview(dossier).steps]
    assert "steps.letters_revised_decision" in [step.text.key for step in overview(dossier).steps]


def test_sealed_scores_reach_neither_ranking_nor_deliberation() -> None:
    candidacies, jurors = [a_candidacy(1), a_candidacy(2)], [a_juror(1), a_juror(2)]
    all_but_one = [a_sheet(j, c) for j in jurors for c in candidacies][:-1]
    dossier = a_dossier(candidacies, jurors, all_but_one)
    found = ranking(dossier, Stage.SHORTLIST)
    assert (found.sealed, [(row.score, row.rank, row.coverage) for row in found.rows]) == (
        2,
        [(None, None, None)] * 2,
    )
    table = deliberation(dossier, "c1", Stage.SHORTLIST)
    assert (table.scores, table.sheets, table.proposal) == ((), (), ())


def test_the_ranking_opens_with_the_last_sheet() -> None:
    found = ranking(after_the_written_round(), Stage.SHORTLIST)
    assert [(row.candidacy.id, row.rank.first if row.rank else None) for row in found.rows] == [
        ("c1", 1),
        ("c2", 2),
    ]
    assert [row.score for row in found.rows] == pytest.approx([5.0, 4.0])


def test_a_decision_taken_back_leaves_what_stood_before() -> None:
    dossier = after_the_written_round()
    first = decide(dossier, "c1", DecisionKind.INVITED, "Welkom.")
    second = decide(dossier, "c1", DecisionKind.NOT_SHORTLISTED, "Toch niet.")
    take_back_decision(dossier, second, first)
    assert deliberation(dossier, "c1", Stage.SHORTLIST).decision == first
    take_back_decision(dossier, first, None)
    assert deliberation(dossier, "c1", Stage.SHORTLIST).decision is None
    with dossier.read() as uow:
        last = uow.journal.all()[-1]
    assert (last.action, last.subject, last.new) == ("decision.withdrawn", "K-01", "")


def test_a_decision_that_was_taken_anew_since_is_not_overwritten() -> None:
    dossier = after_the_written_round()
    first = decide(dossier, "c1", DecisionKind.INVITED, "Welkom.")
    second = decide(dossier, "c1", DecisionKind.NOT_SHORTLISTED, "Toch niet.")
    with pytest.raises(JuryError) as caught:
        take_back_decision(dossier, first, None)
    assert caught.value.message == say("decision.changed_since", reference="K-01")
    take_back_decision(dossier, second, first)
    take_back_decision(dossier, first, None)
    with pytest.raises(JuryError) as caught:
        take_back_decision(dossier, first, None)
    assert caught.value.message == say("decision.changed_since", reference="K-01")


def test_a_rebuttal_that_was_shut_out_tells_nothing_of_a_revision() -> None:
    dossier = after_both_rounds()
    refused_first = decide(dossier, "c1", DecisionKind.NOT_SELECTED, "Te algemeen.")
    letter = a_letter(a_candidacy(), type="not_selected")
    send(dossier, letter)
    rebuttal = a_rebuttal(letter, outcome=RebuttalOutcome.INADMISSIBLE)
    with dossier.change() as uow:
        uow.rebuttals.save(rebuttal)
        uow.journal.append("test", "letter", "K-01")
    decide(dossier, "c1", DecisionKind.RESERVE, "Toch bruikbaar.", reason="Een telfout.")
    send(dossier, a_letter(a_candidacy(), id="l2", type="rebuttal_outcome", about=rebuttal.id))
    edited = decide(dossier, "c1", DecisionKind.SELECTED, "Toch sterk.")
    assert (refused_first.revised, edited.revised) == (0, 1)


def test_scores_are_sealed_until_every_juror_has_submitted() -> None:
    candidacy, jurors = a_candidacy(), [a_juror(1), a_juror(2)]
    dossier = a_dossier([candidacy], jurors, [a_sheet(jurors[0], candidacy)])
    half = deliberation(dossier, "c1", Stage.SHORTLIST)
    assert (half.sealed, half.sheets, half.scores) == (True, (), ())
    assert not deliberation(after_the_written_round(), "c1", Stage.SHORTLIST).sealed


@pytest.mark.parametrize("kind", [DecisionKind.INVITED, DecisionKind.NOT_SHORTLISTED, DecisionKind.SELECTED])
def test_nothing_can_be_decided_while_scores_are_sealed(kind: DecisionKind) -> None:
    candidacy, jurors = a_candidacy(), [a_juror(1), a_juror(2)]
    sheets = [a_sheet(jurors[0], candidacy), a_sheet(jurors[0], candidacy, Round.PITCH)]
    earlier = [invited(candidacy)] if kind is DecisionKind.SELECTED else []
    dossier = a_dossier([candidacy], jurors, sheets, earlier)
    with dossier.read() as uow:
        before = uow.decisions.find(), uow.journal.all()

    assert refused(dossier, "c1", kind, "De jury beslist.") == say("decision.sealed", reference="K-01")
    with dossier.read() as uow:
        assert (uow.decisions.find(), uow.journal.all()) == before
