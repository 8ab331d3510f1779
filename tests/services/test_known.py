"""What was read is kept until something is recorded; then it is read again."""

from __future__ import annotations

import pytest

from jury_desktop.domain.decision import Stage
from jury_desktop.domain.selection import Selection
from jury_desktop.services.known import known
from tests.builders import a_candidacy, a_juror, a_sheet
from tests.services.scenario import a_dossier, after_the_written_round


def test_the_same_selection_serves_until_the_journal_grows() -> None:
    dossier = after_the_written_round()
    before = known(dossier)
    assert known(dossier) is before

    with dossier.change() as uow:
        uow.sheets.save(a_sheet(a_juror(1), a_candidacy(1), value=0))
        uow.journal.append("sheet.amended", "sheet", "K-01")

    after = known(dossier)
    written = [found.selection.open_scores(Stage.SHORTLIST)["c1"].written for found in (before, after)]
    assert written == [5.0, pytest.approx(10 / 3)]


def test_what_was_worked_out_is_worked_out_once_and_goes_with_the_selection() -> None:
    dossier, asked = after_the_written_round(), []

    def work(selection: Selection) -> int:
        asked.append(selection)
        return len(selection.candidacies)

    assert [known(dossier).once("how many", work) for _ in range(3)] == [2, 2, 2]
    assert len(asked) == 1
    with dossier.change() as uow:
        uow.candidacies.save(a_candidacy(3))
        uow.journal.append("candidacy.received", "candidacy", "K-03")
    assert known(dossier).once("how many", work) == 3


def test_one_dossier_is_never_taken_for_another() -> None:
    assert known(a_dossier()).selection != known(after_the_written_round()).selection


def test_a_rehearsal_leaves_no_trace() -> None:
    dossier = after_the_written_round()
    before = known(dossier)
    with dossier.rehearse() as uow:
        uow.candidacies.save(a_candidacy(3))
        uow.journal.append("candidacy.received", "candidacy", "K-03")
    assert known(dossier) is before
