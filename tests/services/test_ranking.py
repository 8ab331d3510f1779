"""The ranking of a stage rests on that stage alone; what is sealed moves nothing in it."""

from __future__ import annotations

from jury_desktop.domain.call import Round
from jury_desktop.domain.decision import Stage
from jury_desktop.services.ports import Dossier
from jury_desktop.services.ranking import ranking
from tests.builders import a_candidacy, a_juror, a_sheet
from tests.services.scenario import a_dossier, invited


def tied_after_the_written_round(*, pitch_by: int) -> Dossier:
    """K-01 and K-02 are equal in writing; in the pitch round K-02 does better with so many of both jurors."""
    candidacies, jurors = [a_candidacy(1), a_candidacy(2)], [a_juror(1), a_juror(2)]
    written = [a_sheet(juror, candidacy, value=4) for juror in jurors for candidacy in candidacies]
    pitch = [
        a_sheet(juror, candidacy, Round.PITCH, value=value)
        for juror in jurors[:pitch_by]
        for candidacy, value in zip(candidacies, (1, 5), strict=True)
    ]
    return a_dossier(candidacies, jurors, written + pitch, [invited(c) for c in candidacies])


def places(dossier: Dossier, stage: Stage) -> list[tuple[str, int | None, int | None]]:
    rows = ranking(dossier, stage).rows
    return [
        (row.candidacy.reference, *((row.rank.first, row.rank.last) if row.rank else (None, None)))
        for row in rows
    ]


def test_a_sealed_pitch_breaks_no_tie_of_the_shortlist() -> None:
    dossier = tied_after_the_written_round(pitch_by=1)
    assert places(dossier, Stage.SHORTLIST) == [("K-01", 1, 2), ("K-02", 1, 2)]
    official = [row.official for row in ranking(dossier, Stage.SHORTLIST).rows]
    assert [(o.pitch, o.combined) for o in official if o] == [(None, None), (None, None)]


def test_the_shortlist_stays_as_it_was_once_the_pitches_open() -> None:
    dossier = tied_after_the_written_round(pitch_by=2)
    assert places(dossier, Stage.SHORTLIST) == [("K-01", 1, 2), ("K-02", 1, 2)]
    assert places(dossier, Stage.FINAL) == [("K-02", 1, 1), ("K-01", 2, 2)]


def test_how_sure_a_rank_is_stands_beside_it_once_scores_are_open() -> None:
    dossier = tied_after_the_written_round(pitch_by=2)
    first, last = ranking(dossier, Stage.FINAL).rows
    assert first.uncertainty is not None
    assert last.uncertainty is not None
    assert (first.uncertainty.rank, last.uncertainty.rank) == ((1, 1), (2, 2))


def test_what_is_sealed_has_no_interval() -> None:
    sealed = ranking(tied_after_the_written_round(pitch_by=1), Stage.FINAL)
    assert [(row.score, row.uncertainty) for row in sealed.rows] == [(None, None), (None, None)]
