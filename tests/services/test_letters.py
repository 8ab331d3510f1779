"""Letters from a dossier: what is owed, what each says, draft, final, sent."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from jury_desktop.domain.candidacy import Admissibility
from jury_desktop.domain.decision import DecisionKind, MotivationLine, Stage
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.letter import LetterType
from jury_desktop.domain.messages import say
from jury_desktop.domain.outgoing import LetterState
from jury_desktop.domain.term import Channel
from jury_desktop.services.candidacies import correct_candidacy, judge_admissibility, particulars_of
from jury_desktop.services.decide import decide, deliberation
from jury_desktop.services.letter_book import letter_book
from jury_desktop.services.letters import (
    draft_letters,
    keep_letters,
    letter_jobs,
    send_letters,
    write_letters,
)
from jury_desktop.services.planning import keep_plan, planning_problem, solve_plan
from jury_desktop.services.ports import Dossier
from tests.builders import NOW, a_candidacy, a_letter
from tests.services.scenario import a_dossier, after_both_rounds

REFUSED = "De aanpak blijft te algemeen voor deze doelgroep."


def after_deliberation() -> Dossier:
    dossier = after_both_rounds()
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


def test_letters_are_drafted_made_final_and_sent_with_proof() -> None:
    dossier = after_deliberation()
    drafted = draft_letters(letter_jobs(dossier))
    keep_letters(dossier, drafted)
    assert [state for _, _, state, _ in states(dossier)] == ["draft", "draft"]
    final = keep_letters(dossier, drafted, final=True)
    assert [letter.state for letter in final] == [LetterState.FINAL] * 2
    sent = send_letters(dossier, [final[0].id], Channel.EMAIL, NOW)[0]
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
        send_letters(dossier, [kept[0].id], Channel.EMAIL, NOW)
    assert caught.value.message == say("letter_book.not_final", reference="K-01")


def test_a_sent_letter_is_never_replaced() -> None:
    dossier = after_deliberation()
    drafted = draft_letters(letter_jobs(dossier))
    final = keep_letters(dossier, drafted, final=True)
    send_letters(dossier, [final[0].id], Channel.EMAIL, NOW)
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


def test_a_letter_that_left_stays_in_the_book_whatever_is_decided_since() -> None:
    late = a_candidacy(admissibility=Admissibility.LATE, admissibility_reason="Te laat.")
    dossier = a_dossier([late])
    sent = a_letter(late, type=LetterType.LATE.value, state=LetterState.SENT, channel="email", sent_at=NOW)
    with dossier.change() as uow:
        uow.letters.save(replace(sent, pdf=uow.blobs.put(b"%PDF")))
        uow.journal.append("test", "letter", "K-01")
    judge_admissibility(dossier, late.id, Admissibility.ADMISSIBLE)
    assert [row[:3] for row in states(dossier)] == [("K-01", LetterType.LATE, "sent")]


def test_a_dispatch_whose_term_could_never_be_reckoned_is_not_recorded() -> None:
    dossier = after_deliberation()
    final = keep_letters(dossier, draft_letters(letter_jobs(dossier)), final=True)
    with pytest.raises(JuryError) as caught:
        send_letters(dossier, [final[0].id], Channel.REGISTERED_RECEIPT, NOW)
    assert caught.value.message == say("letter_book.no_presented_day")
    assert [state for _, _, state, _ in states(dossier)] == ["final", "final"]


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
