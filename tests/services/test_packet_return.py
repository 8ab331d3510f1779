"""What a juror sends back: recognised, told without a score, and merged under every rule of the desk."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from jury_desktop.domain.call import Round
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import say
from jury_desktop.domain.packet import ReturnedWork
from jury_desktop.domain.sheet import Answer, Sheet
from jury_desktop.domain.sheet_merge import CellState
from jury_desktop.packets import write_sheet_file
from jury_desktop.services.jury import declare_conflict
from jury_desktop.services.packet_return import (
    PacketReturn,
    ReturnState,
    SheetOutcome,
    import_sheet_file,
)
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rounds import close_round
from jury_desktop.services.scoring import save_answers, submit_sheet
from tests.builders import NOW, a_version
from tests.services.packeting import (
    BARRED,
    BEGUN,
    DRAFT,
    ELS,
    FIRST,
    KEYS,
    OPEN,
    SECOND,
    Issued,
    Returns,
    filled,
    issue,
    issued_packet,
    kept,
    sheet_files,
)

pytestmark = pytest.mark.xdist_group("packet")


@pytest.fixture(scope="module")
def issued(tmp_path_factory: pytest.TempPathFactory) -> Issued:
    return issue(tmp_path_factory.mktemp("packet"))


@pytest.fixture
def dossier(issued: Issued) -> Dossier:
    return issued.dossier()


@pytest.fixture
def returned(dossier: Dossier, tmp_path: Path) -> Returns:
    return sheet_files(tmp_path, dossier)


def actions(dossier: Dossier) -> list[tuple[str, str, str]]:
    """What the journal tells after the packet was made: what, by whom, for whom."""
    with dossier.read() as uow:
        events = uow.journal.all()
    made = next(at for at, event in enumerate(events) if event.action == "packet.made")
    return [(event.action, event.actor, event.on_behalf_of) for event in events[made + 1 :]]


def outcomes(found: PacketReturn) -> dict[str, SheetOutcome]:
    return {sheet.reference: sheet.outcome for sheet in found.sheets}


def states(found: PacketReturn, reference: str = "K-01") -> Counter[CellState]:
    sheet = next(sheet for sheet in found.sheets if sheet.reference == reference)
    return Counter(cell.state for cell in sheet.cells)


# taking over


def test_a_submitted_sheet_comes_in_submitted(dossier: Dossier, returned: Returns) -> None:
    found = import_sheet_file(dossier, returned(filled()))

    assert (found.juror, found.round, found.state) == (ELS, Round.WRITTEN, ReturnState.NEW)
    assert outcomes(found) == {"K-01": SheetOutcome.SUBMITTED}
    sheet = kept(dossier)["K-01"]
    assert (sheet.submitted, sheet.answers, sheet.version) == (True, filled().answers, 1)
    for_els = ("Regisseur", "Els Maes")
    assert actions(dossier) == [
        ("sheet.saved", *for_els),
        ("sheet.submitted", *for_els),
        ("packet.returned", *for_els),
    ]


def test_a_draft_stays_a_draft(dossier: Dossier, returned: Returns) -> None:
    found = import_sheet_file(dossier, returned(filled(draft=True)))

    assert outcomes(found) == {"K-01": SheetOutcome.KEPT}
    assert not kept(dossier)["K-01"].submitted


def test_a_dry_run_tells_the_same_and_changes_nothing(dossier: Dossier, returned: Returns) -> None:
    file = returned(filled())

    told = import_sheet_file(dossier, file, dry_run=True)

    assert "K-01" not in kept(dossier)
    assert actions(dossier) == []
    assert replace(told, dry_run=False) == import_sheet_file(dossier, file)


def test_what_would_change_is_told_cell_by_cell_and_never_with_a_score(
    dossier: Dossier, returned: Returns
) -> None:
    theirs = replace(DRAFT, answers={FIRST: Answer(2), SECOND: Answer(4, comment="Geheim woord")})

    found = import_sheet_file(dossier, returned(theirs), dry_run=True)

    (sheet,) = found.sheets
    told = {cell.name: cell.state for cell in sheet.cells if cell.state is not CellState.EQUAL}
    assert list(told.values()) == [CellState.NEW]
    assert states(found, "K-03")[CellState.NEW] == 1
    assert "Geheim" not in repr(found)
    assert not any(name in repr(found) for name in ("answers", "Answer(", "value="))


def test_only_what_the_juror_changed_is_taken_over(dossier: Dossier, returned: Returns) -> None:
    """Here the second answer was entered since; the juror only changed the first."""
    save_answers(dossier, ELS.id, BEGUN.id, Round.WRITTEN, {SECOND: Answer(1)})
    theirs = replace(DRAFT, answers={FIRST: Answer(5)})

    found = import_sheet_file(dossier, returned(theirs))

    assert states(found, "K-03") >= Counter({CellState.CHANGED: 1, CellState.KEPT: 1})
    assert dict(kept(dossier)["K-03"].answers) == {FIRST: Answer(5), SECOND: Answer(1)}


# conflicting with what was entered meanwhile


def test_where_both_sides_changed_something_what_is_here_stays_as_a_draft(
    dossier: Dossier, returned: Returns
) -> None:
    save_answers(dossier, ELS.id, OPEN.id, Round.WRITTEN, {FIRST: Answer(1, comment="Van papier")})

    found = import_sheet_file(dossier, returned(filled()))

    assert states(found)[CellState.CONFLICT] == 1
    assert found.sheets[0].notes == (say("packet.differs_here", count=1),)
    assert outcomes(found) == {"K-01": SheetOutcome.KEPT}
    assert kept(dossier)["K-01"].answers[FIRST] == Answer(1, comment="Van papier")
    assert kept(dossier)["K-01"].answers[SECOND] == Answer(4, comment="Degelijk")


def test_who_chooses_the_juror_s_side_gets_the_sheet_as_submitted(
    dossier: Dossier, returned: Returns
) -> None:
    save_answers(dossier, ELS.id, OPEN.id, Round.WRITTEN, {FIRST: Answer(1)}, remark="Van papier")
    file = returned(filled())
    import_sheet_file(dossier, file)

    found = import_sheet_file(dossier, file, take_theirs=["K-01"])

    assert (found.state, outcomes(found)) == (ReturnState.KNOWN, {"K-01": SheetOutcome.SUBMITTED})
    assert kept(dossier)["K-01"].answers == filled().answers


# twice, and out of order


def test_the_same_file_twice_harms_nothing_and_says_so(dossier: Dossier, returned: Returns) -> None:
    file = returned(filled(), DRAFT)
    import_sheet_file(dossier, file)
    before = (kept(dossier), issued_packet(dossier), actions(dossier))

    found = import_sheet_file(dossier, file)

    assert (found.state, found.changes) == (ReturnState.KNOWN, False)
    assert set(outcomes(found).values()) == {SheetOutcome.SAME}
    assert (kept(dossier), issued_packet(dossier), actions(dossier)) == before


def test_an_older_file_than_the_last_harms_nothing_and_says_so(dossier: Dossier, returned: Returns) -> None:
    older = returned(filled(value=1, draft=True), after=1)
    import_sheet_file(dossier, returned(filled(value=5, draft=True), after=2))
    before = (kept(dossier), actions(dossier))

    found = import_sheet_file(dossier, older)

    assert (found.state, found.sheets) == (ReturnState.OUTDATED, ())
    assert (kept(dossier), actions(dossier)) == before


def test_a_later_file_goes_on_from_the_one_before(dossier: Dossier, returned: Returns) -> None:
    import_sheet_file(dossier, returned(filled(value=1, draft=True), after=1))

    found = import_sheet_file(dossier, returned(filled(value=5), after=2))

    assert states(found)[CellState.CHANGED] == len(KEYS)
    assert outcomes(found) == {"K-01": SheetOutcome.SUBMITTED}


# the rules of the desk


def test_a_candidacy_the_juror_is_kept_apart_from_by_now_is_refused_alone(
    dossier: Dossier, returned: Returns
) -> None:
    declare_conflict(dossier, ELS.id, OPEN.id, "Zetelt sinds gisteren in het bestuur")

    found = import_sheet_file(dossier, returned(filled(OPEN), filled(BEGUN)))

    assert outcomes(found) == {"K-01": SheetOutcome.REFUSED, "K-03": SheetOutcome.SUBMITTED}
    assert found.sheets[0].notes == (say("scoring.not_yours"),)
    assert (found.sheets[0].cells, "K-01" in kept(dossier)) == ((), False)


def test_a_sheet_on_a_candidacy_that_was_never_in_the_packet_is_refused(
    dossier: Dossier, returned: Returns
) -> None:
    found = import_sheet_file(dossier, returned(filled(BARRED)))

    assert outcomes(found) == {"K-02": SheetOutcome.REFUSED}


def test_a_round_that_has_ended_takes_nothing_in(dossier: Dossier, returned: Returns) -> None:
    close_round(dossier, Round.WRITTEN, "De termijn is om")

    found = import_sheet_file(dossier, returned(filled()))

    assert found.sheets[0].notes == (say("scoring.round_closed"),)
    assert "K-01" not in kept(dossier)


def test_what_was_refused_can_be_taken_over_later(dossier: Dossier, returned: Returns) -> None:
    from jury_desktop.services.rounds import reopen_round

    file = returned(filled())
    close_round(dossier, Round.WRITTEN, "De termijn is om")
    import_sheet_file(dossier, file)
    reopen_round(dossier, Round.WRITTEN, "Els was op tijd")

    assert outcomes(import_sheet_file(dossier, file)) == {"K-01": SheetOutcome.SUBMITTED}


def submit_here(dossier: Dossier, value: int) -> None:
    save_answers(dossier, ELS.id, OPEN.id, Round.WRITTEN, filled(value=value).answers)
    submit_sheet(dossier, ELS.id, OPEN.id, Round.WRITTEN)


def test_a_sheet_that_was_submitted_here_meanwhile_stays_sealed(dossier: Dossier, returned: Returns) -> None:
    submit_here(dossier, 2)

    found = import_sheet_file(dossier, returned(filled(value=5)), take_theirs=["K-01"])

    assert found.sheets[0].notes == (say("packet.sealed_since"),)
    assert kept(dossier)["K-01"].answers == filled(value=2).answers


def test_a_sealed_sheet_changes_with_the_juror_s_own_reason(dossier: Dossier, returned: Returns) -> None:
    import_sheet_file(dossier, returned(filled(value=2), after=1))
    changed = filled(value=2, answers={**filled(value=2).answers, FIRST: Answer(5, comment="Herlezen")})

    found = import_sheet_file(dossier, returned(changed, after=2, reasons={OPEN.id: "Bijlage gemist"}))

    assert outcomes(found) == {"K-01": SheetOutcome.AMENDED}
    assert kept(dossier)["K-01"].answers[FIRST] == Answer(5, comment="Herlezen")
    with dossier.read() as uow:
        (event,) = uow.journal.of("sheet.amended")
    assert (event.reason, event.on_behalf_of) == ("Bijlage gemist", "Els Maes")


@pytest.mark.parametrize(
    "answers",
    [{FIRST: Answer(99)}, {FIRST: Answer(3, True)}],
    ids=["outside the scale", "a value and n.v.t."],
)
def test_what_the_call_does_not_allow_is_refused(
    dossier: Dossier, returned: Returns, answers: dict[str, Answer]
) -> None:
    found = import_sheet_file(dossier, returned(filled(answers=answers)))

    assert outcomes(found) == {"K-01": SheetOutcome.REFUSED}
    assert "K-01" not in kept(dossier)


def test_what_is_called_submitted_but_is_not_complete_stays_a_draft(
    dossier: Dossier, returned: Returns
) -> None:
    found = import_sheet_file(dossier, returned(filled(answers={FIRST: Answer(3, comment="Kort")})))

    assert outcomes(found) == {"K-01": SheetOutcome.KEPT}


# versions


def newer_version(dossier: Dossier) -> None:
    with dossier.change() as uow:
        candidacy = uow.candidacies.get(OPEN.id)
        uow.candidacies.save(replace(candidacy, versions=(*candidacy.versions, a_version(2))))
        uow.journal.append("candidacy.version_received", "candidacy", "K-01")


def test_a_sheet_on_an_older_version_is_taken_over_and_warned_about(
    dossier: Dossier, returned: Returns
) -> None:
    newer_version(dossier)

    found = import_sheet_file(dossier, returned(filled()))

    assert found.sheets[0].notes == (say("packet.newer_version", version=1, newest=2),)
    assert (kept(dossier)["K-01"].version, kept(dossier)["K-01"].submitted) == (1, True)


def test_a_sheet_on_a_version_that_is_gone_is_refused(dossier: Dossier, returned: Returns) -> None:
    found = import_sheet_file(dossier, returned(filled(version=7)))

    assert found.sheets[0].notes == (say("packet.version_gone", version=7),)


# forged


def refused(dossier: Dossier, file: Path) -> str:
    with pytest.raises(JuryError) as error:
        import_sheet_file(dossier, file)
    assert actions(dossier) == []
    return error.value.message.key


def test_a_sheet_of_another_dossier_is_refused(issued: Issued, tmp_path: Path, dossier: Dossier) -> None:
    other = issue(tmp_path).dossier()

    assert refused(dossier, sheet_files(tmp_path, other)(filled())) == "packet.another_dossier"


@pytest.mark.parametrize(
    "sheet",
    [filled(juror="j2"), filled(round=Round.PITCH)],
    ids=["of another juror", "of another round"],
)
def test_sheets_that_are_not_of_this_juror_and_round_are_refused(
    dossier: Dossier, returned: Returns, sheet: Sheet
) -> None:
    assert refused(dossier, returned(sheet)) == "packet.sheet_forged"


def test_a_file_without_a_moment_that_means_anything_is_refused(dossier: Dossier, tmp_path: Path) -> None:
    packet = issued_packet(dossier)
    naive = NOW.replace(tzinfo=None)
    file = tmp_path / "els.juryblad"
    work = ReturnedWork(packet.id, packet.juror, packet.round, naive, ())
    file.write_bytes(write_sheet_file(work, packet.secret))

    assert refused(dossier, file) == "packet.sheet_forged"


def test_two_sheets_on_one_candidacy_are_refused(dossier: Dossier, returned: Returns) -> None:
    assert refused(dossier, returned(filled(), filled(id="e" * 32))) == "packet.sheet_forged"


def test_a_tampered_file_is_refused(dossier: Dossier, returned: Returns) -> None:
    file = returned(filled())
    content = bytearray(file.read_bytes())
    content[-1] ^= 1
    file.write_bytes(bytes(content))

    assert refused(dossier, file) == "packet.sheet_damaged"


def test_the_packet_itself_is_no_sheet(dossier: Dossier, issued: Issued) -> None:
    assert refused(dossier, issued.made.file) == "packet.is_packet"


def test_a_file_that_is_not_there_is_told(dossier: Dossier, tmp_path: Path) -> None:
    assert refused(dossier, tmp_path / "weg.juryblad") == "disk.not_read"


def test_a_journal_that_was_rewritten_since_the_packet_went_out_is_told(
    dossier: Dossier, issued: Issued, tmp_path: Path
) -> None:
    """The sheets are taken over all the same: the juror did nothing wrong."""
    packet = replace(issued.packet, anchor=f"1:{'ab' * 32}")
    work = ReturnedWork(packet.id, packet.juror.id, packet.round, NOW, (filled(),), {}, packet.anchor)
    file = tmp_path / "els.juryblad"
    file.write_bytes(write_sheet_file(work, packet.secret))

    told = import_sheet_file(dossier, file).sheets[0]

    assert (told.outcome, told.notes) == (
        SheetOutcome.SUBMITTED,
        (say("soundness.anchor_rewritten", sequence=1),),
    )


def test_a_packet_carries_the_anchor_of_its_dossier_out_and_back(dossier: Dossier, issued: Issued) -> None:
    sequence, _, digits = issued.packet.anchor.partition(":")
    with dossier.read() as uow:
        event = uow.journal.at(int(sequence))

    assert event is not None
    assert event.hash == digits
