"""The anonymous archive: the figures stay to the last decimal, and nobody can be found in any byte of it."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from jury_desktop.bootstrap import open_dossier
from jury_desktop.domain.decision import Stage
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.ranking import Rank
from jury_desktop.domain.score import OfficialScore
from jury_desktop.services.archive import KINDS, make_archive
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.ranking import ranking
from jury_desktop.services.soundness import verify
from tests.builders import NOW
from tests.services.peopled import HOME, SECRETS, peopled

pytestmark = pytest.mark.xdist_group("archive")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Dossier, Path]:
    folder = tmp_path_factory.mktemp("archief")
    dossier = peopled(folder / "lier.jury")
    make_archive(dossier, folder / "archief.jury", "Bewaartermijn verstreken")
    return dossier, folder / "archief.jury"


@pytest.fixture
def archive(made: tuple[Dossier, Path]) -> Dossier:
    return open_dossier(str(made[1]), now=lambda: NOW)


def test_nobody_is_named_in_any_byte_of_it(made: tuple[Dossier, Path]) -> None:
    dossier, file = made
    content = file.read_bytes()
    with dossier.read() as uow:
        ids = [thing.id for kind in KINDS for thing in getattr(uow, kind).find() if len(thing.id) > 6]
        mails = [placed.mail.sha256 for placed in uow.mails.all()]

    assert [secret for secret in (*SECRETS, *ids, *mails) if secret.encode() in content] == []
    assert [file.name for file in sorted(file.parent.iterdir()) if "archief" in file.name] == ["archief.jury"]


def test_the_same_words_stand_in_the_dossier_itself(tmp_path: Path) -> None:
    """Else the test above would find nothing where there is nothing."""
    file = tmp_path / "vol.jury"
    peopled(file).store.close()
    content = file.read_bytes()
    absent = {"voorstel.pdf", "begroting"}
    assert {secret for secret in SECRETS if secret.encode() not in content} <= absent


def test_the_figures_are_those_of_the_dossier(made: tuple[Dossier, Path], archive: Dossier) -> None:
    def figures(dossier: Dossier, stage: Stage) -> list[tuple[object, ...]]:
        rows = ranking(dossier, stage).rows
        return [(row.candidacy.reference, row.score, _given(row.official), _place(row.rank)) for row in rows]

    for stage in Stage:
        there = figures(made[0], stage)
        assert figures(archive, stage) == there
        assert [row[1] for row in there] != [None] * len(there)


def _given(official: OfficialScore | None) -> tuple[float | None, ...]:
    return (official.written, official.pitch, official.combined) if official else ()


def _place(rank: Rank | None) -> tuple[int, ...]:
    return (rank.first, rank.last) if rank else ()


def test_terms_and_outcomes_stay(made: tuple[Dossier, Path], archive: Dossier) -> None:
    def told(uow: UnitOfWork) -> list[object]:
        [letter], [rebuttal] = uow.letters.find(), uow.rebuttals.find()
        decisions = sorted((d.stage, d.kind, d.decided_at) for d in uow.decisions.find())
        of_letter = (letter.type, letter.state, letter.sent_at, letter.channel, letter.term_end)
        points = [(point.item, point.remedy, point.ruling) for point in rebuttal.points]
        return [decisions, of_letter, rebuttal.received_at, rebuttal.outcome, points]

    with made[0].read() as before, archive.read() as after:
        assert told(after) == told(before)


def test_it_is_a_sound_dossier_whose_journal_states_the_old_end(
    made: tuple[Dossier, Path], archive: Dossier
) -> None:
    assert verify(archive).ok
    with made[0].read() as uow:
        *_, last, noted = uow.journal.all()
    with archive.read() as uow:
        [event] = uow.journal.of("dossier.anonymised")
        kinds = {kind: len(getattr(uow, kind).find()) for kind in KINDS}
    origin = json.loads(event.new)

    assert (origin["events"], origin["last_hash"]) == (last.sequence, last.hash)
    assert origin["kept"] == {kind: count for kind, count in kinds.items() if count}
    assert origin["actions"]["round.closed"] == 2
    assert (event.reason, event.actor) == ("Bewaartermijn verstreken", "Regisseur")
    assert (noted.action, json.loads(noted.new)["kept"]) == ("dossier.archived", origin["kept"])


def test_the_order_says_nothing_of_who_is_who(tmp_path: Path) -> None:
    """The first juror of the dossier is not the first letter every time."""
    firsts = set()
    for number in range(12):
        make_archive(peopled(), tmp_path / f"{number}.jury", "Proef")
        with open_dossier(str(tmp_path / f"{number}.jury")).read() as uow:
            firsts.add(next(juror.name for juror in uow.jurors.find() if not juror.active or juror.expertise))
            names = [juror.name for juror in uow.jurors.find()]
            assert names == ["Jurylid A", "Jurylid B"]
            seats = {conflict.juror for conflict in uow.conflicts.find()}
            firsts |= {juror.name for juror in uow.jurors.find() if juror.id in seats}
    assert firsts == {"Jurylid A", "Jurylid B"}


@pytest.mark.parametrize("reason", ["", "  "])
def test_it_asks_why(tmp_path: Path, reason: str) -> None:
    assert refused(peopled(), tmp_path / "a.jury", reason) == "privacy.reason_missing"


def test_sealed_scores_are_not_opened_by_it(tmp_path: Path) -> None:
    dossier = peopled(sealed=True)
    with dossier.change() as uow:
        for sheet in uow.sheets.find(juror="j2"):
            uow.sheets.remove(sheet.id)
        uow.journal.append("test.prepared", "dossier", "test")

    assert refused(dossier, tmp_path / "a.jury", "Proef") == "privacy.archive_sealed"
    assert list(tmp_path.iterdir()) == []


def test_what_lies_there_stays(tmp_path: Path) -> None:
    (tmp_path / "a.jury").write_bytes(b"iets")
    assert refused(peopled(), tmp_path / "a.jury", "Proef") == "privacy.archive_exists"
    assert (tmp_path / "a.jury").read_bytes() == b"iets"


def refused(dossier: Dossier, file: Path, reason: str) -> str:
    with pytest.raises(JuryError) as caught:
        make_archive(dossier, file, reason)
    return caught.value.message.key


def test_every_text_of_a_candidacy_was_thought_of() -> None:
    """Who adds a field to a candidacy says here whether an archive keeps it."""
    kept = {"reference", "challenges", "municipalities", "admissibility", "form_revised", "judged_at"}
    emptied = {
        *("id", "organisation", "contact", "email", "phone", "address", "partners", "versions"),
        *("admissibility_reason", "unavailable", "preferred_windows", "checks"),
    }
    assert set(asdict(replace(HOME))) == kept | emptied
