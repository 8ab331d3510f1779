"""What leaves the plan: who comes when and before whom, the running order, the workbook, the files."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from openpyxl import load_workbook

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import say
from jury_desktop.letters.running_order import running_order_pdf
from jury_desktop.services.plan_export import Out, plan_files, write_files
from jury_desktop.services.plan_workbook import plan_workbook
from jury_desktop.services.ports import Dossier
from jury_desktop.services.programme import programme
from jury_desktop.services.running_order import running_order, running_sheet
from tests.builders import a_call, a_candidacy, a_conflict, a_juror
from tests.letters.pdf.reading import glued
from tests.services.scenario import a_dossier, invited
from tests.services.sessions import FIRST, SECOND, at, with_plan

WEDNESDAY = a_call().windows[0]
ONE, TWO, THREE = (a_candidacy(number) for number in (1, 2, 3))
JURORS = tuple(a_juror(number) for number in (1, 2, 3, 4))
BARRED = a_conflict(JURORS[3], TWO)


def planned() -> Dossier:
    """Two pitches with a break between them; the fourth juror is kept apart from the second candidate."""
    dossier = a_dossier(
        [ONE, TWO, THREE],
        JURORS,
        decisions=[invited(ONE), invited(TWO), invited(THREE)],
        conflicts=[BARRED],
    )
    with_plan(dossier, at(ONE, FIRST, JURORS), at(TWO, SECOND, JURORS[:3]))
    return dossier


def test_without_a_plan_there_is_nothing_to_give() -> None:
    with pytest.raises(JuryError) as caught:
        programme(a_dossier())
    assert caught.value.message == say("planning.no_plan")


def test_it_tells_who_comes_before_whom_and_who_leaves_the_room() -> None:
    found = programme(planned())

    (sitting,) = found.sittings
    assert (sitting.window, sitting.room) == (WEDNESDAY, 1)
    assert [(turn.candidacy, turn.panel, turn.outside) for turn in sitting.turns] == [
        (ONE, JURORS, ()),
        (TWO, JURORS[:3], (JURORS[3],)),
    ]
    assert found.waiting == (THREE,)
    assert found.jurors == JURORS


def test_who_sits_in_another_room_need_not_leave_this_one() -> None:
    dossier = planned()
    with_plan(dossier, at(ONE, FIRST, JURORS[3:], room=2), at(TWO, SECOND, JURORS[:3]))

    found = programme(dossier)

    assert [(each.room, [turn.outside for turn in each.turns]) for each in found.sittings] == [
        (1, [()]),
        (2, [()]),
    ]


def test_an_observer_with_a_conflict_leaves_the_room_too() -> None:
    observer = a_juror(9, observer=True)
    dossier = a_dossier(
        [ONE], [*JURORS, observer], decisions=[invited(ONE)], conflicts=[a_conflict(observer, ONE)]
    )
    with_plan(dossier, at(ONE, FIRST, JURORS))
    (turn,) = programme(dossier).turns
    assert (turn.panel, turn.outside) == (JURORS, (observer,))


def test_the_phases_follow_the_rules_of_the_call() -> None:
    rules = replace(a_call().pitch, pitch_minutes=20, question_minutes=10)
    turn = programme(planned()).turns[0]
    start = turn.place.start
    assert turn.phases(rules) == (start, start + timedelta(minutes=20), start + timedelta(minutes=30))


def test_the_running_order_names_breaks_conflicts_and_who_has_no_place() -> None:
    found = programme(planned())
    (room,) = running_sheet(found).rooms

    assert room.title == "Woensdag 14 juni 2023 · 13:00–17:00"
    assert [(turn.hours, turn.reference, turn.outside) for turn in room.turns] == [
        ("13:00–13:35", "K-01", ()),
        ("13:35–14:00", "", ()),
        ("14:00–14:35", "K-02", (JURORS[3].name,)),
    ]
    with pypdfium2.PdfDocument(running_order(found)) as pdf:
        pages = [" ".join(page.get_textpage().get_text_bounded().split()) for page in pdf]
    assert len(pages) == 2
    assert [each.split()[-3:] for each in pages] == [["1", "/", "2"], ["2", "/", "2"]]
    assert f"Verlaat de zaal: {JURORS[3].name}" in pages[0]
    assert "13:35–14:00 pauze" in pages[0]
    assert f"K-03 {THREE.organisation}" in pages[1]


def test_the_running_order_is_fit_to_keep_and_to_read_aloud_and_always_the_same() -> None:
    import page

    found = programme(planned())
    pdf = running_order(found, "en")

    assert pdf == running_order(found, "en")
    for profile in (page.ValidationProfile.PDF_A_2A, page.ValidationProfile.PDF_UA_1):
        report = page.validate_pdf_bytes(pdf, profile=profile)
        assert [(failure.rule_id, failure.message) for failure in report.failures] == []


def test_the_words_of_the_running_order_stand_apart_for_who_reads_along_its_tags() -> None:
    sheet = running_sheet(programme(planned()))
    (room,) = sheet.rooms
    wordy = replace(room, about=" ".join([room.about] * 8))

    assert glued(running_order_pdf(replace(sheet, rooms=(wordy,)))) == []


def test_the_workbook_tells_the_pitches_the_seats_and_the_others_in_order() -> None:
    book = load_workbook(BytesIO(plan_workbook(programme(planned()))))

    assert book.sheetnames == ["Pitches", "Juryleden", "Zonder plaats"]
    pitches, seats, waiting = (list(sheet.values) for sheet in book)
    start = FIRST.astimezone(BRUSSELS)
    assert pitches[0][:4] == ("Dag", "Begin", "Vragen vanaf", "Overleg vanaf")
    assert [(row[0].date(), row[1], row[6], row[10] or "") for row in pitches[1:]] == [
        (start.date(), start.time(), "K-01", ""),
        (start.date(), SECOND.astimezone(BRUSSELS).time(), "K-02", JURORS[3].name),
    ]
    assert [(row[0], row[5]) for row in seats[1:]] == [
        *((juror.name, reference) for juror in JURORS[:3] for reference in ("K-01", "K-02")),
        (JURORS[3].name, "K-01"),
    ]
    assert [row[0] for row in waiting[1:]] == ["K-03"]


def test_a_name_that_looks_like_a_formula_stays_a_name() -> None:
    dossier = planned()
    with dossier.change() as uow:
        uow.candidacies.save(replace(ONE, organisation="=1+1"))
        uow.journal.append("test.prepared", "dossier", "test")
    sheet = load_workbook(BytesIO(plan_workbook(programme(dossier))))["Pitches"]
    assert (sheet["H2"].value, sheet["H2"].data_type) == ("=1+1", "s")


def test_all_of_it_goes_into_a_folder(tmp_path: Path) -> None:
    found = programme(planned())
    told: list[tuple[int, int]] = []
    files = plan_files(found, before=lambda *counts: told.append(counts))

    paths = write_files(files, tmp_path / "uit")

    assert [path.name for path in paths] == [
        *(f"Jury-Jurylid-{number}.ics" for number in (1, 2, 3, 4)),
        "K-01-Ankerpunt-vzw.ics",
        "K-02-De-Brug-vzw.ics",
        "Zaal-1.ics",
        "Draaiboek.pdf",
        "Planning.xlsx",
    ]
    assert [path.read_bytes() for path in paths] == [file.content for file in files]
    assert told == [(number, len(Out)) for number in range(len(Out))]


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "uit").write_text("geen map")
    with pytest.raises(JuryError) as caught:
        write_files((), tmp_path / "uit")
    assert caught.value.message.key == "disk.not_written"
