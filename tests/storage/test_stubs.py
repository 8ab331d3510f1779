"""What is lost of a dossier takes nothing with it that can be read: an empty row stands in its place, and the
check names it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from jury_desktop.domain.call import Round
from jury_desktop.domain.candidacy import Admissibility
from jury_desktop.domain.sheet import Answer, items_of
from jury_desktop.services.candidacies import judge_admissibility
from jury_desktop.services.import_mail import import_mail
from jury_desktop.services.jury import save_juror
from jury_desktop.services.overview import overview
from jury_desktop.services.ports import Dossier
from jury_desktop.services.salvage import Salvage, save_readable
from jury_desktop.services.scoring import save_answers, submit_sheet
from jury_desktop.services.soundness import verify
from jury_desktop.storage import open_store
from jury_desktop.storage.store import create_store
from jury_desktop.wording import render
from tests.builders import NOW, a_call, a_juror
from tests.services.mailing import a_dossier, a_message, an_export, form

ANSWER = Answer(4, comment="Helder onderbouwd")
BELONGS = ("candidacy_version", "candidacy_field", "sheet", "sheet_answer", "mail_evidence", "blob_chunk")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """One candidacy that came by mail, and the sheet of one juror, handed in."""
    file = tmp_path / "lier.jury"
    with closing(create_store(file, a_call())) as store:
        dossier = a_dossier(store)
        message = a_message("an@brug.example", form("De Brug"), files={"plan.pdf": b"%PDF-1.4 plan"})
        import_mail(dossier, [an_export(tmp_path, message)])
        with dossier.read() as uow:
            [candidacy] = uow.candidacies.find()
        judge_admissibility(dossier, candidacy.id, Admissibility.ADMISSIBLE, "")
        save_juror(dossier, replace(a_juror(1, name="An Maes"), expertise=()))
        items = items_of(a_call().rubric, candidacy.challenges, Round.WRITTEN)
        place = ("j1", candidacy.id, Round.WRITTEN)
        save_answers(dossier, *place, {item.key: ANSWER for item in items})
        submit_sheet(dossier, *place)
    return file


def saved_without(file: Path, *lost: str) -> Salvage:
    with closing(sqlite3.connect(file)) as bare, bare:
        for table in lost:
            bare.execute(f'DELETE FROM "{table}"')
    return save_readable(file, file.with_name("gered.jury"), "An", NOW)


def rows(file: Path, tables: Iterable[str]) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(file)) as bare:
        return {table: bare.execute(f'SELECT * FROM "{table}"').fetchall() for table in tables}


@pytest.mark.parametrize(
    ("lost", "known_by"),
    [
        ("mail", None),
        ("blob", None),
        ("juror", ("An Maes",)),
        ("candidacy", ("K-01",)),
        ("sheet", None),
    ],
)
def test_what_belongs_to_a_lost_row_is_kept(file: Path, lost: str, known_by: tuple[str, ...] | None) -> None:
    belonging = [table for table in BELONGS if table != lost]
    before = rows(file, belonging)

    found = saved_without(file, lost)

    assert rows(found.file, belonging) == before
    stubs = {each.table: each.stubs for each in found.tables if each.stubs}
    assert stubs.keys() == {lost}
    assert known_by is None or stubs[lost] == known_by
    said = [render(line) for line in found.account()]
    assert said[-1].endswith(f"bewaard blijft: {', '.join(stubs[lost])}")


@pytest.mark.parametrize("lost", ["mail", "juror", "candidacy", "candidacy_version"])
def test_the_program_goes_on_with_what_stands_there_and_the_check_names_it(file: Path, lost: str) -> None:
    found = saved_without(file, lost)

    with closing(open_store(found.file)) as store:
        dossier = Dossier(store, "An", lambda: NOW)
        overview(dossier)
        with dossier.read() as uow:
            [sheet], [juror], [candidacy] = uow.sheets.find(), uow.jurors.find(), uow.candidacies.find()
        whole = lost.removesuffix("_version")
        problems = [finding.kind for finding in store.problems()]
        told = verify(dossier).problems

    assert (sheet.juror, sheet.candidacy, sheet.submitted) == (juror.id, candidacy.id, True)
    assert set(sheet.answers.values()) == {ANSWER}
    assert whole in problems
    assert len(told) == len(problems)


def test_a_sheet_of_which_the_journal_and_its_answers_tell_all_is_whole_again(file: Path) -> None:
    before = rows(file, ["sheet"])

    found = saved_without(file, "sheet")

    assert rows(found.file, ["sheet"]) == before
    assert found.problems == 0


def test_nothing_is_made_where_all_is_there(file: Path) -> None:
    found = saved_without(file)

    assert [each for each in found.tables if each.stubs] == []
    assert found.problems == 0


def test_where_nothing_says_whose_a_lost_sheet_was_its_answers_go_too(file: Path) -> None:
    found = saved_without(file, "sheet", "seal")

    assert rows(found.file, ["sheet", "sheet_answer"]) == {"sheet": [], "sheet_answer": []}
